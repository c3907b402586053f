#pragma once

#include <string>
#include <vector>

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::judge {

/// What a result is worth against the reference's, and why. `message` is empty for Verdict::accepted.
struct Judgement {
  model::Verdict verdict = model::Verdict::accepted;
  std::string message;
  std::vector<model::Difference> differences;  // the parts that differ, those of wrong shape first
};

/// How a result is judged, apart from the numbers themselves.
struct Rules {
  model::Type returns;
  model::Bindings bindings;
  model::Tolerance tolerance;
  model::NanPolicy nan = model::NanPolicy::error;
  model::Compare compare;
};

struct Input;

/// The rules for the result on one input.
Rules rules_of(const model::Exercise& exercise, const Input& input);

/// |a - e| <= atol + rtol·|e| element by element, written so that NaN fails; never norm-wise. Integers,
/// booleans and strings exactly, shapes exactly. Infinities match by sign; a value that is not finite where
/// the reference is finite is not_finite; a reference that is not finite is grader_error unless `nan` says
/// equal. Shapes are held against the signature first (wrong_shape, in symbols and numbers), then against the
/// reference's.
Judgement compare(const model::Value& actual, const model::Value& expected, const Rules& rules);

/// The same for a result that is held against nothing: types and shapes fit the signature, and numbers are
/// finite unless `nan` says equal.
Judgement check_form(const model::Value& actual, const Rules& rules);

}  // namespace grader::judge
