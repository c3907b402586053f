#include <doctest/doctest.h>

#include "cli/app.hpp"
#include "cli/completion_script.hpp"
#include "util/files.hpp"

using namespace grader;

namespace {

const std::filesystem::path kShipped = std::filesystem::path(GRADER_SOURCE_DIR) / "completions";

}  // namespace

TEST_CASE("the shipped completions are those of the program") {
  cli::Context context;
  const auto app = cli::make_app(context);
  const bool bash = cli::bash_completion(*app) == util::read_file(kShipped / "grader.bash");
  CHECK_MESSAGE(bash, "write it again: grader completion bash > completions/grader.bash");
  const bool zsh = cli::zsh_completion(*app) == util::read_file(kShipped / "_grader");
  CHECK_MESSAGE(zsh, "write it again: grader completion zsh > completions/_grader");
}

TEST_CASE("every command and option can be completed") {
  cli::Context context;
  const auto app = cli::make_app(context);
  const std::string bash = cli::bash_completion(*app);
  const std::string zsh = cli::zsh_completion(*app);
  for (const CLI::App* command : app->get_subcommands({})) {
    CAPTURE(command->get_name());
    CHECK(bash.find("    " + command->get_name() + ")\n") != std::string::npos);
    CHECK(zsh.find("'" + command->get_name() + ":" + command->get_description()) != std::string::npos);
    CHECK_FALSE(command->get_description().empty());
  }
}
