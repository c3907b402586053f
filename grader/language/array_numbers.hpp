#pragma once

#include <cstdint>

/// Arithmetic on single numbers where C++ and numpy differ: exact ints, division towards minus infinity,
/// rounding to decimals.
namespace grader::language::array {

std::int64_t int_add(std::int64_t a, std::int64_t b);
std::int64_t int_subtract(std::int64_t a, std::int64_t b);
std::int64_t int_multiply(std::int64_t a, std::int64_t b);
std::int64_t int_floor_divide(std::int64_t a, std::int64_t b);
std::int64_t int_modulo(std::int64_t a, std::int64_t b);
/// An error where the exponent is negative.
std::int64_t int_power(std::int64_t base, std::int64_t exponent);
double real_floor_divide(double a, double b);
double real_modulo(double a, double b);

/// To so many places after the point (before it where negative), halves to even.
double real_round(double x, std::int64_t decimals);
std::int64_t int_round(std::int64_t x, std::int64_t decimals);

}  // namespace grader::language::array
