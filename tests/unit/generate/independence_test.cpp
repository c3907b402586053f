#include <doctest/doctest.h>

#include "unit/generate/build.hpp"

using namespace build;

namespace {

Course two() {
  Course course;
  course.dim("B", 2, 5).dim("D", 2, 9);
  course.param("x", floats({name("B"), name("D")}), normal());
  course.param("y", floats({name("D")}), uniform(0, 1));
  return course;
}

}  // namespace

TEST_CASE("an input does not depend on which were asked for before") {
  const Course course = two();
  const model::Arguments late = course.input(17);
  for (model::Index index = 0; index < 17; ++index) CHECK_FALSE(course.input(index) == late);
  CHECK(course.input(17) == late);
}

TEST_CASE("an added parameter shifts no other") {
  const Course before = two();
  Course after = two();
  after.dim("K", 1, 30);
  after.param("z", floats({name("K"), name("D")}), normal());
  after.param("n", ints(), integers(0, 9));
  for (model::Index index = 1; index < 30; ++index) {  // 0 is square, and K takes part in that
    CHECK(after.tensor("x", index) == before.tensor("x", index));
    CHECK(after.tensor("y", index) == before.tensor("y", index));
  }
  // Nor does the order of parameters matter.
  Course swapped = two();
  std::swap(swapped.exercise.function.params[0], swapped.exercise.function.params[1]);
  std::swap(swapped.generation.inputs[0], swapped.generation.inputs[1]);
  for (model::Index index = 0; index < 30; ++index)
    CHECK(swapped.tensor("x", index) == before.tensor("x", index));
}

TEST_CASE("seed, exercise, case and parameter each give other numbers") {
  const Course course = two();
  const model::Index index = 5;
  const auto first = [&](const Course& other, std::uint64_t seed, const std::string& param) {
    return other.tensor(param, index, seed).number(0);
  };
  const double original = first(course, 1, "x");
  CHECK(first(course, 2, "x") != original);
  Course exercise = course;
  exercise.exercise.id = "topic/other";
  CHECK(first(exercise, 1, "x") != original);
  Course test_case = course;
  test_case.test_case.id = "random2";
  CHECK(first(test_case, 1, "x") != original);
  Course renamed = course;
  renamed.exercise.function.params[0].name = "z";
  renamed.generation.inputs[0].first = "z";
  CHECK(first(renamed, 1, "z") != original);
}

TEST_CASE("items and fields have streams of their own") {
  Generator one = normal();
  one.length_low = one.length_high = 1.0;
  Generator three = normal();
  three.length_low = three.length_high = 3.0;
  Course short_list;
  short_list.param("x", list(floats({Dim::of(4)})), one);
  Course long_list;
  long_list.param("x", list(floats({Dim::of(4)})), three);
  const auto items = [](const Course& course) {
    return std::get<model::List>(course.input(3).find("x")->data).items;
  };
  REQUIRE(items(short_list).size() == 1);
  REQUIRE(items(long_list).size() == 3);
  CHECK(items(short_list)[0] == items(long_list)[0]);
  CHECK_FALSE(items(long_list)[1] == items(long_list)[0]);

  Course pair;
  pair.param("x", record("Pair", {{"a", floats({Dim::of(4)})}, {"b", floats({Dim::of(4)})}}), normal());
  const auto made = std::get<model::Record>(pair.input(3).find("x")->data);
  CHECK_FALSE(*made.find("a") == *made.find("b"));
  Course longer;
  longer.param("x",
               record("Triple", {{"c", floats()}, {"a", floats({Dim::of(4)})}, {"b", floats({Dim::of(4)})}}),
               normal());
  const auto more = std::get<model::Record>(longer.input(3).find("x")->data);
  CHECK(*more.find("a") == *made.find("a"));
  CHECK(*more.find("b") == *made.find("b"));
}
