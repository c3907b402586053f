#include "report/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/bounds.hpp"
#include "report/exercise_text.hpp"
#include "report/inert.hpp"
#include "report/lines.hpp"
#include "report/summary_text.hpp"
#include "report/value_text.hpp"
#include "report/visible.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

constexpr std::size_t kLargestSummary = 1024 * 1024 - 1024;

std::string row(const model::ExerciseResult& result) {
  return fmt::format("| {} | {} | {} | {} / {} |\n", markdown_text(result.id), markdown_text(result.title),
                     model::to_string(result.status), points_text(result.score),
                     points_text(result.max_score));
}

std::string section(model::ExerciseResult result, const RunInfo& run) {
  std::string text = fmt::format("\n### {}: {}\n", markdown_text(result.id), in_words(result.verdict));
  if (result.pitfall)
    text += fmt::format("\n**Known mistake:** {}\n", markdown_text(result.pitfall->message));
  result.pitfall.reset();
  const std::string reasons = join_lines(findings(result, {run, 100, {}, Detail::brief}));
  if (!reasons.empty()) text += "\n" + markdown_block(reasons);
  if (!result.output.empty()) text += "\nPrinted by the submitted code:\n\n" + markdown_block(result.output);
  return text;
}

bool needs_section(const model::ExerciseResult& result) {
  return result.status == model::Status::fail || result.status == model::Status::error ||
         !result.shown.empty();
}

std::optional<std::string> render(const model::Report& report, const RunInfo& run, const Bounds& bounds,
                                  std::size_t limit) {
  const std::size_t count = std::min(report.exercises.size(), bounds.exercises);
  std::string table = "\n| Exercise | Title | Status | Points |\n| --- | --- | --- | ---: |\n";
  std::string sections;
  for (std::size_t i = 0; i < count; ++i) {
    const model::ExerciseResult shown = readable(report.exercises[i], bounds.message, bounds.output);
    table += row(shown);
    if (bounds.checks && needs_section(shown)) sections += section(shown, run);
    if (table.size() + sections.size() > limit) return std::nullopt;
  }
  if (count < report.exercises.size())
    table += fmt::format("\n{} more exercises were left out to keep this small.\n",
                         report.exercises.size() - count);
  const std::string cut = report.interrupted ? "\nInterrupted: not everything was graded.\n" : "";
  return fmt::format("## {}\n\n{}; seed {}; isolation {}\n{}", score_text(report), counts_text(report),
                     report.seed, markdown_text(util::printable_within(report.isolation, bounds.message)),
                     cut) +
         table + sections;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]()#+-.!|~>$:@";
  std::string result;
  for (const char byte : util::printable(text, util::Newlines::escape)) {
    if (byte == '<')
      result += "&lt;";
    else if (byte == '&')
      result += "&amp;";
    else
      result += (kSpecial.find(byte) == std::string_view::npos ? "" : "\\") + std::string(1, byte);
  }
  return result;
}

std::string markdown_block(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char byte : text) {
    run = byte == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(std::max<std::size_t>(3, longest + 1), '`');
  const bool ends_line = !text.empty() && text.back() == '\n';
  return fmt::format("{}text\n{}{}{}\n", fence, inert(text), ends_line ? "" : "\n", fence);
}

std::string step_summary(const model::Report& report, const RunInfo& run) {
  return fit(kLargestSummary, report.exercises.size(),
             [&](const Bounds& bounds, std::size_t limit) { return render(report, run, bounds, limit); });
}

}  // namespace grader::report
