#include "cli/checks.hpp"

#include <fmt/format.h>

#include <charconv>

namespace grader::cli {
namespace {

template <class Number>
bool is_within(const std::string& text, Number low, Number high) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= low && number <= high;
}

}  // namespace

Check whole_number(int low, int high) {
  return [low, high](const std::string& text) {
    return is_within(text, low, high) ? ""
                                      : fmt::format("'{}' is no whole number from {} to {}", text, low, high);
  };
}

Check percentage() {
  return [](const std::string& text) {
    return is_within(text, 0.0, 100.0) ? "" : fmt::format("'{}' is no percentage between 0 and 100", text);
  };
}

}  // namespace grader::cli
