#include <doctest/doctest.h>

#include "report/exercise_text.hpp"
#include "report/picture.hpp"
#include "report/relation_text.hpp"
#include "report/visible.hpp"
#include "sample_report.hpp"
#include "util/text.hpp"

namespace {

using namespace grader;
using model::Relation;
using model::Tensor;
using model::Value;
using Lines = std::vector<std::string>;

/// On lines, so that a failing test shows them as a reader would see them.
std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n" + line;
  return text;
}

std::string shown(const Relation& relation, const std::vector<model::Difference>& differences = {},
                  std::size_t width = 92) {
  return text_of(report::relation_text(relation, differences, {{}, width, {}}));
}

/// With the difference that the judge finds between sides that should be close.
std::string shown_close(const Relation& relation, std::size_t rank, std::size_t width = 92) {
  const auto judgement = judge::compare(relation.left, relation.right, sample::any_shape(rank));
  REQUIRE(judgement.differences.size() == 1);
  return shown(relation, judgement.differences, width);
}

Value integers(model::Shape shape, std::vector<std::int64_t> elements) {
  return {Tensor{std::move(shape), std::move(elements)}};
}

Value booleans(model::Shape shape, std::vector<std::uint8_t> elements) {
  return {Tensor{std::move(shape), std::move(elements)}};
}

Relation relation(std::string left_text, std::string sign, std::string right_text, Value left, Value right) {
  return {std::move(left_text),
          std::move(sign),
          std::move(right_text),
          std::move(left),
          std::move(right),
          {},
          {}};
}

/// All that stands below an exercise's status line.
std::string findings_of(const model::CheckResult& check, report::Detail detail = report::Detail::full) {
  const model::ExerciseResult result =
      sample::exercise("a/b", "B", model::Verdict::property_violated, {check}, 1);
  report::Surroundings around{{"student", 7, "", {}, "--seed 7"}, 94, {}, detail};
  return text_of(report::findings(report::readable(result, 1000, 1000), around));
}

}  // namespace

TEST_CASE("numbers that should be close stand under each other with their own texts") {
  CHECK(shown_close(relation("f(x = -x)", "~=", "-out", sample::number(1.5), sample::number(-2)), 0) ==
        text_of({"f(x = -x) ~= -out does not hold:", "  f(x = -x)   1.5", "  -out       -2.0"}));
}

TEST_CASE("a side that is written as its value is not shown again") {
  CHECK(shown(relation("norm(out)", "<=", "1", sample::number(1.25), sample::number(1))) ==
        text_of({"norm(out) <= 1 does not hold:", "  norm(out)  1.25"}));
  CHECK(shown(relation("shape(out)", "==", "[2, 3]", integers({2}, {3, 3}), integers({2}, {2, 3}))) ==
        text_of({"shape(out) == [2, 3] does not hold:", "              [0]  [1]", "  shape(out)    3    3",
                 "  [2, 3]        2    3", "                ^"}));
  CHECK(shown(relation("size(out)", "==", "B * D", integers({}, {4}), integers({}, {6}))) ==
        text_of({"size(out) == B * D does not hold:", "  size(out)  4", "  B * D      6"}));
}

TEST_CASE("an array beside a single number is shown once, where it breaks the bound") {
  CHECK(shown(relation("out", ">=", "0", sample::matrix(2, 3, {1, -0.5, 0, 3, 2, 1}), sample::number(0))) ==
        text_of({
            "out >= 0 does not hold:",
            "             [:,0]  [:,1]  [:,2]",
            "  [0,:] out    1.0   -0.5    0.0",
            "                     ^^^^",
            "  [1,:] out    3.0    2.0    1.0",
        }));
  CHECK(shown(relation("max(abs(x))", ">", "abs(out)", sample::number(2), sample::vector({1, 2, 3}))) ==
        text_of({
            "max(abs(x)) > abs(out) does not hold:",
            "               [0]  [1]  [2]",
            "  abs(out)       1    2    3",
            "                      ^    ^",
            "  max(abs(x))  2",
        }));
}

TEST_CASE("sides of different shapes are broadcast as numpy does") {
  CHECK(shown(relation("out", "<", "limit", sample::matrix(2, 3, {1, 2, 3, 4, 5, 6}),
                       sample::matrix(2, 1, {2.5, 5.5}))) == text_of({
                                                                 "out < limit does not hold:",
                                                                 "               [:,0]  [:,1]  [:,2]",
                                                                 "  [0,:] out      1.0    2.0    3.0",
                                                                 "        limit    2.5    2.5    2.5",
                                                                 "                               ^^^",
                                                                 "  [1,:] out      4.0    5.0    6.0",
                                                                 "        limit    5.5    5.5    5.5",
                                                                 "                               ^^^",
                                                             }));
  CHECK(shown(relation("out", "==", "x", sample::vector({1, 2}), sample::vector({1, 2, 3}))) ==
        text_of({"out == x does not hold:", "  out [1, 2]", "  x   [1, 2, 3]"}));
  CHECK(shown(relation("out", "==", "x", {Tensor{{0}, std::vector<double>{}}}, sample::vector({1}))) ==
        text_of({"out == x does not hold:", "  out [] (0)", "  x   [1]"}));
}

TEST_CASE("sides that would grow beyond all bounds side by side are not broadcast") {
  const model::Index size = 100000;
  const Value column{Tensor::zeros(model::Scalar::float64, {size, 1})};
  const Value row{Tensor::zeros(model::Scalar::float64, {1, size})};
  CHECK(shown(relation("a", "!=", "b", column, row)) ==
        text_of({"a != b does not hold:", "  a [[0], [0], [0], …, [0], [0], [0]] (100000×1)",
                 "  b [[0, 0, 0, …, 0, 0, 0]] (1×100000)"}));
}

TEST_CASE("integers are compared exactly") {
  const std::int64_t big = 9007199254740993;
  CHECK(shown(relation("out", "==", "x", integers({2}, {big, 1}), integers({2}, {big - 1, 1}))) ==
        text_of({"out == x does not hold:", "                    [0]  [1]", "  out  9007199254740993    1",
                 "  x    9007199254740992    1", "       ^^^^^^^^^^^^^^^^"}));
}

TEST_CASE("sides that should differ and do not") {
  CHECK(shown(relation("f(x = flip(x))", "!~", "out", sample::vector({1, 2}), sample::vector({1, 2}))) ==
        text_of({"f(x = flip(x)) !~ out does not hold (the sides should differ):",
                 "                  [0]  [1]", "  f(x = flip(x))    1    2", "  out               1    2"}));
}

TEST_CASE("a condition that is no comparison") {
  CHECK(shown(relation("isfinite(out)", "", "", booleans({3}, {1, 0, 1}), {})) ==
        text_of({"isfinite(out) does not hold:", "                  [0]    [1]   [2]",
                 "  isfinite(out)  true  false  true", "                       ^^^^^"}));
  CHECK(shown(relation("all(out == x)", "", "", booleans({}, {0}), {})) == "\nall(out == x) does not hold");
  Relation named = relation("allclose(a, b)", "", "", booleans({}, {0}), {});
  named.names = {{"a", sample::vector({1, 2})}, {"b", sample::number(3)}};
  CHECK(shown(named) == "\nallclose(a, b) does not hold with a = [1, 2], b = 3");
}

TEST_CASE("records part by part") {
  judge::Rules rules;
  rules.returns = {model::RecordType{std::make_shared<model::RecordDef>(model::RecordDef{
      "Moments", {{"mean", sample::any_shape(0).returns}, {"variance", sample::any_shape(1).returns}}})}};
  const auto record = [](double mean, std::vector<double> variance) {
    return Value{model::Record{{{"mean", sample::number(mean)}, {"variance", sample::vector(variance)}}}};
  };
  const Relation both = relation("f(x = 2 * x)", "~=", "out", record(2, {1, 4}), record(1, {1, 1}));
  const auto judgement = judge::compare(both.left, both.right, rules);
  CHECK(shown(both, judgement.differences) == text_of({
                                                  "f(x = 2 * x) ~= out does not hold:",
                                                  "  mean",
                                                  "  f(x = 2 * x)  2",
                                                  "  out           1",
                                                  "  variance",
                                                  "                [0]  [1]",
                                                  "  f(x = 2 * x)    1    4",
                                                  "  out             1    1",
                                                  "                       ^",
                                              }));
}

TEST_CASE("both sides of a property are in question, what is expected is not") {
  const Relation two = relation("f(x)", "==", "out", sample::vector({1, 2}), sample::vector({1, 3}));
  const report::Style colour{true};
  CHECK(text_of(report::relation_text(two, {}, {{}, 92, colour})) ==
        text_of({"f(x) == out does not hold:", "        \x1b[2m[0]\x1b[0m  \x1b[2m[1]\x1b[0m",
                 "  f(x)    1    \x1b[31m2\x1b[0m", "  out     1    \x1b[31m3\x1b[0m",
                 "               \x1b[31m^\x1b[0m"}));
  const auto judgement = judge::compare(two.left, two.right, sample::any_shape(1));
  CHECK(report::picture(judgement.differences.at(0), 92, colour).at(1) == "expected    1    3");
}

TEST_CASE("texts are compared as texts") {
  CHECK(shown(relation("f(s = \"a\")", "==", "out", {std::string("a\x1b")}, {std::string("b")})) ==
        text_of({"f(s = \"a\") == out does not hold:", "  f(s = \"a\") \"a\\x1b\"", "  out        \"b\""}));
}

TEST_CASE("a large array is shown around its worst element") {
  std::vector<double> left(20 * 50, 0.25);
  std::vector<double> right = left;
  left[10 * 50 + 30] = 0.75;
  CHECK(shown_close(
            relation("f(x = x)", "~=", "out", sample::matrix(20, 50, left), sample::matrix(20, 50, right)), 2,
            56) == text_of({
                       "f(x = x) ~= out does not hold:",
                       "                  …  [:,28]  [:,29]  [:,30]  [:,31]  …",
                       "  [7,:]  both     …    0.25    0.25    0.25    0.25  …",
                       "  [8,:]  both     …    0.25    0.25    0.25    0.25  …",
                       "  [9,:]  both     …    0.25    0.25    0.25    0.25  …",
                       "  [10,:] f(x = x) …    0.25    0.25    0.75    0.25  …",
                       "         out      …    0.25    0.25    0.25    0.25  …",
                       "                                       ^^^^",
                       "  [11,:] both     …    0.25    0.25    0.25    0.25  …",
                       "  [12,:] both     …    0.25    0.25    0.25    0.25  …",
                       "  (a part of 20×50, around the worst element)",
                   }));
  left.assign(1000, 1);
  left[900] = -1;
  const std::string bound = shown(relation("out", ">", "0", sample::vector(left), sample::number(0)));
  CHECK(bound.find("[900]") != std::string::npos);
  CHECK(bound.find("[100]") == std::string::npos);
}

TEST_CASE("long texts stand above both sides, names below") {
  Relation named =
      relation("f(x = concatenate([x, y + shift * x, z], axis = 0))[:2 * B]",
               "~=", "concatenate([out, out, out[:, ::-1]], axis = 0)", sample::number(1), sample::number(2));
  named.names = {{"y", sample::matrix(2, 2, {1, 2, 3, 4})}, {"shift", sample::number(3)}};
  CHECK(shown_close(named, 0) ==
        text_of({"f(x = concatenate([x, y + shift * x, z], axis = 0))[:2 * B] ~= concatenate([out, out,",
                 "  out[:, ::-1]], axis = 0) does not hold with", "  y = [[1, 2], [3, 4]]", "  shift = 3",
                 "  left side   1", "  right side  2"}));
  named.names.assign(30, {"name", sample::vector(std::vector<double>(60, 0.123456789))});
  CHECK(util::split_lines(shown_close(named, 0)).size() < 30);
}

TEST_CASE("what changed between calls, and no end of them") {
  Relation called = relation("a", "~=", "b", {}, {});
  called.calls.assign(9, "f(x): " + std::string(300, 'x') + " changed " + std::string(3000, 'y'));
  Lines lines = report::calls_text(called, {{}, 60, {}});
  CHECK(lines.size() == 37);
  for (const std::string& line : lines) CHECK(util::display_width(line) <= 60);
  CHECK(lines.back() == "… and more calls");
  called.calls = {"f(v = 2 * v): v[1]: 0 → 1 changed out[0]: 0.0 → 0.5"};
  CHECK(text_of(report::calls_text(called, {{}, 60, {}})) ==
        "\nf(v = 2 * v): v[1]: 0 → 1 changed out[0]: 0.0 → 0.5");
  CHECK(text_of(report::calls_text(called, {{}, 40, {}})) ==
        text_of({"f(v = 2 * v): v[1]: 0 → 1", "  changed out[0]: 0.0 → 0.5"}));
}

TEST_CASE("the whole of a property that fails") {
  CHECK(findings_of(sample::not_shift_invariant()) ==
        text_of({
            "shift-invariant ................ does not hold on 12 of 40 inputs",
            "  Adding a constant to every feature of a row changes nothing",
            "  smallest: x = [[0, 1], [0, 0]]  eps = 1e-05  (seed 7, case random#4, 9 steps)",
            "  f(x = x + c) ~= out does not hold with c = 3:",
            "                        [:,0]  [:,1]",
            "    [0,:] f(x = x + c)  -0.25   0.75",
            "          out           -0.50   0.50",
            "                        ^^^^^   ^^^^",
            "    [1,:] both           0.00   0.00",
            "  2 of 4 elements differ; worst [0,0]: off by 0.25 (relative 0.5), 1.7e+08 times the tolerance",
            "  f(x = x + c): x[0,0]: 0 → 3, x[0,1]: 1 → 4, x[1,0]: 0 → 3 and 1 more",
            "    changed out[0,0]: -0.50 → -0.25, out[0,1]: 0.50 → 0.75",
            "  original input again: grader eval a/b --impl student --case random#4 --seed 7",
        }));
}

TEST_CASE("nothing is said twice, and little where there is little room") {
  model::CheckResult check = sample::check("bound", model::Verdict::property_violated, 1,
                                           "norm(out) <= 1 does not hold: by far\nsee the statement");
  check.counterexample = model::Counterexample{"one", {{{"x", sample::number(2)}}}, {}, {}, {}, 0, {}, {}};
  check.counterexample->relation = relation("norm(out)", "<=", "1", sample::number(1.25), sample::number(1));
  check.counterexample->relation->calls = {"f(x = 1): a", "f(x = 2): b", "f(x = 3): c"};
  const Lines most = {"bound .......................... does not hold",
                      "  one: x = 2",
                      "  norm(out) <= 1 does not hold:",
                      "    norm(out)  1.25",
                      "  by far",
                      "  see the statement",
                      "  f(x = 1): a",
                      "  f(x = 2): b"};
  Lines full = most;
  full.insert(full.end(), {"  f(x = 3): c", "  again: grader eval a/b --impl student --case one --seed 7"});
  CHECK(findings_of(check) == text_of(full));
  Lines brief = most;
  brief.insert(brief.end(),
               {"  … and more calls", "  again: grader eval a/b --impl student --case one --seed 7"});
  CHECK(findings_of(check, report::Detail::brief) == text_of(brief));
  check.message = "\nleft alone";
  CHECK(findings_of(check).find("1.25\n  left alone\n") != std::string::npos);
}

TEST_CASE("a smaller input says where it comes from on a line of its own where there is no room") {
  model::CheckResult check = sample::check("random", model::Verdict::runtime_error, 1, "SIGSEGV");
  check.counterexample = model::Counterexample{
      "random#12", {{{"x", sample::vector(std::vector<double>(22, 1))}}}, {}, {}, {}, 1, {}, {}};
  CHECK(findings_of(check) ==
        text_of({"random ......................... runtime error",
                 "  smallest: x = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
                 "    (seed 7, case 12, 1 step)", "  SIGSEGV",
                 "  original input again: grader eval a/b --impl student --case random#12 --seed 7"}));
}

TEST_CASE("a property that fails on a hidden input does not show it") {
  model::CheckResult hidden = sample::check("large", model::Verdict::accepted, 1);
  hidden.hidden = true;
  model::CheckResult property = sample::not_shift_invariant();
  property.counterexample->name = "large#3";
  property.verdict = model::Verdict::time_limit;
  model::ExerciseResult result =
      sample::exercise("a/b", "B", model::Verdict::time_limit, {hidden, property}, 2);
  const model::ExerciseResult shown = report::visible(result);
  CHECK(shown.verdict == model::Verdict::property_violated);
  const model::CheckResult& check = shown.checks[1];
  CHECK_FALSE(check.counterexample.has_value());
  CHECK(check.verdict == model::Verdict::property_violated);
  CHECK(check.message == "fails on a hidden input");
  CHECK(check.failed_inputs == 0);
  result.checks[1].counterexample->name = "larger#3";
  CHECK(report::visible(result).checks[1].counterexample.has_value());
}

TEST_CASE("hidden checks lose everything, whatever was found on them") {
  const model::CheckResult check = report::visible(sample::failing()).checks[4];
  CHECK(check.id == "large");
  CHECK_FALSE(check.counterexample.has_value());
  CHECK(check.description.empty());
  CHECK(check.message.empty());
}
