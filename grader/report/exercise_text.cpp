#include "report/exercise_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/shown_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Status;
using model::Verdict;
using Lines = std::vector<std::string>;

constexpr std::size_t kMostMessageLines = 60;
constexpr std::size_t kMostOutputLines = 40;
constexpr std::size_t kMostReasons = 8;
constexpr std::size_t kMostAnswers = 40;  // which are explained in a few lines each

/// What stands above the message of an exercise as a whole. What is wrong with answers has its place in it.
std::string message_heading(const model::ExerciseResult& result) {
  if (result.verdict == Verdict::rejected && result.extension != ".cpp") return {};
  switch (result.verdict) {
    case Verdict::compile_error:
      return "does not compile:";
    case Verdict::compile_limit:
      return "compiling it was stopped:";
    case Verdict::rejected:
      return "the file was not accepted:";
    case Verdict::grader_error:
      return "the grader could not judge this (not your fault):";
    default:
      return {};
  }
}

/// A compiler's lines stay whole, so that its carets stand under what they mean; very long ones are cut.
Lines message_lines(const model::ExerciseResult& result, std::size_t width) {
  constexpr std::size_t kLongestLine = 400;
  Lines lines;
  if (result.verdict != Verdict::compile_error) return util::word_wrap(result.message, width);
  for (const std::string_view line : util::split_lines(result.message))
    lines.push_back(util::truncate(line, kLongestLine));
  return lines;
}

void add_message(const model::ExerciseResult& result, const Surroundings& around, Lines& lines) {
  const std::string heading = message_heading(result);
  if (!heading.empty()) lines.push_back(around.style.bad(heading));
  const Lines wrapped = message_lines(result, around.width - 2);
  const std::size_t shown = std::min(kMostMessageLines, wrapped.size());
  for (std::size_t i = 0; i < shown; ++i) lines.push_back((heading.empty() ? "" : "  ") + wrapped[i]);
  if (shown < wrapped.size()) lines.push_back(fmt::format("… {} more lines", wrapped.size() - shown));
}

/// A check that only repeats what the exercise's message has said.
bool says_nothing_new(const model::ExerciseResult& result, const model::CheckResult& check) {
  return !result.message.empty() && check.verdict == result.verdict && !check.counterexample &&
         (check.message.empty() || check.message == result.message);
}

void add_checks(const model::ExerciseResult& result, const Surroundings& around, Lines& lines) {
  std::size_t explained = 0;
  std::size_t more = 0;
  std::string passed;
  std::string to_do;
  const auto name = [](std::string& names, const std::string& id) {
    names += (names.empty() ? "" : ", ") + id;
  };
  for (const model::CheckResult& check : result.checks) {
    const std::size_t most = check.kind == model::CheckKind::question ? kMostAnswers : kMostReasons;
    if (check.status == Status::pass) {
      name(passed, check.id);
    } else if (check.status == Status::todo) {
      name(to_do, check.id);
    } else if (!says_nothing_new(result, check) && ++explained <= most) {
      const Lines reasons = explain(result, check, around);
      lines.insert(lines.end(), reasons.begin(), reasons.end());
    } else if (explained > most) {
      ++more;
    }
  }
  if (more > 0) lines.push_back(fmt::format("… and {} more checks failed", more));
  const auto quiet = [&](const std::string& text) {
    for (const std::string& line : util::word_wrap(text, around.width))
      lines.push_back(around.style.quiet(line));
  };
  if (!to_do.empty()) quiet("to do: " + to_do);
  if (!passed.empty() && result.status != Status::pass) quiet("passed: " + passed);
}

/// Of questions some may be answered. What was not begun needs no words.
bool is_begun(const model::ExerciseResult& result) {
  return std::any_of(result.checks.begin(), result.checks.end(),
                     [](const model::CheckResult& check) { return check.status != Status::todo; });
}

/// The first and the last lines where there are too many: what a program printed last matters most in a
/// crash.
void add_output(const model::ExerciseResult& result, const Surroundings& around, Lines& lines) {
  if (result.output.empty()) return;
  Lines wrapped;
  for (const std::string_view line : util::split_lines(result.output))
    for (std::string& part : util::hard_wrap(line, around.width - 2)) wrapped.push_back(std::move(part));
  lines.push_back(around.style.quiet("your code printed:"));
  const bool whole = wrapped.size() <= kMostOutputLines;
  for (std::size_t i = 0; i < wrapped.size(); ++i) {
    if (!whole && i == kMostOutputLines / 2) {
      lines.push_back(
          around.style.quiet(fmt::format("… {} lines left out", wrapped.size() - kMostOutputLines)));
      i = wrapped.size() - kMostOutputLines / 2;
    }
    lines.push_back(around.style.quiet("| ") + wrapped[i]);
  }
  if (result.output_cut)
    lines.push_back(around.style.quiet("… and more; it was cut at the exercise's limit"));
}

}  // namespace

std::vector<std::string> known_mistake(const model::ExerciseResult& result, std::size_t width) {
  constexpr std::size_t kMargin = 2;
  if (!result.pitfall || result.status == Status::pass) return {};
  Lines lines = util::word_wrap("known mistake: " + result.pitfall->message, width - kMargin);
  for (std::size_t i = 1; i < lines.size(); ++i) lines[i].insert(0, kMargin, ' ');
  return lines;
}

std::vector<std::string> findings(const model::ExerciseResult& result, const Surroundings& around) {
  Lines lines;
  if (result.interrupted) return {"interrupted: not everything was checked"};
  if (!result.message.empty()) add_message(result, around, lines);
  if (is_begun(result)) add_checks(result, around, lines);
  for (const std::string& line : known_mistake(result, around.width))
    lines.push_back(around.style.strong(line));
  for (const model::ShownPart& part : result.shown)
    for (std::string& line : shown_text(part, around.width)) lines.push_back(std::move(line));
  if (result.status == Status::pass)
    for (const std::string& line : util::word_wrap(result.takeaway, around.width)) lines.push_back(line);
  return lines;
}

std::vector<std::string> exercise_text(const model::ExerciseResult& result, const Surroundings& around) {
  Lines lines = findings(result, around);
  if (result.status != Status::todo) add_output(result, around, lines);
  return lines;
}

}  // namespace grader::report
