#pragma once

#include "model/outcome.hpp"
#include "model/type.hpp"

namespace grader::judge {

/// A function that can be called: the student's, the reference, a known mistake. The judge does not know what
/// is behind it.
class Implementation {
 public:
  virtual ~Implementation() = default;
  virtual model::Outcome call(const model::Arguments& arguments) = 0;
};

/// The reference of the exercise that is judged, and those of the exercises in `uses:`, whose functions
/// properties may call too.
class References {
 public:
  virtual ~References() = default;
  virtual model::Outcome call(const model::Function& function, const model::Arguments& arguments) = 0;
};

}  // namespace grader::judge
