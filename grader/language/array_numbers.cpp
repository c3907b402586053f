#include "language/array_numbers.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "language/array.hpp"

namespace grader::language::array {
namespace {

using Int = std::int64_t;
constexpr Int kLowest = std::numeric_limits<Int>::min();

[[noreturn]] void overflow(Int a, const char* sign, Int b) {
  throw Error{fmt::format("{} {} {} is too large for an int", a, sign, b)};
}

void refuse_zero(Int a, const char* sign, Int b) {
  if (b == 0) throw Error{fmt::format("{} {} 0: division of an int by zero", a, sign)};
}

}  // namespace

Int int_add(Int a, Int b) {
  Int result = 0;
  if (__builtin_add_overflow(a, b, &result)) overflow(a, "+", b);
  return result;
}

Int int_subtract(Int a, Int b) {
  Int result = 0;
  if (__builtin_sub_overflow(a, b, &result)) overflow(a, "-", b);
  return result;
}

Int int_multiply(Int a, Int b) {
  Int result = 0;
  if (__builtin_mul_overflow(a, b, &result)) overflow(a, "*", b);
  return result;
}

Int int_floor_divide(Int a, Int b) {
  refuse_zero(a, "//", b);
  if (a == kLowest && b == -1) overflow(a, "//", b);
  const Int quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

Int int_modulo(Int a, Int b) {
  refuse_zero(a, "%", b);
  if (b == -1) return 0;
  const Int rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

Int int_power(Int base, Int exponent) {
  // As numpy: else the kind of a result would depend on the numbers, and be unknown before there are any.
  if (exponent < 0)
    throw Error{fmt::format("{} ** {}: an int to a negative power is not an int, write the base as a float",
                            base, exponent)};
  Int result = 1;
  Int square = base;
  for (Int left = exponent; left > 0; left /= 2) {
    if (left % 2 != 0 && __builtin_mul_overflow(result, square, &result)) overflow(base, "**", exponent);
    if (left > 1 && __builtin_mul_overflow(square, square, &square)) overflow(base, "**", exponent);
  }
  return result;
}

double real_modulo(double a, double b) {
  const double rest = std::fmod(a, b);
  if (rest == 0) return std::copysign(0.0, b);
  return (rest < 0) != (b < 0) ? rest + b : rest;  // a NaN stays one
}

double real_floor_divide(double a, double b) {
  if (b == 0) return a / b;
  // Towards zero first: a less that rest is a multiple of b, but for rounding.
  const double rest = std::fmod(a, b);
  const double quotient = (a - rest) / b;
  const double whole = std::isfinite(quotient) ? std::nearbyint(quotient) : quotient;
  return rest != 0 && (rest < 0) != (b < 0) ? whole - 1 : whole;
}

double real_round(double x, Int decimals) {
  if (!std::isfinite(x)) return x;
  const double power = std::pow(10.0, std::abs(static_cast<double>(decimals)));
  if (decimals < 0) return std::isinf(power) ? 0.0 : std::nearbyint(x / power) * power;
  const double scaled = x * power;
  return std::isfinite(scaled) ? std::nearbyint(scaled) / power : x;
}

Int int_round(Int x, Int decimals) {
  if (decimals >= 0) return x;
  if (decimals < -18) return 0;
  const Int power = int_power(10, -decimals);
  const Int down = int_floor_divide(x, power);
  const Int rest = int_modulo(x, power);
  const bool up = rest > power - rest || (rest == power - rest && down % 2 != 0);
  return int_multiply(up ? down + 1 : down, power);
}

}  // namespace grader::language::array
