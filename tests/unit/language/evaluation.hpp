#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "language/property.hpp"

/// What the tests of the property language's evaluation share: functions that are C++ lambdas, and short ways
/// to write types and values.
namespace evaluation {

using namespace grader;
using model::Index;
using model::Scalar;
using model::Shape;
using model::Tensor;
using model::Value;

inline model::Type array(Scalar element, std::vector<model::Dim> dims = {}) {
  return {model::ArrayType{element, std::move(dims)}};
}
inline model::Type floats(std::vector<model::Dim> dims = {}) {
  return array(Scalar::float64, std::move(dims));
}
inline model::Type list_of(model::Type item) {
  return {model::ListType{std::make_shared<const model::Type>(std::move(item))}};
}
inline model::Type optional_of(model::Type item) {
  return {model::OptionalType{std::make_shared<const model::Type>(std::move(item))}};
}
inline model::Type record_of(std::string name, std::vector<model::Field> fields) {
  return {model::RecordType{
      std::make_shared<const model::RecordDef>(model::RecordDef{std::move(name), std::move(fields)})}};
}
inline model::Dim dim(const std::string& name) { return model::Dim::symbol(name); }

inline Value vector(std::vector<double> elements) {
  const auto size = static_cast<Index>(elements.size());
  return {Tensor{{size}, std::move(elements)}};
}
inline Value matrix(Index rows, Index columns, std::vector<double> elements) {
  return {Tensor{{rows, columns}, std::move(elements)}};
}
inline Value ints(std::vector<std::int64_t> elements) {
  const auto size = static_cast<Index>(elements.size());
  return {Tensor{{size}, std::move(elements)}};
}
inline Value real(double value) { return {Tensor::scalar(value)}; }
inline Value integer(std::int64_t value) { return {Tensor::scalar(value)}; }
inline Value truth(bool value) { return {Tensor::boolean(value)}; }

using Body = std::function<Value(const model::Arguments&)>;

/// f and the functions of `uses:` as lambdas; ref is `reference`.
struct Bodies : language::Functions {
  Body judged, reference;
  std::vector<std::pair<std::string, Body>> used;
  int calls = 0;

  Value call(const model::Arguments& arguments) override {
    ++calls;
    return judged(arguments);
  }
  Value call_reference(const model::Function& function, const model::Arguments& arguments) override {
    ++calls;
    for (const auto& [name, body] : used)
      if (name == function.name) return body(arguments);
    return reference(arguments);
  }
};

/// "[1, 2]", "{mean: 1, mask: none}", "list(1, 2)": a value on one line; arrays are flat.
inline std::string show(const Value& value);

struct Show {
  std::string operator()(const Tensor& array) const {
    std::vector<double> elements;
    for (Index i = 0; i < array.size(); ++i) elements.push_back(array.number(i));
    const std::string text = fmt::format("{}", fmt::join(elements, ", "));
    return array.shape.empty() ? text : "[" + text + "]";
  }
  std::string operator()(const std::string& text) const { return "'" + text + "'"; }
  std::string operator()(const model::List& list) const { return "list(" + all(list.items) + ")"; }
  std::string operator()(const model::Optional& optional) const {
    return optional.item.empty() ? "none" : show(optional.item.front());
  }
  std::string operator()(const model::Record& record) const {
    std::string text;
    for (const auto& [name, value] : record.fields)
      text += (text.empty() ? "" : ", ") + name + ": " + show(value);
    return "{" + text + "}";
  }
  static std::string all(const std::vector<Value>& values) {
    std::string text;
    for (const Value& value : values) text += (text.empty() ? "" : ", ") + show(value);
    return text;
  }
};

inline std::string show(const Value& value) { return std::visit(Show{}, value.data); }

/// "holds", "error: …", or the comparison that failed: "f() ~= x: [1] and [2]; i = 3".
inline std::string show(const language::Evaluation& evaluation) {
  using Result = language::Evaluation::Result;
  if (evaluation.result == Result::holds) return "holds";
  if (evaluation.result == Result::error) return "error: " + evaluation.error;
  const model::Relation& relation = evaluation.relation;
  std::string text = relation.sign.empty()
                         ? fmt::format("{}: {}", relation.left_text, show(relation.left))
                         : fmt::format("{} {} {}: {} and {}", relation.left_text, relation.sign,
                                       relation.right_text, show(relation.left), show(relation.right));
  for (const auto& [name, value] : relation.names) text += fmt::format("; {} = {}", name, show(value));
  return text;
}

inline std::string text_of(const language::PropertyMistake& mistake) {
  return std::to_string(mistake.mistake.offset) + ": " + mistake.mistake.message +
         (mistake.mistake.hint.empty() ? "" : " | " + mistake.mistake.hint);
}

/// A function, an input of it, and what may be called.
struct Exercise {
  model::Function function;
  model::Arguments input;
  Bodies bodies;
  std::vector<model::Function> used;
  std::optional<Value> out;  // else f of the input

  language::Property compile(const model::Property& property) const {
    std::vector<const model::Function*> pointers;
    for (const model::Function& other : used) pointers.push_back(&other);
    auto compiled = language::Property::compile(property, {function, pointers});
    if (const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&compiled))
      FAIL(property.check << ": " << text_of(mistakes->at(0)));
    return std::get<language::Property>(std::move(compiled));
  }
  language::Evaluation evaluate(const model::Property& property) {
    const auto compiled = compile(property);
    const Value result = out ? *out : bodies.judged(input);
    bodies.calls = 0;
    return compiled.evaluate(input, result, {1e-9, 1e-9}, bodies);
  }
  language::Evaluation evaluate(const std::string& check) {
    model::Property property;
    property.check = check;
    return evaluate(property);
  }
};

}  // namespace evaluation
