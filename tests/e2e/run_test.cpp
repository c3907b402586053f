#include <doctest/doctest.h>

#include "support.hpp"

using namespace grader;
using e2e::Room;

namespace {

/// Everything that `run` says on standard output; nothing may be on standard error.
std::string said(const Room& room, const e2e::Result& result) {
  CHECK(result.err == "");
  return e2e::normalized(room, result.out);
}

}  // namespace

TEST_CASE("a submission in which everything is right, and a text awaits review") {
  const Room room("solved");
  const auto result = room.grader({"run"});
  CHECK_GOLDEN("solved.txt", said(room, result));
  CHECK(result.status == 1);
  CHECK(room.grader({"run", "-e", "vectors/"}).status == 0);
}

TEST_CASE("a submission with something of everything") {
  const Room room("mixed");
  const auto result = room.grader({"run"});
  CHECK_GOLDEN("mixed.txt", said(room, result));
  CHECK(result.status == 1);
}

TEST_CASE("a fresh directory is all to do, and nothing of it is compiled for nothing") {
  const Room room;
  CHECK(room.grader({"init", "student"}).status == 0);
  const auto result = room.grader({"run"});
  CHECK_GOLDEN("stubs.txt", said(room, result));
  CHECK(result.status == 1);
}

TEST_CASE("the exercise is named by its id, by a unique name, or by its topic") {
  const Room room("mixed");
  const auto ids = [&](std::vector<std::string> arguments, int expected) {
    int status = 0;
    std::string found;
    const nlohmann::json report = e2e::graded(room, std::move(arguments), status);
    for (const auto& exercise : report.at("exercises")) found += exercise.at("id").get<std::string>() + " ";
    CHECK(status == expected);
    return found;
  };
  CHECK(ids({"-e", "vectors/total"}, 0) == "vectors/total ");
  CHECK(ids({"-e", "total"}, 0) == "vectors/total ");
  CHECK(ids({"--exercise=total"}, 0) == "vectors/total ");
  CHECK(ids({"-e", "texts/"}, 1) == "texts/greet texts/blend texts/quiz ");
  CHECK(ids({"-e", "blend", "-e", "total"}, 1) == "vectors/total texts/blend ");
  CHECK(ids({"student", "-e", "unit", "-e", "unit"}, 1) == "vectors/unit ");
}

TEST_CASE("what is not there is said, with what to do") {
  const Room room("mixed");
  const auto wrong = [&](std::vector<std::string> arguments) {
    const auto result = room.grader(std::move(arguments));
    CHECK(result.status == 2);
    CHECK(result.out == "");
    return result.err;
  };
  CHECK(wrong({"run", "-e", "vectors/totl"}) ==
        "grader: error: there is no exercise 'vectors/totl'\n"
        "  did you mean 'vectors/total'? `grader list` shows all exercises\n");
  CHECK(wrong({"run", "-e", "nowhere/"}) ==
        "grader: error: there is no topic 'nowhere/'\n  `grader list` shows all exercises\n");
  CHECK(wrong({"run", "nowhere"}) ==
        "grader: error: there is no directory 'nowhere'\n"
        "  grader init nowhere makes it, with a stub for every exercise\n");
  CHECK(wrong({"run", "course/exercises/course.yaml"}) ==
        "grader: error: 'course/exercises/course.yaml' is no directory\n");
  CHECK(wrong({"run", "--fail-under", "many"}) ==
        "grader: error: --fail-under: 'many' is no percentage between 0 and 100\n"
        "  grader run --help says more\n");
  CHECK(wrong({"run", "--fail-under", "101"}) ==
        "grader: error: --fail-under: '101' is no percentage between 0 and 100\n"
        "  grader run --help says more\n");
  CHECK(wrong({"run", "--json", "-", "--junit", "-"}) ==
        "grader: error: --json and --junit cannot both go to standard output\n");
}

TEST_CASE("--fail-under lets an unfinished repository pass from a score on") {
  // 2.5 of 18 points are 13.8888… percent.
  const Room room("mixed");
  CHECK(room.grader({"run", "--fail-under", "13.88"}).status == 0);
  CHECK(room.grader({"run", "--fail-under", "13.89"}).status == 1);
  CHECK(room.grader({"run", "--fail-under", "0"}).status == 0);
  // 0.5 of 1 is exactly 50.
  CHECK(room.grader({"run", "-e", "unit", "--fail-under", "50"}).status == 0);
  CHECK(room.grader({"run", "-e", "unit", "--fail-under", "50.001"}).status == 1);
}

TEST_CASE("the seed decides over generated inputs and is in every report") {
  const Room room("mixed");
  int status = 0;
  const auto input = [](const nlohmann::json& report) {
    const auto exercise = e2e::exercise_of(report, "vectors/row_means");
    return exercise.at("checks").at(1).at("counterexample").at("input").dump();
  };
  const auto one = e2e::graded(room, {"-e", "row_means"}, status);
  const auto two = e2e::graded(room, {"-e", "row_means", "--seed", "2"}, status);
  const auto again = e2e::graded(room, {"-e", "row_means", "--seed", "2"}, status);
  CHECK(one.at("seed") == 1);
  CHECK(two.at("seed") == 2);
  CHECK(input(two) == input(again));
  // What is shown may be made small to the same; the inputs themselves differ.
  const auto result_of = [&](const std::string& seed) {
    return room.grader({"eval", "row_means", "--impl", "reference", "--case", "random#3", "--seed", seed})
        .out;
  };
  CHECK(result_of("1") != result_of("2"));

  const auto result = room.grader({"run", "-e", "row_means", "--seed", "2", "--junit", "report.xml"});
  CHECK(result.out.find("1 exercise, seed 2\n") != std::string::npos);
  CHECK(result.out.find(" --seed 2\n") != std::string::npos);  // the command that makes the call again
  CHECK(room.read("report.xml").find("<property name=\"seed\" value=\"2\" />") != std::string::npos);
}

TEST_CASE("the number of jobs changes nothing but the time") {
  const Room room("mixed");
  const std::string one = e2e::normalized(room, room.grader({"run", "--jobs", "1"}).out);
  CHECK(one == e2e::normalized(room, room.grader({"run", "--jobs", "2"}).out));
  CHECK(one == e2e::normalized(room, room.grader({"run", "-j", "16"}).out));
}

TEST_CASE("colour is for terminals, and for those who ask") {
  Room room("mixed");
  const auto colored = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"run", "-e", "total"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return room.grader(arguments).out.find("\x1b[") != std::string::npos;
  };
  CHECK_FALSE(colored({}));
  CHECK(colored({"--color", "always"}));
  CHECK_FALSE(colored({"--color=never"}));
  room.environment["NO_COLOR"] = "1";
  CHECK_FALSE(colored({}));
  CHECK(colored({"--color", "always"}));
  const auto wrong = room.grader({"run", "--color", "sometimes"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("--color") != std::string::npos);
}

TEST_CASE(
    "on a terminal there is colour unless NO_COLOR is set, and a live line that leaves nothing behind") {
  Room room("mixed");
  room.environment["TERM"] = "xterm";
  const auto shown = [&] {
    return e2e::Program(room.invocation({"--course", "course", "run", "-e", "total"}),
                        e2e::Program::On::terminal)
        .end()
        .out;
  };
  CHECK(shown().find("\x1b[32m") != std::string::npos);
  room.environment["NO_COLOR"] = "1";
  CHECK(shown().find("\x1b[32m") == std::string::npos);
}
