#pragma once

#include <cstdint>
#include <string>

#include "model/value.hpp"

namespace grader::worker {

/// The bytes of a request (harness/wire.hpp): a frame with the arguments in their order.
std::string encode_request(std::uint32_t sequence, const model::Arguments& arguments);

/// The bytes of one value.
std::string encode_value(const model::Value& value);

}  // namespace grader::worker
