#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace grader::generate {

/// What a stream of random numbers is for. Every part is hashed with its label and length, so that no two
/// places of a course share a stream and an input added to a case shifts no other.
struct Origin {
  std::uint64_t seed = 0;
  std::string_view exercise;
  std::string_view test_case;
  std::string_view purpose;  // "value", "size", …: what is drawn
  std::string_view path;     // of which part: "x", "weights.blocks[1].w1"
};

using Key = std::array<std::uint64_t, 2>;

/// XXH3 with 128 bits of the labelled parts.
Key key_of(const Origin& origin);

/// Random numbers from Philox4x64-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011):
/// the key is a hash of the origin, the counter the input's index and the number of the draw. Everything
/// derived from the bits uses exact or correctly rounded operations only and so is the same on every
/// platform.
class Stream {
 public:
  Stream(const Key& key, std::int64_t index);
  Stream(const Origin& origin, std::int64_t index) : Stream(key_of(origin), index) {}

  std::uint64_t bits();
  /// In [0, 1), a multiple of 2^-53.
  double uniform();
  /// In (0, 1), symmetrical about 1/2.
  double open_uniform();
  /// In [0, bound), each equally likely; a bound of 0 stands for 2^64. Source: D. Lemire, "Fast random
  /// integer generation in an interval", ACM TOMACS 29 (2019).
  std::uint64_t below(std::uint64_t bound);
  /// In [low, high], each equally likely.
  std::int64_t between(std::int64_t low, std::int64_t high);
  /// Standard normal, by the inverse of its distribution function.
  double normal();
  /// Mean 1, by the inverse of its distribution function.
  double exponential();
  /// Shape > 0, scale 1. Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables",
  /// ACM TOMS 26 (2000).
  double gamma(double shape);

 private:
  Key key_;
  std::uint64_t index_;
  std::uint64_t block_ = 0;
  std::array<std::uint64_t, 4> buffer_{};
  std::size_t used_ = 4;
};

/// One block of the generator; public for the known answers of its authors.
std::array<std::uint64_t, 4> philox(const std::array<std::uint64_t, 4>& counter, const Key& key);

}  // namespace grader::generate
