#pragma once

namespace grader::generate {

/// Logarithm, exponential and the normal distribution's quantile from additions, multiplications, divisions
/// and square roots alone. The C library's own differ in the last bit from one platform to the next, and
/// generated inputs must not; these are good to about 1e-15.

/// Natural logarithm of a positive, finite number.
double natural_log(double x);

/// e to the x; infinite above 709.78, 0 below -745.
double natural_exp(double x);

/// The x below which a standard normal variable lies with probability p, 0 < p < 1.
double normal_quantile(double p);

}  // namespace grader::generate
