#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "model/value.hpp"

namespace grader::report {

/// Bytes of a name that stands in a report: of a submission, a level of isolation.
inline constexpr std::size_t kLongestName = 256;

/// How much of a report is written. A report that grows too large is written again with less, until it fits:
/// a file that a course platform refuses helps nobody.
struct Bounds {
  std::size_t message = 0;  // bytes of one message
  std::size_t output = 0;   // bytes of what one exercise's code printed
  model::Index leaves = 0;  // numbers and strings of one value; 0 leaves counterexamples out
  bool checks = true;       // the single checks of an exercise
  std::size_t exercises = std::numeric_limits<std::size_t>::max();
};

/// The most that results.json and a JUnit file may be.
inline constexpr std::size_t kLargestFile = std::size_t{8} * 1024 * 1024 - 1024;

inline constexpr std::array<Bounds, 4> kBounds = {{
    {16 * 1024, 64 * 1024, 2000},
    {2 * 1024, 4 * 1024, 100},
    {200, 400, 0},
    {200, 0, 0, false},
}};

/// `render(bounds, limit)` with the widest bounds that give at most `limit` bytes; in the end with fewer
/// exercises. It gives nothing as soon as it knows that it will not fit, so that no report is held in memory
/// that is too large.
template <class Render>
std::string fit(std::size_t limit, std::size_t exercises, const Render& render) {
  for (const Bounds& bounds : kBounds) {
    std::optional<std::string> text = render(bounds, limit);
    if (text && text->size() <= limit) return *std::move(text);
  }
  Bounds bounds = kBounds.back();
  for (bounds.exercises = exercises / 2;; bounds.exercises /= 2) {
    std::optional<std::string> text = render(bounds, limit);
    if (text && text->size() <= limit) return *std::move(text);
    if (bounds.exercises == 0) return text.value_or("");
  }
}

}  // namespace grader::report
