#include "report/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/counterexample_text.hpp"
#include "report/relation_text.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kHeadingWidth = 32;
constexpr std::size_t kMostExplainedLines = 40;
constexpr std::size_t kMostFormLines = 3;
constexpr std::size_t kMostAnswerLines = 10;
constexpr std::size_t kMargin = 2;  // of everything below the heading

std::string failed_text(const model::CheckResult& check) {
  if (check.hidden) return check.status == model::Status::error ? "not judged (hidden)" : "failed (hidden)";
  const bool is_violated = check.verdict == model::Verdict::property_violated;
  const std::string words = is_violated ? "does not hold" : in_words(check.verdict);
  if (check.inputs <= 1 || check.skipped_inputs == check.inputs) return words;
  if (is_violated) return fmt::format("{} on {} of {} inputs", words, check.failed_inputs, check.inputs);
  const bool differ = check.verdict == model::Verdict::wrong_answer;
  return fmt::format("{} of {} inputs{}", check.failed_inputs, check.inputs,
                     differ ? " differ" : ": " + words);
}

std::string heading(const model::CheckResult& check, const Surroundings& around) {
  const std::string reason = failed_text(check);
  const std::size_t column =
      std::min(kHeadingWidth, around.width - std::min(around.width, reason.size() + 1));
  const std::size_t used = util::display_width(check.id) + 1;
  const std::size_t dots = used + 3 < column ? column - used : 3;
  return fmt::format("{} {} {}", check.id, around.style.quiet(std::string(dots, '.')),
                     around.style.bad(reason));
}

void add_wrapped(const std::string& text, std::size_t width, std::size_t most, Lines& lines) {
  const Lines wrapped = util::word_wrap(text, width);
  const std::size_t shown = std::min(most, wrapped.size());
  lines.insert(lines.end(), wrapped.begin(), wrapped.begin() + static_cast<std::ptrdiff_t>(shown));
  if (shown < wrapped.size()) lines.push_back(fmt::format("… {} more lines", wrapped.size() - shown));
}

bool is_plain(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         std::string_view("_-./#+,:@%=").find(byte) != std::string_view::npos;
}

/// For a shell: as it is, or in single quotes.
std::string shell_word(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
  std::string quoted = "'";
  for (const char byte : word) quoted += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return quoted + "'";
}

/// Inputs may be left out because the code was given up on, because the grader was stopped, or because there
/// was nothing to run; the last needs no words.
void add_skipped(const model::CheckResult& check, Lines& lines) {
  if (check.skipped_inputs == 0) return;
  const std::string count = count_text(check.skipped_inputs, "input");
  switch (check.verdict) {
    case model::Verdict::compile_error:
    case model::Verdict::compile_limit:
    case model::Verdict::rejected:
    case model::Verdict::not_implemented:
      return;
    case model::Verdict::grader_error:
      lines.push_back(count + " not run");
      return;
    default:
      lines.push_back(count + " not run, as limits were exceeded before");
  }
}

/// A message that begins with the comparison goes on after it, which stands above both sides.
std::string message_below(const model::CheckResult& check) {
  if (!check.counterexample || !check.counterexample->relation) return check.message;
  const std::string said = does_not_hold(*check.counterexample->relation);
  if (check.message.compare(0, said.size(), said) != 0) return check.message;
  const std::size_t rest = check.message.find_first_not_of(".:;, \n", said.size());
  return rest == std::string::npos ? "" : check.message.substr(rest);
}

std::string answer_text(const model::Answer& answer) {
  if (const auto* number = std::get_if<double>(&answer)) return fmt::format("{}", *number);
  if (const auto* options = std::get_if<std::vector<std::string>>(&answer))
    return fmt::format("{}", fmt::join(*options, ", "));
  return std::get<std::string>(answer);
}

Lines body(const model::ExerciseResult& exercise, const model::CheckResult& check,
           const Surroundings& around) {
  Lines lines;
  const auto add = [&lines](const Lines& more) { lines.insert(lines.end(), more.begin(), more.end()); };
  if (!check.description.empty()) add_wrapped(check.description, around.width, 3, lines);
  if (check.answer)
    add_wrapped("your answer: " + answer_text(*check.answer), around.width, kMostAnswerLines, lines);
  if (check.counterexample) {
    add(input_text(check, around));
    add(outcome_text(*check.counterexample, around));
  }
  add_wrapped(message_below(check), around.width, kMostExplainedLines, lines);
  if (check.counterexample) {
    add_wrapped(check.counterexample->closed_form, around.width, kMostFormLines, lines);
    if (check.counterexample->relation) add(calls_text(*check.counterexample->relation, around));
  }
  add_skipped(check, lines);
  if (check.counterexample && !check.counterexample->name.empty())
    lines.push_back(around.style.quiet(again_text(*check.counterexample, exercise.id, around)));
  return lines;
}

}  // namespace

std::string in_words(model::Verdict verdict) {
  std::string text = model::to_string(verdict);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string solution_file(const std::string& submission, const std::string& id,
                          const std::string& extension) {
  std::string folder = submission;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  return fmt::format("{}/{}{}", folder, id, extension);
}

std::string eval_command(const RunInfo& run, const std::string& id, const std::string& input) {
  const bool usual = run.submission == "student" || run.submission == "student/" || run.submission.empty();
  const std::string implementation = usual ? "student" : solution_file(run.submission, id, ".cpp");
  return fmt::format("grader eval {} --impl {} --case {}{}{}", id,
                     shell_word(util::printable(implementation)), shell_word(input),
                     run.eval_options.empty() ? "" : " ", run.eval_options);
}

std::vector<std::string> explain(const model::ExerciseResult& exercise, const model::CheckResult& check,
                                 const Surroundings& surroundings) {
  Lines lines = {heading(check, surroundings)};
  if (check.hidden) return lines;
  Surroundings inside = surroundings;
  inside.width -= std::min(inside.width, kMargin);
  for (const std::string& line : body(exercise, check, inside))
    lines.push_back(line.empty() ? line : std::string(kMargin, ' ') + line);
  return lines;
}

}  // namespace grader::report
