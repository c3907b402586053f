#include "judge/score.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using namespace grader;
using model::Status;
using model::Verdict;

model::ExerciseResult result_of(const std::vector<Verdict>& verdicts) {
  model::ExerciseResult result;
  for (const Verdict verdict : verdicts) {
    model::CheckResult check;
    check.verdict = verdict;
    result.checks.push_back(check);
  }
  return result;
}

model::ExerciseResult scored(double points, const std::vector<Verdict>& verdicts,
                             const std::vector<double>& weights,
                             model::Scoring scoring = model::Scoring::proportional) {
  model::Exercise exercise;
  exercise.points = points;
  exercise.scoring = scoring;
  model::ExerciseResult result = result_of(verdicts);
  judge::score(exercise, weights, result);
  return result;
}

std::vector<double> max_scores(const model::ExerciseResult& result) {
  std::vector<double> scores;
  for (const model::CheckResult& check : result.checks) scores.push_back(check.max_score);
  return scores;
}

constexpr Verdict kGood = Verdict::accepted;
constexpr Verdict kBad = Verdict::wrong_answer;

}  // namespace

TEST_CASE("points are shared by weight") {
  const auto result = scored(4, {kGood, kBad, kGood}, {1, 2, 1});
  CHECK(max_scores(result) == std::vector<double>{1, 2, 1});
  CHECK(result.score == 2);
  CHECK(result.max_score == 4);
  CHECK(result.verdict == kBad);
  CHECK(result.status == Status::fail);
  CHECK(result.checks[0].score == 1);
  CHECK(result.checks[0].status == Status::pass);
  CHECK(result.checks[1].score == 0);
  CHECK(result.checks[1].status == Status::fail);
}

TEST_CASE("hundredths that do not divide go to the first checks, and the parts add up") {
  CHECK(max_scores(scored(1, {kGood, kGood, kGood}, {1, 1, 1})) == std::vector<double>{0.34, 0.33, 0.33});
  CHECK(max_scores(scored(0.05, {kGood, kGood, kGood}, {1, 1, 5})) == std::vector<double>{0.01, 0.01, 0.03});
  CHECK(scored(1, {kGood, kGood, kGood}, {1, 1, 1}).score == 1);
  for (int checks = 1; checks <= 60; ++checks) {
    const auto count = static_cast<std::size_t>(checks);
    std::vector<double> weights;
    for (int i = 0; i < checks; ++i) weights.push_back(1 + 0.1 * (i % 7));
    for (const double points : {0.01, 1.0, 3.0, 7.25, 10.0, 99.99}) {
      const auto result = scored(points, std::vector<Verdict>(count, kGood), weights);
      std::int64_t sum = 0;
      for (const double share : max_scores(result)) sum += std::llround(share * 100);
      CHECK(sum == std::llround(points * 100));
      CHECK(result.score == points);
    }
  }
}

TEST_CASE("all or nothing") {
  const auto all = scored(3, {kGood, kGood}, {1, 2}, model::Scoring::all_or_nothing);
  CHECK(all.score == 3);
  CHECK(all.checks[1].score == 2);
  const auto nothing = scored(3, {kGood, kBad}, {1, 2}, model::Scoring::all_or_nothing);
  CHECK(nothing.score == 0);
  CHECK(nothing.checks[0].score == 0);
  CHECK(nothing.checks[0].status == Status::pass);
  CHECK(max_scores(nothing) == std::vector<double>{1, 2});
}

TEST_CASE("the exercise's verdict is that of its first check that is not accepted") {
  CHECK(scored(1, {kGood, kGood}, {1, 1}).verdict == Verdict::accepted);
  CHECK(scored(1, {kGood, kGood}, {1, 1}).status == Status::pass);
  CHECK(scored(1, {kGood, Verdict::time_limit, kBad}, {1, 1, 1}).verdict == Verdict::time_limit);
  CHECK(scored(1, {Verdict::not_implemented, Verdict::not_implemented}, {1, 1}).status == Status::todo);
}

TEST_CASE("the grader's failure comes first and a review last") {
  CHECK(scored(1, {kBad, Verdict::grader_error}, {1, 1}).status == Status::error);
  CHECK(scored(1, {Verdict::needs_review, kBad}, {1, 1}).verdict == kBad);
  CHECK(scored(1, {kGood, Verdict::needs_review}, {1, 1}).status == Status::review);
}

TEST_CASE(
    "of what is answered in part a failure shows before what is still to be done, and that before a review") {
  constexpr Verdict kTodo = Verdict::not_implemented;
  CHECK(scored(1, {kTodo, kBad}, {1, 1}).verdict == kBad);
  CHECK(scored(1, {Verdict::needs_review, kTodo, kGood}, {1, 1, 1}).verdict == kTodo);
  CHECK(scored(2, {kTodo, kGood}, {1, 1}).score == 1);
}

TEST_CASE("an exercise whose checks got other verdicts is added up again") {
  auto result = scored(4, {kGood, Verdict::needs_review, Verdict::needs_review}, {1, 2, 1});
  CHECK(result.score == 1);
  result.checks[1].verdict = kGood;
  judge::rescore(result);
  CHECK(result.score == 3);
  CHECK(result.checks[1].score == 2);
  CHECK(result.checks[1].status == Status::pass);
  CHECK(result.status == Status::review);
  result.checks[2].verdict = kBad;
  result.checks[2].score = 0.5;
  judge::rescore(result);
  CHECK(result.score == 3.5);
  CHECK(result.status == Status::fail);
}

TEST_CASE("all or nothing stays so when an exercise is added up again") {
  auto result = scored(3, {kGood, Verdict::needs_review}, {1, 2}, model::Scoring::all_or_nothing);
  CHECK(result.score == 0);
  result.checks[1].verdict = kBad;
  result.checks[1].score = 1;
  judge::rescore(result);
  CHECK(result.score == 0);
  result.checks[1].verdict = kGood;
  judge::rescore(result);
  CHECK(result.score == 3);
  CHECK(result.checks[0].score == 1);
}

TEST_CASE("weights of nothing share alike, and a weight of nothing earns nothing") {
  CHECK(max_scores(scored(1, {kGood, kGood}, {0, 0})) == std::vector<double>{0.5, 0.5});
  CHECK(max_scores(scored(1, {kGood, kGood}, {1, 0})) == std::vector<double>{1, 0});
  CHECK(scored(1, {kBad, kGood}, {1, 0}).score == 0);
}

TEST_CASE("without checks nothing is earned and the verdict stays") {
  model::Exercise exercise;
  exercise.points = 2;
  model::ExerciseResult result;
  result.verdict = Verdict::compile_error;
  judge::score(exercise, {}, result);
  CHECK(result.verdict == Verdict::compile_error);
  CHECK(result.status == Status::fail);
  CHECK(result.score == 0);
  CHECK(result.max_score == 2);
  result.verdict = Verdict::accepted;
  judge::score(exercise, {}, result);
  CHECK(result.verdict == Verdict::grader_error);
  CHECK(result.status == Status::error);
  CHECK(result.message == "nothing was checked");
  CHECK(result.score == 0);
}

TEST_CASE("a report adds up without rounding errors") {
  model::Report report;
  for (int i = 0; i < 10; ++i) {
    model::ExerciseResult exercise;
    exercise.score = 0.1;
    exercise.max_score = 0.7;
    report.exercises.push_back(exercise);
  }
  judge::total(report);
  CHECK(report.score == 1);
  CHECK(report.max_score == 7);
}
