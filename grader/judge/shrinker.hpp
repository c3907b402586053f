#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "judge/case_check.hpp"
#include "judge/implementation.hpp"

namespace grader::judge {

/// Makes the input of a failure small before it is shown. The implementation that failed is called anew: it
/// should be one that has not been called before.
class Shrinker {
 public:
  /// How a check judges one input; nothing where it passes.
  using Check = std::function<std::optional<Failed>(const Input&, const model::Outcome&)>;

  Shrinker(const model::Exercise& exercise, Implementation& subject, Implementation& reference);

  struct Result {
    Failed failed;
    bool reproduced = true;  // it fails when it is the first input, too
  };

  /// The same failure on the smallest input that was found: the same check fails in the same way, the
  /// reference has a good answer, and the input is one that the case could have made. A worked input and
  /// failures by a limit stay as they are.
  Result shrink(const Input& input, Failed failed, const Check& check);

 private:
  Failed smallest(const model::Case& test_case, Failed failed, const Check& check);
  std::optional<Failed> judge(const model::Case& test_case, const model::Arguments& arguments,
                              const Check& check);

  const model::Exercise& exercise_;
  Implementation& subject_;
  Implementation& reference_;
  std::chrono::duration<double> left_;  // of the time for all failures of the exercise together
};

}  // namespace grader::judge
