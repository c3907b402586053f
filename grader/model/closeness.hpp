#pragma once

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::model {

// What is close enough, element by element. The judge and the property language share it, so that `~=` means
// what a case means.

/// How one number compares with the reference's.
struct ElementDifference {
  bool wrong = false;
  bool not_finite = false;     // not finite where the reference is
  double absolute = 0;         // infinite where one of the two is not finite, or where it overflows
  double relative = 0;         // infinite where expected is 0
  double times_tolerance = 0;  // infinite where the tolerance is 0
};

/// |actual - expected| <= atol + rtol·|expected| in doubles, also where a side of it overflows.
ElementDifference compare_numbers(double actual, double expected, const Tolerance& tolerance);

/// Exactly; in 64 bits, since a double cannot tell 2^53 from 2^53 + 1.
ElementDifference compare_integers(std::int64_t actual, std::int64_t expected);

/// Two arrays of the same shape and element type.
struct TensorComparison {
  Difference difference;    // without its path and values; wrong_count 0 where nothing differs
  bool not_finite = false;  // of the worst element, which then is the first of its kind
};
TensorComparison compare_tensors(const Tensor& actual, const Tensor& expected, const Tolerance& tolerance);

/// The first element that is nan or infinite, -1 where there is none.
Index first_not_finite(const Tensor& tensor);

}  // namespace grader::model
