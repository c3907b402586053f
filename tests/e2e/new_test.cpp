#include <doctest/doctest.h>

#include "session.hpp"

using namespace grader;
using e2e::Room;

namespace {

struct NewExercise {
  std::string id;
  std::string signature;
};

/// Signatures in which every kind of type occurs, alone and in others.
const std::vector<NewExercise> kNew{
    {"made/scale_rows",
     "float[B, D] scale_rows(x: float[B, D], factor: float, times: int, on: bool, name: string)"},
    {"made/cube", "float32[A, B, C] cube(x: float32[A, B, C], flags: bool[A], ids: int[B, _])"},
    {"made/stats",
     "{mean: float, parts: list<float[N]>, note: string} stats(x: list<float[N]>, mask: optional<bool[N]>)"},
    {"made/move_points", "list<Point> move_points(points: list<Point>, by: Point, maybe: optional<Point>)"},
    {"vectors/pieces", "optional<int[_]> pieces(words: list<string>, many: list<list<int>>)"},
    {"vectors/windows", "float[2*N + 1, count] windows(x: float[N], count: int)"}};

Room room_with_records() { return Room("", "records: {Point: {at: \"float[2]\", label: string}}\n"); }

}  // namespace

TEST_CASE("new writes exercises of every kind of type that validate, compile and run at once") {
  const Room room = room_with_records();
  for (const auto& made : kNew) {
    CAPTURE(made.id);
    const auto result = room.grader({"new", made.id, "--signature", made.signature});
    CHECK(result.err == "");
    CHECK(result.status == 0);
  }
  CHECK(room.grader({"validate"}).out == "14 exercises, no mistakes\n");
  for (const auto& made : kNew) {
    CAPTURE(made.id);
    const auto value = room.grader({"eval", made.id, "--impl", "reference", "--case", "example"});
    CHECK(value.err == "");
    CHECK(value.status == 0);
    CHECK_FALSE(nlohmann::json::parse(value.out, nullptr, false).is_discarded());
  }
  // In the course's own student folder they are to do; the reference is a solution.
  std::vector<std::string> run{"run", "course/student"};
  for (const auto& made : kNew) run.insert(run.end(), {"-e", made.id});
  const auto stubs = room.grader(run);
  CHECK(stubs.status == 1);
  CHECK(stubs.out.find("Score 0 / 6 (0.0 %)   6 to do\n") != std::string::npos);
  for (const auto& made : kNew)
    room.write("course/student/" + made.id + ".cpp", room.read("course/reference/" + made.id + ".cpp"));
  const auto solved = room.grader(run);
  CHECK(solved.status == 0);
  CHECK(solved.out.find("Score 6 / 6 (100.0 %)   6 passed\n") != std::string::npos);
}

TEST_CASE("what new says and writes") {
  const Room room = room_with_records();
  e2e::Session session(room);
  session.grader(
      {"new", "made/move_points", "--title", "Move: \"all\" points", "--signature", kNew[3].signature});
  session.file("course/exercises/made/move_points.yaml").file("course/reference/made/move_points.cpp");
  session.file("course/student/made/move_points.cpp").file("course/student/made/move_points.hpp");
  CHECK_GOLDEN("new.txt", session.text());
}

TEST_CASE("new overwrites nothing and refuses what cannot be") {
  const Room room = room_with_records();
  room.write("course/reference/made/taken.cpp", "// mine\n");
  e2e::Session session(room);
  session.grader({"new", "vectors/total", "--signature", "float f(x: float)"});
  session.grader({"new", "made/taken", "--signature", "float f(x: float)"});
  session.file("course/exercises/made/taken.yaml").file("course/reference/made/taken.cpp");
  session.grader({"new", "made/Upper", "--signature", "float f(x: float)"});
  session.grader({"new", "../outside", "--signature", "float f(x: float)"});
  session.grader({"new", "name", "--signature", "float f(x: float)"});
  for (const char* signature : {"", "f", "float f(x float)", "flaot f(x: float)", "float[N] f(x: float)",
                                "float double(x: float)", "float f(x: float, x: int)", "float f(x: Pint)"})
    session.grader({"new", "made/wrong", "--signature", signature});
  session.grader({"new", "made/wrong"}).grader({"new", "made/again", "--signature", "float total(x: float)"});
  CHECK_GOLDEN("new_mistakes.txt", session.text());
  CHECK_FALSE(room.has("course/exercises/made/wrong.yaml"));
}
