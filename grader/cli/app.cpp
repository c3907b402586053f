#include "cli/app.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "util/error.hpp"
#include "util/suggest.hpp"

namespace grader::cli {
namespace {

constexpr const char* kFooter =
    "Exit codes: 0 everything asked for passed; 1 something did not; 2 the command line or a\n"
    "specification is wrong; 3 the grader could not do its work.";

void add_course(CLI::App& app, Context& context) {
  app.add_option("--course", context.course, "The directory that holds exercises/ and reference/")
      ->type_name("DIR");
}

/// The word that stands where the command should; options of the whole program may come before it.
std::optional<std::string> first_word(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--course")
      ++i;
    else if (!arguments[i].starts_with('-'))
      return arguments[i];
  }
  return std::nullopt;
}

std::string with_hint(std::string message, const std::string& hint) {
  return hint.empty() ? message : message + "\n  " + hint;
}

void check_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  const auto word = first_word(arguments);
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  if (!word || std::find(names.begin(), names.end(), *word) != names.end()) return;
  std::string hint = util::did_you_mean(*word, names);
  if (hint.empty()) hint = "grader --help lists the commands";
  throw util::UsageError(with_hint(fmt::format("unknown command '{}'", *word), hint));
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// The command that was chosen, or the program itself.
const CLI::App& chosen(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::string help_line(const CLI::App& app, const CLI::App& command) {
  return &command == &app ? "grader --help says more"
                          : fmt::format("grader {} --help says more", command.get_name());
}

/// CLI11 knows what it could not place, and not what was meant.
std::string unexpected(const CLI::App& app) {
  const CLI::App& command = chosen(app);
  const std::vector<std::string> extras = app.remaining(true);
  const std::string word = extras.empty() ? "" : extras.front();
  const bool option = word.starts_with('-');
  std::string hint = option ? util::did_you_mean(word.substr(0, word.find('=')), option_names(command)) : "";
  if (hint.empty()) hint = help_line(app, command);
  return with_hint(fmt::format("{} '{}'", option ? "unknown option" : "one argument too many:", word), hint);
}

void parse(CLI::App& app, const std::vector<std::string>& arguments) {
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success&) {
    throw;
  } catch (const CLI::ExtrasError&) {
    throw util::UsageError(unexpected(app));
  } catch (const CLI::ParseError& error) {
    throw util::UsageError(with_hint(error.what(), help_line(app, chosen(app))));
  }
}

}  // namespace

const char* version() { return GRADER_VERSION; }

CLI::App* add_command(CLI::App& app, Context& context, const std::string& name,
                      const std::string& description) {
  CLI::App* command = app.add_subcommand(name, description);
  add_course(*command, context);
  return command;
}

std::unique_ptr<CLI::App> make_app(Context& context) {
  auto app = std::make_unique<CLI::App>("Checks C++ solutions of numerical exercises.", "grader");
  app->set_version_flag("--version", fmt::format("grader {}", version()), "Print the version and exit");
  app->get_formatter()->column_width(34);
  app->footer(kFooter);
  add_course(*app, context);
  for (const auto setup :
       {setup_run, setup_watch, setup_list, setup_show, setup_hint, setup_eval, setup_debug, setup_init,
        setup_reset, setup_mark, setup_new, setup_validate, setup_audit, setup_doctor, setup_completion})
    setup(*app, context);
  // At most one: a directory called "new" is then an argument of `init` and no second command.
  app->require_subcommand(0, 1);
  return app;
}

int run(const std::vector<std::string>& arguments) {
  Context context;
  const auto app = make_app(context);
  check_command(*app, arguments);
  try {
    parse(*app, arguments);
  } catch (const CLI::Success& request) {  // --help, --version
    return app->exit(request, std::cout, std::cerr);
  }
  if (!context.action) {
    std::cout << app->help();
    return kWrongUse;
  }
  return context.action();
}

}  // namespace grader::cli
