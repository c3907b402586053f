#include "judge/diagnosis.hpp"

#include "judge/closed_form.hpp"
#include "judge/compare.hpp"

namespace grader::judge {
namespace {

model::Type of_any_size(const model::Type& type) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data))
    return {model::ArrayType{array->element, std::vector<model::Dim>(array->dims.size())}};
  if (const auto* list = std::get_if<model::ListType>(&type.data))
    return {model::ListType{std::make_shared<const model::Type>(of_any_size(*list->item))}};
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    return {model::OptionalType{std::make_shared<const model::Type>(of_any_size(*optional->item))}};
  model::RecordDef def = *std::get<model::RecordType>(type.data).def;
  for (model::Field& field : def.fields) field.type = of_any_size(field.type);
  return {model::RecordType{std::make_shared<const model::RecordDef>(std::move(def))}};
}

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
  rules.returns = of_any_size(rules.returns);
  return compare(*value, *other, rules).verdict == model::Verdict::accepted;
}

Observation observed(const model::Exercise& exercise, const model::Arguments& arguments,
                     const model::Value& actual, const model::Value& expected) {
  Observation observation{{}, {}, actual, expected};
  model::bind(exercise.function, arguments, observation.sizes);
  for (const model::Field& param : exercise.function.params) {
    const model::Value* value = arguments.find(param.name);
    if (value != nullptr && model::is_scalar(param.type, model::Scalar::float64))
      observation.scalars.emplace_back(param.name, std::get<model::Tensor>(value->data).number(0));
  }
  return observation;
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
    if (!inputs[i].expected ||
        !same_answer(exercise, inputs[i], outcomes[i], model::Outcome(*inputs[i].expected)))
      return true;
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

std::string closed_form(const model::Exercise& exercise, const std::vector<Input>& inputs,
                        const std::vector<model::Outcome>& answers, const model::Counterexample& shown) {
  if (!shown.actual || !shown.expected) return {};
  std::vector<Observation> observations;
  for (std::size_t i = 0; i < inputs.size() && i < answers.size(); ++i) {
    if (inputs[i].test_case->hidden || !is_exact(inputs[i])) continue;
    const auto* actual = std::get_if<model::Value>(&answers[i]);
    if (actual == nullptr) return {};
    observations.push_back(observed(exercise, inputs[i].arguments, *actual, *inputs[i].expected));
  }
  observations.push_back(observed(exercise, shown.input, *shown.actual, *shown.expected));
  return closed_form(observations);
}

}  // namespace grader::judge
