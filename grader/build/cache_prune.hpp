#pragma once

#include <cstdint>
#include <filesystem>

namespace grader::build {

/// Removes what was not used for the longest time from a cache until at most `bytes` are left. The harness of
/// a compiler goes as a whole or not at all, and stays while a grader compiles with it; boxes, locks and the
/// secret stay.
void remove_longest_unused(const std::filesystem::path& root, std::uintmax_t bytes);

}  // namespace grader::build
