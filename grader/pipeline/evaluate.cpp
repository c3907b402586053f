#include "pipeline/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/case_check.hpp"
#include "judge/diagnosis.hpp"
#include "judge/property_check.hpp"
#include "judge/simplify.hpp"
#include "pipeline/student.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace grader::pipeline {
namespace {

using judge::Failed;
using judge::Input;
using model::Index;
using model::Verdict;

constexpr std::size_t kMessageBytes = 4096;
constexpr std::string_view kRemembers =
    "right when it is the first call, wrong after others: it keeps something between calls (a static or "
    "global variable, memory that was never set)";
constexpr std::size_t kMostRepetitions = 40;  // of inputs, to see whether the answers stay the same

model::CheckResult check_for(const model::Case& test_case) {
  model::CheckResult check;
  check.id = test_case.id;
  check.description = test_case.description;
  check.hidden = test_case.hidden;
  check.inputs = judge::input_count(test_case);
  check.verdict = Verdict::accepted;
  return check;
}

bool applies_to(const model::Property& property, const model::Case& test_case) {
  return std::find(property.cases.begin(), property.cases.end(), test_case.id) != property.cases.end();
}

model::CheckResult check_for(const model::Exercise& exercise, const model::Property& property) {
  model::CheckResult check;
  check.id = property.id;
  check.kind = model::CheckKind::property;
  check.description = property.description;
  check.verdict = Verdict::accepted;
  check.hidden = true;
  for (const model::Case& test_case : exercise.cases) {
    if (!applies_to(property, test_case)) continue;
    check.inputs += judge::input_count(test_case);
    check.hidden = check.hidden && test_case.hidden;
  }
  return check;
}

std::vector<model::CheckResult> all_checks(const model::Exercise& exercise) {
  std::vector<model::CheckResult> checks;
  for (const model::Case& test_case : exercise.cases) checks.push_back(check_for(test_case));
  for (const model::Property& property : exercise.properties) checks.push_back(check_for(exercise, property));
  return checks;
}

/// "Hidden" means that nothing but passed or failed gets out, the kind of failure included.
void conceal(model::CheckResult& check) {
  const bool failed = check.verdict != Verdict::accepted && check.verdict != Verdict::not_implemented &&
                      check.verdict != Verdict::grader_error;
  if (failed) check.verdict = Verdict::wrong_answer;
  check.message.clear();
  check.counterexample.reset();
  check.inputs = check.failed_inputs = check.skipped_inputs = 0;
}

/// One exercise's checks, in the order of the specification: its cases, then its properties.
class Evaluation {
 public:
  Evaluation(const model::Exercise& exercise, const Parties& parties, std::uint64_t seed,
             std::stop_token stop, model::ExerciseResult& result)
      : exercise_(exercise),
        parties_(parties),
        seed_(seed),
        stop_(std::move(stop)),
        result_(result),
        worker_(parties.student()),
        again_(parties.silent_student()),
        student_(worker_, exercise.limits) {}

  void run() {
    result_.checks = all_checks(exercise_);
    failures_.resize(result_.checks.size());
    Index inputs = 0;
    for (const model::Case& test_case : exercise_.cases) inputs += judge::input_count(test_case);
    inputs_.reserve(static_cast<std::size_t>(inputs));  // failures point at them
    std::size_t number = 0;
    for (const model::Case& test_case : exercise_.cases) run(test_case, number++);
    // What was printed for a case is not printed again for its properties.
    student_.set_hidden(true);
    student_.continue_with(again_);
    for (const model::Property& property : exercise_.properties) run(property, number++);
    if (exercise_.pure == model::Purity::checked) repeat();
    end_student();
    result_.output = student_.take_output();
    result_.output_cut = student_.output_cut();
    result_.cpu_s = worker_.cpu_s() + again_.cpu_s();
    result_.wall_s = student_.used_s();
    explain();
    for (model::CheckResult& check : result_.checks)
      if (check.hidden) conceal(check);
  }

 private:
  /// What is shown of a check that fails: the smallest input on which it does, one that may be shown before
  /// one that may not.
  struct Shown {
    Failed failed;
    const Input* input = nullptr;
    judge::Simplifier::Check check;
    bool repetition = false;  // it failed when it was asked for once more
  };

  void run(const model::Case& test_case, std::size_t number) {
    model::CheckResult& check = result_.checks[number];
    const Index count = check.inputs;
    student_.set_hidden(test_case.hidden);
    for (Index index = 0; index < count; ++index) {
      if (stop_.stop_requested()) throw util::Interrupted();
      inputs_.push_back(judge::make_input(exercise_, test_case, seed_, index, parties_.reference));
      const Input& input = inputs_.back();
      try {
        answers_.push_back(student_.call(input.arguments));
      } catch (const GivenUp& given_up) {
        inputs_.pop_back();
        return skip(check, count - index, given_up);
      }
      if (auto failed = judge::judge_case(exercise_, input, answers_.back()))
        add(number, input, std::move(*failed), [this](const Input& of, const model::Outcome& outcome) {
          return judge::judge_case(exercise_, of, outcome);
        });
    }
  }

  void run(const model::Property& property, std::size_t number) {
    model::CheckResult& check = result_.checks[number];
    const auto property_check = std::make_shared<judge::PropertyCheck>(exercise_, property, parties_.used);
    Index judged = 0;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      const Input& input = inputs_[i];
      if (!property_check->applies_to(*input.test_case)) continue;
      if (stop_.stop_requested()) throw util::Interrupted();
      try {
        auto failed = property_check->judge(input, answers_[i], student_, parties_.references);
        ++judged;
        if (!failed) continue;
        require_of_reference(*property_check, input);
        add(number, input, std::move(*failed), check_of(property_check));
      } catch (const GivenUp& given_up) {
        return skip(check, check.inputs - judged, given_up);
      }
    }
    if (judged < check.inputs && given_up_) skip(check, check.inputs - judged, *given_up_);
  }

  /// A property of a smaller input counts only where it holds for the reference, or the input would prove
  /// nothing.
  judge::Simplifier::Check check_of(const std::shared_ptr<judge::PropertyCheck>& property) {
    return [this, property](const Input& input, const model::Outcome& outcome) {
      auto failed = property->judge(input, outcome, *fresh_, parties_.references);
      if (failed && !holds_for_reference(*property, input)) failed.reset();
      return failed;
    };
  }

  bool holds_for_reference(const judge::PropertyCheck& property, const Input& input) {
    const model::Outcome answer = parties_.reference.call(input.arguments);
    return !property.judge(input, answer, parties_.reference, parties_.references);
  }

  void require_of_reference(const judge::PropertyCheck& property, const Input& input) {
    const model::Outcome answer = parties_.reference.call(input.arguments);
    if (const auto failed = property.judge(input, answer, parties_.reference, parties_.references))
      throw util::GraderError(
          fmt::format("{}: the property {} does not hold for the reference on input {}: {}", exercise_.id,
                      property.property().id, input.name, failed->message));
  }

  Shown& add(std::size_t number, const Input& input, Failed failed, judge::Simplifier::Check check) {
    model::CheckResult& result = result_.checks[number];
    ++result.failed_inputs;
    std::optional<Shown>& shown = failures_[number];
    const auto rank = [](const Input& of) {
      return std::pair(of.test_case->hidden, model::leaf_count({of.arguments}));
    };
    if (shown && rank(*shown->input) <= rank(input)) return *shown;
    result.verdict = failed.verdict;
    shown = Shown{std::move(failed), &input, std::move(check)};
    return *shown;
  }

  /// An input that was not run is not passed.
  void skip(model::CheckResult& check, Index inputs, const GivenUp& given_up) {
    given_up_ = given_up;
    check.skipped_inputs = inputs;
    if (check.verdict != Verdict::accepted) return;
    check.verdict = given_up.failure.verdict;
    check.message = given_up.failure.message;
  }

  std::size_t number_of(const model::Case& test_case) const {
    return static_cast<std::size_t>(&test_case - exercise_.cases.data());
  }

  /// The same input twice gives the same output, in whatever order: what was right is asked for once more,
  /// backwards.
  void repeat() {
    if (given_up_) return;
    const std::size_t step = std::max<std::size_t>(1, answers_.size() / kMostRepetitions);
    for (std::size_t left = answers_.size(); left > 0; left -= std::min(step, left)) {
      const std::size_t i = left - 1;
      const Input& input = inputs_[i];
      const std::size_t number = number_of(*input.test_case);
      if (result_.checks[number].verdict != Verdict::accepted) continue;
      try {
        const model::Outcome again = student_.call(input.arguments);
        if (auto failed = judge::judge_repetition(exercise_, input, answers_[i], again))
          add(number, input, std::move(*failed), [this](const Input& of, const model::Outcome& outcome) {
            const model::Outcome second = fresh_->call(of.arguments);
            return judge::judge_repetition(exercise_, of, outcome, second);
          }).repetition = true;
      } catch (const GivenUp&) {
        return;
      }
    }
  }

  /// A process that does not end in order after its replies has earned no full trust: its last check fails.
  void end_student() {
    auto failure = worker_.finish();
    const auto later = again_.finish();
    if (!failure) failure = later;
    if (!failure || result_.checks.empty()) return;
    model::CheckResult& last = result_.checks.back();
    if (last.verdict != Verdict::accepted) return;
    last.verdict = failure->verdict;
    last.message = util::printable_within("the program " + failure->message, kMessageBytes);
    last.failed_inputs = 1;
  }

  void explain() {
    Plain fresh(parties_.silent_student());
    fresh_ = &fresh;
    judge::Simplifier simplifier(exercise_, fresh, parties_.reference);
    for (std::size_t i = 0; i < failures_.size(); ++i) {
      if (!failures_[i]) continue;
      if (stop_.stop_requested()) throw util::Interrupted();
      Shown& shown = *failures_[i];
      model::CheckResult& check = result_.checks[i];
      auto [failed, reproduced] = simplifier.simplify(*shown.input, std::move(shown.failed), shown.check);
      if (!reproduced && !shown.repetition)
        failed.message += (failed.message.empty() ? "" : "\n") + std::string(kRemembers);
      check.verdict = failed.verdict;
      if (shown.input->test_case->hidden && !check.hidden) {
        // How often and in what way are a hidden input's secrets, too.
        check.verdict = Verdict::property_violated;
        check.failed_inputs = 0;
        check.message = "holds on every input that is shown, and fails on a hidden one";
        continue;
      }
      check.message = std::move(failed.message);
      check.counterexample = std::move(failed.counterexample);
    }
    const bool complete =
        std::none_of(result_.checks.begin(), result_.checks.end(),
                     [](const model::CheckResult& check) { return check.skipped_inputs > 0; });
    if (!complete) return;
    if (has_wrong_answer()) result_.pitfall = parties_.diagnose(inputs_, answers_);
    add_closed_form();
  }

  /// Beside the first counterexample of a generated case: there a formula is the shortest explanation.
  void add_closed_form() {
    for (std::size_t i = 0; i < exercise_.cases.size(); ++i) {
      auto& counterexample = result_.checks[i].counterexample;
      const bool generated = std::holds_alternative<model::Generation>(exercise_.cases[i].source);
      if (!counterexample || !generated || exercise_.cases[i].hidden) continue;
      counterexample->closed_form = judge::closed_form(exercise_, inputs_, answers_, *counterexample);
      return;
    }
  }

  /// A known mistake is not told where only hidden checks fail: that would tell how.
  bool has_wrong_answer() const {
    for (std::size_t i = 0; i < exercise_.cases.size(); ++i)
      if (result_.checks[i].failed_inputs > 0 && !result_.checks[i].hidden) return true;
    return false;
  }

  const model::Exercise& exercise_;
  const Parties& parties_;
  std::uint64_t seed_;
  std::stop_token stop_;
  model::ExerciseResult& result_;
  worker::Worker worker_;
  worker::Worker again_;
  Student student_;
  std::vector<Input> inputs_;
  std::vector<model::Outcome> answers_;
  std::vector<std::optional<Shown>> failures_;  // one for each check
  std::optional<GivenUp> given_up_;
  judge::Implementation* fresh_ = nullptr;  // the student's function in a process of its own
};

}  // namespace

std::vector<model::CheckResult> checks_not_run(const model::Exercise& exercise, Verdict verdict,
                                               const std::string& message) {
  std::vector<model::CheckResult> checks = all_checks(exercise);
  for (model::CheckResult& check : checks) {
    // What kept the code from running has nothing to do with hidden inputs.
    check.verdict = verdict;
    check.message = message;
    check.skipped_inputs = check.inputs;
    if (check.hidden) check.inputs = check.skipped_inputs = 0;
  }
  return checks;
}

std::vector<double> check_points(const model::Exercise& exercise) {
  std::vector<double> points;
  for (const model::Case& test_case : exercise.cases) points.push_back(test_case.points);
  for (const model::Property& property : exercise.properties) points.push_back(property.points);
  return points;
}

void evaluate(const model::Exercise& exercise, const Parties& parties, std::uint64_t seed,
              std::stop_token stop, model::ExerciseResult& result) {
  Evaluation(exercise, parties, seed, std::move(stop), result).run();
}

}  // namespace grader::pipeline
