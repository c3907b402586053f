#include "judge/property_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/calls.hpp"
#include "judge/changes.hpp"
#include "judge/explain.hpp"
#include "judge/number_text.hpp"
#include "model/closeness.hpp"
#include "util/error.hpp"

namespace grader::judge {
namespace {

using model::Verdict;

language::Property compiled(const model::Exercise& exercise, const model::Property& property,
                            const std::vector<const model::Function*>& used) {
  auto result = language::Property::compile(property, {exercise.function, used});
  if (const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&result))
    throw util::CourseError(fmt::format("{}, property {}: {}", exercise.id, property.id,
                                        mistakes->empty() ? "is wrong" : mistakes->front().mistake.message));
  return std::move(std::get<language::Property>(result));
}

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
