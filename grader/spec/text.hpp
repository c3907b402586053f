#pragma once

#include <string_view>

#include "spec/problems.hpp"

namespace grader::spec {

/// Whether the bytes are text at all: not empty, not too large, UTF-8, without control characters. What is
/// wrong is reported; the YAML library is never given anything else (it takes a byte 4 for the end of the
/// file).
bool is_text(std::string_view bytes, Problems& problems);

}  // namespace grader::spec
