#include "report/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/picture.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kHeadingWidth = 32;
constexpr std::size_t kMostPictures = 3;
constexpr std::size_t kMostInputLines = 4;
constexpr std::size_t kMostMessageLines = 40;
constexpr std::size_t kMargin = 2;  // of everything below the heading
constexpr std::size_t kIndent = 2;  // of pictures, and of inputs on lines of their own

std::string failed_text(const model::CheckResult& check) {
  if (check.hidden) return check.status == model::Status::error ? "not judged (hidden)" : "failed (hidden)";
  const std::string words = in_words(check.verdict);
  if (check.inputs <= 1 || check.skipped_inputs == check.inputs) return words;
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

/// On one line with the case's name where there is room, else each input on lines of its own.
void add_inputs(const model::Counterexample& example, const Surroundings& around, Lines& lines) {
  const bool generated = example.name.find('#') != std::string::npos;
  const std::string seed = generated ? fmt::format("(seed {})", around.run.seed) : "";
  std::string line = example.name + ":";
  for (const auto& [name, value] : example.input.fields) {
    const std::string text = value_text(value);
    line += fmt::format("{}{} = {}", line.back() == ':' ? " " : "  ", name, text);
  }
  if (util::display_width(line) + 2 + seed.size() <= around.width) {
    lines.push_back(line + (generated ? "  " + around.style.quiet(seed) : ""));
    return;
  }
  lines.push_back(example.name + ":" + (generated ? " " + around.style.quiet(seed) : ""));
  for (const auto& [name, value] : example.input.fields) {
    Lines wrapped;
    add_wrapped(fmt::format("{} = {}", name, value_text(value)), around.width - kIndent, kMostInputLines,
                wrapped);
    for (const std::string& part : wrapped) lines.push_back(std::string(kIndent, ' ') + part);
  }
}

void add_pictures(const model::Counterexample& example, const Surroundings& around, Lines& lines) {
  const auto& differences = example.differences;
  const std::string margin(kIndent, ' ');
  for (std::size_t i = 0; i < differences.size() && i < kMostPictures; ++i) {
    if (!differences[i].path.empty()) lines.push_back(margin + util::printable(differences[i].path));
    for (const std::string& line : picture(differences[i], around.width - kIndent, around.style))
      lines.push_back(margin + line);
  }
  if (differences.size() > kMostPictures)
    lines.push_back(margin + fmt::format("… and {} more parts differ", differences.size() - kMostPictures));
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

Lines body(const model::ExerciseResult& exercise, const model::CheckResult& check,
           const Surroundings& around) {
  Lines lines;
  if (!check.description.empty()) add_wrapped(check.description, around.width, 3, lines);
  if (check.counterexample) {
    add_inputs(*check.counterexample, around, lines);
    add_pictures(*check.counterexample, around, lines);
  }
  add_wrapped(check.message, around.width, kMostMessageLines, lines);
  add_skipped(check, lines);
  if (check.counterexample && !check.counterexample->name.empty())
    lines.push_back(
        around.style.quiet("again: " + eval_command(around.run, exercise.id, check.counterexample->name)));
  return lines;
}

}  // namespace

std::string in_words(model::Verdict verdict) {
  std::string text = model::to_string(verdict);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string solution_file(const std::string& submission, const std::string& id) {
  std::string folder = submission;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  return fmt::format("{}/{}.cpp", folder, id);
}

std::string eval_command(const RunInfo& run, const std::string& id, const std::string& input) {
  const bool usual = run.submission == "student" || run.submission == "student/" || run.submission.empty();
  const std::string implementation = usual ? "student" : solution_file(run.submission, id);
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
    lines.push_back(std::string(kMargin, ' ') + line);
  return lines;
}

}  // namespace grader::report
