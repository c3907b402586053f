#include "generate/stream.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "unit/generate/reference.hpp"

using grader::generate::Key;
using grader::generate::Origin;
using grader::generate::philox;
using grader::generate::Stream;

namespace {

constexpr Key kKey = {0x0123456789abcdef, 0xfedcba9876543210};

std::uint64_t hex(const std::string& text) { return std::stoull(text, nullptr, 16); }

}  // namespace

TEST_CASE("philox gives the known answers of its authors") {
  // Random123, tests/kat_vectors: philox4x64 with 10 rounds; counter, key, result.
  const std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  CHECK(philox({0, 0, 0, 0}, {0, 0}) == std::array<std::uint64_t, 4>{0x16554d9eca36314c, 0xdb20fe9d672d0fdc,
                                                                     0xd7e772cee186176b, 0x7e68b68aec7ba23b});
  CHECK(philox({all, all, all, all}, {all, all}) ==
        std::array<std::uint64_t, 4>{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6,
                                     0xa09caebf594f0ba0});
  CHECK(philox({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
               {0x452821e638d01377, 0xbe5466cf34e90c6c}) ==
        std::array<std::uint64_t, 4>{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5,
                                     0x57bd43b5e52b7fe6});
}

TEST_CASE("a key is a hash of every part of the origin") {
  const Origin origin{1, "topic/name", "random", "value", "x"};
  const Key key = grader::generate::key_of(origin);
  CHECK(key == Key{0x1b92df6fc551a49e, 0xb15ab3034df44db1});
  std::set<Key> keys = {key};
  keys.insert(grader::generate::key_of({2, "topic/name", "random", "value", "x"}));
  keys.insert(grader::generate::key_of({1, "topic/name2", "random", "value", "x"}));
  keys.insert(grader::generate::key_of({1, "topic/name", "random2", "value", "x"}));
  keys.insert(grader::generate::key_of({1, "topic/name", "random", "scale", "x"}));
  keys.insert(grader::generate::key_of({1, "topic/name", "random", "value", "y"}));
  keys.insert(grader::generate::key_of({1, "topic/namerandom", "", "value", "x"}));
  CHECK(keys.size() == 7);
}

TEST_CASE("streams are as another implementation computes them") {
  const auto document = reference();
  REQUIRE(document.at("streams").size() == 3);
  for (const auto& expected : document.at("streams")) {
    const Key key = {hex(expected.at("key")[0]), hex(expected.at("key")[1])};
    REQUIRE(key == kKey);
    const std::int64_t index = expected.at("index");
    const auto stream = [&] { return Stream(key, index); };
    Stream bits = stream();
    Stream uniform = stream();
    Stream below = stream();
    Stream normal = stream();
    Stream exponential = stream();
    for (std::size_t i = 0; i < 12; ++i) {
      CAPTURE(index);
      CAPTURE(i);
      CHECK(bits.bits() == hex(expected.at("bits")[i]));
      CHECK(uniform.uniform() == expected.at("uniform")[i].get<double>());
      CHECK(below.below(10) == expected.at("below_10")[i].get<std::uint64_t>());
      CHECK(relative_error(normal.normal(), expected.at("normal")[i]) < 2e-15);
      CHECK(relative_error(exponential.exponential(), expected.at("exponential")[i]) < 1e-15);
    }
  }
}

TEST_CASE("bounded integers reach every value and only those") {
  Stream stream(kKey, 0);
  std::vector<int> counts(7);
  for (int i = 0; i < 70000; ++i) ++counts[stream.below(7)];
  double chi_square = 0;
  for (const int count : counts) chi_square += (count - 10000.0) * (count - 10000.0) / 10000.0;
  CHECK(chi_square < 22.5);  // 6 degrees of freedom: above that once in a thousand
  CHECK(stream.below(1) == 0);
  const std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  const std::int64_t highest = std::numeric_limits<std::int64_t>::max();
  CHECK(stream.between(lowest, lowest) == lowest);
  CHECK(stream.between(highest, highest) == highest);
  bool negative = false;
  bool positive = false;
  for (int i = 0; i < 64; ++i) (stream.between(lowest, highest) < 0 ? negative : positive) = true;
  CHECK(negative);
  CHECK(positive);
}

TEST_CASE("large bounds are without bias") {
  // Of 3·2^62 values, a draw modulo the bound would fall into the first third half of the time.
  const std::uint64_t bound = std::uint64_t{3} << 62U;
  Stream stream(kKey, 1);
  int low = 0;
  for (int i = 0; i < 30000; ++i) {
    const std::uint64_t value = stream.below(bound);
    REQUIRE(value < bound);
    if (value < bound / 3) ++low;
  }
  CHECK(std::abs(low - 10000) < 4 * 82);  // four standard deviations
}

namespace {

/// The largest distance between the empirical distribution and `cdf` (Kolmogorov-Smirnov).
template <typename Draw, typename Cdf>
double distance(int count, Draw draw, Cdf cdf) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(draw());
  std::sort(values.begin(), values.end());
  double largest = 0;
  for (int i = 0; i < count; ++i) {
    const double expected = cdf(values[static_cast<std::size_t>(i)]);
    largest = std::max(
        {largest, std::fabs(expected - 1.0 * i / count), std::fabs(expected - 1.0 * (i + 1) / count)});
  }
  return largest;
}

constexpr int kCount = 20000;
const double kKsBound = 1.95 / std::sqrt(1.0 * kCount);  // passed once in a thousand

}  // namespace

TEST_CASE("distributions are what they are called") {
  Stream stream(kKey, 2);
  CHECK(distance(
            kCount, [&] { return stream.uniform(); }, [](double x) { return x; }) < kKsBound);
  CHECK(distance(
            kCount, [&] { return stream.normal(); },
            [](double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }) < kKsBound);
  CHECK(distance(
            kCount, [&] { return stream.exponential(); }, [](double x) { return 1 - std::exp(-x); }) <
        kKsBound);
  // The sum of two exponentials has shape 2; the square of a normal, halved, shape 1/2.
  CHECK(distance(
            kCount, [&] { return stream.gamma(2); }, [](double x) { return 1 - std::exp(-x) * (1 + x); }) <
        kKsBound);
  CHECK(distance(
            kCount, [&] { return stream.gamma(0.5); }, [](double x) { return std::erf(std::sqrt(x)); }) <
        kKsBound);
}

TEST_CASE("moments lie within what so many draws allow") {
  Stream stream(kKey, 3);
  double sum = 0;
  double square = 0;
  double product = 0;
  double last = stream.normal();
  for (int i = 0; i < kCount; ++i) {
    const double x = stream.normal();
    sum += x;
    square += x * x;
    product += x * last;
    last = x;
  }
  const double error = 1 / std::sqrt(1.0 * kCount);
  CHECK(std::fabs(sum / kCount) < 4 * error);
  CHECK(std::fabs(square / kCount - 1) < 4 * error * std::sqrt(2.0));
  CHECK(std::fabs(product / kCount) < 4 * error);
}
