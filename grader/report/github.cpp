#include "report/github.hpp"

#include <fmt/format.h>

#include <charconv>
#include <ostream>

#include "report/exercise_text.hpp"
#include "report/inert.hpp"
#include "report/markdown.hpp"
#include "report/value_text.hpp"
#include "report/visible.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

constexpr std::size_t kLongestAnnotation = 4 * 1024;

std::string percent_encoded(std::string_view text, std::string_view special) {
  std::string result;
  for (const char byte : text)
    result += special.find(byte) == std::string_view::npos
                  ? std::string(1, byte)
                  : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return result;
}

bool needs_annotation(model::Status status) {
  return status == model::Status::fail || status == model::Status::error;
}

/// " file=…,line=…,": no file where the solution is not to blame.
std::string place(const RunInfo& run, const model::ExerciseResult& result) {
  if (result.status == model::Status::error) return " ";
  const std::string file =
      util::printable(solution_file(run.submission, result.id, result.extension), util::Newlines::escape);
  const int line = error_line(result.message, file.substr(file.rfind('/') + 1));
  const std::string at = line > 0 ? fmt::format("line={},", line) : "";
  return fmt::format(" file={},{}", escape_property(file), at);
}

/// A known mistake comes first: the end of a long annotation is folded away, or cut.
std::vector<std::string> lines_of(model::ExerciseResult shown, const RunInfo& run) {
  const Surroundings around{run, 100, {}, Detail::brief};
  std::vector<std::string> lines = known_mistake(shown, around.width);
  shown.pitfall.reset();
  for (std::string& line : findings(shown, around)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace

std::string escape_data(std::string_view text) { return percent_encoded(text, "%\r\n"); }
std::string escape_property(std::string_view text) { return percent_encoded(text, "%\r\n:,"); }

int error_line(const std::string& message, const std::string& file_name) {
  for (const std::string_view line : util::split_lines(message)) {
    const std::size_t error = line.find("error:");
    const std::size_t name = line.substr(0, error).rfind(file_name + ":");
    if (error == std::string_view::npos || name == std::string_view::npos) continue;
    // "other_name.cpp:3" ends with the name as well.
    if (name > 0 && line[name - 1] != '/') continue;
    int number = 0;
    const char* begin = line.data() + name + file_name.size() + 1;
    const auto [end, failure] = std::from_chars(begin, line.data() + line.size(), number);
    if (failure == std::errc() && number > 0) return number;
  }
  return 0;
}

GithubReporter::GithubReporter(std::ostream& out, std::ostream* summary, std::string token)
    : out_(out), summary_(summary), token_(std::move(token)) {}

void GithubReporter::begin(const RunInfo& run) {
  run_ = run;
  out_ << "::stop-commands::" << token_ << '\n' << std::flush;
}

void GithubReporter::end(const model::Report& report) {
  out_ << "::" << token_ << "::\n";
  for (const model::ExerciseResult& result : report.exercises)
    if (needs_annotation(result.status)) annotate(result);
  out_ << std::flush;
  if (summary_ != nullptr) *summary_ << step_summary(report, run_) << std::flush;
}

void GithubReporter::annotate(const model::ExerciseResult& result) {
  const model::ExerciseResult shown = readable(result, kLongestAnnotation, 0);
  const std::string title = fmt::format("{}: {} ({} / {} points)", shown.id, in_words(shown.verdict),
                                        points_text(shown.score), points_text(shown.max_score));
  const std::string text = inert(fmt::format("{}", fmt::join(lines_of(shown, run_), "\n")));
  out_ << fmt::format("::error{}title={}::{}\n", place(run_, shown), escape_property(title),
                      escape_data(util::printable_within(text, kLongestAnnotation)));
}

}  // namespace grader::report
