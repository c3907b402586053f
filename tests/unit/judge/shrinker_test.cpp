#include "judge/shrinker.hpp"

#include <doctest/doctest.h>

#include "fake.hpp"
#include "generate/generate.hpp"
#include "judge/property_check.hpp"

using namespace grader;
using model::Verdict;

namespace {

/// The first input of a case on which a function fails, made small.
struct Room {
  judge::Shrinker::Result shrunk(std::size_t number, const fake::Function& student) {
    reference = std::make_unique<fake::Implementation>(fake::scaled);
    fresh = std::make_unique<fake::Implementation>(student);
    fake::Implementation first(student);
    const auto check = [this](const judge::Input& input, const model::Outcome& outcome) {
      return judge::judge_case(exercise, input, outcome);
    };
    const model::Case& test_case = exercise.cases[number];
    for (model::Index i = 0; i < judge::input_count(test_case); ++i) {
      inputs.push_back(judge::make_input(exercise, test_case, 1, i, *reference));
      auto failed = check(inputs.back(), first.call(inputs.back().arguments));
      if (!failed) continue;
      judge::Shrinker shrinker(exercise, *fresh, *reference);
      return shrinker.shrink(inputs.back(), std::move(*failed), check);
    }
    FAIL("it does not fail");
    return {};
  }
  model::Exercise exercise = fake::scale();
  std::unique_ptr<fake::Implementation> reference;
  std::unique_ptr<fake::Implementation> fresh;
  std::vector<judge::Input> inputs;
};

fake::Numbers off_by_one(const fake::Numbers& x, double by) {
  fake::Numbers result = fake::scaled(x, by);
  if (result.size() > 3) result.back() += 1;
  return result;
}

}  // namespace

TEST_CASE("a generated input is made as small as the mistake allows") {
  Room room;
  const auto [failed, reproduced] = room.shrunk(1, off_by_one);
  CHECK(reproduced);
  CHECK(failed.verdict == Verdict::wrong_answer);
  CHECK(failed.counterexample.shrink_steps > 0);
  CHECK(failed.counterexample.name.starts_with("random#"));
  CHECK(fake::numbers(failed.counterexample.input, "x") == fake::Numbers{0, 0, 0, 0});
  CHECK(failed.counterexample.expected == fake::vector({0, 0, 0, 0}));
  CHECK(failed.counterexample.actual == fake::vector({0, 0, 0, 1}));
}

TEST_CASE("a worked input stays as it is written") {
  Room room;
  const auto wrong = [](const fake::Numbers& x, double) { return x; };
  const auto [failed, reproduced] = room.shrunk(0, wrong);
  CHECK(reproduced);
  CHECK(failed.counterexample.shrink_steps == 0);
  CHECK(failed.counterexample.input == fake::arguments({1, 2}, 3));
}

TEST_CASE("the failure stays the same: a crash does not become a wrong answer") {
  Room room;
  const auto function = [](const fake::Numbers& x, double by) -> fake::Numbers {
    if (x.size() > 5) throw model::CallFailure{Verdict::runtime_error, "threw std::length_error: 6", false};
    if (x.size() > 1) return fake::scaled(x, by + 1);
    return fake::scaled(x, by);
  };
  auto generation = std::get<model::Generation>(room.exercise.cases[1].source);
  generation.dims = {{"N", {2, 12}}};
  room.exercise.cases[1].source = generation;
  // The first failing input decides which failure is kept.
  const auto [failed, reproduced] = room.shrunk(1, function);
  CHECK(reproduced);
  const std::size_t size = fake::numbers(failed.counterexample.input, "x").size();
  CHECK(size == (failed.verdict == Verdict::runtime_error ? 6 : 2));
}

TEST_CASE("what a condition refuses is not shown either") {
  Room room;
  room.exercise.cases[1].where = {"sum(x) > 1", "by != 0"};
  const auto [failed, reproduced] =
      room.shrunk(1, [](const fake::Numbers& x, double by) { return fake::scaled(x, -by); });
  CHECK(reproduced);
  CHECK(generate::meets_conditions(room.exercise, room.exercise.cases[1], failed.counterexample.input));
  CHECK(fake::numbers(failed.counterexample.input, "x").size() == 1);
  CHECK(fake::numbers(failed.counterexample.input, "by") == fake::Numbers{1});
}

TEST_CASE("a failure that needs earlier calls is said to need them") {
  Room room;
  auto calls = std::make_shared<int>(0);
  const fake::Function counting = [calls](const fake::Numbers& x, double by) {
    return ++*calls % 100 > 2 ? fake::scaled(x, by + 1) : fake::scaled(x, by);
  };
  room.reference = std::make_unique<fake::Implementation>(fake::scaled);
  fake::Implementation student(counting);
  fake::Implementation anew(fake::scaled);  // the same function in a new process has not been called yet
  judge::Shrinker shrinker(room.exercise, anew, *room.reference);
  const auto check = [&](const judge::Input& input, const model::Outcome& outcome) {
    return judge::judge_case(room.exercise, input, outcome);
  };
  const auto input = judge::make_input(room.exercise, room.exercise.cases[1], 1, 0, *room.reference);
  student.call(input.arguments);
  student.call(input.arguments);
  auto failed = check(input, student.call(input.arguments));
  REQUIRE(failed);
  CHECK_FALSE(shrinker.shrink(input, std::move(*failed), check).reproduced);
}

TEST_CASE("time limits are not tried again") {
  Room room;
  room.reference = std::make_unique<fake::Implementation>(fake::scaled);
  fake::Implementation slow(fake::scaled);
  judge::Shrinker shrinker(room.exercise, slow, *room.reference);
  const auto input = judge::make_input(room.exercise, room.exercise.cases[1], 1, 0, *room.reference);
  judge::Failed failed{Verdict::time_limit, "no result after 5 s", {}};
  failed.counterexample.input = input.arguments;
  const auto result = shrinker.shrink(input, failed, [](const auto&, const auto&) { return std::nullopt; });
  CHECK(result.reproduced);
  CHECK(slow.calls == 0);
}

TEST_CASE("the same input twice must give the same answer, also where nothing is compared") {
  const model::Exercise whole = fake::scale();
  fake::Implementation reference(fake::scaled);
  const auto input = judge::make_input(whole, whole.cases[0], 1, 0, reference);
  const model::Outcome right = fake::vector({3, 6});
  CHECK_FALSE(judge::judge_repetition(whole, input, right, right));
  CHECK_FALSE(judge::judge_repetition(whole, input, right, model::Outcome(fake::vector({3, 6 + 1e-12}))));
  const auto failed = judge::judge_repetition(whole, input, right, model::Outcome(fake::vector({3, 7})));
  REQUIRE(failed);
  CHECK(failed->message ==
        "called again with the same input, it answered differently; it must keep nothing between calls "
        "(static or global variables, memory that was never set)\n"
        "1 of 2 elements differ; worst [1]: off by 1 (relative 0.17), 1.4e+08 times the tolerance");
  CHECK(failed->verdict == Verdict::wrong_answer);

  model::Exercise free = whole;
  free.compare = {false, {}};
  const auto other = judge::judge_repetition(free, input, right, model::Outcome(fake::vector({3, 7})));
  REQUIRE(other);
  CHECK(other->counterexample.actual == fake::vector({3, 7}));

  const model::CallFailure crash{Verdict::runtime_error, "crashed", true};
  CHECK(judge::judge_repetition(whole, input, right, crash)->verdict == Verdict::runtime_error);
}
