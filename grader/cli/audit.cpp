#include "pipeline/audit.hpp"

#include <fmt/ostream.h>

#include <iostream>
#include <map>
#include <mutex>

#include "cli/app.hpp"
#include "cli/checks.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "cli/services.hpp"
#include "report/audit.hpp"
#include "report/value_text.hpp"
#include "util/error.hpp"
#include "util/interrupt.hpp"
#include "util/terminal.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

struct AuditCommandOptions {
  std::vector<std::string> ids;
  model::Index seeds = pipeline::AuditOptions{}.seeds;
  int jobs = default_jobs();
  std::optional<std::string> cxx;
  bool json = false;
};

/// The compiler in each way of compiling, made when it is first asked for.
class Compilers {
 public:
  Compilers(const std::optional<std::string>& cxx, const sandbox::ProcessRunner& processes)
      : toolchain_(build::find_toolchain(cxx, processes)), processes_(processes) {}

  build::Compiler& operator()(build::Mode mode) {
    const std::lock_guard lock(mutex_);
    auto& compiler = compilers_[mode];
    if (!compiler)
      compiler = std::make_unique<build::ToolchainCompiler>(
          toolchain_, build::Cache(build::Cache::default_root()), processes_, mode);
    return *compiler;
  }

 private:
  build::Toolchain toolchain_;
  const sandbox::ProcessRunner& processes_;
  std::mutex mutex_;
  std::map<build::Mode, std::unique_ptr<build::ToolchainCompiler>> compilers_;
};

/// One line on a terminal that says what goes on, gone when something is printed.
class StatusLine {
 public:
  explicit StatusLine(bool wanted) : wanted_(wanted) {}
  void show(const std::string& text) {
    if (!wanted_) return;
    std::cerr << "\r\x1b[K" << util::truncate(text, util::output_width(util::terminal_facts(2)) - 1)
              << std::flush;
  }
  void clear() {
    if (wanted_) std::cerr << "\r\x1b[K" << std::flush;
  }

 private:
  bool wanted_;
};

std::string summary(const std::vector<model::ExerciseAudit>& audits) {
  std::size_t findings = 0;
  for (const model::ExerciseAudit& audit : audits) findings += audit.findings.size();
  const std::string exercises = report::count_text(static_cast<model::Index>(audits.size()), "exercise");
  return findings == 0 ? fmt::format("\n{}, nothing to mend\n", exercises)
                       : fmt::format("\n{}, {} to mend\n", exercises,
                                     report::count_text(static_cast<model::Index>(findings), "thing"));
}

int run_audit(const Context& context, const AuditCommandOptions& options) {
  const course::Course course = load_course(context);
  const auto exercises = course.select(options.ids);
  const sandbox::LocalProcesses processes(sandbox::probe());
  Compilers compilers(options.cxx, processes);
  StatusLine status(!options.json && util::use_live_line(util::terminal_facts(2)));
  const pipeline::AuditServices services{
      [&compilers](build::Mode mode) -> build::Compiler& { return compilers(mode); }, processes};
  pipeline::AuditEvents events;
  events.progress = [&](const std::string& id, const std::string& what) { status.show(id + ": " + what); };
  events.finished = [&](const model::ExerciseAudit& audit) {
    status.clear();
    if (!options.json) std::cout << report::audit_text(audit) << std::flush;
  };
  const util::Interrupts interrupts;
  std::vector<model::ExerciseAudit> audits;
  try {
    audits = pipeline::audit(course, exercises, services, {options.seeds, options.jobs}, events,
                             interrupts.token());
  } catch (const util::Interrupted&) {
    status.clear();
    std::cerr << "grader: interrupted: not everything was audited\n";
    return util::kInterruptedStatus;
  }
  bool clean = true;
  nlohmann::ordered_json items = nlohmann::ordered_json::array();
  for (const model::ExerciseAudit& audit : audits) {
    clean = clean && audit.findings.empty();
    items.push_back(report::audit_json(audit));
  }
  if (options.json)
    print_json({{"format_version", 1}, {"clean", clean}, {"exercises", items}});
  else
    std::cout << summary(audits);
  return clean ? kPassed : kNotPassed;
}

}  // namespace

void setup_audit(CLI::App& app, Context& context) {
  constexpr int kMostJobs = 1024;
  constexpr int kMostSeeds = 1000000;
  auto options = std::make_shared<AuditCommandOptions>();
  CLI::App* command = add_command(app, context, "audit", "Check that exercises tell right from wrong");
  command->add_option("ID", options->ids, "Only these: an id, a name that is unique, or topic/")
      ->type_name("ID");
  command->add_option("--seeds", options->seeds, "How many seeds the reference has to pass (default: 1000)")
      ->type_name("N")
      ->check(whole_number(1, kMostSeeds));
  command
      ->add_option("--jobs,-j", options->jobs,
                   "Processes busy at the same time (default: the cores, fewer where memory is short)")
      ->type_name("N")
      ->check(whole_number(1, kMostJobs));
  command->add_option("--cxx", options->cxx, "The compiler (default: $CXX, g++ or clang++)")
      ->type_name("PATH");
  command->add_flag("--json", options->json, "Print JSON");
  on_chosen(command, context, options, run_audit);
}

}  // namespace grader::cli
