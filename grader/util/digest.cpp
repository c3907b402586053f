#include "util/digest.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace grader::util {

std::string digest(std::string_view bytes, std::uint64_t seed) {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace grader::util
