#pragma once

#include <cstdint>
#include <optional>

namespace grader::generate {

/// digits × 10^exponent: a number as a student reads it. Scaling and rounding are done on these, so that
/// 1.234 × 0.01 comes out as the double nearest to 0.01234 and prints as that.
struct Decimal {
  std::int64_t digits = 0;
  int exponent = 0;
  bool operator==(const Decimal&) const = default;
};

/// `value` to so many places after the point, halves away from zero; nothing where it has no 53 bits for
/// that.
std::optional<Decimal> rounded(double value, int places);

/// The shortest decimal that reads back as `value`, which is finite.
Decimal shortest(double value);

/// Nothing on overflow.
std::optional<Decimal> product(const Decimal& a, const Decimal& b);

/// The nearest double; 0 is never negative.
double to_double(const Decimal& decimal);

/// `value` rounded to so many places, times `factor`: the double nearest to that decimal, or the plain
/// product where the numbers are too large for a short one.
double rounded_product(double value, int places, double factor);

/// Places that leave values of this spread (a standard deviation, the width of a range) at least a hundred
/// different ones: 3, and more for spreads below a tenth.
int places_for(double spread);

}  // namespace grader::generate
