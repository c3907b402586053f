#include "judge/property_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/changes.hpp"
#include "judge/explain.hpp"
#include "judge/number_text.hpp"
#include "model/closeness.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace grader::judge {
namespace {

using model::Verdict;

constexpr std::size_t kMessageBytes = 4096;

language::Property compiled(const model::Exercise& exercise, const model::Property& property,
                            const std::vector<const model::Function*>& used) {
  auto result = language::Property::compile(property, {exercise.function, used});
  if (const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&result))
    throw util::CourseError(fmt::format("{}, property {}: {}", exercise.id, property.id,
                                        mistakes->empty() ? "is wrong" : mistakes->front().mistake.message));
  return std::move(std::get<language::Property>(result));
}

/// Thrown through the evaluation where the implementation that is judged has no answer.
struct NoAnswer {
  Failed failed;
};

/// "[B, D] = 2×4, …" of what does not fit the signature; nothing where all does.
std::optional<Failed> misfit(const model::Exercise& exercise, const Input& input,
                             const model::Arguments& arguments, const model::Value& result) {
  Input called = input;
  called.arguments = arguments;
  called.bindings.clear();
  model::bind(exercise.function, arguments, called.bindings);
  const auto misfits = model::check(result, exercise.function.returns, called.bindings);
  if (misfits.empty()) return std::nullopt;
  const bool is_shape = misfits[0].kind == model::Misfit::Kind::shape;
  Failed failed{is_shape ? Verdict::wrong_shape : Verdict::bad_reply, {}, {}};
  failed.message = path_label(misfits[0].path) + "the result " + misfits[0].message;
  failed.counterexample.name = input.name;
  failed.counterexample.input = arguments;
  failed.counterexample.actual = result;
  return failed;
}

class Calls : public language::Functions {
 public:
  Calls(const model::Exercise& exercise, const Input& input, Implementation& subject, References& references)
      : exercise_(exercise), input_(input), subject_(subject), references_(references) {}

  model::Value call(const model::Arguments& arguments) override {
    model::Outcome outcome = subject_.call(arguments);
    if (const auto* failure = std::get_if<model::CallFailure>(&outcome)) {
      NoAnswer none{failed_call(input_, *failure)};
      none.failed.counterexample.input = arguments;
      const std::string changed = changes(input_.arguments, arguments);
      none.failed.message += changed.empty() ? "" : fmt::format("\ncalled with {}", changed);
      throw none;
    }
    auto& value = std::get<model::Value>(outcome);
    if (auto wrong = misfit(exercise_, input_, arguments, value)) throw NoAnswer{std::move(*wrong)};
    return std::move(value);
  }

  model::Value call_reference(const model::Function& function, const model::Arguments& arguments) override {
    model::Outcome outcome = references_.call(function, arguments);
    const auto* failure = std::get_if<model::CallFailure>(&outcome);
    if (failure == nullptr) return std::move(std::get<model::Value>(outcome));
    // Perhaps for what the subject returned; whether the property is at fault, the reference's own answers
    // show.
    Failed failed{Verdict::property_violated, {}, {}};
    failed.message = fmt::format("has no answer: the reference of {} fails on what it is given: {}",
                                 function.name, util::printable_within(failure->message, kMessageBytes));
    failed.counterexample.name = input_.name;
    failed.counterexample.input = input_.arguments;
    throw NoAnswer{std::move(failed)};
  }

 private:
  const model::Exercise& exercise_;
  const Input& input_;
  Implementation& subject_;
  References& references_;
};

/// `tensor` in the form of `other`, of which every element is held against its only one.
model::Tensor spread(const model::Tensor& tensor, const model::Tensor& other) {
  model::Tensor result = model::Tensor::zeros(model::Scalar::float64, other.shape);
  auto& numbers = std::get<std::vector<double>>(result.data);
  std::fill(numbers.begin(), numbers.end(), tensor.number(0));
  return result;
}

/// The arrays of a comparison by tolerance, where they can be held side by side.
void add_difference(const language::Evaluation& evaluation, model::Counterexample& counterexample,
                    std::string& message) {
  const auto* left_side = std::get_if<model::Tensor>(&evaluation.relation.left.data);
  const auto* right_side = std::get_if<model::Tensor>(&evaluation.relation.right.data);
  if (evaluation.relation.sign != "~=" || left_side == nullptr || right_side == nullptr) return;
  const model::Tensor left = left_side->shape.empty() ? spread(*left_side, *right_side) : *left_side;
  const model::Tensor right = right_side->shape.empty() ? spread(*right_side, *left_side) : *right_side;
  if (left.shape != right.shape || left.element() != right.element()) return;
  auto comparison = model::compare_tensors(left, right, evaluation.tolerance);
  if (comparison.difference.wrong_count == 0) return;
  comparison.difference.expected.data = right;
  comparison.difference.actual.data = left;
  message = explain_numbers(comparison.difference, comparison.not_finite);
  counterexample.differences.push_back(std::move(comparison.difference));
}

}  // namespace

PropertyCheck::PropertyCheck(const model::Exercise& exercise, const model::Property& property,
                             const std::vector<const model::Function*>& used)
    : exercise_(exercise), property_(property), compiled_(compiled(exercise, property, used)) {}

bool applies_to(const model::Property& property, const model::Case& test_case) {
  return std::find(property.cases.begin(), property.cases.end(), test_case.id) != property.cases.end();
}

std::optional<Failed> PropertyCheck::judge(const Input& input, const model::Outcome& outcome,
                                           Implementation& subject, References& references) const {
  if (const auto* failure = std::get_if<model::CallFailure>(&outcome)) return failed_call(input, *failure);
  const auto& out = std::get<model::Value>(outcome);
  if (auto wrong = misfit(exercise_, input, input.arguments, out)) return wrong;
  Calls calls(exercise_, input, subject, references);
  try {
    language::Evaluation evaluation = compiled_.evaluate(input.arguments, out, exercise_.tolerance, calls);
    if (evaluation.result == language::Evaluation::Result::holds) return std::nullopt;
    return failed(input, out, std::move(evaluation));
  } catch (NoAnswer& none) {
    return std::move(none.failed);
  }
}

Failed PropertyCheck::failed(const Input& input, const model::Value& out,
                             language::Evaluation evaluation) const {
  Failed failed{Verdict::property_violated, {}, {}};
  failed.counterexample.name = input.name;
  failed.counterexample.input = input.arguments;
  failed.counterexample.actual = out;
  if (evaluation.result == language::Evaluation::Result::error) {
    failed.message = "has no answer: " + evaluation.error;
    return failed;
  }
  for (const language::MadeCall& made : evaluation.calls) {
    if (!made.judged) continue;
    const std::string changed = changes(input.arguments, made.arguments);
    const std::string effect = changes(out, made.result, "out");
    if (changed.empty() && effect.empty()) continue;
    evaluation.relation.calls.push_back(fmt::format("{}: {} changed {}", made.text,
                                                    changed.empty() ? "nothing" : changed,
                                                    effect.empty() ? "nothing" : effect));
  }
  add_difference(evaluation, failed.counterexample, failed.message);
  failed.counterexample.relation = std::move(evaluation.relation);
  return failed;
}

}  // namespace grader::judge
