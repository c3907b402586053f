#include "pipeline/remembered_specs.hpp"

#include "pipeline/records.hpp"
#include "pipeline/this_program.hpp"

namespace grader::pipeline {
namespace {

namespace fs = std::filesystem;

build::KeyBuilder place_of_specs(const fs::path& course) {
  build::KeyBuilder place;
  place.add("specifications", fs::absolute(course).lexically_normal().string());
  return place;
}

}  // namespace

RememberedSpecs::RememberedSpecs(const build::Cache& cache, const fs::path& course)
    : cache_(cache), records_(cache, "specs", place_of_specs(course)) {}

std::string RememberedSpecs::key(std::string_view course, std::string_view specification) const {
  build::KeyBuilder key;
  key.add("program", identity_of_this_program()).add("course", course).add("specification", specification);
  return cache_.key(key);
}

std::optional<model::Exercise> RememberedSpecs::find(const std::string& id, std::string_view course,
                                                     std::string_view specification) {
  const auto record = records_.find(id, key(course, specification));
  return record ? exercise_from(*record) : std::nullopt;
}

void RememberedSpecs::keep(const std::string& id, std::string_view course, std::string_view specification,
                           const model::Exercise& exercise) {
  if (!identity_of_this_program().empty()) records_.keep(id, key(course, specification), to_record(exercise));
}

}  // namespace grader::pipeline
