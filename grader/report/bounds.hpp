#pragma once

#include <array>
#include <limits>
#include <string>

#include "model/value.hpp"

namespace grader::report {

/// How much of a report is written. A report that grows too large is written again with less, until it fits:
/// a file that a course platform refuses helps nobody.
struct Bounds {
  std::size_t message = 0;  // bytes of one message
  std::size_t output = 0;   // bytes of what one exercise's code printed
  model::Index leaves = 0;  // numbers and strings of one value; 0 leaves counterexamples out
  bool checks = true;       // the single checks of an exercise
  std::size_t exercises = std::numeric_limits<std::size_t>::max();
};

inline constexpr std::array<Bounds, 4> kBounds = {{
    {16 * 1024, 64 * 1024, 2000},
    {2 * 1024, 4 * 1024, 100},
    {200, 400, 0},
    {200, 0, 0, false},
}};

/// `render(bounds)` with the widest bounds that give at most `limit` bytes; in the end with fewer exercises.
template <class Render>
std::string fit(std::size_t limit, std::size_t exercises, const Render& render) {
  std::string text;
  for (const Bounds& bounds : kBounds) {
    text = render(bounds);
    if (text.size() <= limit) return text;
  }
  Bounds bounds = kBounds.back();
  for (bounds.exercises = exercises / 2;; bounds.exercises /= 2) {
    text = render(bounds);
    if (text.size() <= limit || bounds.exercises == 0) return text;
  }
}

}  // namespace grader::report
