#include "generate/stream.hpp"

#include <Random123/philox.h>
#include <fmt/format.h>
#include <xxhash.h>

#include <cmath>
#include <string>

#include "generate/elementary.hpp"

namespace grader::generate {
namespace {

__extension__ typedef unsigned __int128 Wide;

}  // namespace

Key key_of(const Origin& origin) {
  const auto labelled = [](std::string_view label, std::string_view value) {
    return fmt::format("{}:{}:{};", label, value.size(), value);
  };
  const std::string text = labelled("format", "inputs-1") + labelled("seed", std::to_string(origin.seed)) +
                           labelled("exercise", origin.exercise) + labelled("case", origin.test_case) +
                           labelled("purpose", origin.purpose) + labelled("path", origin.path);
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.low64, hash.high64};
}

std::array<std::uint64_t, 4> philox(const std::array<std::uint64_t, 4>& counter, const Key& key) {
  const r123::Philox4x64::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x64::key_type k = {{key[0], key[1]}};
  const r123::Philox4x64::ctr_type block = r123::Philox4x64()(c, k);
  return {block[0], block[1], block[2], block[3]};
}

Stream::Stream(const Key& key, std::int64_t index) : key_(key), index_(static_cast<std::uint64_t>(index)) {}

std::uint64_t Stream::bits() {
  if (used_ == buffer_.size()) {
    buffer_ = philox({block_++, index_, 0, 0}, key_);
    used_ = 0;
  }
  return buffer_[used_++];
}

double Stream::uniform() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }

double Stream::open_uniform() { return (static_cast<double>(bits() >> 12U) + 0.5) * 0x1p-52; }

std::uint64_t Stream::below(std::uint64_t bound) {
  if (bound == 0) return bits();
  Wide product = Wide{bits()} * bound;
  if (static_cast<std::uint64_t>(product) < bound) {
    const std::uint64_t uneven = (0 - bound) % bound;
    while (static_cast<std::uint64_t>(product) < uneven) product = Wide{bits()} * bound;
  }
  return static_cast<std::uint64_t>(product >> 64U);
}

std::int64_t Stream::between(std::int64_t low, std::int64_t high) {
  const auto from = static_cast<std::uint64_t>(low);
  return static_cast<std::int64_t>(from + below(static_cast<std::uint64_t>(high) - from + 1));
}

double Stream::normal() { return normal_quantile(open_uniform()); }

double Stream::exponential() { return -natural_log(open_uniform()); }

double Stream::gamma(double shape) {
  if (shape < 1) {
    const double larger = gamma(shape + 1);
    return larger * natural_exp(natural_log(open_uniform()) / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / (3 * std::sqrt(d));
  for (;;) {
    const double x = normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (natural_log(open_uniform()) < 0.5 * x * x + d - d * v + d * natural_log(v)) return d * v;
  }
}

}  // namespace grader::generate
