#pragma once

#include <string>
#include <variant>

#include "model/report.hpp"
#include "model/value.hpp"

namespace grader::model {

/// A call that did not return a value: the verdict and what is known, in a line ("crashed with signal 11
/// (Segmentation fault): …").
struct CallFailure {
  Verdict verdict = Verdict::runtime_error;
  std::string message;
  bool ended = false;  // the process is gone; otherwise only the call failed
};

/// What calling an implementation gave.
using Outcome = std::variant<Value, CallFailure>;

}  // namespace grader::model
