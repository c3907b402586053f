#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace grader::cli {

/// What the command line as a whole decides: the course, and what is to be done. A command's set-up leaves
/// its run function in `action`; it is called once the whole line has been understood.
struct Context {
  std::optional<std::string> course;  // --course
  std::function<int()> action;        // its result is the exit code
};

/// Declares a subcommand with its own copy of `--course`, so that it may stand on either side of the command.
CLI::App* add_command(CLI::App& app, Context& context, const std::string& name,
                      const std::string& description);

/// Calls `run(options)` when the command was chosen. The options live as long as the parser does.
template <class Options>
void on_chosen(CLI::App* command, Context& context, std::shared_ptr<Options> options,
               int (*run)(const Context&, const Options&)) {
  command->callback([&context, options = std::move(options), run] {
    context.action = [&context, options, run] { return run(context, *options); };
  });
}

}  // namespace grader::cli
