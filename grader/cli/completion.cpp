#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/completion_script.hpp"

namespace grader::cli {
namespace {

struct CompletionOptions {
  std::string shell;
};

int run_completion(const Context&, const CompletionOptions& options) {
  Context context;
  const auto app = make_app(context);
  std::cout << (options.shell == "bash" ? bash_completion(*app) : zsh_completion(*app));
  return kPassed;
}

}  // namespace

void setup_completion(CLI::App& app, Context& context) {
  auto options = std::make_shared<CompletionOptions>();
  CLI::App* command = add_command(app, context, "completion", "Print the completion script for a shell");
  command->add_option("SHELL", options->shell, "bash: source <(grader completion bash)")
      ->type_name("bash|zsh")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh"}).description(""));
  on_chosen(command, context, options, run_completion);
}

}  // namespace grader::cli
