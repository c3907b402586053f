#pragma once

#include <stdexcept>
#include <string_view>

#include "model/type.hpp"
#include "model/value.hpp"

namespace grader::worker {

/// Bytes that are no value of the type they should be; what() says what does not fit.
struct BadBytes : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Decodes one value of the given type that fills `bytes` exactly. Sizes are the sender's claim: each is held
/// against the bytes that are there before anything is allocated for it, and the values of lists are counted,
/// so that memory is bounded by the bytes and a constant. Dimensions are not compared with the type's (a
/// wrong shape is a wrong answer, not a bad reply), but the rank is. Throws BadBytes.
model::Value decode_value(std::string_view bytes, const model::Type& type);

}  // namespace grader::worker
