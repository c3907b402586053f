#include "judge/score.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace grader::judge {
namespace {

using model::CheckResult;
using model::Verdict;

// Scores are counted in hundredths, so that what is shown adds up to the last digit.
using Cents = std::int64_t;

Cents to_cents(double points) { return std::llround(points * 100); }
double to_points(Cents cents) { return static_cast<double>(cents) / 100; }

/// `cents` shared by weight; what rounding down leaves over goes to those who lost most by it, the first of
/// equals first.
std::vector<Cents> share(Cents cents, std::vector<double> weights) {
  double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(sum > 0)) {
    std::fill(weights.begin(), weights.end(), 1.0);
    sum = static_cast<double>(weights.size());
  }
  std::vector<Cents> shares;
  std::vector<double> lost;
  for (const double weight : weights) {
    const double exact = static_cast<double>(cents) * weight / sum;
    shares.push_back(static_cast<Cents>(std::floor(exact)));
    lost.push_back(exact - std::floor(exact));
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
  Cents rest = cents - std::accumulate(shares.begin(), shares.end(), Cents{0});
  for (std::size_t i = 0; rest > 0 && i < order.size(); ++i, --rest) ++shares[order[i]];
  return shares;
}

/// The smallest decides: the grader's own failure is never hidden behind the student's, and neither what is
/// still to do nor what awaits review hides a failure.
int rank(Verdict verdict) {
  switch (model::status_of(verdict)) {
    case model::Status::error:
      return 0;
    case model::Status::fail:
      return 1;
    case model::Status::todo:
      return 2;
    case model::Status::review:
      return 3;
    case model::Status::pass:
      break;
  }
  return 4;
}

Verdict verdict_of(const std::vector<CheckResult>& checks) {
  const auto worst = std::min_element(
      checks.begin(), checks.end(),
      [](const CheckResult& a, const CheckResult& b) { return rank(a.verdict) < rank(b.verdict); });
  return worst->verdict;
}

bool all_pass(const std::vector<CheckResult>& checks) {
  return std::all_of(checks.begin(), checks.end(),
                     [](const CheckResult& check) { return check.verdict == Verdict::accepted; });
}

}  // namespace

void score(const model::Exercise& exercise, const std::vector<double>& weights,
           model::ExerciseResult& result) {
  const Cents points = to_cents(exercise.points);
  result.max_score = to_points(points);
  result.score = 0;
  result.scoring = exercise.scoring;
  // Nothing was checked, so nothing was earned, whatever the verdict says.
  if (result.checks.empty() && result.verdict == Verdict::accepted) {
    result.verdict = Verdict::grader_error;
    result.message = "nothing was checked";
  }
  if (!result.checks.empty()) result.verdict = verdict_of(result.checks);
  result.status = model::status_of(result.verdict);
  std::vector<double> shares_by(weights);
  shares_by.resize(result.checks.size(), 1.0);
  const std::vector<Cents> shares = share(points, shares_by);
  const bool earns = exercise.scoring == model::Scoring::proportional || all_pass(result.checks);
  Cents earned = 0;
  for (std::size_t i = 0; i < result.checks.size(); ++i) {
    CheckResult& check = result.checks[i];
    const Cents got = earns && check.verdict == Verdict::accepted ? shares[i] : 0;
    check.status = model::status_of(check.verdict);
    check.max_score = to_points(shares[i]);
    check.score = to_points(got);
    earned += got;
  }
  result.score = to_points(earned);
}

void rescore(model::ExerciseResult& result) {
  result.verdict = verdict_of(result.checks);
  result.status = model::status_of(result.verdict);
  const bool earns = result.scoring == model::Scoring::proportional || all_pass(result.checks);
  Cents earned = 0;
  for (CheckResult& check : result.checks) {
    check.status = model::status_of(check.verdict);
    // What was given for a part stays given; a pass is worth all of it, once everything passes.
    if (!earns) check.score = 0;
    if (earns && check.verdict == Verdict::accepted) check.score = check.max_score;
    earned += to_cents(check.score);
  }
  result.score = to_points(earned);
}

void total(model::Report& report) {
  Cents earned = 0;
  Cents points = 0;
  for (const model::ExerciseResult& exercise : report.exercises) {
    earned += to_cents(exercise.score);
    points += to_cents(exercise.max_score);
  }
  report.score = to_points(earned);
  report.max_score = to_points(points);
}

}  // namespace grader::judge
