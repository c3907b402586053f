#include "judge/property_check.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "fake.hpp"

using namespace grader;
using model::Verdict;

namespace {

/// The example judged by one property with the student's function, whose answers are the reference's too
/// where no other is given.
std::optional<judge::Failed> judged(const model::Property& property, fake::Function student,
                                    fake::Function correct = fake::scaled) {
  const model::Exercise exercise = fake::scale();
  fake::Implementation subject(std::move(student));
  fake::Implementation reference(std::move(correct));
  fake::References references(reference);
  const judge::PropertyCheck check(exercise, property, {});
  const judge::Input input = judge::make_input(exercise, exercise.cases[0], 1, 0, reference);
  return check.judge(input, subject.call(input.arguments), subject, references);
}

fake::Numbers shifted(const fake::Numbers& x, double by) {
  fake::Numbers result = fake::scaled(x, by);
  result.back() += 0.5;
  return result;
}

}  // namespace

TEST_CASE("a property that holds is no failure") {
  CHECK_FALSE(judged(fake::property("f(x = 2 * x) ~= 2 * out"), fake::scaled));
  CHECK_FALSE(judged(fake::property("out ~= ref()"), fake::scaled));
}

TEST_CASE("a comparison that fails shows both sides, what was changed and what came of it") {
  const auto failed = judged(fake::property("f(x = 2 * x) ~= 2 * out"), shifted);
  REQUIRE(failed);
  CHECK(failed->verdict == Verdict::property_violated);
  CHECK(failed->message ==
        "1 of 2 elements differ; worst [1]: off by 0.5 (relative 0.038), 3.6e+07 times the tolerance");
  const model::Counterexample& shown = failed->counterexample;
  CHECK(shown.name == "example");
  CHECK(shown.input == fake::arguments({1, 2}, 3));
  REQUIRE(shown.relation);
  CHECK(shown.relation->left_text == "f(x = 2 * x)");
  CHECK(shown.relation->sign == "~=");
  CHECK(shown.relation->right_text == "2 * out");
  CHECK(shown.relation->left == fake::vector({6, 12.5}));
  CHECK(shown.relation->right == fake::vector({6, 13}));
  CHECK(shown.relation->calls ==
        std::vector<std::string>{
            "f(x = 2 * x): x[0]: 1 → 2, x[1]: 2 → 4 changed out[0]: 3 → 6, out[1]: 6.5 → 12.5"});
  REQUIRE(shown.differences.size() == 1);
  CHECK(shown.differences[0].wrong == std::vector<bool>{false, true});
}

TEST_CASE("a number is held against every element") {
  const auto failed = judged(fake::property("out ~= 3"), fake::scaled);
  REQUIRE(failed);
  REQUIRE(failed->counterexample.differences.size() == 1);
  CHECK(failed->counterexample.differences[0].expected == fake::vector({3, 3}));
  CHECK(failed->counterexample.differences[0].wrong == std::vector<bool>{false, true});
}

TEST_CASE("an inequality has no picture, but its sides") {
  const auto failed = judged(fake::property("sum(out) < 2 * by"), fake::scaled);
  REQUIRE(failed);
  CHECK(failed->message.empty());
  CHECK(failed->counterexample.differences.empty());
  CHECK(failed->counterexample.relation->left == model::Value{model::Tensor::scalar(9.0)});
}

TEST_CASE("an answer in another shape fails before the property is looked at") {
  const auto longer = [](fake::Numbers x, double) {
    x.push_back(0);
    return x;
  };
  const auto failed = judged(fake::property("size(out) == 2"), longer);
  REQUIRE(failed);
  CHECK(failed->verdict == Verdict::wrong_shape);
  CHECK(failed->message == "the result is 3, expected [N] = 2");
}

TEST_CASE("so does the answer to a changed input") {
  const auto moody = [](const fake::Numbers& x, double by) {
    return x[0] == 1 ? fake::scaled(x, by) : fake::Numbers{1};
  };
  const auto failed = judged(fake::property("f(x = 2 * x) ~= 2 * out"), moody);
  REQUIRE(failed);
  CHECK(failed->verdict == Verdict::wrong_shape);
  CHECK(failed->message == "the result is 1, expected [N] = 2");
  CHECK(failed->counterexample.input == fake::arguments({2, 4}, 3));
}

TEST_CASE("a crash on a changed input says what was changed") {
  const auto crashes = [](const fake::Numbers& x, double by) -> fake::Numbers {
    if (x[0] != 1) throw model::CallFailure{Verdict::runtime_error, "crashed", true};
    return fake::scaled(x, by);
  };
  const auto failed = judged(fake::property("f(x = 2 * x) ~= 2 * out"), crashes);
  REQUIRE(failed);
  CHECK(failed->verdict == Verdict::runtime_error);
  CHECK(failed->message == "crashed\ncalled with x[0]: 1 → 2, x[1]: 2 → 4");
}

TEST_CASE("without an answer no property holds") {
  const auto failed = judged(fake::property("true or sum(out) > 0"), [](const fake::Numbers&, double) {
    throw model::CallFailure{Verdict::time_limit, "no result after 5 s", true};
    return fake::Numbers{};
  });
  REQUIRE(failed);
  CHECK(failed->verdict == Verdict::time_limit);
}

TEST_CASE("NaN satisfies no comparison") {
  const auto nan = [](const fake::Numbers& x, double) {
    return fake::Numbers(x.size(), std::numeric_limits<double>::quiet_NaN());
  };
  for (const char* check : {"out ~= out", "out < 1", "out >= 1", "out !~ 1", "f(x = x) ~= out"}) {
    CAPTURE(check);
    CHECK(judged(fake::property(check), nan));
  }
}

TEST_CASE("a reference that fails on what it is given leaves the property without an answer") {
  const auto crashes = [](const fake::Numbers& x, double by) -> fake::Numbers {
    if (x[0] != 1) throw model::CallFailure{Verdict::runtime_error, "crashed", true};
    return fake::scaled(x, by);
  };
  const auto failed = judged(fake::property("out ~= ref(x = 2 * x)"), fake::scaled, crashes);
  REQUIRE(failed);
  CHECK(failed->verdict == Verdict::property_violated);
  CHECK(failed->message == "has no answer: the reference of scale fails on what it is given: crashed");
}
