#include "codegen/stubs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "codegen/codegen.hpp"
#include "util/text.hpp"

namespace grader::codegen {
namespace {

using model::Question;
using model::QuestionType;

constexpr std::size_t kWidth = 88;

/// The author's line ends are where the specification was full; only those of paragraphs, lists and what is
/// indented stay.
std::string paragraphs(std::string_view text) {
  std::string joined;
  bool goes_on = false;
  for (const std::string_view line : util::split_lines(text)) {
    const bool begins_anew =
        line.empty() || std::string_view(" \t-*+|#>").find(line[0]) != std::string_view::npos;
    if (!joined.empty()) joined += goes_on && !begins_anew ? ' ' : '\n';
    joined += line;
    goes_on = !line.empty();
  }
  return joined;
}

/// As comment lines: `first` before the text, and as many blanks before what goes on below.
std::string comment(std::string_view first, std::string_view text) {
  const std::size_t indent = util::display_width(first);
  std::string lines;
  for (const std::string& line : util::word_wrap(text, kWidth - 2 - indent)) {
    const std::string start = lines.empty() ? std::string(first) : std::string(indent, ' ');
    std::string whole = fmt::format("# {}{}", start, line);
    whole.erase(whole.find_last_not_of(' ') + 1);
    lines += whole + "\n";
  }
  return lines;
}

std::string how_to_answer(const Question& question) {
  switch (question.type) {
    case QuestionType::choice:
      return "One of these:";
    case QuestionType::choices:
      return "All of these that are right, as a list:";
    case QuestionType::number:
      return "A number.";
    case QuestionType::text:
      return "In your own words. A person will read it.";
  }
  return {};
}

/// Only the forms that are asked for.
std::string forms(const model::Exercise& exercise) {
  const auto asks_for = [&](QuestionType type) {
    return std::any_of(exercise.questions.begin(), exercise.questions.end(),
                       [type](const Question& question) { return question.type == type; });
  };
  std::string lines;
  const auto add = [&](QuestionType type, std::string_view example, std::string_view what) {
    if (asks_for(type)) lines += comment("  ", fmt::format("{:<18}{}", example, what));
  };
  add(QuestionType::choice, "name: b", "one option");
  add(QuestionType::choices, "name: [a, c]", "several options, or one in brackets: [a]");
  add(QuestionType::number, "name: 0.25", "a number, also 1e-3; no fractions, no commas");
  add(QuestionType::text, "name: |", "a text, in indented lines below");
  return comment("", "Write each answer behind its colon, with a blank between:") + lines +
         comment("", "What stays empty is still to be done.");
}

std::string question_text(const Question& question, std::size_t number) {
  std::string text = "\n" + comment(fmt::format("{}. ", number), paragraphs(question.prompt));
  text += comment("   ", how_to_answer(question));
  std::size_t widest = 0;
  for (const model::Option& option : question.options) widest = std::max(widest, option.id.size());
  for (const model::Option& option : question.options)
    text += comment(fmt::format("     {:<{}}  ", option.id, widest), paragraphs(option.text));
  return text + question.id + ":\n";
}

/// The lines that say something, without the white space around them.
std::string answers_essence(std::string_view text) {
  std::string result;
  for (std::string_view line : util::split_lines(text)) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#') continue;
    result += line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
    result += '\n';
  }
  return result;
}

}  // namespace

std::string answers_stub(const model::Exercise& exercise) {
  std::string text =
      comment("", fmt::format("{}. What it is about: grader show {}", exercise.title, exercise.id));
  text += "#\n" + forms(exercise);
  std::size_t number = 0;
  for (const Question& question : exercise.questions) text += question_text(question, ++number);
  return text;
}

bool is_answers_stub(std::string_view answers, const model::Exercise& exercise) {
  return answers_essence(answers) == answers_essence(answers_stub(exercise));
}

std::string stub(const model::Exercise& exercise) {
  return exercise.kind == model::ExerciseKind::questions ? answers_stub(exercise) : function_stub(exercise);
}

bool is_untouched_stub(std::string_view solution, const model::Exercise& exercise) {
  return exercise.kind == model::ExerciseKind::questions ? is_answers_stub(solution, exercise)
                                                         : is_function_stub(solution, exercise);
}

}  // namespace grader::codegen
