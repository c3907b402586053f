#pragma once

#include <cstdint>
#include <filesystem>

namespace grader::build {

/// The number that a cache's keys and sums are made with: 16 hexadecimal digits in <root>/secret, random and
/// readable by its owner only. XXH3 is no cryptographic hash: whoever knew the number could write a solution
/// that has the key of another one.
///
/// Makes the file where there is none, or none that is complete and was kept from others; graders that do so
/// at once get the same. Throws util::GraderError with the path.
std::uint64_t cache_secret(const std::filesystem::path& root);

}  // namespace grader::build
