#pragma once

#include <cstdint>

namespace grader::util {

/// 64 bits of the kernel's random numbers, which nobody can guess. Throws GraderError where it gives none.
std::uint64_t random_bits();

}  // namespace grader::util
