#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <vector>

#include "support/sanitized.hpp"

namespace {

constexpr std::size_t kMib = std::size_t{1} << 20U;

/// Asked for in a way that no compiler leaves out.
std::unique_ptr<char[]> block_of(std::size_t size) {
  const volatile std::size_t asked = size;
  return std::unique_ptr<char[]>(new char[asked]);
}

}  // namespace

TEST_CASE("blocks of every size can be filled, and do not overlap") {
  const std::vector<std::size_t> sizes{1, 100, 4 * kMib - 1, 4 * kMib, 5 * kMib + 3, 33 * kMib};
  std::vector<std::unique_ptr<char[]>> blocks;
  for (const std::size_t size : sizes) {
    blocks.push_back(block_of(size));
    std::fill_n(blocks.back().get(), size, static_cast<char>(blocks.size()));
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    CAPTURE(sizes[i]);
    const char* block = blocks[i].get();
    // Huge pages begin where their size divides the address.
    if (!grader::support::kSanitized && sizes[i] >= 4 * kMib)
      CHECK(reinterpret_cast<std::uintptr_t>(block) % (2 * kMib) == 0);
    CHECK(std::count(block, block + sizes[i], static_cast<char>(i + 1)) ==
          static_cast<std::ptrdiff_t>(sizes[i]));
  }
}

// AddressSanitizer ends a program that asks for so much.
TEST_CASE("more than there is cannot be had" * doctest::skip(grader::support::kSanitized)) {
  constexpr std::size_t kMost = std::numeric_limits<std::ptrdiff_t>::max();
  for (const std::size_t size : {kMost, kMost - 4 * kMib})
    CHECK_THROWS_AS(static_cast<void>(block_of(size)), const std::bad_alloc&);
  CHECK(block_of(0) != nullptr);
}
