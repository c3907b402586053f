#include "cli/completion_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace grader::cli {
namespace {

/// What may stand in one place of a command line.
struct Values {
  std::vector<std::string> words;
  bool files = false;
  bool directories = false;
  bool ids = false;
};

struct OptionFacts {
  std::vector<std::string> names;  // "-e", "--exercise"
  std::string description;
  bool takes_value = false;
  Values values;
};

struct CommandFacts {
  std::string name;
  std::string description;
  std::vector<OptionFacts> options;
  Values positional;
};

Values values_of(const std::string& type) {
  Values values;
  for (std::size_t start = 0; start <= type.size();) {
    const std::size_t end = std::min(type.find('|', start), type.size());
    const std::string part = type.substr(start, end - start);
    start = end + 1;
    if (part == "FILE" || part == "PATH")
      values.files = true;
    else if (part == "DIR")
      values.directories = true;
    else if (part == "ID")
      values.ids = true;
    else if (std::any_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      values.words.push_back(part);
  }
  return values;
}

OptionFacts facts_of(const CLI::Option& option) {
  OptionFacts facts;
  for (const std::string& name : option.get_snames()) facts.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) facts.names.push_back("--" + name);
  facts.description = option.get_description();
  facts.takes_value = option.get_items_expected_max() > 0;
  facts.values = values_of(option.get_type_name());
  return facts;
}

CommandFacts facts_of(const CLI::App& command) {
  CommandFacts facts{command.get_name(), command.get_description(), {}, {}};
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional())
      facts.positional = values_of(option->get_type_name());
    else
      facts.options.push_back(facts_of(*option));
  }
  return facts;
}

std::vector<CommandFacts> commands_of(const CLI::App& app) {
  std::vector<CommandFacts> commands;
  for (const CLI::App* command : app.get_subcommands({})) commands.push_back(facts_of(*command));
  return commands;
}

std::vector<std::string> names_of(const std::vector<OptionFacts>& options) {
  std::vector<std::string> names;
  for (const OptionFacts& option : options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::string words(const std::vector<std::string>& list) { return fmt::format("{}", fmt::join(list, " ")); }

/// The line of shell that fills COMPREPLY with what may stand here.
std::string bash_reply(const Values& values) {
  std::string arguments;
  if (!values.words.empty()) arguments += fmt::format(" -W '{}'", words(values.words));
  if (values.ids) arguments += " -W \"$(_grader_ids \"$cur\")\"";
  if (values.files) arguments += " -f";
  if (values.directories) arguments += " -d";
  if (arguments.empty()) return "COMPREPLY=()";
  const std::string names = values.files || values.directories ? "compopt -o filenames 2>/dev/null; " : "";
  return fmt::format("{}mapfile -t COMPREPLY < <(compgen{} -- \"$cur\")", names, arguments);
}

std::string bash_command(const CommandFacts& command) {
  std::string text = fmt::format("    {})\n      case $prev in\n", command.name);
  for (const OptionFacts& option : command.options)
    if (option.takes_value)
      text +=
          fmt::format("        {}) {}; return ;;\n", fmt::join(option.names, "|"), bash_reply(option.values));
  text += "      esac\n";
  text +=
      fmt::format("      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\")\n",
                  words(names_of(command.options)));
  return text + fmt::format("      else {}; fi ;;\n", bash_reply(command.positional));
}

std::string zsh_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

/// A description inside of _arguments' little language.
std::string zsh_described(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zsh_action(const Values& values) {
  if (!values.words.empty() && values.files) return "{_values value " + words(values.words) + "; _files}";
  if (!values.words.empty()) return "(" + words(values.words) + ")";
  if (values.ids) return "_grader_ids";
  if (values.directories) return "_files -/";
  return values.files ? "_files" : " ";
}

std::string zsh_option(const OptionFacts& option, std::size_t indent) {
  std::string lines;
  for (const std::string& name : option.names) {
    const bool repeated = name == "-e" || name == "--exercise";
    std::string spec = fmt::format("{}{}[{}]", repeated ? "*" : "", name, zsh_described(option.description));
    if (option.takes_value) spec += ":value:" + zsh_action(option.values);
    lines += std::string(indent, ' ') + zsh_quoted(spec) + " \\\n";
  }
  return lines;
}

std::string zsh_command(const CommandFacts& command) {
  std::string text = fmt::format("    {})\n      _arguments \\\n", command.name);
  for (const OptionFacts& option : command.options) text += zsh_option(option, 8);
  return text + "        " + zsh_quoted("*:argument:" + zsh_action(command.positional)) + " ;;\n";
}

constexpr const char* kBash = R"bash(# bash completion for grader; made by `grader completion bash`.

_grader_ids() {{
  local course=() i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${{COMP_WORDS[i]}} == --course ]] && course=(--course "${{COMP_WORDS[i + 1]}}")
  done
  local ids
  ids=$("${{COMP_WORDS[0]}}" list --ids "${{course[@]}}" 2>/dev/null)
  printf '%s\n' "$ids"
  # A name alone means the same where it is unique; offered once something of it was typed.
  if [[ -n $1 && $1 != */* ]]; then sed 's:.*/::' <<< "$ids"; fi
}}

_grader() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} command='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      --course) ((i++)) ;;
      -*) ;;
      *) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  COMPREPLY=()
  case $command in
    '')
      if [[ $prev == --course ]]; then compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur")
      else mapfile -t COMPREPLY < <(compgen -W '{}' -- "$cur"); fi ;;
{}  esac
}}

complete -F _grader grader
)bash";

constexpr const char* kZsh = R"zsh(#compdef grader
# zsh completion for grader; made by `grader completion zsh`.

_grader_ids() {{
  local -a ids course
  local at=${{words[(I)--course]}}
  (( at > 0 )) && course=(--course ${{words[at + 1]}})
  ids=(${{(f)"$(_call_program ids $grader_program list --ids $course 2>/dev/null)"}})
  compadd -a ids
  # A name alone means the same where it is unique; offered once something of it was typed.
  [[ -n $PREFIX && $PREFIX != */* ]] && compadd -- ${{ids#*/}}
}}

_grader() {{
  local context state state_descr line grader_program=${{words[1]}}
  typeset -A opt_args
  _arguments -C \
{}    '1:command:->command' \
    '*::argument:->argument'
  case $state in
  command)
    local -a commands=(
{}    )
    _describe command commands ;;
  argument)
    case ${{line[1]}} in
{}    esac ;;
  esac
}}

# Works both as a file in fpath and when it is read with `source <(grader completion zsh)`.
if [[ ${{funcstack[1]}} == _grader ]]; then
  _grader "$@"
else
  compdef _grader grader
fi
)zsh";

}  // namespace

std::string bash_completion(const CLI::App& app) {
  std::vector<std::string> first = names_of(facts_of(app).options);
  std::string cases;
  for (const CommandFacts& command : commands_of(app)) {
    first.push_back(command.name);
    cases += bash_command(command);
  }
  return fmt::format(kBash, words(first), cases);
}

std::string zsh_completion(const CLI::App& app) {
  std::string options;
  for (const OptionFacts& option : facts_of(app).options) options += zsh_option(option, 4);
  std::string commands;
  std::string cases;
  for (const CommandFacts& command : commands_of(app)) {
    commands += "      " + zsh_quoted(command.name + ":" + zsh_described(command.description)) + "\n";
    cases += zsh_command(command);
  }
  return fmt::format(kZsh, options, commands, cases);
}

}  // namespace grader::cli
