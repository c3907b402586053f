#include "judge/questions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/closeness.hpp"

namespace grader::judge {
namespace {

using model::Verdict;

bool contains(const std::vector<std::string>& options, const std::string& id) {
  return std::find(options.begin(), options.end(), id) != options.end();
}

JudgedAnswer judge_choice(const model::KeyEntry& key, const std::string& chosen) {
  if (chosen == std::get<std::string>(key.answer)) return {Verdict::accepted, ""};
  return {Verdict::wrong_answer, explanation_of(key, chosen)};
}

/// All or nothing. Which options are missing is never said.
JudgedAnswer judge_choices(const model::KeyEntry& key, const std::vector<std::string>& chosen) {
  const auto& right = std::get<std::vector<std::string>>(key.answer);
  if (chosen == right) return {Verdict::accepted, ""};
  std::string message;
  for (const std::string& option : chosen)
    if (!contains(right, option))
      message += fmt::format("{}{}: {}", message.empty() ? "" : "\n", option, explanation_of(key, option));
  if (message.empty()) message = "What is chosen belongs here, but not all that belongs is chosen.";
  return {Verdict::wrong_answer, message};
}

JudgedAnswer judge_number(const model::Question& question, const model::KeyEntry& key, double number) {
  const auto is_near = [&](double other) {
    return !model::compare_numbers(number, other, question.tolerance).wrong;
  };
  if (is_near(std::get<double>(key.answer))) return {Verdict::accepted, ""};
  for (const auto& [typical, text] : key.of_numbers)
    if (is_near(typical)) return {Verdict::wrong_answer, text};
  const model::Tolerance& tolerance = question.tolerance;
  if (tolerance.atol == 0 && tolerance.rtol == 0)
    return {Verdict::wrong_answer, fmt::format("{} is not it.", number)};
  return {Verdict::wrong_answer, fmt::format("{} is not it, within the tolerance of {:g} + {:g} |right|.",
                                             number, tolerance.atol, tolerance.rtol)};
}

}  // namespace

std::string explanation_of(const model::KeyEntry& key, const std::string& option) {
  for (const auto& [id, text] : key.of_options)
    if (id == option) return text;
  return {};
}

JudgedAnswer judge_answer(const model::Question& question, const model::KeyEntry& key,
                          const model::Answer& answer) {
  switch (question.type) {
    case model::QuestionType::choice:
      return judge_choice(key, std::get<std::string>(answer));
    case model::QuestionType::choices:
      return judge_choices(key, std::get<std::vector<std::string>>(answer));
    case model::QuestionType::number:
      return judge_number(question, key, std::get<double>(answer));
    case model::QuestionType::text:
      break;
  }
  return {Verdict::needs_review, "A text is marked by a person; its points are given then."};
}

}  // namespace grader::judge
