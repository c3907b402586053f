#include "judge/diagnosis.hpp"

#include "judge/compare.hpp"

namespace grader::judge {
namespace {

bool same_answer(const model::Exercise& exercise, const Input& input, const model::Outcome& a,
                 const model::Outcome& b) {
  const auto* value = std::get_if<model::Value>(&a);
  const auto* other = std::get_if<model::Value>(&b);
  if (value == nullptr || other == nullptr)
    return value == other &&
           std::get<model::CallFailure>(a).verdict == std::get<model::CallFailure>(b).verdict;
  Rules rules = rules_of(exercise, input);
  rules.compare = {};
  rules.nan = model::NanPolicy::equal;
  // A mistake may be one of shape, which the other has to make too.
  rules.bindings.clear();
  return compare(*value, *other, rules).verdict == model::Verdict::accepted;
}

}  // namespace

bool same_answers(const model::Exercise& exercise, const std::vector<Input>& inputs,
                  const std::vector<model::Outcome>& a, const std::vector<model::Outcome>& b) {
  if (a.size() != inputs.size() || b.size() != inputs.size()) return false;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (!same_answer(exercise, inputs[i], a[i], b[i])) return false;
  return true;
}

bool differs_from_expected(const model::Exercise& exercise, const std::vector<Input>& inputs,
                           const std::vector<model::Outcome>& outcomes) {
  for (std::size_t i = 0; i < inputs.size() && i < outcomes.size(); ++i)
    if (!same_answer(exercise, inputs[i], outcomes[i], model::Outcome(inputs[i].expected))) return true;
  return false;
}

std::optional<std::size_t> diagnose(const model::Exercise& exercise, const std::vector<Input>& inputs,
                                    const std::vector<model::Outcome>& answers,
                                    const std::vector<std::vector<model::Outcome>>& pitfalls) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < pitfalls.size(); ++i) {
    if (!same_answers(exercise, inputs, answers, pitfalls[i])) continue;
    if (!differs_from_expected(exercise, inputs, pitfalls[i])) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

}  // namespace grader::judge
