#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/evaluate_calls.hpp"
#include "language/expression.hpp"
#include "model/report.hpp"

namespace grader::language {

/// Why an evaluation has no answer, with the part of the text: "out[D] : index 3 is out of bounds for axis 0
/// with size 3".
struct Failure {
  std::string text;
};

/// A text and the tree that was made from it.
struct Source {
  const std::string* text = nullptr;
  const Expression* expression = nullptr;
};

/// What a name of `let:` or `forall:` stands for at the moment.
struct Named {
  std::string_view name;
  Source source;
  bool is_let = false;
  Operand value;
};

/// Evaluates the texts of one property on one input. It relies on no check that was made before: whatever
/// does not fit is a Failure. What the functions throw passes through.
class Evaluator {
 public:
  explicit Evaluator(const Surroundings& surroundings)
      : surroundings_(surroundings), calls_(surroundings, work_) {}

  Operand evaluate(const Source& source);
  /// The items of a list.
  std::vector<Operand> evaluate_items(const Source& source);
  /// Whether it holds; where it does not, `relation` says why.
  bool holds(const Source& source);
  model::Relation relation() const;
  model::Tolerance tolerance() const;

  std::vector<Named>& named() { return named_; }
  Calls& calls() { return calls_; }
  /// The expression and those of `let:` that it uses, each once; marks the names that they use in `used`.
  std::vector<const Expression*> with_lets(const Expression& expression, std::vector<bool>& used) const;

 private:
  struct Sides {
    Operand left, right;
  };
  /// The comparison that decided, or the truth value that did, which then is `left`.
  struct Reason {
    Source source;
    std::string_view sign;
    Sides sides;
    model::Tolerance tolerance;
  };

  // evaluate.cpp: what each kind of expression stands for
  template <class F>
  auto guarded(const Expression& expression, F f) {
    try {
      enter();
      auto result = f();
      --depth_;
      return result;
    } catch (const array::Error& error) {
      throw Failure{named_part(expression) + " : " + error.message};
    }
  }
  void enter();
  std::string named_part(const Expression& expression) const;
  Operand any_value(const Expression& expression);  // an optional as it is
  Operand value(const Expression& expression);      // an optional as its item
  Operand item_of(const Expression& expression, const Operand& result);
  Operand node(const Expression& expression);
  Operand binary(const Expression& expression);
  Operand unary(const Expression& expression);
  Operand list(const Expression& expression);
  Operand index(const Expression& expression);
  Operand field(const Expression& expression);
  std::optional<model::Index> part_of_slice(const std::vector<Expression>& part);

  // evaluate_names.cpp
  Operand name(const Expression& expression);
  Operand out();
  Operand given(const model::Value& part, const Operand& whole);
  const Named* find_named(std::string_view name) const;
  const model::Bindings& sizes();
  bool changes_inside_differences(const Named& named);

  // evaluate_functions.cpp
  Operand call(const Expression& expression);
  Operand call_function(const Expression& expression, const model::Function& function, bool judged,
                        bool keeps_input);
  Operand call_builtin(const Expression& expression);
  Operand all_close(const Expression& expression, const std::vector<const Expression*>& arguments);
  Operand central_differences(const Expression& expression, const Expression& by);
  std::vector<double> floats_of(const Expression& expression, model::Shape& shape);

  // evaluate_truth.cpp
  bool decide(const Expression& expression, bool wanted, bool alone);
  bool decide_leaf(const Expression& expression, bool wanted, bool alone);
  Sides sides_of(const Expression& comparison);
  Operand comparison(std::string_view sign, const Sides& sides, const model::Tolerance& tolerance);
  model::Tolerance tolerance_of(const Expression& comparison);

  std::string text_of(const Expression& expression) const;

  const Surroundings& surroundings_;
  Workspace work_;
  Calls calls_;
  std::vector<Named> named_;
  std::optional<model::Bindings> sizes_;
  std::vector<std::pair<const model::Value*, Operand>> widened_;  // parameters and `out` of float32
  std::vector<std::string_view> moved_;  // the parameters that an fd moves at the moment
  // What was found out about expressions, so that it is found out once: whether they use fd, and whether they
  // change with what is moved.
  std::map<const Expression*, bool> differences_, changes_;
  const std::string* text_ = nullptr;  // that the places in expressions are of
  int depth_ = 0;
  Reason reason_;
};

/// Whether some part of the expression, itself included, is what is looked for.
template <class F>
bool any_part(const Expression& expression, F is) {
  if (is(expression)) return true;
  const auto any = [&](const std::vector<Expression>& parts) {
    for (const Expression& part : parts)
      if (any_part(part, is)) return true;
    return false;
  };
  if (any(expression.operands)) return true;
  for (const Argument& argument : expression.arguments)
    if (any_part(argument.value, is)) return true;
  for (const Subscript& subscript : expression.subscripts)
    if (any(subscript.index) || any(subscript.start) || any(subscript.stop) || any(subscript.step))
      return true;
  return false;
}

bool is_comparison(const Expression& expression);

/// A text on one line.
std::string one_line(std::string_view text);

}  // namespace grader::language
