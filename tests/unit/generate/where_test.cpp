#include <doctest/doctest.h>

#include "build.hpp"
#include "util/error.hpp"

using namespace build;

namespace {

model::Exercise conditioned(std::vector<std::string> where) {
  model::Exercise exercise;
  exercise.id = "a/b";
  exercise.function = {"f", {{"x", floats({name("N")})}, {"n", ints()}}, floats()};
  Generator edges = normal();
  edges.edge = {Edge::zeros, Edge::ones};
  model::Generation generation;
  generation.count = 20;
  generation.dims = {{"N", {2, 5}}};
  generation.inputs = {{"x", edges}, {"n", integers(0, 10)}};
  model::Case test_case;
  test_case.id = "random";
  test_case.where = std::move(where);
  test_case.source = generation;
  exercise.cases.push_back(test_case);
  return exercise;
}

const std::vector<double>& x_of(const model::Arguments& arguments) {
  return std::get<std::vector<double>>(std::get<model::Tensor>(arguments.find("x")->data).data);
}

}  // namespace

TEST_CASE("inputs that a condition refuses are replaced, the others stay as they are") {
  const model::Exercise free = conditioned({});
  const model::Exercise bound = conditioned({"max(x) - min(x) > 0.5", "n % 2 == 0"});
  model::Index refused = 0;
  model::Index kept = 0;
  for (model::Index i = 0; i < 20; ++i) {
    const auto drawn = generate::draw(bound, bound.cases[0], 7, i);
    CHECK(generate::meets_conditions(bound, bound.cases[0], drawn.arguments));
    const auto unbound = generate::input(free, free.cases[0], 7, i);
    const bool meets = generate::meets_conditions(bound, bound.cases[0], unbound);
    CHECK(meets == (drawn.refused == 0));
    if (meets) CHECK(drawn.arguments == unbound);
    kept += meets ? 1 : 0;
    refused += drawn.refused;
  }
  CHECK(kept > 3);
  CHECK(refused > 3);
}

TEST_CASE("an edge case that is refused becomes a random input, and the same one every time") {
  const model::Exercise exercise = conditioned({"any(x != 0)"});
  const auto first = generate::draw(exercise, exercise.cases[0], 1, 0);
  CHECK(first.refused == 1);
  CHECK(first.arguments == generate::input(exercise, exercise.cases[0], 1, 0));
  const auto second = generate::draw(exercise, exercise.cases[0], 1, 1);
  CHECK(second.refused == 0);
  for (const double element : x_of(second.arguments)) CHECK(element == 1);
}

TEST_CASE("a condition that nothing meets ends") {
  const model::Exercise exercise = conditioned({"n > 10"});
  CHECK_THROWS_WITH_AS(generate::input(exercise, exercise.cases[0], 1, 3),
                       "a/b, case 'random', input 3: 1000 inputs in a row do not meet `where:`",
                       util::GraderError);
}
