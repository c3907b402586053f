#include "worker/sanitizer_report.hpp"

#include <fmt/format.h>

namespace grader::worker {
namespace {

std::string_view line_from(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

/// "total.cpp:7:12" of the first place in the author's file: the stack's innermost frames are often a
/// library's.
std::string place_in(std::string_view text, const std::string& file) {
  const std::string name = file + ":";
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  std::size_t end = at + name.size();
  while (end < text.size() && (text[end] == ':' || (text[end] >= '0' && text[end] <= '9'))) ++end;
  while (text[end - 1] == ':') --end;
  return fmt::format(" at {}", text.substr(at, end - at));
}

/// "==7==ERROR: AddressSanitizer: heap-buffer-overflow on address …", then "READ of size 8 at …" and the
/// stack.
std::optional<std::string> address_finding(std::string_view output, const std::string& file) {
  constexpr std::string_view kMark = "ERROR: AddressSanitizer: ";
  const std::size_t at = output.find(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view report = output.substr(at + kMark.size());
  const std::string_view what = report.substr(0, report.find_first_of(" \n"));
  std::string access;
  for (const std::string_view kind : {"READ of size ", "WRITE of size "}) {
    const std::size_t found = report.find(kind);
    if (found == std::string_view::npos || found > report.find("#0")) continue;
    const std::string_view line = line_from(report, found);
    access = fmt::format(", {}", line.substr(0, line.find(" at ")));
  }
  return fmt::format("{}{} (AddressSanitizer){}", what, access, place_in(report, file));
}

/// "total.cpp:7:12: runtime error: signed integer overflow: …".
std::optional<std::string> behaviour_finding(std::string_view output, const std::string& file) {
  constexpr std::string_view kMark = ": runtime error: ";
  const std::size_t at = output.find(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t newline = output.rfind('\n', at);
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return fmt::format("{} (UndefinedBehaviorSanitizer){}", line_from(output, at + kMark.size()),
                     place_in(output.substr(start), file));
}

}  // namespace

std::optional<std::string> sanitizer_finding(std::string_view output, const std::string& file) {
  if (auto finding = behaviour_finding(output, file)) return finding;
  return address_finding(output, file);
}

}  // namespace grader::worker
