#include "judge/diagnosis.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "fake.hpp"
#include "judge/corridor.hpp"

using namespace grader;

namespace {

struct Room {
  Room() : reference(fake::scaled) {
    for (const model::Case& test_case : exercise.cases)
      for (model::Index i = 0; i < judge::input_count(test_case); ++i)
        inputs.push_back(judge::make_input(exercise, test_case, 1, i, reference));
  }
  std::vector<model::Outcome> answers(fake::Function function) const {
    fake::Implementation implementation(std::move(function));
    std::vector<model::Outcome> all;
    for (const judge::Input& input : inputs) all.push_back(implementation.call(input.arguments));
    return all;
  }
  std::optional<std::size_t> diagnosed(fake::Function student, std::vector<fake::Function> pitfalls) const {
    std::vector<std::vector<model::Outcome>> all;
    for (fake::Function& pitfall : pitfalls) all.push_back(answers(std::move(pitfall)));
    return judge::diagnose(exercise, inputs, answers(std::move(student)), all);
  }
  model::Exercise exercise = fake::scale();
  fake::Implementation reference;
  std::vector<judge::Input> inputs;
};

fake::Numbers added(const fake::Numbers& x, double by) {
  fake::Numbers result = x;
  for (double& number : result) number += by;
  return result;
}
fake::Numbers twice(const fake::Numbers& x, double by) { return fake::scaled(fake::scaled(x, by), 2); }
fake::Numbers shorter(const fake::Numbers& x, double by) {
  fake::Numbers result = fake::scaled(x, by);
  result.pop_back();
  return result;
}
fake::Numbers crashes(const fake::Numbers&, double) {
  throw model::CallFailure{model::Verdict::runtime_error, "crashed", true};
}

}  // namespace

TEST_CASE("a known mistake is named where it explains every answer") {
  const Room room;
  CHECK(room.diagnosed(added, {twice, added}) == 1);
  CHECK(room.diagnosed(twice, {twice, added}) == 0);
  CHECK(room.diagnosed(shorter, {twice, shorter}) == 1);
  CHECK(room.diagnosed(crashes, {twice, crashes}) == 1);
}

TEST_CASE("rounding makes no other mistake of it") {
  const Room room;
  const auto rounded = [](const fake::Numbers& x, double by) {
    fake::Numbers result = twice(x, by);
    for (double& number : result) number *= 1 + 4e-16;
    return result;
  };
  CHECK(room.diagnosed(rounded, {twice, added}) == 0);
}

TEST_CASE("it is not named where it explains all answers but one") {
  const Room room;
  int calls = 0;
  const auto nearly = [&](const fake::Numbers& x, double by) {
    return ++calls == 17 ? fake::scaled(x, by) : added(x, by);
  };
  CHECK_FALSE(room.diagnosed(nearly, {added}));
}

TEST_CASE("nobody is told of a mistake that two explanations share, or that is none") {
  const Room room;
  CHECK_FALSE(room.diagnosed(added, {added, added}));
  CHECK_FALSE(room.diagnosed(fake::scaled, {fake::scaled, added}));
  CHECK_FALSE(room.diagnosed(added, {}));
}

TEST_CASE("a formula is found over all inputs, in the numbers of the one that is shown") {
  const Room room;
  model::Counterexample shown;
  shown.input = fake::arguments({0, 1, 1}, 2);
  shown.expected = fake::vector({0, 2, 2});
  shown.actual = fake::vector({0, 4, 4});
  CHECK(judge::closed_form(room.exercise, room.inputs, room.answers(twice), shown) ==
        "yours = 2 × expected everywhere");
  CHECK(judge::closed_form(room.exercise, room.inputs, room.answers(added), shown) == "");
  CHECK(judge::closed_form(room.exercise, room.inputs, room.answers(crashes), shown) == "");
}

TEST_CASE("a distance is measured in tolerances, whether it is right or wrong") {
  judge::Rules rules;
  rules.returns = support::numbers({support::symbol("N")});
  rules.tolerance = {0, 0.5};
  CHECK(judge::distance(fake::vector({1, 2}), fake::vector({1, 2.25}), rules) == 0.5);
  CHECK(judge::distance(fake::vector({1, 3}), fake::vector({1, 2}), rules) == 2);
  CHECK(judge::distance(fake::vector({1}), fake::vector({1, 2}), rules) ==
        std::numeric_limits<double>::infinity());
  CHECK(judge::float_distance(fake::vector({1}), fake::vector({1, 2}), rules) == 0);
  rules.compare = {false, {}};
  CHECK(judge::float_distance(fake::vector({1, 9}), fake::vector({1, 2}), rules) == 0);
}
