#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>

#include "cli/app.hpp"
#include "cli/checks.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "cli/run_reporters.hpp"
#include "cli/seed_option.hpp"
#include "cli/services.hpp"
#include "cli/shell.hpp"
#include "pipeline/grade.hpp"
#include "report/exit_code.hpp"
#include "util/error.hpp"
#include "util/interrupt.hpp"
#include "util/parallel.hpp"

namespace grader::cli {
namespace {

constexpr std::uintmax_t kLargestCache = std::uintmax_t{2} << 30;

struct RunOptions {
  std::optional<std::string> directory;
  std::vector<std::string> ids;
  ReportOptions reports;
  std::uint64_t seed = pipeline::GradeOptions::kDefaultSeed;
  int jobs = default_jobs();
  MachineOptions machine;
  std::optional<double> fail_under;
  bool no_cache = false;
};

bool on_github() {
  const char* value = std::getenv("GITHUB_ACTIONS");
  return value != nullptr && value[0] != '\0';
}

ReportOptions report_options(const RunOptions& options) {
  ReportOptions reports = options.reports;
  reports.github = reports.github || on_github();
  if (reports.json == "-" && reports.junit == "-")
    throw util::UsageError("--json and --junit cannot both go to standard output");
  return reports;
}

/// What `grader eval` has to be told to make the same call again.
std::string eval_options(const RunOptions& options) {
  std::vector<std::string> words;
  if (options.seed != pipeline::GradeOptions::kDefaultSeed)
    words.insert(words.end(), {"--seed", std::to_string(options.seed)});
  if (options.machine.cxx) words.insert(words.end(), {"--cxx", *options.machine.cxx});
  if (options.machine.sanitize) words.emplace_back("--sanitize");
  if (options.machine.trust_submission) words.emplace_back("--trust-submission");
  return shell_line(words);
}

report::RunInfo run_info(const RunOptions& options, const std::filesystem::path& submission,
                         const std::vector<const model::Exercise*>& exercises, const std::string& isolation) {
  report::RunInfo run{submission.string(), options.seed, isolation, {}, eval_options(options)};
  for (const model::Exercise* exercise : exercises) run.exercises.push_back(exercise->id);
  return run;
}

pipeline::GradeOptions grade_options(const RunOptions& options) {
  using pipeline::EarlierResults;
  return {options.seed, options.jobs, options.no_cache ? EarlierResults::ignored : EarlierResults::taken};
}

int run_run(const Context& context, const RunOptions& options) {
  const ReportOptions reports = report_options(options);
  // Neither waits for the other: this asks the machine what it can do, and the compiler who it is.
  auto asked = std::async(std::launch::async, [&] { return std::make_unique<Services>(options.machine); });
  util::let_new_threads_begin();
  course::Course course = load_course(context, course::Sources::looked_for, options.ids);
  const auto exercises = course.select(options.ids);
  course.read_sources(exercises);
  const std::filesystem::path submission = existing_submission(options.directory, course);
  const std::unique_ptr<Services> made = asked.get();
  Services& services = *made;
  const std::string isolation = services.processes().isolation();

  const util::Interrupts interrupts;
  RunReporters reporters(reports);
  reporters.begin(run_info(options, submission, exercises, isolation));
  const model::Report report =
      pipeline::grade(course, exercises, submission, services.grading(), grade_options(options),
                      reporters.events(), interrupts.token());
  reporters.end(report);
  reporters.write_files();
  services.compiler().cache().prune(kLargestCache);
  return interrupts.requested() ? util::kInterruptedStatus : report::exit_code(report, options.fail_under);
}

}  // namespace

void setup_run(CLI::App& app, Context& context) {
  constexpr int kMostJobs = 1024;
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = add_command(app, context, "run", "Grade a submission");
  command->add_option("DIR", options->directory, "The submission (default: student)")->type_name("DIR");
  command->add_option("-e,--exercise", options->ids, "Only this exercise, or all of topic/; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  command->add_option("--json", options->reports.json, "Write results as JSON; - is standard output")
      ->type_name("FILE");
  command->add_option("--junit", options->reports.junit, "Write results as JUnit XML; - is standard output")
      ->type_name("FILE");
  command->add_flag(
      "--github", options->reports.github,
      "Print annotations for GitHub and write the step summary (on by itself in GitHub Actions)");
  add_seed_option(*command, options->seed);
  command
      ->add_option("--jobs,-j", options->jobs,
                   "Exercises graded at the same time (default: the cores, fewer where memory is short)")
      ->type_name("N")
      ->check(whole_number(1, kMostJobs));
  add_machine_options(*command, options->machine);
  add_sanitize_option(*command, options->machine);
  command->add_flag("--no-cache", options->no_cache, "Grade again what did not change since an earlier run");
  command->add_option("--fail-under", options->fail_under, "Exit 0 from this score on, in percent")
      ->type_name("PERCENT")
      ->check(percentage());
  add_color_option(*command, options->reports.color);
  on_chosen(command, context, options, run_run);
}

}  // namespace grader::cli
