#pragma once

#include "util/address_sanitizer.hpp"

namespace grader::support {

/// Whether the tests are built with AddressSanitizer.
inline constexpr bool kSanitized = GRADER_ADDRESS_SANITIZER == 1;

}  // namespace grader::support
