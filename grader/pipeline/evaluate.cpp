#include "pipeline/evaluate.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "generate/generate.hpp"
#include "judge/compare.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace grader::pipeline {
namespace {

constexpr int kMostLimits = 2;   // time or memory limits, before the rest is given up
constexpr int kMostCrashes = 5;  // ends of the process
constexpr std::size_t kMessageBytes = 4096;

model::Index input_count(const model::Case& test_case) {
  const auto* generation = std::get_if<model::Generation>(&test_case.source);
  return generation != nullptr ? generation->count : 1;
}

std::string input_name(const model::Case& test_case, model::Index index) {
  const bool generated = std::holds_alternative<model::Generation>(test_case.source);
  return generated ? fmt::format("{}#{}", test_case.id, index) : test_case.id;
}

model::CheckResult check_for(const model::Case& test_case) {
  model::CheckResult check;
  check.id = test_case.id;
  check.description = test_case.description;
  check.hidden = test_case.hidden;
  check.inputs = input_count(test_case);
  check.verdict = model::Verdict::accepted;
  return check;
}

/// "Hidden" means that nothing but passed or failed gets out, the kind of failure included.
void conceal(model::CheckResult& check) {
  const bool failed = check.verdict != model::Verdict::accepted &&
                      check.verdict != model::Verdict::not_implemented &&
                      check.verdict != model::Verdict::grader_error;
  if (failed) check.verdict = model::Verdict::wrong_answer;
  check.message.clear();
  check.counterexample.reset();
  check.inputs = check.failed_inputs = check.skipped_inputs = 0;
}

/// One exercise's checks, in the order of the specification. Counts what the student's code costs and gives
/// up once it is too much.
class Evaluation {
 public:
  Evaluation(const model::Exercise& exercise, worker::Worker& student, worker::Worker& reference,
             std::uint64_t seed, std::stop_token stop, model::ExerciseResult& result)
      : exercise_(exercise),
        student_(student),
        reference_(reference),
        seed_(seed),
        stop_(std::move(stop)),
        result_(result) {}

  void run() {
    for (const model::Case& test_case : exercise_.cases) {
      model::CheckResult check = check_for(test_case);
      if (given_up_)
        skip(check, check.inputs);
      else
        run(test_case, check);
      result_.checks.push_back(std::move(check));
    }
    end_student();
    if (const auto failure = reference_.finish())
      throw util::GraderError(fmt::format("the reference of {} {}", exercise_.id, failure->message));
    for (model::CheckResult& check : result_.checks)
      if (check.hidden) conceal(check);
    result_.cpu_s = student_.cpu_s();
    result_.wall_s = used_s_;
  }

 private:
  void run(const model::Case& test_case, model::CheckResult& check) {
    std::optional<model::Index> smallest;
    for (model::Index index = 0; index < check.inputs; ++index) {
      if (stop_.stop_requested()) throw util::Interrupted();
      if (given_up_) return skip(check, check.inputs - index);
      const model::Arguments input = input_of(test_case, index);
      auto failed = judge(test_case, input, input_name(test_case, index));
      if (!failed) continue;
      ++check.failed_inputs;
      const model::Index size = model::leaf_count({input});
      if (smallest && size >= *smallest) continue;
      smallest = size;
      check.verdict = failed->verdict;
      check.message = std::move(failed->message);
      check.counterexample = std::move(failed->counterexample);
    }
  }

  /// An input that was not run is not passed.
  void skip(model::CheckResult& check, model::Index inputs) const {
    check.skipped_inputs = inputs;
    if (check.verdict != model::Verdict::accepted) return;
    check.verdict = given_up_->verdict;
    check.message = given_up_->message;
  }

  struct Failed {
    model::Verdict verdict;
    std::string message;
    model::Counterexample counterexample;
  };

  model::Arguments input_of(const model::Case& test_case, model::Index index) const {
    if (const auto* worked = std::get_if<model::Worked>(&test_case.source)) return worked->input;
    return generate::input(exercise_, test_case, seed_, index);
  }

  std::optional<Failed> judge(const model::Case& test_case, const model::Arguments& input,
                              const std::string& name) {
    judge::Rules rules{exercise_.function.returns, {}, test_case.tolerance, test_case.nan, exercise_.compare};
    if (const auto misfits = model::bind(exercise_.function, input, rules.bindings); !misfits.empty())
      throw util::GraderError(
          fmt::format("{}, input {}: {} {}", exercise_.id, name, misfits[0].path, misfits[0].message));
    const model::Value expected = expected_of(test_case, input, name, rules);
    worker::CallResult call = student_.call(input);
    account(test_case, call);
    model::Counterexample counterexample{name, input, expected, {}, {}, 0, {}, {}};
    if (const auto* failure = std::get_if<worker::CallFailure>(&call.result))
      return Failed{failure->verdict, util::printable_within(failure->message, kMessageBytes),
                    std::move(counterexample)};
    judge::Judgement judgement = judge::compare(std::get<model::Value>(call.result), expected, rules);
    if (judgement.verdict == model::Verdict::accepted) return std::nullopt;
    if (judgement.verdict == model::Verdict::grader_error)
      throw util::GraderError(fmt::format("{}, input {}: {}", exercise_.id, name, judgement.message));
    counterexample.actual = std::move(std::get<model::Value>(call.result));
    counterexample.differences = std::move(judgement.differences);
    return Failed{judgement.verdict, std::move(judgement.message), std::move(counterexample)};
  }

  /// The value in the specification, which the reference must agree with, else the reference's.
  model::Value expected_of(const model::Case& test_case, const model::Arguments& input,
                           const std::string& name, const judge::Rules& rules) {
    worker::CallResult call = reference_.call(input);
    if (const auto* failure = std::get_if<worker::CallFailure>(&call.result))
      throw util::GraderError(
          fmt::format("the reference of {} fails on input {}: {}", exercise_.id, name, failure->message));
    model::Value value = std::move(std::get<model::Value>(call.result));
    const auto* worked = std::get_if<model::Worked>(&test_case.source);
    if (worked == nullptr || !worked->expected) return value;
    const judge::Judgement judgement = judge::compare(value, *worked->expected, rules);
    if (judgement.verdict != model::Verdict::accepted)
      throw util::GraderError(fmt::format("the reference of {} contradicts the expected value of case {}: {}",
                                          exercise_.id, name, judgement.message));
    return *worked->expected;
  }

  void account(const model::Case& test_case, const worker::CallResult& call) {
    if (!test_case.hidden) result_.output += call.output;
    result_.output_cut = result_.output_cut || call.output_cut;
    used_s_ += call.wall_s;
    if (const auto* failure = std::get_if<worker::CallFailure>(&call.result)) {
      const bool limit =
          failure->verdict == model::Verdict::time_limit || failure->verdict == model::Verdict::memory_limit;
      if (limit && ++limits_ == kMostLimits)
        give_up(*failure, fmt::format("after {} such failures", kMostLimits));
      else if (!limit && failure->ended && ++crashes_ == kMostCrashes)
        give_up(*failure, fmt::format("after {} such failures", kMostCrashes));
    }
    if (!given_up_ && used_s_ > exercise_.limits.exercise_time_s)
      give_up({model::Verdict::time_limit, {}}, fmt::format("the {:g} s for all checks together are used up",
                                                            exercise_.limits.exercise_time_s));
  }

  void give_up(const worker::CallFailure& failure, const std::string& why) {
    given_up_ = worker::CallFailure{failure.verdict, "not run: " + why};
  }

  /// A process that does not end in order after its replies has earned no full trust: its last check fails.
  void end_student() {
    const auto failure = student_.finish();
    if (!failure || result_.checks.empty()) return;
    model::CheckResult& last = result_.checks.back();
    if (last.verdict != model::Verdict::accepted) return;
    last.verdict = failure->verdict;
    last.message = util::printable_within("the program " + failure->message, kMessageBytes);
    last.failed_inputs = 1;
  }

  const model::Exercise& exercise_;
  worker::Worker& student_;
  worker::Worker& reference_;
  std::uint64_t seed_;
  std::stop_token stop_;
  model::ExerciseResult& result_;
  std::optional<worker::CallFailure> given_up_;
  int limits_ = 0;
  int crashes_ = 0;
  double used_s_ = 0;
};

}  // namespace

std::vector<model::CheckResult> checks_not_run(const model::Exercise& exercise, model::Verdict verdict,
                                               const std::string& message) {
  std::vector<model::CheckResult> checks;
  for (const model::Case& test_case : exercise.cases) {
    model::CheckResult check = check_for(test_case);
    // What kept the code from running has nothing to do with hidden inputs.
    check.verdict = verdict;
    check.message = message;
    check.skipped_inputs = check.inputs;
    if (check.hidden) check.inputs = check.skipped_inputs = 0;
    checks.push_back(std::move(check));
  }
  return checks;
}

void evaluate(const model::Exercise& exercise, worker::Worker& student, worker::Worker& reference,
              std::uint64_t seed, std::stop_token stop, model::ExerciseResult& result) {
  Evaluation(exercise, student, reference, seed, std::move(stop), result).run();
}

}  // namespace grader::pipeline
