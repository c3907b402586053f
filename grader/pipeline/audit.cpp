#include "pipeline/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

#include "pipeline/audit_room.hpp"
#include "pipeline/implementation.hpp"
#include "util/error.hpp"

namespace grader::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

/// A pitfall that differs by rounding alone is wrong in parts that are not compared, or on inputs that are
/// written out: of the tolerance it says nothing.
void find_nearest_pitfall(model::ExerciseAudit& audit) {
  for (const double distance : audit.pitfall_distances)
    if (distance > 10 * audit.noise && distance > 0 &&
        (!audit.nearest_pitfall || distance < *audit.nearest_pitfall))
      audit.nearest_pitfall = distance;
}

void judge_tolerance(model::ExerciseAudit& audit) {
  find_nearest_pitfall(audit);
  if (audit.noise >= 1)
    audit.findings.push_back(fmt::format(
        "the tolerance is below rounding: inputs that differ in the last digit, or sums in another "
        "order, give results {:.2g} times the tolerance apart; choose other inputs, or a larger one",
        audit.noise));
  if (audit.nearest_pitfall && *audit.nearest_pitfall <= 1)
    audit.findings.push_back(
        fmt::format("the tolerance is too large: a pitfall differs from the reference by {:.2g} times the "
                    "tolerance at most",
                    *audit.nearest_pitfall));
}

/// An exercise whose solution is a function.
void audit_function(const AuditTask& task, model::ExerciseAudit& audit) {
  try {
    auto reference = std::async(std::launch::async, [&] { return audit_reference(task); });
    // The reference's findings come first, but the mistakes need not wait for them.
    model::ExerciseAudit mistakes = audit;
    std::string failure;
    try {
      audit_mistakes(task, mistakes);
    } catch (const util::CourseError& error) {
      failure = error.what();
    }
    audit = std::move(mistakes);
    if (!failure.empty()) audit.findings.push_back(failure);
    ReferenceAudit of_reference = reference.get();
    audit.seeds = of_reference.seeds;
    audit.noise = of_reference.noise;
    audit.findings.insert(audit.findings.begin(), of_reference.findings.begin(), of_reference.findings.end());
  } catch (const util::CourseError& error) {
    // The reference stands in the way of both; it is said once.
    if (audit.findings.empty() || audit.findings.back() != error.what())
      audit.findings.push_back(error.what());
  }
  judge_tolerance(audit);
}

model::ExerciseAudit audit_exercise(const AuditTask& task) {
  const auto start = Clock::now();
  model::ExerciseAudit audit;
  audit.id = task.exercise.id;
  audit.reference_file = task.course.reference_file(task.exercise).filename().string();
  audit.tolerance = task.exercise.tolerance;
  if (task.exercise.kind == model::ExerciseKind::questions)
    audit_questions(task, audit);
  else
    audit_function(task, audit);
  audit.wall_s = std::chrono::duration<double>(Clock::now() - start).count();
  return audit;
}

}  // namespace

Plain built_reference(const AuditTask& task, build::Mode mode) {
  const build::BuildResult result =
      task.services.compiler(mode).build(reference_program(task.course, task.exercise), task.stop);
  if (const auto* failure = std::get_if<build::BuildFailure>(&result))
    throw util::CourseError(
        fmt::format("the reference of {} does not compile:\n{}", task.exercise.id, failure->message));
  return Plain(worker::Worker(task.services.processes, std::get<build::Built>(result).executable,
                              task.exercise.function, task.limits(), task.stop));
}

AuditReference::AuditReference(const AuditTask& task)
    : reference_(built_reference(task, build::Mode::grade)),
      references_(
          task.course, task.exercise, reference_,
          [&task](const build::Program& program) {
            return task.services.compiler(build::Mode::grade).build(program, task.stop);
          },
          task.services.processes, task.stop),
      examiner_(task.exercise, reference_, references_, references_.used_functions()) {}

std::vector<model::ExerciseAudit> audit(const course::Course& course,
                                        const std::vector<const model::Exercise*>& exercises,
                                        const AuditServices& services, const AuditOptions& options,
                                        const AuditEvents& events, std::stop_token stop) {
  std::vector<std::optional<model::ExerciseAudit>> results(exercises.size());
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::size_t reported = 0;
  std::exception_ptr failure;
  const auto examine = [&](const model::Exercise& exercise) {
    const model::Index seeds = std::min(options.seeds, exercise.audit.seeds.value_or(options.seeds));
    const auto progress = [&](const std::string& what) {
      const std::lock_guard lock(mutex);
      if (events.progress) events.progress(exercise.id, what);
    };
    return audit_exercise({course, exercise, services, seeds, progress, stop});
  };
  const auto work = [&] {
    for (std::size_t i = next++; i < exercises.size(); i = next++) try {
        model::ExerciseAudit audit = examine(*exercises[i]);
        const std::lock_guard lock(mutex);
        results[i] = std::move(audit);
        for (; reported < results.size() && results[reported]; ++reported)
          if (events.finished) events.finished(*results[reported]);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        return;
      }
  };
  {
    // Each exercise keeps two threads busy: its reference, and everything that is wrong.
    const auto threads =
        std::min(static_cast<std::size_t>(std::max(1, (options.jobs + 1) / 2)), exercises.size());
    std::vector<std::jthread> pool;
    for (std::size_t i = 0; i < threads; ++i) pool.emplace_back(work);
  }
  if (failure) std::rethrow_exception(failure);
  std::vector<model::ExerciseAudit> finished;
  for (auto& result : results) finished.push_back(std::move(*result));
  return finished;
}

}  // namespace grader::pipeline
