#include "judge/compare.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "model/closeness.hpp"

namespace {

using namespace grader;
using model::Dim;
using model::Scalar;
using model::Tensor;
using model::Value;
using model::Verdict;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

model::Type array_of(Scalar element, std::vector<Dim> dims = {}) {
  return {model::ArrayType{element, std::move(dims)}};
}
model::Type floats(std::vector<Dim> dims = {}) { return array_of(Scalar::float64, std::move(dims)); }

Value numbers(model::Shape shape, std::vector<double> elements) {
  return {Tensor{std::move(shape), std::move(elements)}};
}
Value integers(model::Shape shape, std::vector<std::int64_t> elements) {
  return {Tensor{std::move(shape), std::move(elements)}};
}
Value singles(std::vector<float> elements) {
  const auto size = static_cast<model::Index>(elements.size());
  return {Tensor{{size}, std::move(elements)}};
}

judge::Rules rules(model::Type type, model::Tolerance tolerance = {1e-9, 1e-9}) {
  judge::Rules result;
  result.returns = std::move(type);
  result.bindings = {{"B", 2}, {"D", 4}};
  result.tolerance = tolerance;
  return result;
}

judge::Rules matrix() { return rules(floats({Dim::symbol("B"), Dim::symbol("D")})); }
judge::Rules vector_of_any() { return rules(floats({Dim{}})); }

/// Verdict and message in one text, so that both are always compared.
std::string judged(const Value& actual, const Value& expected, const judge::Rules& by) {
  const judge::Judgement judgement = judge::compare(actual, expected, by);
  return model::to_string(judgement.verdict) + (judgement.message.empty() ? "" : ": " + judgement.message);
}

model::Type stats_type() {
  auto def = std::make_shared<model::RecordDef>();
  def->name = "NormalizeResult";
  def->fields = {
      {"mean", floats()}, {"normalized", floats({Dim::symbol("D")})}, {"label", array_of(Scalar::string)}};
  return {model::RecordType{def}};
}

Value stats(double mean, Value normalized, std::string label = "a") {
  return {model::Record{{{"mean", {Tensor::scalar(mean)}},
                         {"normalized", std::move(normalized)},
                         {"label", {std::move(label)}}}}};
}

}  // namespace

TEST_CASE("equal results are accepted without a message") {
  const Value value = numbers({2, 4}, {1, 2, 3, 4, 5, 6, 7, 8});
  const judge::Judgement judgement = judge::compare(value, value, matrix());
  CHECK(judgement.verdict == Verdict::accepted);
  CHECK(judgement.message.empty());
  CHECK(judgement.differences.empty());
}

TEST_CASE("an element may be off by atol + rtol times the expected size, and by no more") {
  const judge::Rules by = rules(floats(), {0.5, 0.25});
  CHECK(judged({Tensor::scalar(2.25)}, {Tensor::scalar(1.5)}, by) ==
        "accepted");  // 0.25 + 0.5 * 1.5 = 1 and 0.75 is less
  CHECK(judged({Tensor::scalar(2.5)}, {Tensor::scalar(1.5)}, by) == "accepted");
  CHECK(judged({Tensor::scalar(std::nextafter(2.5, 3.0))}, {Tensor::scalar(1.5)}, by) ==
        "wrong_answer: returned 2.5, expected 1.5: off by 1 (relative 0.67), just above the "
        "tolerance");
  // The tolerance grows with what is expected, not with what was returned.
  CHECK(judged({Tensor::scalar(-2.0)}, {Tensor::scalar(-1.0)}, rules(floats(), {0.5, 0})) ==
        "wrong_answer: returned -2, expected -1: off by 1 (relative 1), 2 times the tolerance");
}

TEST_CASE("one wrong element beside a huge one is found, with index and errors of the worst") {
  const Value expected = numbers({2, 4}, {1e6, 0, 0, 0, 0, 0, 0, -0.5});
  Value actual = expected;
  std::get<std::vector<double>>(std::get<Tensor>(actual.data).data)[1] = 0.9;
  std::get<std::vector<double>>(std::get<Tensor>(actual.data).data)[7] = -0.25;
  const judge::Judgement judgement = judge::compare(actual, expected, matrix());
  CHECK(judgement.verdict == Verdict::wrong_answer);
  CHECK(judgement.message == "2 of 8 elements differ; worst [0,1]: off by 0.9, 9e+08 times the tolerance");
  REQUIRE(judgement.differences.size() == 1);
  const model::Difference& difference = judgement.differences[0];
  CHECK(difference.path.empty());
  CHECK(difference.expected == expected);
  CHECK(difference.actual == actual);
  CHECK(difference.wrong == std::vector<bool>{false, true, false, false, false, false, false, true});
  CHECK(difference.wrong_count == 2);
  CHECK(difference.worst == 1);
  CHECK(difference.absolute_error == 0.9);
  CHECK(std::isinf(difference.relative_error));
  CHECK(difference.times_tolerance == doctest::Approx(9e8));
}

TEST_CASE("the worst element is the one farthest beyond its own tolerance") {
  const Value expected = numbers({2}, {1000, 1});
  const judge::Judgement judgement =
      judge::compare(numbers({2}, {1010, 1.5}), expected, rules(floats({Dim{}}), {1e-3, 0}));
  CHECK(judgement.message ==
        "2 of 2 elements differ; worst [1]: off by 0.5 (relative 0.5), 500 times the tolerance");
  CHECK(judgement.differences.at(0).worst == 1);
}

TEST_CASE("what is not finite where the reference is") {
  const Value expected = numbers({1, 2}, {0.99998, -0.99998});
  judge::Rules by = rules(floats({Dim{}, Dim{}}));
  CHECK(judged(numbers({1, 2}, {0.99998, kNan}), expected, by) ==
        "not_finite: [0,1] is nan, expected -0.99998; 1 of 2 elements differ");
  CHECK(judged(numbers({1, 2}, {-kInf, 5}), expected, by) ==
        "not_finite: [0,0] is -inf, expected 0.99998; 2 of 2 elements differ");
  CHECK(judged({Tensor::scalar(kInf)}, {Tensor::scalar(2.0)}, rules(floats())) ==
        "not_finite: returned inf, expected 2");
  SUBCASE("a tolerance without end does not make it right") {
    by.tolerance = {kInf, kInf};
    CHECK(judge::compare(numbers({1, 2}, {0, kNan}), expected, by).verdict == Verdict::not_finite);
    CHECK(judge::compare(numbers({1, 2}, {0, kInf}), expected, by).verdict == Verdict::not_finite);
  }
  SUBCASE("it is the worst, whatever else is wrong") {
    by.tolerance = {0, 0};
    const judge::Judgement judgement = judge::compare(numbers({1, 2}, {7, kNan}), expected, by);
    CHECK(judgement.differences.at(0).worst == 1);
    CHECK(std::isinf(judgement.differences.at(0).absolute_error));
  }
}

TEST_CASE("a reference that is not finite is the grader's error") {
  const Value expected = numbers({2}, {1, kNan});
  CHECK(judged(numbers({2}, {1, kNan}), expected, vector_of_any()) ==
        "grader_error: the reference's result is nan at [1]; where that is meant, the case has to say nan: "
        "equal");
  CHECK(judged(numbers({2}, {1, 1}), numbers({2}, {1, -kInf}), vector_of_any()) ==
        "grader_error: the reference's result is -inf at [1]; where that is meant, the case has to say nan: "
        "equal");
  CHECK(judged({Tensor::scalar(1.0)}, {Tensor::scalar(kInf)}, rules(floats())) ==
        "grader_error: the reference's result is inf; where that is meant, the case has to say nan: equal");
}

TEST_CASE("with nan: equal, nan matches nan and infinities match by sign") {
  judge::Rules by = vector_of_any();
  by.nan = model::NanPolicy::equal;
  const Value expected = numbers({3}, {kNan, kInf, -kInf});
  CHECK(judged(expected, expected, by) == "accepted");
  CHECK(judged(numbers({3}, {kNan, -kInf, -kInf}), expected, by) ==
        "wrong_answer: 1 of 3 elements differ; worst [1] is -inf, expected inf");
  CHECK(judged(numbers({3}, {0, kInf, -kInf}), expected, by) ==
        "wrong_answer: 1 of 3 elements differ; worst [0] is 0, expected nan");
  CHECK(judged(numbers({3}, {kInf, kNan, 1e308}), expected, by) ==
        "wrong_answer: 3 of 3 elements differ; worst [0] is inf, expected nan");
  CHECK(judged(numbers({1}, {kNan}), numbers({1}, {1}), by) ==
        "not_finite: [0] is nan, expected 1; 1 of 1 elements differ");
}

TEST_CASE("sums that overflow neither pass nor fail by accident") {
  const judge::Rules strict = rules(floats());
  CHECK(judged({Tensor::scalar(1e308)}, {Tensor::scalar(-1e308)}, strict) ==
        "wrong_answer: returned 1e+308, expected -1e+308: off by more than 1.8e+308 (relative 2), 2e+09 "
        "times the "
        "tolerance");
  // 2e308 is within ten times 1e308, and beyond one and a half times.
  CHECK(judged({Tensor::scalar(1e308)}, {Tensor::scalar(-1e308)}, rules(floats(), {10, 0})) == "accepted");
  CHECK(
      judge::compare({Tensor::scalar(1e308)}, {Tensor::scalar(-1e308)}, rules(floats(), {1.9, 0})).verdict ==
      Verdict::wrong_answer);
  CHECK(judged({Tensor::scalar(1e308)}, {Tensor::scalar(-1e308)}, rules(floats(), {2, 0})) == "accepted");
  CHECK(judged({Tensor::scalar(0.0)}, {Tensor::scalar(1.7e308)}, rules(floats(), {1e300, 0})) == "accepted");
}

TEST_CASE("zeros, denormals and a tolerance of zero") {
  const judge::Rules exact = rules(floats(), {0, 0});
  CHECK(judged({Tensor::scalar(-0.0)}, {Tensor::scalar(0.0)}, exact) == "accepted");
  CHECK(judged({Tensor::scalar(0.0)}, {Tensor::scalar(-0.0)}, exact) == "accepted");
  CHECK(judged({Tensor::scalar(5e-324)}, {Tensor::scalar(5e-324)}, exact) == "accepted");
  CHECK(judged({Tensor::scalar(0.0)}, {Tensor::scalar(5e-324)}, exact) ==
        "wrong_answer: returned 0, expected 4.9407e-324: off by 4.9e-324 (relative 1), where the tolerance "
        "is 0");
  CHECK(judged({Tensor::scalar(0.0)}, {Tensor::scalar(5e-324)}, rules(floats(), {0, 1e-300})) == "accepted");
}

TEST_CASE("integers are compared as integers") {
  const judge::Rules by = rules(array_of(Scalar::int64), {1, 1e9});
  const std::int64_t big = (std::int64_t{1} << 53) + 1;
  CHECK(judged({Tensor::scalar(big)}, {Tensor::scalar(big)}, by) == "accepted");
  CHECK(judged({Tensor::scalar(big)}, {Tensor::scalar(big - 1)}, by) ==
        "wrong_answer: returned 9007199254740993, expected 9007199254740992");
  CHECK(judged(integers({2}, {1, INT64_MIN}), integers({2}, {1, INT64_MAX}),
               rules(array_of(Scalar::int64, {Dim{}}))) ==
        "wrong_answer: 1 of 2 elements differ; worst [1] is -9223372036854775808, expected "
        "9223372036854775807");
  const model::ElementDifference element = model::compare_integers(INT64_MIN, INT64_MAX);
  CHECK(element.absolute == doctest::Approx(1.8446744073709552e19));
  CHECK(std::isinf(element.times_tolerance));
}

TEST_CASE("booleans and float32") {
  const Value yes{Tensor::boolean(true)};
  const Value no{Tensor::boolean(false)};
  CHECK(judged(yes, yes, rules(array_of(Scalar::boolean))) == "accepted");
  CHECK(judged(yes, no, rules(array_of(Scalar::boolean))) == "wrong_answer: returned true, expected false");
  const Value mask{Tensor{{3}, std::vector<std::uint8_t>{1, 0, 0}}};
  const Value wanted{Tensor{{3}, std::vector<std::uint8_t>{1, 1, 1}}};
  CHECK(judged(mask, wanted, rules(array_of(Scalar::boolean, {Dim{}}))) ==
        "wrong_answer: 2 of 3 elements differ; the first [1] is false, expected true");
  const judge::Rules by = rules(array_of(Scalar::float32, {Dim{}}), {1e-5, 0});
  CHECK(judged(singles({1.000001F, 2}), singles({1, 2}), by) == "accepted");
  CHECK(judged(singles({1.0001F, 2}), singles({1, 2}), by) ==
        "wrong_answer: 1 of 2 elements differ; worst [0]: off by 0.0001 (relative 0.0001), 10 times the "
        "tolerance");
}

TEST_CASE("shapes are held against the signature, in symbols and numbers") {
  const Value expected = numbers({2, 4}, std::vector<double>(8));
  const Value actual = numbers({3, 4}, std::vector<double>(12));
  const judge::Judgement judgement = judge::compare(actual, expected, matrix());
  CHECK(judgement.verdict == Verdict::wrong_shape);
  CHECK(judgement.message == "returned 3×4, expected [B, D] = 2×4");
  REQUIRE(judgement.differences.size() == 1);
  CHECK(judgement.differences[0].wrong.empty());
  CHECK(judgement.differences[0].actual == actual);
  CHECK(judged(numbers({8}, std::vector<double>(8)), expected, matrix()) ==
        "wrong_shape: returned 8 elements, expected [B, D] = 2×4");
  CHECK(judged(numbers({4, 2}, std::vector<double>(8)), expected, matrix()) ==
        "wrong_shape: returned 4×2, expected [B, D] = 2×4");
}

TEST_CASE("of another rank than the signature's, beside the sizes that the reference found") {
  CHECK(judged(numbers({4}, {1, 2, 3, 4}), numbers({3, 2}, std::vector<double>(6)),
               rules(floats({Dim{}, Dim::of(2)}))) ==
        "wrong_shape: returned 4 elements, expected [_, 2] = 3×2");
  CHECK(judged(numbers({4}, {1, 2, 3, 4}), numbers({2}, {1, 2}), rules(floats({Dim::of(2)}))) ==
        "wrong_shape: returned 4 elements, expected [2]");
  CHECK(judged(numbers({1}, {1}), {Tensor::scalar(1.0)}, rules(floats())) ==
        "wrong_shape: returned 1 element, expected a scalar");
  CHECK(judged({Tensor::scalar(1.0)}, numbers({1}, {1}), vector_of_any()) ==
        "wrong_shape: returned a scalar, expected [_] = 1");
}

TEST_CASE("nothing is broadcast, and a size that the signature leaves open is the reference's") {
  CHECK(judged(numbers({1}, {1}), numbers({3}, {1, 1, 1}), vector_of_any()) ==
        "wrong_shape: returned 1 element, expected 3");
  CHECK(judged(numbers({0}, {}), numbers({3}, {1, 1, 1}), vector_of_any()) ==
        "wrong_shape: returned 0 elements, expected 3");
  CHECK(judged(numbers({0}, {}), numbers({0}, {}), vector_of_any()) == "accepted");
  CHECK(judged(numbers({0, 3}, {}), numbers({3, 0}, {}), rules(floats({Dim{}, Dim{}}))) ==
        "wrong_shape: returned 0×3, expected 3×0");
}

TEST_CASE("a value of another type never counts, and a bad reference is the grader's error") {
  CHECK(judged(integers({2, 4}, std::vector<std::int64_t>(8)), numbers({2, 4}, std::vector<double>(8)),
               matrix()) == "bad_reply: the result is an array of int, expected float[B, D]");
  CHECK(judged({std::string("1")}, {Tensor::scalar(1.0)}, rules(floats())) ==
        "bad_reply: the result is string, expected float");
  CHECK(judged(numbers({2, 4}, std::vector<double>(8)), numbers({4, 2}, std::vector<double>(8)), matrix()) ==
        "grader_error: the reference's result is 4×2, expected [B, D] = 2×4");
}

TEST_CASE("records are compared field by field, wrong shapes first") {
  const judge::Rules by = rules(stats_type());
  const Value expected = stats(2, numbers({4}, {1, 2, 3, 4}));
  CHECK(judged(expected, expected, by) == "accepted");
  const judge::Judgement judgement = judge::compare(stats(3, numbers({2}, {1, 2}), "b"), expected, by);
  CHECK(judgement.verdict == Verdict::wrong_shape);
  CHECK(judgement.message ==
        "field normalized: returned 2 elements, expected [D] = 4\n"
        "field mean: returned 3, expected 2: off by 1 (relative 0.5), 3.3e+08 times the tolerance\n"
        "field label: the text differs from [0] on: \"b\", expected \"a\"");
  REQUIRE(judgement.differences.size() == 3);
  CHECK(judgement.differences[0].path == "normalized");
  CHECK(judgement.differences[1].path == "mean");
  CHECK(judgement.differences[2].path == "label");
}

TEST_CASE("fields that are judged by properties are compared in their shape only") {
  judge::Rules by = rules(stats_type());
  by.compare = {false, {"mean"}};
  const Value expected = stats(2, numbers({4}, {1, 2, 3, 4}));
  CHECK(judged(stats(2, numbers({4}, {9, kNan, 9, 9}), "other"), expected, by) == "accepted");
  CHECK(judged(stats(2.5, numbers({4}, {9, 9, 9, 9})), expected, by) ==
        "wrong_answer: field mean: returned 2.5, expected 2.0: off by 0.5 (relative 0.25), 1.7e+08 times the "
        "tolerance");
  CHECK(judged(stats(2, numbers({1}, {9})), expected, by) ==
        "wrong_shape: field normalized: returned 1 element, expected [D] = 4");
  CHECK(judged(stats(2, numbers({4}, {1, 2, 3, 4})), stats(2, numbers({4}, {kNan, 2, 3, 4})), by) ==
        "accepted");
  judge::Rules nothing = matrix();
  nothing.compare = {false, {}};
  CHECK(judged(numbers({2, 4}, std::vector<double>(8, 5)), numbers({2, 4}, std::vector<double>(8)),
               nothing) == "accepted");
  CHECK(judged(numbers({2, 1}, {1, 2}), numbers({2, 4}, std::vector<double>(8)), nothing) ==
        "wrong_shape: returned 2×1, expected [B, D] = 2×4");
}

TEST_CASE("lists by length, then item by item") {
  const auto item = std::make_shared<model::Type>(floats({Dim{}}));
  const judge::Rules by = rules({model::ListType{item}});
  const Value expected{model::List{{numbers({1}, {1}), numbers({2}, {2, 3})}}};
  CHECK(judged(expected, expected, by) == "accepted");
  CHECK(judged({model::List{{numbers({1}, {1})}}}, expected, by) ==
        "wrong_shape: returned 1 item, expected 2");
  CHECK(judged({model::List{{numbers({1}, {1}), numbers({2}, {2, 4})}}}, expected, by) ==
        "wrong_answer: item [1]: 1 of 2 elements differ; worst [1]: off by 1 (relative 0.33), 2.5e+08 times "
        "the "
        "tolerance");
}

TEST_CASE("optionals by presence, then by value") {
  const auto item = std::make_shared<model::Type>(floats());
  const judge::Rules by = rules({model::OptionalType{item}});
  const Value none{model::Optional{}};
  const Value one{model::Optional{{{Tensor::scalar(1.0)}}}};
  const Value two{model::Optional{{{Tensor::scalar(2.0)}}}};
  CHECK(judged(none, none, by) == "accepted");
  CHECK(judged(one, one, by) == "accepted");
  CHECK(judged(none, one, by) == "wrong_answer: returned none, expected a value");
  CHECK(judged(one, none, by) == "wrong_answer: returned a value, expected none");
  CHECK(judged(two, one, by) ==
        "wrong_answer: returned 2, expected 1: off by 1 (relative 1), 5e+08 times the tolerance");
}

TEST_CASE("strings exactly, with the place where they part") {
  const judge::Rules by = rules(array_of(Scalar::string));
  CHECK(judged({std::string("héllo")}, {std::string("héllo")}, by) == "accepted");
  CHECK(judged({std::string("helo")}, {std::string("hello")}, by) ==
        "wrong_answer: the text differs from [3] on: \"o\", expected \"lo\"");
  CHECK(judged({std::string("hell")}, {std::string("hello")}, by) ==
        "wrong_answer: the text ends at [4], expected it to go on with \"o\"");
  CHECK(judged({std::string("hello\x1b")}, {std::string("hello")}, by) ==
        "wrong_answer: the text goes on at [5] with \"\\x1b\", expected it to end there");
  const judge::Judgement judgement = judge::compare({std::string("hé")}, {std::string("hè")}, by);
  CHECK(judgement.message == "the text differs from [2] on: \"é\", expected \"è\"");
  CHECK(judgement.differences.at(0).worst == 2);
  CHECK(judged({std::string(1000, 'x')}, {std::string()}, by) ==
        "wrong_answer: the text goes on at [0] with \"xxxxxxxxxxxxxxxxxxxxxxxx\"…, expected it to end there");
}

TEST_CASE("a message names few parts and counts the rest") {
  const auto item = std::make_shared<model::Type>(array_of(Scalar::int64));
  model::List expected;
  model::List actual;
  for (std::int64_t i = 0; i < 8; ++i) {
    expected.items.push_back({Tensor::scalar(i)});
    actual.items.push_back({Tensor::scalar(i + 1)});
  }
  const judge::Judgement judgement = judge::compare({actual}, {expected}, rules({model::ListType{item}}));
  CHECK(
      judgement.message ==
      "item [0]: returned 1, expected 0\nitem [1]: returned 2, expected 1\nitem [2]: returned 3, expected 2\n"
      "item [3]: returned 4, expected 3\nitem [4]: returned 5, expected 4\nand 3 more");
  CHECK(judgement.differences.size() == 8);
}

TEST_CASE("a result that is held against nothing has its form judged alone") {
  const auto formed = [](const Value& actual, const judge::Rules& by) {
    const judge::Judgement judgement = judge::check_form(actual, by);
    return model::to_string(judgement.verdict) + (judgement.message.empty() ? "" : ": " + judgement.message);
  };
  CHECK(formed(numbers({2, 4}, std::vector<double>(8, 1e300)), matrix()) == "accepted");
  CHECK(formed(numbers({4, 2}, std::vector<double>(8, 0.0)), matrix()) ==
        "wrong_shape: returned 4×2, expected [B, D] = 2×4");
  std::vector<double> spoiled(8, 0.0);
  spoiled[6] = kNan;
  CHECK(formed(numbers({2, 4}, spoiled), matrix()) ==
        "not_finite: the result is nan at [1,2], expected finite numbers");
  CHECK(formed(numbers({}, {-kInf}), rules(floats())) ==
        "not_finite: the result is -inf, expected finite numbers");
  judge::Rules lenient = matrix();
  lenient.nan = model::NanPolicy::equal;
  CHECK(formed(numbers({2, 4}, spoiled), lenient) == "accepted");
  CHECK(formed(integers({2, 4}, std::vector<std::int64_t>(8, 0)), matrix()).starts_with("bad_reply: "));

  const judge::Rules stats = rules(stats_type());
  model::Record record;
  record.fields = {{"mean", numbers({}, {0})},
                   {"normalized", numbers({4}, {0, 0, kInf, 0})},
                   {"label", {std::string("x")}}};
  CHECK(formed({record}, stats) ==
        "not_finite: field normalized: the result is inf at [2], expected finite numbers");
}
