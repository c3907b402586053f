#include <doctest/doctest.h>
#include <termios.h>

#include "processes.hpp"
#include "support.hpp"

using namespace grader;
using e2e::Program;
using e2e::Room;

namespace {

constexpr const char* kWaiting = "Waiting for a file to be saved; Ctrl-C ends.\n";
constexpr const char* kKeys = "q quit";

Program watch(const Room& room, Program::On on, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"--course", "course", "watch"});
  return {room.invocation(more), on};
}

void copy(const Room& room, const std::string& submission, const std::string& file) {
  room.write("student/" + file, test::read_file(e2e::kFixtures / "submissions" / submission / file));
}

/// A `watch` on a terminal, whose keys are pressed when it waits for one.
class Terminal {
 public:
  explicit Terminal(Room& room)
      : program_((room.environment["TERM"] = "xterm", room.environment["NO_COLOR"] = "1",
                  watch(room, Program::On::terminal))) {}

  /// What is new on the screen up to and with `text`; empty where it never comes.
  std::string until(const std::string& text) {
    if (!program_.says(text, seen_)) return "";
    const std::size_t end = program_.out().find(text, seen_) + text.size();
    const std::string news = program_.out().substr(seen_, end - seen_);
    seen_ = end;
    return news;
  }
  std::string press(const std::string& key, const std::string& text) {
    program_.type(key);
    return until(text);
  }
  bool echoes() const { return (mode() & ECHO) != 0; }
  bool waits_for_lines() const { return (mode() & ICANON) != 0; }
  Program& program() { return program_; }

 private:
  tcflag_t mode() const {
    termios settings{};
    CHECK(::tcgetattr(program_.terminal(), &settings) == 0);
    return settings.c_lflag;
  }

  Program program_;
  std::size_t seen_ = 0;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("without a terminal, watch grades what is saved and ends with Ctrl-C") {
  const Room room("mixed");
  Program program = watch(room, Program::On::pipes);
  // total is solved, so that it begins with the first that is not.
  REQUIRE(program.says(kWaiting));
  CHECK(program.out().starts_with(
      "Standard input is no terminal: there are no keys, and Ctrl-C or SIGTERM ends.\n"));
  CHECK(contains(program.out(), "FAIL  vectors/row_means"));
  CHECK_FALSE(contains(program.out(), "vectors/outer"));

  std::size_t seen = program.out().size();
  copy(room, "solved", "vectors/outer.cpp");  // as an editor that replaces the file
  REQUIRE(program.says(kWaiting, seen));
  CHECK(contains(program.out().substr(seen), "PASS  vectors/outer"));

  seen = program.out().size();
  std::ofstream(room.path() / "student/vectors/outer.cpp") << "no C++\n";  // as one that writes into it
  REQUIRE(program.says(kWaiting, seen));
  CHECK(contains(program.out().substr(seen), "FAIL  vectors/outer"));
  CHECK(contains(program.out().substr(seen), "vectors/outer.cpp:1:1: error:"));

  program.send(SIGINT);
  const auto result = program.end();
  CHECK(result.status == 130);
  CHECK(result.err == "");
  CHECK(result.out.ends_with("\nInterrupted.\n"));
}

TEST_CASE("what editors leave behind is not graded") {
  const Room room("solved");
  Program program = watch(room, Program::On::pipes, {"-e", "total", "-e", "outer"});
  REQUIRE(program.says(kWaiting));
  std::size_t seen = program.out().size();
  room.write("student/vectors/total.cpp~", "backup");
  room.write("student/vectors/.total.cpp.swp", "swap");
  room.write("student/vectors/notes.txt", "notes");
  copy(room, "mixed", "vectors/row_means.cpp");  // not among those that are watched
  copy(room, "mixed", "vectors/outer.cpp");
  REQUIRE(program.says(kWaiting, seen));
  CHECK(contains(program.out().substr(seen), "FAIL  vectors/outer"));
  CHECK_FALSE(contains(program.out().substr(seen), "vectors/total  "));
  CHECK_FALSE(contains(program.out().substr(seen), "row_means"));
  program.send(SIGTERM);
  CHECK(program.end().status == 130);
}

TEST_CASE("Ctrl-C ends watch in the middle of an endless loop") {
  const Room room("hostile");
  room.edit("course/exercises/course.yaml", "exercise_time_s: 8", "exercise_time_s: 600");
  room.edit("course/exercises/course.yaml", "{time_s: 2", "{time_s: 600");
  Program program = watch(room, Program::On::pipes, {"-e", "row_means"});
  const auto worker = e2e::endless_worker_of(program.pid());
  REQUIRE(worker.has_value());
  program.send(SIGINT);
  CHECK(program.end().status == 130);
  CHECK(e2e::eventually([&] { return !e2e::is_alive(*worker); }));
}

TEST_CASE("on a terminal, keys move on, go back, grade again, give hints and quit") {
  Room room("mixed");
  Terminal terminal(room);
  CHECK(contains(terminal.until(kKeys), "FAIL  vectors/row_means"));
  CHECK(e2e::eventually([&] { return !terminal.echoes() && !terminal.waits_for_lines(); }));

  CHECK(contains(terminal.press("n", kKeys), "FAIL  vectors/outer"));
  CHECK(contains(terminal.press("p", kKeys), "FAIL  vectors/row_means"));
  CHECK(contains(terminal.press("r", kKeys), "FAIL  vectors/row_means"));
  CHECK(contains(terminal.press("p", kKeys), "PASS  vectors/total"));
  CHECK(contains(terminal.press("h", "1 more: h"), "Hint 1 of 2"));
  CHECK(contains(terminal.press("h", "That was the last hint."), "Hint 2 of 2"));
  CHECK(contains(terminal.press("p", "first exercise"), "first exercise"));
  CHECK(contains(terminal.press("s", "Limits"), "Sum of a vector"));
  CHECK(contains(terminal.press("?", kKeys), "n next, p previous"));
  CHECK(contains(terminal.press("a", kKeys), "Score 2.5 / 18"));

  copy(room, "solved", "texts/greet.cpp");
  CHECK(contains(terminal.until(kKeys), "PASS  texts/greet"));

  terminal.program().type("q");
  CHECK(terminal.program().end().status == 0);
  CHECK(terminal.echoes());
  CHECK(terminal.waits_for_lines());
}

TEST_CASE("Ctrl-C on a terminal ends watch and gives the terminal back") {
  Room room("solved");
  Terminal terminal(room);
  CHECK(contains(terminal.until(kKeys), "PASS  vectors/total"));
  CHECK(e2e::eventually([&] { return !terminal.echoes(); }));
  terminal.program().type("\x03");
  CHECK(terminal.program().end().status == 130);
  CHECK(terminal.echoes());
}

TEST_CASE("a terminal that goes away ends watch") {
  Room room("solved");
  Terminal terminal(room);
  CHECK(contains(terminal.until(kKeys), "PASS  vectors/total"));
  terminal.program().hang_up();
  CHECK(e2e::eventually([&] {
    return !e2e::facts_of(terminal.program().pid()) || e2e::facts_of(terminal.program().pid())->state == 'Z';
  }));
}
