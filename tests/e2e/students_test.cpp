// Three students who did the whole course, none of them well: what they are told is compared in whole.
#include <doctest/doctest.h>

#include "support.hpp"

using namespace grader;

namespace {

std::string told(const std::string& student) {
  const e2e::Room room;
  e2e::fs::copy(e2e::fs::path(GRADER_SOURCE_DIR) / "tests/submissions" / student, room.path() / "student",
                e2e::fs::copy_options::recursive);
  const auto result = room.plain({"--course", GRADER_SOURCE_DIR, "run", "--jobs", "2"});
  CHECK(result.err == "");
  CHECK(result.status == 1);
  return e2e::normalized(room, result.out);
}

}  // namespace

TEST_CASE("a beginner has the first exercises, known mistakes, and much still to do") {
  CHECK_GOLDEN("beginner.txt", told("beginner"));
}

TEST_CASE("a sloppy student has the formulas and forgets the edges") {
  CHECK_GOLDEN("sloppy.txt", told("sloppy"));
}

TEST_CASE("a numerically careless student computes with float inside") {
  CHECK_GOLDEN("careless.txt", told("careless"));
}
