#include <fmt/ostream.h>
#include <unistd.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/call.hpp"
#include "cli/commands.hpp"
#include "cli/services.hpp"
#include "report/value_json.hpp"
#include "util/error.hpp"
#include "util/interrupt.hpp"
#include "util/text.hpp"
#include "worker/worker.hpp"

namespace grader::cli {
namespace {

/// The reference failing is the grader's trouble, anything else its author's.
int failed(const CallOptions& options, const model::Exercise& exercise, model::Verdict verdict,
           const std::string& message) {
  const std::string what = fmt::format("{}: {}{}{}", exercise.id, model::to_string(verdict),
                                       message.empty() ? "" : ": ", util::printable(message));
  if (options.is_reference()) throw util::GraderError("the reference failed: " + what);
  std::cerr << what << '\n';
  return kNotPassed;
}

/// What the code printed goes where it cannot be taken for the result.
void show_output(const worker::CallResult& call) {
  if (call.output.empty()) return;
  const std::string text = util::printable(call.output);
  std::cerr << text << (text.ends_with('\n') ? "" : "\n");
  if (call.output_cut) std::cerr << "(it printed more)\n";
}

std::string json_line(const model::Value& value) {
  return report::to_ordered_json(value).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

/// Only for people: a program that reads both streams gets what it asked for and nothing else.
void show_input(const CallOptions& options, const model::Arguments& input) {
  if (options.test_case && ::isatty(STDERR_FILENO) == 1)
    fmt::print(std::cerr, "input of {}: {}\n", *options.test_case, json_line({input}));
}

int call(const CallOptions& options, const model::Exercise& exercise, const build::Program& program,
         const model::Arguments& input) {
  Services services(options.machine);
  const util::Interrupts interrupts;
  const build::BuildResult built = services.submitted().build(program, interrupts.token());
  if (const auto* failure = std::get_if<build::BuildFailure>(&built))
    return failed(options, exercise, failure->verdict, failure->message);
  show_input(options, input);
  worker::Worker worker(services.processes(), std::get<build::Built>(built).executable, exercise.function,
                        exercise.limits, interrupts.token());
  if (const auto& libraries = std::get<build::Built>(built).libraries; !libraries.empty())
    worker.expect_sanitizers(libraries, exercise.id + ".cpp");
  const worker::CallResult result = worker.call(input);
  show_output(result);
  if (const auto* failure = std::get_if<worker::CallFailure>(&result.result))
    return failed(options, exercise, failure->verdict, failure->message);
  std::cout << json_line(std::get<model::Value>(result.result)) << '\n';
  return kPassed;
}

int run_eval(const Context& context, const CallOptions& options) {
  if (options.input.has_value() == options.test_case.has_value())
    throw util::UsageError("eval needs an input: --case NAME or --input FILE.json, one of them");
  const course::Course course = load_course(context);
  const model::Exercise& exercise = the_exercise(course, options.id);
  require_function(exercise);
  const model::Arguments input = chosen_input(exercise, options, std::cin);
  return call(options, exercise, chosen_program(course, exercise, options), input);
}

}  // namespace

void setup_eval(CLI::App& app, Context& context) {
  auto options = std::make_shared<CallOptions>();
  CLI::App* command = add_command(app, context, "eval", "Call a function and print its result as JSON");
  add_call_options(*command, *options);
  add_sanitize_option(*command, options->machine);
  command->add_option("--input", options->input, "The arguments as JSON; - is standard input")
      ->type_name("FILE");
  on_chosen(command, context, options, run_eval);
}

}  // namespace grader::cli
