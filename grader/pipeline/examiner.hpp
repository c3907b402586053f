#pragma once

#include <memory>
#include <string>
#include <vector>

#include "judge/inputs.hpp"
#include "judge/property_check.hpp"

namespace grader::pipeline {

/// What an implementation makes of an exercise's checks.
struct Examination {
  std::vector<bool> failed;    // by check: the cases, then the properties
  std::vector<bool> violated;  // those that failed by their own judgement, not for want of an answer
  bool took_too_long = false;
  std::string first;  // "check random, input random#3: …" of the first failure
  bool passes() const { return first.empty(); }
};

/// Judges trusted implementations by the checks of an exercise as grading does, without what grading adds:
/// nothing is made small, limited together or explained. For `audit`, which does it thousands of times.
class Examiner {
 public:
  Examiner(const model::Exercise& exercise, judge::Implementation& reference, judge::References& references,
           const std::vector<const model::Function*>& used);

  enum class Extent { all, generated };  // worked inputs are the same with every seed
  std::vector<judge::Input> inputs(std::uint64_t seed, Extent extent = Extent::all);

  /// A check is not looked at any more once it has failed, and nothing is after a call that took too long.
  Examination examine(const std::vector<judge::Input>& inputs, judge::Implementation& subject);

  std::size_t check_count() const { return exercise_.cases.size() + properties_.size(); }
  std::string check_id(std::size_t number) const;

 private:
  struct Run;
  void judge_cases(Run& run);
  void judge_properties(Run& run);
  void judge_repetitions(Run& run);
  void fail(Run& run, std::size_t check, const judge::Input& input, const judge::Failed& failed) const;
  std::size_t number_of(const model::Case& test_case) const;

  const model::Exercise& exercise_;
  judge::Implementation& reference_;
  judge::References& references_;
  std::vector<judge::PropertyCheck> properties_;
};

}  // namespace grader::pipeline
