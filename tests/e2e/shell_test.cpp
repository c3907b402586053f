#include <doctest/doctest.h>

#include "support.hpp"

using namespace grader;
using e2e::Room;

namespace {

/// Lets bash complete the last of these words, as after a press of TAB, and returns what it offers.
std::vector<std::string> completions(const Room& room, const std::vector<std::string>& words) {
  static const std::string script = R"(
    source <(grader completion bash) || exit 1
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
    entry=$(complete -p grader) || exit 2
    [[ $entry =~ -F\ ([^ ]+) ]] || exit 3
    "${BASH_REMATCH[1]}" grader "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    printf '%s\n' "${COMPREPLY[@]}"
  )";
  e2e::Invocation call{
      {"/bin/bash", "--norc", "-c", script, "bash"}, room.environment, room.path() / "course", {}};
  call.arguments.insert(call.arguments.end(), words.begin(), words.end());
  call.environment["PATH"] = GRADER_BINARY_DIR "/bin:" + room.environment.at("PATH");
  const auto result = e2e::run(call);
  CHECK(result.err == "");
  CHECK(result.status == 0);
  std::vector<std::string> found;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) found.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
  std::sort(found.begin(), found.end());
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("real bash completes commands, options, exercises and choices") {
  const Room room("solved");
  e2e::fs::rename(room.path() / "student", room.path() / "course/student");
  CHECK(completions(room, {"grader", "re"}) == Words{"reset"});
  CHECK(completions(room, {"grader", "run", "--js"}) == Words{"--json"});
  CHECK(completions(room, {"grader", "run", "--color", "a"}) == Words{"always", "auto"});
  CHECK(completions(room, {"grader", "completion", "z"}) == Words{"zsh"});
  CHECK(completions(room, {"grader", "show", "vectors/to"}) == Words{"vectors/total"});
  const auto topic = completions(room, {"grader", "run", "-e", "texts/"});
  CHECK(std::find(topic.begin(), topic.end(), "texts/greet") != topic.end());
  CHECK(std::find(topic.begin(), topic.end(), "texts/blend") != topic.end());
  const auto commands = completions(room, {"grader", ""});
  CHECK(commands.size() >= 13);
  CHECK(completions(room, {"grader", "zzz"}).empty());
}

TEST_CASE("the scripts are without mistakes to the shells themselves") {
  const Room room;
  const auto checks = [&](const char* shell, const char* path) {
    room.write(shell, room.plain({"completion", shell}).out);
    const auto result = e2e::run({{path, "-n", shell}, room.environment, room.path(), {}});
    CHECK(result.err == "");
    CHECK(result.status == 0);
    CHECK(room.read(shell).size() > 1000);
  };
  checks("bash", "/bin/bash");
  if (e2e::fs::exists("/usr/bin/zsh")) checks("zsh", "/usr/bin/zsh");
  CHECK(room.plain({"completion", "fish"}).status == 2);
}

TEST_CASE("debug makes the failing call again and stops in the student's function") {
  const Room room("mixed");
  if (!e2e::fs::exists("/usr/bin/gdb")) return;
  const auto stopped = room.grader({"debug", "unit", "--case", "one", "--batch", "--debugger", "gdb"});
  CHECK(stopped.err.starts_with(
      "gdb one of vectors/unit, stopping in unit; without limits of time or memory\n"));
  CHECK(stopped.out.find("vectors/unit.cpp:4") != std::string::npos);
  CHECK(stopped.out.find("if (x.size() == 1) throw std::invalid_argument") != std::string::npos);
  CHECK(stopped.status == 0);

  const auto line = room.grader({"debug", "unit", "--case", "one", "--print", "--debugger", "gdb"});
  CHECK(line.status == 0);
  CHECK(line.out.find("gdb") != std::string::npos);
  const auto broken = room.grader({"debug", "greet", "--case", "example", "--batch"});
  CHECK(broken.status == 2);
  CHECK(broken.err.starts_with("grader: error: texts/greet cannot be debugged: compile_error\n"));
  CHECK(room.grader({"debug", "unit", "--case", "two", "--batch"}).status == 2);
  CHECK(room.grader({"debug", "unit", "--case", "one", "--debugger", "no-such-debugger"}).status == 2);
}
