#include "pipeline/grade.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "codegen/codegen.hpp"
#include "judge/score.hpp"
#include "pipeline/checks.hpp"
#include "pipeline/evaluate.hpp"
#include "pipeline/implementation.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/pitfalls.hpp"
#include "pipeline/questions.hpp"
#include "pipeline/references.hpp"
#include "pipeline/slots.hpp"
#include "pipeline/student.hpp"
#include "util/error.hpp"
#include "util/parallel.hpp"
#include "util/text.hpp"

namespace grader::pipeline {
namespace {

void fail_all(const model::Exercise& exercise, model::Verdict verdict, std::string message,
              model::ExerciseResult& result) {
  result.checks = checks_not_run(exercise, verdict, "");
  result.verdict = verdict;
  result.message = std::move(message);
}

/// One run over a submission. Every exercise is graded at most once, whoever asks first: its turn, or an
/// exercise that uses it and failed.
class Run {
 public:
  Run(const course::Course& course, const std::filesystem::path& submission, const Services& services,
      const GradeOptions& options, const GradeEvents& events, std::stop_token stop)
      : course_(course),
        submission_(submission),
        services_(services),
        options_(options),
        events_(events),
        stop_(std::move(stop)),
        memory_(course, submission, services, options),
        compilers_(std::max(1, options.jobs)) {
    for (const model::Exercise& exercise : course.exercises()) entries_.try_emplace(exercise.id);
  }

  std::vector<model::ExerciseResult> all(const std::vector<const model::Exercise*>& exercises) {
    gather(exercises);
    std::vector<const model::ExerciseResult*> results(exercises.size());
    std::atomic<std::size_t> next{0};
    std::size_t reported = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < exercises.size(); i = next++) {
        const model::ExerciseResult& result = of(*exercises[i]);
        const std::lock_guard lock(events_mutex_);
        results[i] = &result;
        for (; reported < results.size() && results[reported] != nullptr; ++reported)
          if (events_.finished) events_.finished(*results[reported]);
      }
    };
    const auto threads = std::min(jobs(), exercises.size());
    {
      std::vector<std::jthread> pool;
      for (std::size_t i = 0; i < threads; ++i) pool.emplace_back(work);
    }
    memory_.save();
    std::vector<model::ExerciseResult> finished;
    for (const model::Exercise* exercise : exercises)
      finished.push_back(std::move(entries_.at(exercise->id).result));
    return finished;
  }

 private:
  using Solution = std::variant<std::string, Refused>;

  struct Entry {
    std::once_flag read_once;
    Solution solution;
    std::once_flag recalled_once;
    std::string key;
    std::optional<model::ExerciseResult> earlier;
    std::once_flag graded_once;
    model::ExerciseResult result;
  };

  const model::ExerciseResult& of(const model::Exercise& exercise) {
    Entry& entry = entries_.at(exercise.id);
    std::call_once(entry.graded_once, [&] { entry.result = grade(exercise); });
    return entry.result;
  }

  /// Read once: whoever saves a file while it is graded gets one answer, and those that use it the same.
  Solution solution(const model::Exercise& exercise) {
    Entry& entry = entries_.at(exercise.id);
    std::call_once(entry.read_once, [&] { entry.solution = read_solution(submission_, exercise); });
    return entry.solution;
  }

  ReadSolution read_used() {
    return [this](const model::Exercise& used) { return solution(used); };
  }

  /// The result of an earlier run, and the key to keep one by.
  const Entry& recalled(const model::Exercise& exercise, const std::string& source) {
    Entry& entry = entries_.at(exercise.id);
    std::call_once(entry.recalled_once, [&] {
      std::call_once(prepared_once_, [&] { services_.compiler.prepare(options_.jobs, stop_); });
      entry.key = memory_.key(exercise, source, read_used(), stop_);
      entry.earlier = memory_.find(exercise, entry.key);
    });
    return entry;
  }

  /// Whether there is something to compile of it: a solution that was begun, and no result that still holds.
  bool is_to_be_compiled(const model::Exercise& exercise) {
    if (exercise.kind == model::ExerciseKind::questions) return false;
    const Solution read = solution(exercise);
    const auto* source = std::get_if<std::string>(&read);
    return source != nullptr && !codegen::is_untouched_stub(*source, exercise) &&
           !recalled(exercise, *source).earlier;
  }

  std::vector<build::Program> programs_of(const std::vector<const model::Exercise*>& exercises) {
    std::vector<std::uint8_t> is_wanted(exercises.size());
    std::vector<std::function<void()>> tasks;
    for (std::size_t i = 0; i < exercises.size(); ++i)
      tasks.emplace_back([&, i] { is_wanted[i] = is_to_be_compiled(*exercises[i]) ? 1 : 0; });
    util::in_parallel(jobs(), tasks);
    std::vector<build::Program> programs;
    for (std::size_t i = 0; i < exercises.size(); ++i)
      if (is_wanted[i] != 0)
        programs.push_back(submitted_program(course_, *exercises[i],
                                             std::get<std::string>(solution(*exercises[i])), read_used()));
    return programs;
  }

  /// The references of what is to be judged, but for those whose answers an earlier run has left.
  std::vector<build::Program> references_of(const std::vector<build::Program>& programs) {
    std::vector<std::uint8_t> is_wanted(programs.size());
    std::vector<std::function<void()>> tasks;
    for (std::size_t i = 0; i < programs.size(); ++i)
      tasks.emplace_back([&, i] {
        is_wanted[i] = are_missing(memory_.answers(*programs[i].solution.exercise, stop_).get()) ? 1 : 0;
      });
    util::in_parallel(jobs(), tasks);
    std::vector<build::Program> references;
    for (std::size_t i = 0; i < programs.size(); ++i)
      if (is_wanted[i] != 0) references.push_back(reference_program(course_, *programs[i].solution.exercise));
    return references;
  }

  /// Compiles together what can be. Whatever goes wrong with it shows again, and is reported, where they are
  /// built one by one.
  void gather(const std::vector<const model::Exercise*>& exercises) {
    if (options_.gathering == Gathering::no || services_.sanitizing != nullptr) return;
    try {
      const std::vector<build::Program> programs = programs_of(exercises);
      if (programs.empty()) return;
      progress(*programs.front().solution.exercise, "compiling");
      gathered_ = services_.compiler.gather(programs, build::Author::student, options_.jobs, stop_);
      gathered_references_ =
          services_.compiler.gather(references_of(programs), build::Author::course, options_.jobs, stop_);
    } catch (const util::Interrupted&) {
      // Each exercise finds that out, and says so.
    } catch (const std::exception&) {
      // So does whoever has to be built now.
    }
  }

  std::size_t jobs() const { return static_cast<std::size_t>(std::max(1, options_.jobs)); }

  void progress(const model::Exercise& exercise, const char* what) {
    const std::lock_guard lock(events_mutex_);
    if (events_.progress) events_.progress(exercise.id, what);
  }

  model::ExerciseResult grade(const model::Exercise& exercise) {
    model::ExerciseResult result;
    result.id = exercise.id;
    result.title = exercise.title;
    result.extension = exercise.extension();
    result.takeaway = exercise.takeaway;
    try {
      if (stop_.stop_requested()) throw util::Interrupted();
      examine(exercise, result);
    } catch (const util::Interrupted&) {
      result.interrupted = true;
      fail_all(exercise, model::Verdict::grader_error, "interrupted: not everything was checked", result);
    } catch (const std::exception& error) {
      fail_all(exercise, model::Verdict::grader_error, error.what(), result);
    } catch (...) {
      fail_all(exercise, model::Verdict::grader_error, "an exception without a message", result);
    }
    finish(exercise, result);
    return result;
  }

  void examine(const model::Exercise& exercise, model::ExerciseResult& result) {
    auto read = solution(exercise);
    if (const auto* refused = std::get_if<Refused>(&read))
      return fail_all(exercise, refused->verdict, refused->message, result);
    std::string source = std::move(std::get<std::string>(read));
    if (exercise.kind == model::ExerciseKind::questions)
      return judge_answers(exercise, course_.key(exercise), course::solution_file(submission_, exercise),
                           source, result);
    if (codegen::is_untouched_stub(source, exercise))
      return fail_all(exercise, model::Verdict::not_implemented, "", result);

    const Entry& entry = recalled(exercise, source);
    if (entry.earlier) {
      result = *entry.earlier;
      return;
    }
    compile_and_run(exercise, submitted_program(course_, exercise, std::move(source), read_used()), result);
    memory_.keep(exercise, entry.key, result);
  }

  void compile_and_run(const model::Exercise& exercise, const build::Program& program,
                       model::ExerciseResult& result) {
    progress(exercise, "compiling");
    const auto answers = memory_.answers(exercise, stop_);
    const bool is_needed = are_missing(answers.get());
    const std::shared_future<build::BuildResult> reference =
        std::async(is_needed ? std::launch::async : std::launch::deferred, [this, &exercise] {
          return build_reference(reference_program(course_, exercise));
        }).share();
    const build::BuildResult student = build_submitted(program);
    if (is_needed) require_reference(exercise, reference.get());
    if (const auto* failure = std::get_if<build::BuildFailure>(&student))
      return report_build(exercise, *failure, result);
    run(exercise, std::get<build::Built>(student), reference, answers.get(), result);
    if (answers) answers->save();
  }

  /// Where an earlier run left the reference's answers it may not be needed at all.
  static bool are_missing(const RememberedAnswers* answers) { return answers == nullptr || !answers->any(); }

  static const build::Built& require_reference(const model::Exercise& exercise,
                                               const build::BuildResult& reference) {
    if (const auto* failure = std::get_if<build::BuildFailure>(&reference))
      throw util::GraderError(
          fmt::format("the reference of {} does not compile:\n{}", exercise.id, failure->message));
    return std::get<build::Built>(reference);
  }

  build::BuildResult build_submitted(const build::Program& program) {
    const auto gathered = gathered_.find(program.solution.exercise->id);
    if (gathered != gathered_.end()) return gathered->second;
    return build(services_.sanitizing != nullptr ? *services_.sanitizing : services_.compiler, program);
  }

  build::BuildResult build_reference(const build::Program& program) {
    const auto gathered = gathered_references_.find(program.solution.exercise->id);
    return gathered != gathered_references_.end() ? gathered->second : build(services_.compiler, program);
  }

  build::BuildResult build(build::Compiler& compiler, const build::Program& program) {
    const Slot slot(compilers_);
    return compiler.build(program, stop_);
  }

  void report_build(const model::Exercise& exercise, const build::BuildFailure& failure,
                    model::ExerciseResult& result) {
    constexpr std::size_t kBytes = 65536;
    fail_all(exercise, failure.verdict, util::printable_within(failure.message, kBytes), result);
    if (failure.verdict == model::Verdict::prerequisite_failed) return;
    model::CheckResult compile;
    compile.id = "compile";
    compile.kind = model::CheckKind::compile;
    compile.verdict = failure.verdict;
    compile.message = result.message;
    result.checks.insert(result.checks.begin(), std::move(compile));
  }

  void run(const model::Exercise& exercise, const build::Built& student,
           const std::shared_future<build::BuildResult>& correct, RememberedAnswers* answers,
           model::ExerciseResult& result) {
    progress(exercise, "running");
    Reference reference(
        exercise.function,
        [&] {
          return start_reference(services_.processes, exercise, require_reference(exercise, correct.get()),
                                 stop_);
        },
        answers);
    ReferenceSet references(
        course_, exercise, reference,
        [this](const build::Program& program) { return build_reference(program); }, services_.processes,
        stop_, answers);
    const auto start = [&](worker::OutputLimit output) {
      worker::Worker worker(services_.processes, student.executable, exercise.function, exercise.limits,
                            stop_, std::nullopt, output);
      worker.choose(student.exercise);
      if (!student.libraries.empty()) worker.expect_sanitizers(student.libraries, exercise.id + ".cpp");
      return worker;
    };
    const Parties parties{
        [&] { return start(worker::OutputLimit::in_all); },
        [&] { return start(worker::OutputLimit::per_call); },
        reference,
        references,
        references.used_functions(),
        [&] {
          if (answers != nullptr) answers->stop_keeping();
          reference.prepare();
        },
        [&](const auto& inputs, const auto& theirs) { return diagnose(exercise, inputs, theirs); }};
    evaluate(exercise, parties, options_.seed, stop_, result);
    if (const auto failure = reference.finish())
      throw util::GraderError(fmt::format("the reference of {} {}", exercise.id, failure->message));
    result.output =
        util::printable_within(result.output, static_cast<std::size_t>(exercise.limits.output_kib) * 1024U);
    const bool passed = std::all_of(
        result.checks.begin(), result.checks.end(),
        [](const model::CheckResult& check) { return check.verdict == model::Verdict::accepted; });
    if (!passed) blame_prerequisites(student.calls, result);
  }

  /// The pitfalls are compiled with the first failure that they may explain, and kept.
  std::optional<model::KnownMistake> diagnose(const model::Exercise& exercise,
                                              const std::vector<judge::Input>& inputs,
                                              const std::vector<model::Outcome>& answers) {
    if (exercise.pitfalls.empty()) return std::nullopt;
    progress(exercise, "comparing with known mistakes");
    try {
      const Slot slot(compilers_);
      const auto built = services_.compiler.build(pitfall_variants(course_, exercise), stop_);
      return known_mistake(exercise, built, inputs, answers, services_.processes, stop_);
    } catch (const util::GraderError&) {
      // The verdict is there already, and no explanation is worth losing it. An audit finds the pitfall.
      return std::nullopt;
    }
  }

  /// A failure may be that of an earlier solution which this one calls.
  void blame_prerequisites(const std::vector<std::string>& calls, model::ExerciseResult& result) {
    for (const std::string& id : calls) {
      const model::ExerciseResult& used = of(course_.at(id));
      // What could not be judged is not known to be wrong.
      if (used.status != model::Status::fail && used.status != model::Status::todo) continue;
      const char* state = used.status == model::Status::todo ? "is still to be done" : "fails";
      result.message = fmt::format("it calls your solution of {}, which {}; mend that one first", id, state);
      for (model::CheckResult& check : result.checks)
        if (check.verdict != model::Verdict::accepted) check.verdict = model::Verdict::prerequisite_failed;
      return;
    }
  }

  void finish(const model::Exercise& exercise, model::ExerciseResult& result) const {
    std::vector<double> weights;
    for (const model::CheckResult& check : result.checks)
      if (check.kind == model::CheckKind::compile) weights.push_back(0);
    for (const double points : check_points(exercise)) weights.push_back(points);
    judge::score(exercise, weights, result);
  }

  const course::Course& course_;
  const std::filesystem::path& submission_;
  const Services& services_;
  const GradeOptions& options_;
  const GradeEvents& events_;
  std::stop_token stop_;
  Memory memory_;
  Slots compilers_;
  std::once_flag prepared_once_;
  std::mutex events_mutex_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, build::BuildResult> gathered_;             // by id
  std::map<std::string, build::BuildResult> gathered_references_;  // by id
};

}  // namespace

model::Report grade(const course::Course& course, const std::vector<const model::Exercise*>& exercises,
                    const std::filesystem::path& submission, const Services& services,
                    const GradeOptions& options, const GradeEvents& events, std::stop_token stop) {
  model::Report report;
  report.submission = submission.string();
  report.seed = options.seed;
  report.isolation = services.processes.isolation();
  report.exercises = Run(course, submission, services, options, events, stop).all(exercises);
  report.interrupted = std::any_of(report.exercises.begin(), report.exercises.end(),
                                   [](const model::ExerciseResult& result) { return result.interrupted; });
  judge::total(report);
  return report;
}

}  // namespace grader::pipeline
