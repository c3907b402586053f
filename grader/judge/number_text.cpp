#include "judge/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace grader::judge {
namespace {

constexpr int kUsualDigits = 5;
constexpr int kMostDecimals = 12;
constexpr int kMostDigits = 17;  // tells any two doubles apart
constexpr double kLargestFixed = 1e6;

/// Without this, -0.000001 in three decimals would be "-0.000".
std::string without_negative_zero(std::string text) {
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  return is_zero && text.front() == '-' ? text.substr(1) : text;
}

std::string not_finite_text(double number) {
  if (std::isnan(number)) return "nan";
  return number > 0 ? "inf" : "-inf";
}

std::vector<double> finite_numbers(const std::vector<NumberPair>& pairs) {
  std::vector<double> numbers;
  for (const NumberPair& pair : pairs)
    for (const double number : {pair.expected, pair.actual})
      if (std::isfinite(number)) numbers.push_back(number);
  return numbers;
}

bool tells_apart(const NumberStyle& style, const std::vector<NumberPair>& pairs) {
  return std::none_of(pairs.begin(), pairs.end(), [&style](const NumberPair& pair) {
    return pair.differ && pair.expected != pair.actual && style(pair.expected) == style(pair.actual);
  });
}

/// Decimals that show every number with the usual digits; more than kMostDecimals where fixed notation will
/// not do.
int decimals_for(const std::vector<double>& numbers) {
  int decimals = 0;
  for (const double number : numbers) {
    const double size = std::abs(number);
    if (size >= kLargestFixed) return kMostDecimals + 1;
    if (size > 0)
      decimals = std::max(decimals, kUsualDigits - 1 - static_cast<int>(std::floor(std::log10(size))));
  }
  return decimals;
}

/// Zeros at the end that all numbers share say nothing.
int without_common_zeros(const std::vector<double>& numbers, int decimals) {
  std::size_t needed = 0;
  for (const double number : numbers) {
    const std::string text = fmt::format("{:.{}f}", number, decimals);
    const std::size_t point = text.find('.');
    const std::size_t last = text.find_last_not_of('0');
    if (point != std::string::npos) needed = std::max(needed, last - point);
  }
  return static_cast<int>(needed);
}

}  // namespace

std::string NumberStyle::operator()(double number) const {
  if (!std::isfinite(number)) return not_finite_text(number);
  return fixed ? without_negative_zero(fmt::format("{:.{}f}", number, digits))
               : without_negative_zero(fmt::format("{:.{}g}", number, digits));
}

NumberStyle choose_style(const std::vector<NumberPair>& pairs) {
  const std::vector<double> numbers = finite_numbers(pairs);
  const int decimals = decimals_for(numbers);
  for (int digits = decimals; digits <= kMostDecimals; ++digits)
    if (tells_apart({true, digits}, pairs)) return {true, without_common_zeros(numbers, digits)};
  NumberStyle style{false, kUsualDigits};
  while (style.digits < kMostDigits && !tells_apart(style, pairs)) ++style.digits;
  return style;
}

std::string exact_text(double number) {
  return std::isfinite(number) ? fmt::format("{}", number) : not_finite_text(number);
}

std::string exact_text(const model::Tensor& tensor, model::Index flat) {
  const auto at = static_cast<std::size_t>(flat);
  if (const auto* booleans = std::get_if<std::vector<std::uint8_t>>(&tensor.data))
    return (*booleans)[at] != 0 ? "true" : "false";
  if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&tensor.data))
    return fmt::format("{}", (*integers)[at]);
  if (const auto* singles = std::get_if<std::vector<float>>(&tensor.data); singles != nullptr)
    return std::isfinite((*singles)[at]) ? fmt::format("{}", (*singles)[at])
                                         : exact_text(tensor.number(flat));
  return exact_text(tensor.number(flat));
}

std::string error_text(double error) {
  if (!std::isfinite(error)) return not_finite_text(error);
  if (error >= 10 && error < 1e6) return fmt::format("{:.0f}", error);
  return fmt::format("{:.2g}", error);
}

std::string index_text(model::Index flat, const model::Shape& shape) {
  return shape.empty() ? "" : fmt::format("[{}]", fmt::join(model::unravel(flat, shape), ","));
}

}  // namespace grader::judge
