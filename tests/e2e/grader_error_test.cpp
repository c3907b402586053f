#include <doctest/doctest.h>

#include "support.hpp"

using namespace grader;
using e2e::Room;

namespace {

constexpr const char* kReference = "course/reference/vectors/total.cpp";

/// Grades a right solution of total, and one of outer beside it, in a course that somebody broke.
void check_not_judged(const Room& room, const std::string& golden) {
  const auto result = room.grader({"run", "-e", "total", "-e", "outer", "--json", "results.json"});
  CHECK(result.status == 3);
  CHECK_GOLDEN(golden, e2e::normalized(room, result.out));
  const auto report = nlohmann::json::parse(room.read("results.json"));
  const auto exercise = e2e::exercise_of(report, "vectors/total");
  CHECK(exercise.at("verdict") == "grader_error");
  CHECK(exercise.at("status") == "error");
  for (const auto& check : exercise.at("checks")) CHECK(check.at("verdict") == "grader_error");
  CHECK(e2e::exercise_of(report, "vectors/outer").at("status") == "pass");
}

}  // namespace

TEST_CASE("a reference that throws is never the student's fault") {
  const Room room("solved");
  room.edit(kReference, "return x.sum();", "throw std::runtime_error(\"not today\");");
  check_not_judged(room, "reference_throws.txt");
}

TEST_CASE("a reference that does not compile is never the student's fault") {
  const Room room("solved");
  room.edit(kReference, "double total", "double totals");
  check_not_judged(room, "reference_broken.txt");
}

TEST_CASE("a reference that contradicts the course is never the student's fault") {
  const Room room("solved");
  room.edit("course/exercises/vectors/total.yaml", "expected: 6", "expected: 7");
  check_not_judged(room, "reference_contradicts.txt");
}

TEST_CASE("a compiler that is not there is named before anything is graded") {
  Room room("solved");
  const auto result = room.grader({"run", "--cxx", "no-such-compiler", "--json", "results.json"});
  CHECK(result.status == 2);
  CHECK(result.out == "");
  CHECK(result.err.find("no-such-compiler") != std::string::npos);
  CHECK_FALSE(room.has("results.json"));
  room.environment["CXX"] = "/bin/false";
  const auto other = room.grader({"run"});
  CHECK(other.status == 3);
  CHECK(other.err.find("/bin/false") != std::string::npos);
}

TEST_CASE("mistakes in a spec stop a run that needs it, and no other") {
  const Room room("solved");
  room.edit("course/exercises/vectors/unit.yaml", "points: 1", "points: -1");
  const auto needed = room.grader({"run"});
  CHECK(needed.status == 2);
  CHECK(needed.out == "");
  CHECK(needed.err ==
        "course/exercises/vectors/unit.yaml:3:9: error: 'points' must be between 0 and 1000000, found -1\n"
        "    points: -1\n            ^\n"
        "grader: error: nothing was done because of the mistake above\n");
  CHECK(room.grader({"run", "-e", "normalized"}).status == 2);  // uses it
  CHECK(room.grader({"run", "-e", "total"}).status == 0);
}

TEST_CASE("a course that is not there, or is none") {
  const Room room("solved");
  room.write("empty/exercises/note.txt", "");
  const auto result = room.plain({"run", "--course", "empty"});
  CHECK(result.status == 2);
  CHECK(result.err ==
        "grader: error: there is no course in 'empty': empty/exercises/course.yaml cannot be read\n"
        "  name its directory with --course DIR\n");
}
