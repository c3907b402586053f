#pragma once

#include <limits>
#include <string>
#include <vector>

#include "judge/compare.hpp"
#include "model/report.hpp"
#include "report/reporter.hpp"

/// A report with every status and every verdict, as a run could have made it, for the golden tests.
namespace sample {

using namespace grader;
using model::CheckResult;
using model::ExerciseResult;
using model::Status;
using model::Tensor;
using model::Value;
using model::Verdict;

inline Value matrix(model::Index rows, model::Index columns, std::vector<double> elements) {
  return {Tensor{{rows, columns}, std::move(elements)}};
}
inline Value vector(std::vector<double> elements) {
  const auto size = static_cast<model::Index>(elements.size());
  return {Tensor{{size}, std::move(elements)}};
}
inline Value number(double value) { return {Tensor::scalar(value)}; }

inline judge::Rules any_shape(std::size_t rank) {
  judge::Rules rules;
  rules.returns = {model::ArrayType{model::Scalar::float64, std::vector<model::Dim>(rank)}};
  return rules;
}

inline CheckResult check(std::string id, Verdict verdict, double max_score, std::string message = "") {
  CheckResult result;
  result.id = std::move(id);
  result.verdict = verdict;
  result.status = model::status_of(verdict);
  result.max_score = max_score;
  result.score = verdict == Verdict::accepted ? max_score : 0;
  result.message = std::move(message);
  result.inputs = 1;
  result.failed_inputs = verdict == Verdict::accepted ? 0 : 1;
  return result;
}

/// A check that failed by comparison, judged as the grader would.
inline CheckResult compared(std::string id, std::string name, model::Arguments input, const Value& expected,
                            const Value& actual, std::size_t rank, double max_score) {
  judge::Judgement judgement = judge::compare(actual, expected, any_shape(rank));
  CheckResult result = check(std::move(id), judgement.verdict, max_score, judgement.message);
  result.counterexample = model::Counterexample{
      std::move(name), std::move(input), expected, actual, judgement.differences, 0, {}, {}};
  return result;
}

/// A property whose sides are not close, judged as the grader would.
inline CheckResult violated(std::string id, std::string name, model::Arguments input,
                            model::Relation relation, std::size_t rank, double max_score) {
  judge::Judgement judgement = judge::compare(relation.left, relation.right, any_shape(rank));
  CheckResult result = check(std::move(id), Verdict::property_violated, max_score, judgement.message);
  result.kind = model::CheckKind::property;
  result.counterexample = model::Counterexample{
      std::move(name), std::move(input), {}, relation.right, judgement.differences, 0, relation, {}};
  return result;
}

inline ExerciseResult exercise(std::string id, std::string title, Verdict verdict,
                               std::vector<CheckResult> checks, double max_score) {
  ExerciseResult result;
  result.id = std::move(id);
  result.title = std::move(title);
  result.verdict = verdict;
  result.status = model::status_of(verdict);
  result.checks = std::move(checks);
  result.max_score = max_score;
  for (const CheckResult& one : result.checks) result.score += one.score;
  result.wall_s = 0.25;
  result.cpu_s = 0.125;
  return result;
}

/// What only the hidden check of failing() holds.
inline constexpr const char* kSecrets[] = {"314159", "271828", "161803", "large#3", "141421",
                                           "577215", "693147", "112358", "299792"};

inline ExerciseResult passing() {
  ExerciseResult result =
      exercise("normalization/normalize_vector", "Normalize a vector", Verdict::accepted,
               {check("worked-example", Verdict::accepted, 1), check("random", Verdict::accepted, 1)}, 2);
  result.takeaway =
      "Centring and scaling are two separate steps; eps keeps the second one from dividing by zero "
      "where all values are the same.";
  result.output = "mean is 2\n";
  return result;
}

inline ExerciseResult to_do() {
  return exercise("normalization/batch_norm", "Batch normalization", Verdict::not_implemented,
                  {check("worked-example", Verdict::not_implemented, 1)}, 1);
}

inline ExerciseResult failing() {
  CheckResult random =
      compared("random", "random#12",
               {{{"x", matrix(1, 2, {0, 1})},
                 {"gamma", vector({1, 1})},
                 {"beta", vector({0, 0})},
                 {"eps", number(1e-5)}}},
               matrix(1, 2, {-0.9999800006, 0.9999800006}), matrix(1, 2, {-0.70710, 0.70710}), 2, 1);
  random.inputs = 40;
  random.failed_inputs = 27;
  random.counterexample->shrink_steps = 22;
  random.counterexample->closed_form = "yours = 0.7071 × expected everywhere = sqrt((D-1)/D), D = 2";
  CheckResult shape = compared("flat", "flat", {{{"x", matrix(2, 2, {1, 2, 3, 4})}}},
                               matrix(2, 2, {1, 2, 3, 4}), vector({1, 2, 3, 4}), 2, 0.5);
  shape.description = "A small matrix";
  CheckResult finite = compared("constant-row", "constant-row", {{{"x", matrix(2, 2, {1, 1, 0, 1})}}},
                                matrix(2, 2, {0, 0, -1, 1}),
                                matrix(2, 2, {std::numeric_limits<double>::quiet_NaN(), 0, -1, 1}), 2, 0.5);
  CheckResult hidden =
      compared("large", "large#3", {{{"x", number(271828)}}}, number(271828), number(314159), 0, 1);
  hidden.hidden = true;
  hidden.description = "secret 161803";
  hidden.counterexample->shrink_steps = 141421;
  hidden.counterexample->closed_form = "yours = 577215 × expected everywhere";
  hidden.counterexample->relation = model::Relation{
      "out - 693147", "~=", "0", number(112358), number(0), {}, {"f(x = 299792): out: 0 → 112358"}};
  CheckResult crash = check("crash", Verdict::runtime_error, 0.5, "SIGSEGV: invalid memory access");
  crash.counterexample = model::Counterexample{"crash#1", {{{"x", vector({})}}}, {}, {}, {}, 0, {}, {}};
  crash.inputs = 10;
  crash.failed_inputs = 2;
  crash.skipped_inputs = 8;
  ExerciseResult result =
      exercise("layer_norm/layer_norm", "LayerNorm with γ and β", Verdict::wrong_answer,
               {check("worked-example", Verdict::accepted, 2.5), random, shape, finite, hidden, crash}, 6);
  result.wall_s = 3.25;
  result.pitfall = model::KnownMistake{
      "sample-variance",
      "divides by D − 1. The variance of LayerNorm is the population's: divide by D, which is what "
      "`mean()` of the squares does."};
  result.output = "x has 2 columns\nx has 2 columns\n";
  result.output_cut = true;
  return result;
}

inline ExerciseResult not_compiling() {
  ExerciseResult result = exercise(
      "normalization/rms_norm", "RMSNorm", Verdict::compile_error,
      {check("worked-example", Verdict::compile_error, 1), check("random", Verdict::compile_error, 1)}, 2);
  result.message =
      "rms_norm.cpp:12:5: error: 'foo' was not declared in this scope\n"
      "   12 |     foo(x);\n"
      "      |     ^~~\n";
  return result;
}

inline CheckResult not_shift_invariant() {
  CheckResult result =
      violated("shift-invariant", "random#4", {{{"x", matrix(2, 2, {0, 1, 0, 0})}, {"eps", number(1e-5)}}},
               {"f(x = x + c)",
                "~=",
                "out",
                matrix(2, 2, {-0.25, 0.75, 0, 0}),
                matrix(2, 2, {-0.5, 0.5, 0, 0}),
                {{"c", number(3)}},
                {"f(x = x + c): x[0,0]: 0 → 3, x[0,1]: 1 → 4, x[1,0]: 0 → 3 and 1 more changed "
                 "out[0,0]: -0.50 → -0.25, out[0,1]: 0.50 → 0.75"}},
               2, 1);
  result.description = "Adding a constant to every feature of a row changes nothing";
  result.inputs = 40;
  result.failed_inputs = 12;
  result.counterexample->shrink_steps = 9;
  return result;
}

/// One check for each verdict that no other exercise of the sample has.
inline ExerciseResult all_verdicts() {
  ExerciseResult result = exercise(
      "tour/verdicts", "One of each", Verdict::property_violated,
      {not_shift_invariant(), check("slow", Verdict::time_limit, 1, "no answer within 5 s"),
       check("hungry", Verdict::memory_limit, 1, "more than 1024 MiB"),
       check("loud", Verdict::output_limit, 1, "printed more than 64 KiB"),
       check("forged", Verdict::bad_reply, 1, "the reply ended after 3 bytes"),
       check("exploding", Verdict::compile_limit, 1, "the compiler was stopped after 20 s"),
       check("device", Verdict::rejected, 1, "not a regular file"),
       check("building-block", Verdict::prerequisite_failed, 1, "needs normalization/rms_norm, which fails")},
      8);
  return result;
}

inline ExerciseResult not_judged() {
  ExerciseResult result = exercise("normalization/group_norm", "GroupNorm", Verdict::grader_error,
                                   {check("random", Verdict::grader_error, 3)}, 3);
  result.message = "the reference threw std::bad_alloc on random#3";
  return result;
}

inline ExerciseResult to_review() {
  ExerciseResult result = exercise("tour/question", "In your own words", Verdict::needs_review,
                                   {check("why", Verdict::needs_review, 1)}, 1);
  result.checks[0].kind = model::CheckKind::question;
  return result;
}

inline std::string hostile_text() {
  return std::string(
             "\x1b[2J\x1b]0;pwned\x07 ]]> <b>&amp; ::set-output name=x::y\r::error::z %0A ##[error]\n"
             "::set-env name=PATH::/tmp\n```\n</pre>|cell| \xff\xfe \xc3 \xed\xa0\x80 \xef\xbf\xbf "
             "\xe2\x80\xae") +
         '\0' + "\xc2\x9b" + "31m end\n";
}

/// Everything a student can put into a report, as nasty as it gets.
inline ExerciseResult hostile() {
  CheckResult thrown = check("throws", Verdict::runtime_error, 1, "exception: " + hostile_text());
  thrown.counterexample =
      model::Counterexample{"throws", {{{"text", {hostile_text()}}}}, {}, {}, {}, 0, {}, {}};
  judge::Rules rules;
  rules.returns = {model::ArrayType{model::Scalar::string, {}}};
  const Value expected{std::string("plain text")};
  const Value actual{"plain" + hostile_text()};
  const judge::Judgement judgement = judge::compare(actual, expected, rules);
  CheckResult text = check("text", judgement.verdict, 1, judgement.message);
  text.counterexample = model::Counterexample{"text", {}, expected, actual, judgement.differences, 0, {}, {}};
  CheckResult property = check("property", Verdict::property_violated, 1, "");
  property.kind = model::CheckKind::property;
  property.counterexample = model::Counterexample{"property", {}, {}, actual, {}, 0, {}, hostile_text()};
  property.counterexample->relation =
      model::Relation{"f(text = \"" + hostile_text() + "\")",
                      "==",
                      "out",
                      actual,
                      expected,
                      {{"t", {hostile_text()}}},
                      {"f(text): text: " + hostile_text() + " changed nothing"}};
  ExerciseResult result = exercise("tour/hostile", "Bobby | \"Tables\" <script>", Verdict::runtime_error,
                                   {thrown, text, property}, 3);
  result.pitfall = model::KnownMistake{"hostile", "says " + hostile_text()};
  result.message = "warning: " + hostile_text();
  result.output = hostile_text();
  return result;
}

inline model::Report report_of(std::vector<ExerciseResult> exercises) {
  model::Report report;
  report.submission = "student";
  report.seed = 7;
  report.isolation = "0 (rlimits, process group)";
  report.exercises = std::move(exercises);
  for (const ExerciseResult& one : report.exercises) {
    report.score += one.score;
    report.max_score += one.max_score;
  }
  return report;
}

inline model::Report report() {
  return report_of(
      {passing(), to_do(), failing(), not_compiling(), all_verdicts(), not_judged(), to_review(), hostile()});
}

inline report::RunInfo run_info(const model::Report& report) {
  report::RunInfo run{report.submission, report.seed, report.isolation, {}, {}};
  for (const ExerciseResult& one : report.exercises) run.exercises.push_back(one.id);
  return run;
}

}  // namespace sample
