#pragma once

#include "cli/context.hpp"

/// One set-up function for each subcommand; each is in a file of its own with its options and what it does.
namespace grader::cli {

void setup_run(CLI::App& app, Context& context);
void setup_watch(CLI::App& app, Context& context);
void setup_list(CLI::App& app, Context& context);
void setup_show(CLI::App& app, Context& context);
void setup_hint(CLI::App& app, Context& context);
void setup_eval(CLI::App& app, Context& context);
void setup_debug(CLI::App& app, Context& context);
void setup_init(CLI::App& app, Context& context);
void setup_reset(CLI::App& app, Context& context);
void setup_mark(CLI::App& app, Context& context);
void setup_new(CLI::App& app, Context& context);
void setup_validate(CLI::App& app, Context& context);
void setup_audit(CLI::App& app, Context& context);
void setup_doctor(CLI::App& app, Context& context);
void setup_completion(CLI::App& app, Context& context);

}  // namespace grader::cli
