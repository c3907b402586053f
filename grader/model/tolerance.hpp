#pragma once

namespace grader::model {

/// |actual - expected| <= atol + rtol * |expected|, element by element.
struct Tolerance {
  double rtol = 1e-9;
  double atol = 1e-9;
};

}  // namespace grader::model
