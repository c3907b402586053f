#include "pipeline/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "judge/case_check.hpp"
#include "judge/diagnosis.hpp"
#include "judge/property_check.hpp"
#include "judge/show.hpp"
#include "judge/shrinker.hpp"
#include "pipeline/checks.hpp"
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
constexpr const char* kOnlyHidden = "holds on every input that is shown, and fails on a hidden one";
constexpr std::size_t kMostRepetitions = 40;  // of inputs, to see whether the answers stay the same

/// The student's processes for inputs that are shown, or for hidden ones. The two have nothing in common:
/// what a function kept from a hidden input could come out with a later one that is shown, and so could the
/// costs of its calls.
struct Side {
  Side(const Parties& parties, const model::Limits& limits)
      : first(parties.student()),
        again(parties.silent_student()),
        fresh(parties.silent_student(), limits.exercise_time_s),
        student(first, limits) {}

  worker::Worker first;  // for the cases
  worker::Worker again;  // for what is called once more: properties, repetitions
  Rationed fresh;        // for making failures small
  Student student;
  std::optional<GivenUp> given_up;
};

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
        shown_(parties, exercise.limits),
        hidden_(parties, exercise.limits) {}

  void run() {
    result_.checks = all_checks(exercise_);
    failures_.resize(result_.checks.size());
    Index inputs = 0;
    for (const model::Case& test_case : exercise_.cases) inputs += judge::input_count(test_case);
    inputs_.reserve(static_cast<std::size_t>(inputs));  // failures point at them
    hidden_.student.set_hidden(true);
    std::size_t number = 0;
    start_workers();
    for (const model::Case& test_case : exercise_.cases) run(test_case, number++);
    for (Side* side : {&shown_, &hidden_}) {
      // What was printed for a case is not printed again for its properties.
      side->student.set_hidden(true);
      side->student.continue_with(side->again);
    }
    for (const model::Property& property : exercise_.properties) run(property, number++);
    if (exercise_.pure == model::Purity::checked) repeat();
    show();
    for (Side* side : {&hidden_, &shown_}) {
      side->first.dismiss();
      side->again.dismiss();
    }
    end(hidden_);
    end(shown_);
    result_.output = shown_.student.take_output();
    result_.output_cut = shown_.student.output_cut();
    result_.cpu_s = shown_.first.cpu_s() + shown_.again.cpu_s();
    result_.wall_s = shown_.student.used_s();
    const auto is_there = [](const std::optional<Shown>& failure) { return failure.has_value(); };
    if (std::any_of(failures_.begin(), failures_.end(), is_there)) parties_.fails();
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
    judge::Shrinker::Check check;
    bool repetition = false;  // it failed when it was asked for once more
  };

  /// All that will be needed, so that one starts while another is asked.
  void start_workers() {
    for (const model::Case& test_case : exercise_.cases) side_of(test_case).first.start();
    if (exercise_.properties.empty() && exercise_.pure != model::Purity::checked) return;
    for (const model::Case& test_case : exercise_.cases) side_of(test_case).again.start();
  }

  Side& side_of(const model::Case& test_case) { return test_case.hidden ? hidden_ : shown_; }

  void run(const model::Case& test_case, std::size_t number) {
    model::CheckResult& check = result_.checks[number];
    Side& side = side_of(test_case);
    for (Index index = 0; index < check.inputs; ++index) {
      if (stop_.stop_requested()) throw util::Interrupted();
      inputs_.push_back(judge::make_input(exercise_, test_case, seed_, index, parties_.reference));
      const Input& input = inputs_.back();
      try {
        answers_.push_back(side.student.call(input.arguments));
      } catch (const GivenUp& given_up) {
        inputs_.pop_back();
        side.given_up = given_up;
        return skip(check, check.inputs - index, given_up);
      }
      bound_memory(answers_.back());
      auto failed = judge::judge_case(exercise_, input, answers_.back());
      if (!failed) continue;
      keep_small(answers_.back(), input, *failed);
      add(number, input, std::move(*failed), [this](const Input& of, const model::Outcome& outcome) {
        return judge::judge_case(exercise_, of, outcome);
      });
    }
  }

  /// All answers are kept until the end, and whoever submits chooses how large they are.
  void bound_memory(model::Outcome& answer) {
    constexpr std::size_t kMostMib = 256;
    const auto* value = std::get_if<model::Value>(&answer);
    if (value == nullptr) return;
    answer_bytes_ += model::byte_count(*value);
    if (answer_bytes_ <= kMostMib << 20) return;
    answer_bytes_ -= model::byte_count(*value);
    answer = model::CallFailure{
        Verdict::memory_limit,
        fmt::format("the results of all inputs together take more than the {} MiB that they may", kMostMib)};
  }

  /// A wrong answer far larger than the right one is not worth the memory of keeping it.
  void keep_small(model::Outcome& answer, const Input& input, const Failed& failed) {
    constexpr std::size_t kAlwaysKept = std::size_t{1} << 20;
    const auto* value = std::get_if<model::Value>(&answer);
    if (value == nullptr) return;
    const std::size_t size = model::byte_count(*value);
    if (size <= kAlwaysKept || (input.expected && size <= 2 * model::byte_count(*input.expected))) return;
    answer_bytes_ -= size;
    answer = model::CallFailure{failed.verdict, failed.message, false};
  }

  void run(const model::Property& property, std::size_t number) {
    const auto property_check = std::make_shared<judge::PropertyCheck>(exercise_, property, parties_.used);
    Index shown = 0;
    Index hidden = 0;
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      const Input& input = inputs_[i];
      Side& side = side_of(*input.test_case);
      if (!judge::applies_to(property, *input.test_case)) continue;
      if (stop_.stop_requested()) throw util::Interrupted();
      try {
        auto failed = property_check->judge(input, answers_[i], side.student, parties_.references);
        ++(input.test_case->hidden ? hidden : shown);
        if (!failed) continue;
        require_of_reference(*property_check, i);
        add(number, input, std::move(*failed), check_of(property_check));
      } catch (const GivenUp& given_up) {
        side.given_up = given_up;
      }
    }
    skip_rest(property, number, shown, hidden);
  }

  /// Inputs of a property that were not run are not passed; only those that may be shown are counted.
  void skip_rest(const model::Property& property, std::size_t number, Index shown, Index hidden) {
    for (const model::Case& test_case : exercise_.cases) {
      if (!judge::applies_to(property, test_case)) continue;
      (test_case.hidden ? hidden : shown) -= judge::input_count(test_case);
    }
    model::CheckResult& check = result_.checks[number];
    if (shown < 0 && shown_.given_up) skip(check, -shown, *shown_.given_up);
    if (hidden < 0 && hidden_.given_up && check.verdict == Verdict::accepted) {
      check.verdict = Verdict::property_violated;
      check.message = kOnlyHidden;
    }
  }

  /// A property of a smaller input counts only where it holds for the reference, or the input would prove
  /// nothing.
  judge::Shrinker::Check check_of(const std::shared_ptr<judge::PropertyCheck>& property) {
    return [this, property](const Input& input, const model::Outcome& outcome) {
      Side& side = side_of(*input.test_case);
      auto failed = property->judge(input, outcome, side.fresh, parties_.references);
      if (failed && !holds_for_reference(*property, input)) failed.reset();
      return failed;
    };
  }

  bool holds_for_reference(const judge::PropertyCheck& property, const Input& input) {
    const model::Outcome answer = parties_.reference.call(input.arguments);
    return !property.judge(input, answer, parties_.reference, parties_.references);
  }

  /// Input number `i` proves something only where the property holds for the reference. Of one that may
  /// answer differently every time, another answer would prove nothing.
  void require_of_reference(const judge::PropertyCheck& property, std::size_t i) {
    if (exercise_.pure == model::Purity::unchecked) return;
    const Input& input = inputs_[i];
    const model::Outcome& answer = reference_answer(i);
    if (const auto failed = property.judge(input, answer, parties_.reference, parties_.references))
      throw util::CourseError(
          fmt::format("{}: the property {} does not hold for the reference on input {}: {}", exercise_.id,
                      property.property().id, input.name, failed->message));
  }

  /// Asked for once: a reference may take as long as an exercise does.
  const model::Outcome& reference_answer(std::size_t i) {
    auto found = reference_answers_.find(i);
    if (found == reference_answers_.end())
      found = reference_answers_.emplace(i, parties_.reference.call(inputs_[i].arguments)).first;
    return found->second;
  }

  Shown& add(std::size_t number, const Input& input, Failed failed, judge::Shrinker::Check check) {
    model::CheckResult& result = result_.checks[number];
    if (result.hidden || !input.test_case->hidden) ++result.failed_inputs;
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
  static void skip(model::CheckResult& check, Index inputs, const GivenUp& given_up) {
    check.skipped_inputs = inputs;
    if (check.verdict != Verdict::accepted) return;
    check.verdict = given_up.failure.verdict;
    check.message = given_up.failure.message;
  }

  std::size_t number_of(const model::Case& test_case) const {
    return static_cast<std::size_t>(&test_case - exercise_.cases.data());
  }

  /// The same input twice gives the same output, in whatever order: what was right is asked for once more,
  /// backwards, in a process that has heard other things before.
  void repeat() {
    const std::size_t step = std::max<std::size_t>(1, answers_.size() / kMostRepetitions);
    for (std::size_t left = answers_.size(); left > 0; left -= std::min(step, left)) {
      const Input& input = inputs_[left - 1];
      const std::size_t number = number_of(*input.test_case);
      Side& side = side_of(*input.test_case);
      if (result_.checks[number].verdict != Verdict::accepted || side.given_up) continue;
      if (stop_.stop_requested()) throw util::Interrupted();
      try {
        if (auto failed = repeated(side, input, answers_[left - 1]))
          add(number, input, std::move(*failed), [this](const Input& of, const model::Outcome& outcome) {
            const model::Outcome second = side_of(*of.test_case).fresh.call(of.arguments);
            return judge::judge_repetition(exercise_, of, outcome, second);
          }).repetition = true;
      } catch (const GivenUp& given_up) {
        side.given_up = given_up;
      }
    }
  }

  /// A limit may have been the machine's bad moment: what was within it once is asked for again.
  std::optional<Failed> repeated(Side& side, const Input& input, const model::Outcome& answer) {
    auto failed = judge::judge_repetition(exercise_, input, answer, side.student.call(input.arguments));
    if (failed && failed->verdict == Verdict::time_limit)
      failed = judge::judge_repetition(exercise_, input, answer, side.student.call(input.arguments));
    return failed;
  }

  /// A process that does not end in order after its replies has earned no full trust: its last check fails.
  void end(Side& side) {
    auto failure = side.first.finish();
    const auto later = side.again.finish();
    if (!failure) failure = later;
    if (!failure || result_.checks.empty()) return;
    const bool hidden = &side == &hidden_;
    const auto last =
        std::find_if(result_.checks.rbegin(), result_.checks.rend(),
                     [hidden](const model::CheckResult& check) { return check.hidden == hidden; });
    model::CheckResult& check = last == result_.checks.rend() ? result_.checks.back() : *last;
    if (check.verdict != Verdict::accepted) return;
    check.verdict = failure->verdict;
    check.message = util::printable_within("the program " + failure->message, kMessageBytes);
    check.failed_inputs = 1;
  }

  /// Only of a right solution: what is wrong is explained, not shown off.
  void show() {
    const bool is_right = std::all_of(result_.checks.begin(), result_.checks.end(),
                                      [](const auto& check) { return check.verdict == Verdict::accepted; });
    if (!is_right || exercise_.show.empty()) return;
    try {
      result_.shown = judge::shown_parts(exercise_, parties_.used, inputs_, answers_, shown_.student,
                                         parties_.references);
    } catch (const GivenUp&) {  // its limits are used up, which is no fault of a right solution
    }
  }

  void explain() {
    judge::Shrinker shown_shrinker(exercise_, shown_.fresh, parties_.reference);
    judge::Shrinker hidden_shrinker(exercise_, hidden_.fresh, parties_.reference);
    for (std::size_t i = 0; i < failures_.size(); ++i) {
      if (!failures_[i]) continue;
      if (stop_.stop_requested()) throw util::Interrupted();
      const bool hidden = failures_[i]->input->test_case->hidden;
      explain(*failures_[i], hidden ? hidden_shrinker : shown_shrinker, (hidden ? hidden_ : shown_).fresh,
              result_.checks[i]);
    }
    const bool complete =
        std::none_of(result_.checks.begin(), result_.checks.end(),
                     [](const model::CheckResult& check) { return check.skipped_inputs > 0; });
    if (!complete || hidden_.given_up) return;
    if (fails_where_it_shows()) result_.pitfall = parties_.diagnose(inputs_, answers_);
    add_closed_form();
  }

  static void explain(Shown& shown, judge::Shrinker& shrinker, const Rationed& fresh,
                      model::CheckResult& check) {
    auto [failed, reproduced] = shrinker.shrink(*shown.input, std::move(shown.failed), shown.check);
    if (!reproduced && !shown.repetition && !fresh.is_used_up())
      failed.message += (failed.message.empty() ? "" : "\n") + std::string(kRemembers);
    check.verdict = failed.verdict;
    check.message = std::move(failed.message);
    if (shown.input->test_case->hidden && !check.hidden) {
      // How often and in what way are a hidden input's secrets, too.
      check.verdict = Verdict::property_violated;
      check.message = kOnlyHidden;
      return;
    }
    check.counterexample = std::move(failed.counterexample);
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

  /// A known mistake is not told where only hidden inputs fail: that would tell how.
  bool fails_where_it_shows() const {
    return std::any_of(result_.checks.begin(), result_.checks.end(), [](const model::CheckResult& check) {
      return !check.hidden && check.failed_inputs > 0;
    });
  }

  const model::Exercise& exercise_;
  const Parties& parties_;
  std::uint64_t seed_;
  std::stop_token stop_;
  model::ExerciseResult& result_;
  Side shown_;
  Side hidden_;
  std::vector<Input> inputs_;
  std::vector<model::Outcome> answers_;
  std::size_t answer_bytes_ = 0;
  std::map<std::size_t, model::Outcome> reference_answers_;
  std::vector<std::optional<Shown>> failures_;  // one for each check
};

}  // namespace

void evaluate(const model::Exercise& exercise, const Parties& parties, std::uint64_t seed,
              std::stop_token stop, model::ExerciseResult& result) {
  Evaluation(exercise, parties, seed, std::move(stop), result).run();
}

}  // namespace grader::pipeline
