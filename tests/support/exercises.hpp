#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/exercise.hpp"

/// Exercises made in code, for tests of rooms that know nothing of specifications.
namespace grader::support {

inline model::Type array(model::Scalar element, std::vector<model::Dim> dims = {}) {
  return {model::ArrayType{element, std::move(dims)}};
}
inline model::Type numbers(std::vector<model::Dim> dims = {}) {
  return array(model::Scalar::float64, std::move(dims));
}
inline model::Type list_of(model::Type item) {
  return {model::ListType{std::make_shared<const model::Type>(std::move(item))}};
}
inline model::Type optional_of(model::Type item) {
  return {model::OptionalType{std::make_shared<const model::Type>(std::move(item))}};
}
inline std::shared_ptr<const model::RecordDef> record(std::string name, std::vector<model::Field> fields) {
  return std::make_shared<const model::RecordDef>(model::RecordDef{std::move(name), std::move(fields)});
}
inline model::Dim symbol(const char* name) { return model::Dim::symbol(name); }

/// `double twice(double x)` with one worked case.
inline model::Exercise twice() {
  model::Exercise exercise;
  exercise.id = "numbers/twice";
  exercise.title = "Twice";
  exercise.function = {"twice", {{"x", numbers()}}, numbers()};
  model::Case test_case;
  test_case.id = "example";
  test_case.source = model::Worked{{{{"x", {model::Tensor::scalar(2.0)}}}}, {}};
  exercise.cases.push_back(test_case);
  return exercise;
}

}  // namespace grader::support
