#include "cli/machine_options.hpp"

#include "cli/checks.hpp"

namespace grader::cli {

void add_machine_options(CLI::App& command, MachineOptions& options) {
  constexpr int kHighestLevel = 3;
  command.add_option("--cxx", options.cxx, "The compiler (default: $CXX, g++ or clang++)")->type_name("PATH");
  command
      .add_option("--require-isolation", options.required_isolation,
                  "Refuse to run below this level of isolation")
      ->type_name("N")
      ->check(whole_number(0, kHighestLevel));
  command.add_flag("--trust-submission", options.trust_submission,
                   "Run it even where the machine cannot isolate it (level 0): it may do whatever you may");
}

void add_sanitize_option(CLI::App& command, MachineOptions& options) {
  command.add_flag(
      "--sanitize", options.sanitize,
      "Build it with AddressSanitizer and UndefinedBehaviorSanitizer: memory errors have file and line");
}

}  // namespace grader::cli
