#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/value.hpp"

namespace grader::judge {

/// Numbers as a student reads them: short, but never so short that a wrong value looks like the right one.
///
/// How the numbers of one picture are written. Fixed notation with one number of decimals where the sizes
/// allow it, else significant digits.
struct NumberStyle {
  bool fixed = false;
  int digits = 5;  // decimals where fixed, else significant digits

  std::string operator()(double number) const;
};

/// Pairs of an expected and an actual number that differ must look different; other pairs only share the
/// style.
struct NumberPair {
  double expected = 0;
  double actual = 0;
  bool differ = false;
};

/// About five significant digits, more where a pair that differs needs them.
NumberStyle choose_style(const std::vector<NumberPair>& pairs);

/// Element `flat` in full: the shortest text that reads back as the same number; "true" and "false" of
/// booleans.
std::string exact_text(const model::Tensor& tensor, model::Index flat);
std::string exact_text(double number);

/// An error with two significant digits ("0.29", "1.2e-07"); whole numbers from 10 up to a million as such.
std::string error_text(double error);

/// "[0,1]"; empty for a scalar.
std::string index_text(model::Index flat, const model::Shape& shape);

}  // namespace grader::judge
