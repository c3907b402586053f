#include <fmt/ostream.h>

#include <iostream>

#include "build/cache.hpp"
#include "cli/app.hpp"
#include "cli/call.hpp"
#include "cli/commands.hpp"
#include "cli/debugger.hpp"
#include "cli/services.hpp"
#include "cli/shell.hpp"
#include "util/error.hpp"
#include "util/files.hpp"
#include "util/interrupt.hpp"
#include "util/text.hpp"
#include "worker/encode.hpp"

namespace grader::cli {
namespace {

struct DebugOptions : CallOptions {
  std::optional<std::string> debugger;
  bool print = false;
  bool batch = false;
};

/// The request as a file that outlives this process: the debugger takes its place, and may run the call
/// again.
std::filesystem::path request_file(const build::Cache& cache, const model::Arguments& input) {
  const std::string bytes = worker::encode_request(1, input);
  const std::string key = cache.key(build::KeyBuilder().add("request", bytes));
  if (const auto known = cache.find("request", key)) return *known;
  const util::TemporaryDirectory box = cache.box();
  util::write_file(box.path() / "request", bytes, util::Lasting::no);
  return cache.publish("request", key, box.path() / "request");
}

std::filesystem::path built(Services& services, const model::Exercise& exercise,
                            const build::Program& program) {
  const util::Interrupts interrupts;
  const build::BuildResult result = services.compiler().build(program, interrupts.token());
  if (const auto* worker = std::get_if<build::Built>(&result)) return worker->executable;
  const auto& failure = std::get<build::BuildFailure>(result);
  throw util::UsageError(fmt::format("{} cannot be debugged: {}\n{}", exercise.id,
                                     model::to_string(failure.verdict), util::printable(failure.message)));
}

int run_debug(const Context& context, const DebugOptions& options) {
  const course::Course course = load_course(context);
  const model::Exercise& exercise = the_exercise(course, options.id);
  require_function(exercise);
  const model::Arguments input = chosen_input(exercise, options, std::cin);
  const build::Program program = chosen_program(course, exercise, options);
  const Debugger debugger = find_debugger(options.debugger);
  Services services(options.machine, build::Mode::debug);
  const auto executable = built(services, exercise, program);
  const auto request = request_file(services.compiler().cache(), input);
  const DebugCall call{executable,
                       request,
                       exercise.function.name,
                       exercise.id + ".cpp",
                       chosen_file(course, exercise, options),
                       options.batch};
  const auto command = debugger_command(debugger, call);
  if (options.print) {
    std::cout << shell_line(command) << '\n';
    return kPassed;
  }
  fmt::print(std::cerr, "{} {} of {}, stopping in {}; without limits of time or memory\n",
             debugger.path.filename().string(), *options.test_case, exercise.id, exercise.function.name);
  become(command);
}

}  // namespace

void setup_debug(CLI::App& app, Context& context) {
  auto options = std::make_shared<DebugOptions>();
  CLI::App* command = add_command(app, context, "debug", "Make one call under a debugger, built with -g -O0");
  add_call_options(*command, *options);
  command->get_option("--case")->required();
  command->add_option("--debugger", options->debugger, "gdb or lldb (default: the one that is installed)")
      ->type_name("PATH");
  command->add_flag("--print", options->print, "Print the debugger's command line instead of running it");
  command->add_flag("--batch", options->batch, "Run, print where it stopped, and end");
  on_chosen(command, context, options, run_debug);
}

}  // namespace grader::cli
