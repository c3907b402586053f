#include "judge/show.hpp"

#include <algorithm>

#include "judge/calls.hpp"
#include "language/property.hpp"
#include "util/error.hpp"

namespace grader::judge {
namespace {

std::variant<model::Value, std::string> value_of(const language::Quantity& quantity, const Input& input,
                                                 const model::Value& out, Calls& calls) {
  try {
    return quantity.evaluate(input.arguments, out, calls);
  } catch (const NoAnswer& none) {
    return none.failed.message;
  }
}

}  // namespace

std::vector<model::ShownPart> shown_parts(const model::Exercise& exercise,
                                          const std::vector<const model::Function*>& used,
                                          const std::vector<Input>& inputs,
                                          const std::vector<model::Outcome>& answers, Implementation& subject,
                                          References& references) {
  std::vector<model::ShownPart> parts;
  for (const model::Show& show : exercise.show) {
    const auto input = std::find_if(inputs.begin(), inputs.end(), [&show](const Input& candidate) {
      return candidate.test_case->id == show.case_id;
    });
    if (input == inputs.end()) continue;
    const auto* out =
        std::get_if<model::Value>(&answers.at(static_cast<std::size_t>(input - inputs.begin())));
    if (out == nullptr) continue;
    auto compiled = language::Quantity::compile(show.expression, {exercise.function, used});
    if (const auto* mistake = std::get_if<language::Mistake>(&compiled))
      throw util::CourseError(exercise.id + ", show: " + mistake->message);
    Calls calls(exercise, *input, subject, references);
    auto value = value_of(std::get<language::Quantity>(compiled), *input, *out, calls);
    if (auto* why = std::get_if<std::string>(&value))
      parts.push_back({model::ShowKind::text, show.title, {"cannot be shown: " + *why}});
    else
      parts.push_back({show.kind, show.title, std::move(std::get<model::Value>(value))});
  }
  return parts;
}

}  // namespace grader::judge
