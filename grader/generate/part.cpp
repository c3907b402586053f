#include "generate/part.hpp"

#include <fmt/format.h>

#include <cmath>

#include "util/error.hpp"

namespace grader::generate {

Stream Part::stream(std::string_view purpose) const {
  Origin origin = making_.origin();
  origin.purpose = purpose;
  origin.path = path_;
  return Stream(origin, making_.stream_index());
}

double Part::number(const model::Generator& generator, std::string_view name, double fallback) const {
  const auto found = generator.arguments.find(name);
  if (found == generator.arguments.end()) return fallback;
  if (const auto* plain = std::get_if<double>(&found->second)) return *plain;
  return static_cast<double>(whole(found->second, name));
}

model::Index Part::whole(const model::Generator& generator, std::string_view name,
                         model::Index fallback) const {
  const auto found = generator.arguments.find(name);
  return found == generator.arguments.end() ? fallback : whole(found->second, name);
}

model::Index Part::whole(const model::Argument& argument, std::string_view name) const {
  if (const auto* dim = std::get_if<model::Dim>(&argument)) {
    const auto value = model::evaluate(*dim, making_.bindings);
    if (!value) fail(fmt::format("{}: '{}' has no value here", name, model::to_string(*dim)));
    return *value;
  }
  const double plain = std::get<double>(argument);
  if (std::floor(plain) != plain || std::fabs(plain) > kLargestWhole)
    fail(fmt::format("{} is {}, expected a whole number", name, plain));
  return static_cast<model::Index>(plain);
}

void Part::fail(const std::string& message) const {
  throw util::CourseError(
      fmt::format("{}, case '{}', input {}: {}", making_.exercise.id, making_.test_case.id, path_, message));
}

}  // namespace grader::generate
