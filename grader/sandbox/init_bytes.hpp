#pragma once

#include <span>

namespace grader::sandbox {

/// The executable made of sandbox/init/main.cpp; see cmake/embed.cmake.
std::span<const unsigned char> init_bytes();

}  // namespace grader::sandbox
