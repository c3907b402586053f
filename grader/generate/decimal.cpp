#include "generate/decimal.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

namespace grader::generate {
namespace {

constexpr std::int64_t kExactDigits = std::int64_t{1} << 53;
constexpr int kExactPower = 22;  // the largest power of ten that a double holds exactly
constexpr int kDefaultPlaces = 3;
constexpr int kMostPlaces = 15;

double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool exact(const Decimal& decimal) {
  return decimal.digits >= -kExactDigits && decimal.digits <= kExactDigits &&
         decimal.exponent >= -kExactPower && decimal.exponent <= kExactPower;
}

}  // namespace

std::optional<Decimal> rounded(double value, int places) {
  const double digits = std::round(value * power_of_ten(places));
  if (!(std::fabs(digits) < static_cast<double>(kExactDigits))) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(digits), -places};
}

Decimal shortest(double value) {
  const std::string text = fmt::format("{}", value);
  const std::size_t letter = text.find('e');
  Decimal result;
  if (letter != std::string::npos) result.exponent = std::atoi(text.c_str() + letter + 1);
  bool fraction = false;
  for (const char c : std::string_view(text).substr(0, letter)) {
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    // Seventeen digits hold every double, so that what follows in 1e16 and the like is zeros.
    if (result.digits >= kExactDigits * 10) {
      if (!fraction) ++result.exponent;
      continue;
    }
    result.digits = result.digits * 10 + (c - '0');
    if (fraction) --result.exponent;
  }
  while (result.digits != 0 && result.digits % 10 == 0) {
    result.digits /= 10;
    ++result.exponent;
  }
  if (result.digits == 0) result.exponent = 0;
  if (text[0] == '-') result.digits = -result.digits;
  return result;
}

std::optional<Decimal> product(const Decimal& a, const Decimal& b) {
  Decimal result{0, a.exponent + b.exponent};
  if (__builtin_mul_overflow(a.digits, b.digits, &result.digits)) return std::nullopt;
  return result;
}

double to_double(const Decimal& decimal) {
  if (exact(decimal)) {
    // Both operands are exact, so one correctly rounded operation gives the nearest double.
    const auto digits = static_cast<double>(decimal.digits);
    return decimal.exponent < 0 ? digits / power_of_ten(-decimal.exponent)
                                : digits * power_of_ten(decimal.exponent);
  }
  const std::string text = fmt::format("{}e{}", decimal.digits, decimal.exponent);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range && decimal.exponent > 0)
    return decimal.digits < 0 ? -std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::infinity();
  return value;
}

double rounded_product(double value, int places, double factor) {
  const auto short_value = rounded(value, places);
  const auto result = short_value ? product(*short_value, shortest(factor)) : std::nullopt;
  return result ? to_double(*result) : value * factor;
}

int places_for(double spread) {
  int places = kDefaultPlaces;
  for (double width = spread; width > 0 && width < 0.1 && places < kMostPlaces; width *= 10) ++places;
  return places;
}

}  // namespace grader::generate
