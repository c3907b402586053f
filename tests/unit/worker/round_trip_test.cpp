#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "support/exercises.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

using namespace grader;
using namespace grader::support;

namespace {

using Random = std::mt19937_64;

model::Index size(Random& random) { return static_cast<model::Index>(random() % 4); }

/// Any bit pattern but NaN, whose values do not compare equal: that one is tested by itself.
double any_double(Random& random) {
  constexpr double kSpecial[] = {0.0, -0.0, INFINITY, -INFINITY, 5e-324, 1.7976931348623157e308};
  const auto choice = random() % 10;
  return choice < 6 ? kSpecial[choice] : static_cast<double>(random()) / 3e18 - 3;
}

model::Tensor random_tensor(model::Scalar element, std::size_t rank, Random& random) {
  model::Shape shape;
  for (std::size_t axis = 0; axis < rank; ++axis) shape.push_back(size(random));
  model::Tensor tensor = model::Tensor::zeros(element, shape);
  std::visit(
      [&](auto& elements) {
        for (auto& value : elements) {
          using Element = std::decay_t<decltype(value)>;
          if constexpr (std::is_same_v<Element, std::uint8_t>)
            value = random() % 2;
          else if constexpr (std::is_same_v<Element, std::int64_t>)
            value = static_cast<std::int64_t>(random());
          else
            value = static_cast<Element>(any_double(random));
        }
      },
      tensor.data);
  return tensor;
}

model::Value random_value(const model::Type& type, Random& random) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    if (array->element != model::Scalar::string)
      return {random_tensor(array->element, array->dims.size(), random)};
    std::string text;
    for (auto left = random() % 20; left > 0; --left) text += static_cast<char>(random() % 256);
    return {text};
  }
  if (const auto* list = std::get_if<model::ListType>(&type.data)) {
    model::List values;
    for (model::Index left = size(random); left > 0; --left)
      values.items.push_back(random_value(*list->item, random));
    return {values};
  }
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) {
    model::Optional value;
    if (random() % 2 == 0) value.item.push_back(random_value(*optional->item, random));
    return {value};
  }
  model::Record record;
  for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
    record.fields.emplace_back(field.name, random_value(field.type, random));
  return {record};
}

/// A function of every kind of type that returns all it was given, in a record.
model::Exercise echo() {
  using model::Scalar;
  const auto any = model::Dim{};
  const auto inner = record("Inner", {{"weights", numbers({any, any})}, {"label", array(Scalar::string)}});
  const auto outer = record(
      "Outer", {{"parts", list_of({model::RecordType{inner}})}, {"first", {model::RecordType{inner}}}});
  std::vector<model::Field> fields;
  for (const Scalar element : {Scalar::float64, Scalar::float32, Scalar::int64, Scalar::boolean}) {
    for (std::size_t rank = 0; rank < 5; ++rank)
      fields.push_back(
          {"field" + std::to_string(fields.size()), array(element, std::vector<model::Dim>(rank, any))});
  }
  fields.push_back({"text", array(Scalar::string)});
  fields.push_back({"texts", list_of(array(Scalar::string))});
  fields.push_back({"lists", list_of(list_of(numbers()))});
  fields.push_back({"mask", optional_of(array(Scalar::boolean, {any, any}))});
  fields.push_back({"masks", list_of(optional_of(numbers({any})))});
  fields.push_back({"maybe_record", optional_of({model::RecordType{outer}})});
  fields.push_back({"records", list_of({model::RecordType{outer}})});
  const auto result = record("EchoResult", fields);
  model::Exercise exercise;
  exercise.id = "wire/echo";
  exercise.function = {"echo", fields, {model::RecordType{result}}};
  exercise.records = {inner, outer, result};
  return exercise;
}

/// "EchoResult echo(…) { return {field0, …}; }", every second parameter taken by value.
std::string echo_source(const model::Exercise& exercise) {
  std::string params;
  std::string names;
  bool by_value = false;
  for (const model::Field& field : exercise.function.params) {
    by_value = !by_value;
    params += (params.empty() ? "" : ", ") + std::string(by_value ? "" : "const ") +
              "decltype(EchoResult::" + field.name + ")" + (by_value ? " " : "& ") + field.name;
    names += (names.empty() ? "" : ", ") + field.name;
  }
  return "#include \"wire/echo.hpp\"\nEchoResult echo(" + params + ") { return {" + names + "}; }\n";
}

}  // namespace

TEST_CASE("random values of every type come back as they were sent") {
  Machine machine;
  const model::Exercise exercise = echo();
  const build::BuildResult result = machine.build(exercise, echo_source(exercise));
  if (const auto* failure = std::get_if<build::BuildFailure>(&result)) FAIL(failure->message);
  worker::Worker worker(machine.processes, std::get<build::Built>(result).executable, exercise.function, {});
  Random random(20240521);
  for (int round = 0; round < 500; ++round) {
    model::Record sent;
    for (const model::Field& field : exercise.function.params)
      sent.fields.emplace_back(field.name, random_value(field.type, random));
    const worker::CallResult call = worker.call(sent);
    if (const auto* failure = std::get_if<worker::CallFailure>(&call.result)) FAIL(failure->message);
    REQUIRE(std::get<model::Value>(call.result) == model::Value{sent});
  }
  CHECK_FALSE(worker.finish().has_value());
}

TEST_CASE("arrays of megabytes come back as they were sent, between small ones") {
  Machine machine;
  model::Exercise exercise;
  exercise.id = "wire/reversed";
  const model::Type vector = numbers({symbol("N")});
  exercise.function = {"reversed", {{"x", vector}}, vector};
  const build::BuildResult result =
      machine.build(exercise,
                    "#include \"wire/reversed.hpp\"\n"
                    "Eigen::VectorXd reversed(const Eigen::VectorXd& x) { return x.reverse(); }\n");
  if (const auto* failure = std::get_if<build::BuildFailure>(&result)) FAIL(failure->message);
  worker::Worker worker(machine.processes, std::get<build::Built>(result).executable, exercise.function, {});
  for (const std::size_t count : {3U, 700'000U, 5U, 4'000'000U, 0U, 2'000'000U, 4'100'000U}) {
    CAPTURE(count);
    std::vector<double> sent(count);
    std::iota(sent.begin(), sent.end(), 0.5);
    const model::Shape shape{static_cast<model::Index>(count)};
    const worker::CallResult call = worker.call({{{"x", {model::Tensor{shape, sent}}}}});
    if (const auto* failure = std::get_if<worker::CallFailure>(&call.result)) FAIL(failure->message);
    std::reverse(sent.begin(), sent.end());
    REQUIRE(std::get<model::Value>(call.result) == model::Value{model::Tensor{shape, std::move(sent)}});
  }
  CHECK_FALSE(worker.finish().has_value());
}
