#pragma once

#include <string_view>

#include "language/array.hpp"

/// What is done to each element, shapes broadcast. Bools count as ints in arithmetic; ints are exact, and
/// where 64 bits do not suffice that is an Error.
namespace grader::language::array {

/// + - * / // % **. `/` is real; `**` is an int where both sides are and no exponent is negative.
Tensor arithmetic(std::string_view sign, const Tensor& a, const Tensor& b, Budget& budget);
/// == != < <= > >=.
Tensor compared(std::string_view sign, const Tensor& a, const Tensor& b, Budget& budget);

Tensor negated(const Tensor& x, Budget& budget);
Tensor absolute(const Tensor& x, Budget& budget);
Tensor rounded(const Tensor& x, Index decimals, Budget& budget);
/// sqrt exp log sin cos tanh erf.
Tensor mapped(double (*function)(double), const Tensor& x, Budget& budget);
Tensor isfinite(const Tensor& x, Budget& budget);
Tensor isnan(const Tensor& x, Budget& budget);

Tensor maximum(const Tensor& a, const Tensor& b, Budget& budget);
Tensor minimum(const Tensor& a, const Tensor& b, Budget& budget);
Tensor where(const Tensor& condition, const Tensor& x, const Tensor& y, Budget& budget);
/// Whether some |a - b| is above `atol`; what is not finite never is.
bool far(const Tensor& a, const Tensor& b, const Tensor& atol, Budget& budget);

}  // namespace grader::language::array
