#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "language/types.hpp"
#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::language {

/// What a property may call: processes elsewhere. Whatever a call throws (the student's code crashed) passes
/// through the evaluation.
class Functions {
 public:
  virtual ~Functions() = default;
  /// `f(…)`, the function that is judged. The result fits the signature's type for these arguments.
  virtual model::Value call(const model::Arguments& arguments) = 0;
  /// `ref(…)`, for which `function` is the exercise's own, and the functions of `uses:`.
  virtual model::Value call_reference(const model::Function& function, const model::Arguments& arguments) = 0;
};

/// What the names of a property stand for: the parameters and sizes of `function`, `out`, f, ref, and the
/// functions of `uses:`.
struct Scope {
  const model::Function& function;
  std::vector<const model::Function*> used;
};

/// A mistake and which of the property's texts it is in.
struct PropertyMistake {
  enum class Part { check, let, for_all };
  Part part = Part::check;
  std::size_t number = 0;  // of the let, of the for_all
  Mistake mistake;
};

/// A call that a failing evaluation made.
struct MadeCall {
  std::string text;  // "f(x = x + 3)"
  model::Arguments arguments;
  model::Value result;
  bool judged = true;  // of f, not of a reference
};

/// What became of a property on one input.
struct Evaluation {
  enum class Result { holds, fails, error };
  Result result = Result::holds;
  std::string
      error;  // why it has no answer: "index 4 is out of bounds for an axis of 3"; says where in the text
  // Of a property that fails: the comparison that decided it. Without a sign where that is no comparison;
  // `left` is its value then. `calls` of it stays empty, that is the judge's to fill in.
  model::Relation relation;
  model::Tolerance tolerance;   // that the comparison used
  std::vector<MadeCall> calls;  // in the order in which they were made, the first few
};

/// A property whose names, types and sizes have been checked. Evaluation is total and bounded: calls, work
/// and memory have limits, going over one of them is an error.
class Property {
 public:
  /// The property, or what is wrong with its texts.
  static std::variant<Property, std::vector<PropertyMistake>> compile(const model::Property& property,
                                                                      const Scope& scope);

  /// On one input. `out` is the result of the function that is judged, and fits its type. `fallback` is the
  /// exercise's tolerance, for a property without its own; a comparison with `fd` has 1e-5 then.
  Evaluation evaluate(const model::Arguments& input, const model::Value& out,
                      const model::Tolerance& fallback, Functions& functions) const;

 private:
  struct Compiled;
  explicit Property(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

/// A condition on inputs (`where:`): parameters and sizes, no results.
class Condition {
 public:
  static Parsed<Condition> compile(std::string_view text, const model::Function& function);
  /// Whether the input meets it. Throws util::GraderError where it has no answer.
  bool holds(const model::Arguments& input) const;

 private:
  struct Compiled;
  explicit Condition(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

struct StaticType;

/// An expression whose value is wanted (`show:`): what a property may name, but for `forall:` and `let:`.
class Quantity {
 public:
  static Parsed<Quantity> compile(std::string_view text, const Scope& scope);

  /// What is known of the value before there are inputs.
  const StaticType& type() const;
  /// The value on one input, or why there is none. A list that was written is an array where it can be one.
  std::variant<model::Value, std::string> evaluate(const model::Arguments& input, const model::Value& out,
                                                   Functions& functions) const;

 private:
  struct Compiled;
  explicit Quantity(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace grader::language
