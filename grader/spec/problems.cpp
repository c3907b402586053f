#include "spec/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace grader::spec {
namespace {

constexpr std::size_t kMostProblems = 200;
constexpr std::size_t kLongestLine = 64 * 1024;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

void Problems::add(Place where, std::string message, std::string hint) {
  if (found_.size() == kMostProblems) {
    ++dropped_;
    return;
  }
  std::string line = util::line_of(text_, where.line);
  // A machine-made file may be one line of megabytes, and every mistake would keep a copy of it.
  if (line.size() > kLongestLine) line.clear();
  found_.push_back({{file_, where.line, where.column}, std::move(message), std::move(line), std::move(hint)});
}

std::vector<util::Diagnostic> Problems::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const util::Diagnostic& a, const util::Diagnostic& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  if (dropped_ > 0)
    found_.push_back({{file_, 0, 0}, fmt::format("{} more mistakes are not shown", dropped_), {}, {}});
  dropped_ = 0;
  return std::exchange(found_, {});
}

void Problems::throw_if_any() {
  if (!empty()) throw util::SpecError(take());
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  const bool cut = text.size() > kLongest;
  if (cut) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  std::string result = "'";
  for (const char c : text) {
    if (is_control(c))
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    else
      result += c;
  }
  return result + (cut ? "...'" : "'");
}

std::string enumerate(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace grader::spec
