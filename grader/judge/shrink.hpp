#pragma once

#include <functional>

#include "model/type.hpp"

namespace grader::judge {

struct ShrinkLimits {
  int calls = 400;     // of `fails`
  double seconds = 5;  // the emergency brake: what it stops is not the same on every machine
};

struct Shrunk {
  model::Arguments input;
  int steps = 0;  // changes that were kept
  int calls = 0;  // of `fails`
};

/// Makes a failing input small, so that a student can work it out by hand: sizes first (a symbol shrinks in
/// every array, list and field that has it, at once), then items of lists and optionals, then whole arrays to
/// zeros, ones and ramps, then single numbers to 0, 1 and few digits; again and again until nothing changes
/// or a limit is reached. `fails` calls the implementations: whether the input still fails in the same way.
/// `allowed` is cheap and asked before: whether the input could have been generated. Every step makes the
/// input smaller (see shrink_measure.hpp), so that it ends and never goes back; the same input with the same
/// answers gives the same result. Answers are trusted, so that an input that does not fail again comes back
/// as it is.
Shrunk shrink(const model::Function& function, model::Arguments input,
              const std::function<bool(const model::Arguments&)>& allowed,
              const std::function<bool(const model::Arguments&)>& fails, const ShrinkLimits& limits = {});

}  // namespace grader::judge
