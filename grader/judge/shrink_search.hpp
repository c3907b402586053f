#pragma once

#include <chrono>
#include <cstdint>
#include <set>

#include "judge/shrink.hpp"
#include "judge/shrink_measure.hpp"

namespace grader::judge {

/// The smallest failing input so far, and what may still be spent to find a smaller one. Every part of the
/// shrinking tries its candidates here.
class Search {
 public:
  using Question = std::function<bool(const model::Arguments&)>;
  Search(model::Arguments input, const Question& allowed, const Question& fails, const ShrinkLimits& limits);

  const model::Arguments& current() const { return current_; }
  int steps() const { return steps_; }
  int calls() const { return calls_; }

  /// Up to which number of calls one series of candidates may go, so that something is left for all others.
  int share() const { return calls_ + (limits_.calls - calls_ + 3) / 4; }

  /// Whether nothing more may be tried.
  bool spent() const;

  enum class Outcome {
    taken,        // smaller, allowed, and it fails: the current input from now on
    passes,       // asked before, or asked now and does not fail
    not_allowed,  // costs no call
    not_tried,    // not smaller, or nothing is left to spend
  };
  Outcome attempt(model::Arguments candidate);
  bool takes(model::Arguments candidate) { return attempt(std::move(candidate)) == Outcome::taken; }

 private:
  model::Arguments current_;
  Measure measure_;
  const Question& allowed_;
  const Question& fails_;
  ShrinkLimits limits_;
  std::chrono::steady_clock::time_point start_;
  std::set<std::uint64_t> asked_;  // hashes of candidates that do not fail
  int steps_ = 0;
  int calls_ = 0;
  int candidates_ = 0;
};

}  // namespace grader::judge
