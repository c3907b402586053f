#include "cli/question_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/markdown.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

using model::QuestionType;

constexpr std::size_t kIndent = 2;

/// Below each other, the first line behind `first`.
std::string block(const std::string& first, const std::string& markdown, std::size_t width) {
  std::string text;
  const std::size_t indent = util::display_width(first);
  const std::string rendered = render_markdown(markdown, width - indent);
  for (const std::string_view line : util::split_lines(rendered)) {
    const std::string start = text.empty() ? first : std::string(line.empty() ? 0 : indent, ' ');
    text += start + std::string(line) + "\n";
  }
  return text;
}

std::string tolerance_text(const model::Tolerance& tolerance) {
  if (tolerance.rtol == 0 && tolerance.atol == 0) return "exactly";
  if (tolerance.rtol == 0) return fmt::format("±{:g}", tolerance.atol);
  if (tolerance.atol == 0) return fmt::format("±{:g} |right|", tolerance.rtol);
  return fmt::format("±({:g} + {:g} |right|)", tolerance.atol, tolerance.rtol);
}

std::string how_to_answer(const model::Question& question) {
  switch (question.type) {
    case QuestionType::choice:
      return "one option";
    case QuestionType::choices:
      return "all options that are right";
    case QuestionType::number:
      return "a number, " + tolerance_text(question.tolerance);
    case QuestionType::text:
      return "a text, which a person marks";
  }
  return {};
}

std::string question_text(const model::Question& question, std::size_t width) {
  std::string text = fmt::format("{} ({})\n", question.id, how_to_answer(question));
  text += block(std::string(kIndent, ' '), question.prompt, width);
  std::size_t widest = 0;
  for (const model::Option& option : question.options) widest = std::max(widest, option.id.size());
  for (const model::Option& option : question.options)
    text +=
        block(fmt::format("{}  {:<{}}  ", std::string(kIndent, ' '), option.id, widest), option.text, width);
  return text;
}

}  // namespace

std::string to_string(QuestionType type) {
  switch (type) {
    case QuestionType::choice:
      return "choice";
    case QuestionType::choices:
      return "choices";
    case QuestionType::number:
      return "number";
    case QuestionType::text:
      return "text";
  }
  return {};
}

std::string questions_text(const model::Exercise& exercise, std::size_t width) {
  std::string text = "Questions\n";
  for (const model::Question& question : exercise.questions) {
    const std::string lines = question_text(question, width - kIndent);
    for (const std::string_view line : util::split_lines(lines))
      text += (line.empty() ? "" : std::string(kIndent, ' ')) + std::string(line) + "\n";
  }
  return text;
}

nlohmann::ordered_json questions_json(const model::Exercise& exercise) {
  nlohmann::ordered_json questions = nlohmann::ordered_json::array();
  for (const model::Question& question : exercise.questions) {
    nlohmann::ordered_json json{
        {"id", question.id}, {"prompt", question.prompt}, {"type", to_string(question.type)}};
    nlohmann::ordered_json options = nlohmann::ordered_json::object();
    for (const model::Option& option : question.options) options[option.id] = option.text;
    if (!options.empty()) json["options"] = options;
    if (question.type == QuestionType::number)
      json["tolerance"] = {{"rtol", question.tolerance.rtol}, {"atol", question.tolerance.atol}};
    json["points"] = question.points;
    questions.push_back(std::move(json));
  }
  return {{"kind", "questions"}, {"questions", questions}};
}

}  // namespace grader::cli
