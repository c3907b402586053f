// Holds every function of the property language against numpy's results (tests/data/numpy/language, made by
// the script there).
#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "evaluation.hpp"
#include "language/functions.hpp"
#include "language/parse.hpp"

using namespace evaluation;
using nlohmann::json;

namespace {

constexpr double kTolerance = 1e-12;

json read_entries() {
  std::ifstream file(GRADER_SOURCE_DIR "/tests/data/numpy/language/expressions.json");
  REQUIRE(file.good());
  return json::parse(file);
}

double number(const json& element) {
  if (element.is_number()) return element.get<double>();
  if (element == "nan") return std::numeric_limits<double>::quiet_NaN();
  return (element == "-inf" ? -1 : 1) * std::numeric_limits<double>::infinity();
}

Tensor read_array(const json& array) {
  const auto shape = array["shape"].get<Shape>();
  const std::string kind = array["kind"];
  if (kind == "int") return {shape, array["data"].get<std::vector<std::int64_t>>()};
  if (kind == "bool") {
    std::vector<std::uint8_t> data;
    for (const json& element : array["data"]) data.push_back(element.get<bool>() ? 1 : 0);
    return {shape, data};
  }
  std::vector<double> data;
  for (const json& element : array["data"]) data.push_back(number(element));
  return {shape, data};
}

/// The value of a text: what `v !~ v`, which never holds, reports as its left side.
Value evaluate(const std::string& text, const json& inputs) {
  Exercise exercise;
  exercise.function = {"identity", {}, floats()};
  for (const auto& [name, encoded] : inputs.items()) {
    Tensor input = read_array(encoded);
    std::vector<model::Dim> dims;
    for (const Index size : input.shape) dims.push_back(model::Dim::of(size));
    exercise.function.params.push_back({name, array(input.element(), dims)});
    exercise.input.fields.emplace_back(name, Value{std::move(input)});
  }
  exercise.out = real(0);
  model::Property property;
  property.let = {{"v", text}};
  property.check = "v !~ v";
  const auto evaluation = exercise.evaluate(property);
  CHECK(evaluation.error == "");
  return evaluation.relation.left;
}

bool same(double actual, double expected) {
  if (std::isnan(expected)) return std::isnan(actual);
  if (std::isinf(expected)) return actual == expected;
  return std::abs(actual - expected) <= kTolerance * (1 + std::abs(expected));
}

void check_same(const Value& value, const Tensor& expected) {
  REQUIRE(std::holds_alternative<Tensor>(value.data));
  const auto& actual = std::get<Tensor>(value.data);
  CHECK(model::to_string(actual.element()) == model::to_string(expected.element()));
  REQUIRE(actual.shape == expected.shape);
  REQUIRE(actual.size() == expected.size());
  if (expected.element() != Scalar::float64) {
    CHECK(actual == expected);
    return;
  }
  for (Index i = 0; i < actual.size(); ++i) {
    CAPTURE(i);
    const bool is_same = same(actual.number(i), expected.number(i));
    CHECK_MESSAGE(is_same, actual.number(i), " is not ", expected.number(i));
  }
}

void collect_functions(const language::Expression& expression, std::set<std::string>& names) {
  if (expression.kind == language::Expression::Kind::call) names.insert(expression.name);
  for (const language::Expression* part : language::parts_of(expression)) collect_functions(*part, names);
}

}  // namespace

TEST_CASE("expressions have numpy's values, shapes and kinds") {
  const json entries = read_entries();
  REQUIRE(entries.size() > 1000);
  for (const json& entry : entries) {
    CAPTURE(entry.dump());
    check_same(evaluate(entry["text"], entry["inputs"]), read_array(entry["expected"]));
  }
}

TEST_CASE("every function of the language is held against numpy") {
  std::set<std::string> used;
  for (const json& entry : read_entries())
    collect_functions(
        std::get<language::Expression>(language::parse_expression(entry["text"].get<std::string>())), used);
  // numpy has neither of these; evaluate_test.cpp has both.
  used.insert({"fd", "has"});
  for (const language::Builtin& builtin : language::builtins()) {
    CAPTURE(builtin.name);
    CHECK(used.count(std::string(builtin.name)) == 1);
  }
}
