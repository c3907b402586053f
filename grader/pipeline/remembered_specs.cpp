#include "pipeline/remembered_specs.hpp"

#include "pipeline/records.hpp"
#include "pipeline/this_program.hpp"

namespace grader::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSpecification = "specification";
constexpr std::string_view kSound = "sound";
// Behind the name of an exercise, in which no blank can be.
constexpr const char* kWithOthers = " with others";
constexpr const char* kKey = " key";

build::KeyBuilder place_of_specs(const fs::path& course) {
  build::KeyBuilder place;
  place.add("specifications", fs::absolute(course).lexically_normal().string());
  return place;
}

}  // namespace

RememberedSpecs::RememberedSpecs(const build::Cache& cache, const fs::path& course)
    : cache_(cache), records_(cache, "specs", place_of_specs(course)) {}

std::string RememberedSpecs::key_of(std::string_view what, std::string_view texts,
                                    std::string_view text) const {
  build::KeyBuilder key;
  key.add("program", identity_of_this_program()).add("texts", texts).add(what, text);
  return cache_.key(key);
}

void RememberedSpecs::keep(const std::string& name, const std::string& key, std::string record) {
  if (!identity_of_this_program().empty()) records_.keep(name, key, std::move(record));
}

std::optional<model::Exercise> RememberedSpecs::find(const std::string& id, std::string_view course,
                                                     std::string_view specification) {
  const auto record = records_.find(id, key_of(kSpecification, course, specification));
  return record ? exercise_from(*record) : std::nullopt;
}

void RememberedSpecs::keep(const std::string& id, std::string_view course, std::string_view specification,
                           const model::Exercise& exercise) {
  keep(id, key_of(kSpecification, course, specification), to_record(exercise));
}

bool RememberedSpecs::found_sound(const std::string& id, std::string_view texts) {
  return records_.find(id + kWithOthers, key_of(kSound, texts, {})).has_value();
}

void RememberedSpecs::keep_sound(const std::string& id, std::string_view texts) {
  keep(id + kWithOthers, key_of(kSound, texts, {}), std::string(kSound));
}

std::optional<model::AnswerKey> RememberedSpecs::find_key(const std::string& id, std::string_view texts,
                                                          std::string_view key) {
  const auto record = records_.find(id + kKey, key_of(kKey, texts, key));
  return record ? answer_key_from(*record) : std::nullopt;
}

void RememberedSpecs::keep_key(const std::string& id, std::string_view texts, std::string_view key,
                               const model::AnswerKey& read) {
  keep(id + kKey, key_of(kKey, texts, key), to_record(read));
}

}  // namespace grader::pipeline
