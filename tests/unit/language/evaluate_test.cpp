#include <cmath>
#include <limits>

#include "evaluation.hpp"
#include "util/error.hpp"

using namespace evaluation;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

const Tensor& array_of(const model::Arguments& arguments, const char* name) {
  return std::get<Tensor>(arguments.find(name)->data);
}

/// out[b, d] = scale * (x[0, d] + … + x[b, d])
Value running_sums(const model::Arguments& arguments) {
  Tensor x = array_of(arguments, "x");
  auto& elements = std::get<std::vector<double>>(x.data);
  const auto columns = static_cast<std::size_t>(x.shape[1]);
  for (std::size_t i = columns; i < elements.size(); ++i) elements[i] += elements[i - columns];
  for (double& element : elements) element *= array_of(arguments, "scale").number(0);
  return {std::move(x)};
}

/// The square of each element.
Value squares(const model::Arguments& arguments) {
  Tensor x = array_of(arguments, "x");
  for (double& element : std::get<std::vector<double>>(x.data)) element *= element;
  return {std::move(x)};
}

Exercise sums() {
  Exercise exercise;
  exercise.function = {"running_sums",
                       {{"x", floats({dim("B"), dim("D")})}, {"scale", floats()}},
                       floats({dim("B"), dim("D")})};
  exercise.input.fields = {{"x", matrix(2, 3, {1, 2, 3, 4, 5, 6})}, {"scale", real(2)}};
  exercise.bodies.judged = running_sums;
  exercise.bodies.reference = squares;
  exercise.used = {{"squares", {{"x", floats({dim("N")})}}, floats({dim("N")})}};
  exercise.bodies.used = {{"squares", squares}};
  return exercise;
}

std::string evaluated(const std::string& check) {
  Exercise exercise = sums();
  return show(exercise.evaluate(check));
}

model::Property property(std::string check, std::vector<std::pair<std::string, std::string>> let = {},
                         std::vector<std::pair<std::string, std::string>> for_all = {}) {
  model::Property result;
  result.check = std::move(check);
  result.let = std::move(let);
  result.for_all = std::move(for_all);
  return result;
}

std::string evaluated(const model::Property& property) {
  Exercise exercise = sums();
  return show(exercise.evaluate(property));
}

std::string calls_of(const language::Evaluation& evaluation) {
  std::string text;
  for (const auto& call : evaluation.calls)
    text += fmt::format("{}{} on {} gave {}\n", call.judged ? "" : "not judged: ", call.text,
                        show(Value{call.arguments}), show(call.result));
  return text;
}

}  // namespace

TEST_CASE("names are parameters, sizes, constants and the result") {
  CHECK(evaluated("out[0] ~= 2 * x[0] and out[1, 2] == 18") == "holds");
  CHECK(evaluated("x == reshape(arange(1, B * D + 1), [B, D])") == "holds");
  CHECK(evaluated("B == 2 and D == 3 and scale == 2") == "holds");
  CHECK(evaluated("true and not false and pi > 3.14 and inf > 1e300") == "holds");
}

TEST_CASE("a comparison that fails is told with both sides") {
  CHECK(evaluated("out[0] ~= 3 * x[0]") == "out[0] ~= 3 * x[0]: [2, 4, 6] and [3, 6, 9]");
  CHECK(evaluated("sum(out)  <\n    1") == "sum(out) < 1: 54 and 1");
  CHECK(evaluated("all(x > 1)") == "all(x > 1): 0");
  CHECK(evaluated("x > 1") == "x > 1: [1, 2, 3, 4, 5, 6] and 1");
}

TEST_CASE("the part that decides is told") {
  CHECK(evaluated("B == 2 and D == 4 and B == 5") == "D == 4: 3 and 4");
  CHECK(evaluated("B == 3 or D == 4") == "D == 4: 3 and 4");
  CHECK(evaluated("B == 3 or D == 3") == "holds");
  CHECK(evaluated("not D == 3") == "D == 3: 3 and 3");
  CHECK(evaluated("not (D == 4 or B == 2)") == "B == 2: 2 and 2");
  CHECK(evaluated("not (D == 3 and B == 2)") == "B == 2: 2 and 2");
  CHECK(evaluated("not not D == 4") == "D == 4: 3 and 4");
  CHECK(evaluated("(B == 3 or D == 4) and B == 2") == "D == 4: 3 and 4");
}

TEST_CASE("what is decided is not evaluated any further") {
  Exercise exercise = sums();
  CHECK(show(exercise.evaluate("B == 2 or f() ~= out")) == "holds");
  CHECK(exercise.bodies.calls == 0);
  CHECK(show(exercise.evaluate("B == 3 and f() ~= out")) == "B == 3: 2 and 3");
  CHECK(exercise.bodies.calls == 0);
}

TEST_CASE("f keeps what is not named, ref is the reference, and functions of uses need all") {
  CHECK(evaluated("f() ~= out") == "holds");
  CHECK(evaluated("f(scale = 1) ~= out / 2") == "holds");
  CHECK(evaluated("f(x, 4) ~= 2 * out") == "holds");
  CHECK(evaluated("f(x = f()) ~= f(x = out)") == "holds");
  CHECK(evaluated("f(x = concatenate([x, x]))[:B] ~= out") == "holds");
  CHECK(evaluated("ref(x = 2 * x) ~= 4 * x * x") == "holds");
  CHECK(evaluated("squares(x[1]) ~= x[1] ** 2 and squares(x = out[0]) ~= out[0] ** 2") == "holds");
  CHECK(evaluated("f(x = [[1, 2], [3, 4]], scale = 1) ~= [[1, 2], [4, 6]]") == "holds");
}

TEST_CASE("every call is made, and nothing is left changed by one") {
  Exercise exercise = sums();
  CHECK(show(exercise.evaluate("f(scale = 1) ~= f(scale = 1) and f() ~= out and scale == 2")) == "holds");
  CHECK(exercise.bodies.calls == 3);
  CHECK(show(exercise.evaluate("x + f(x = 0 * x) ~= x")) == "holds");
}

TEST_CASE("calls are reported with their arguments and results") {
  Exercise exercise = sums();
  exercise.input.fields[0].second = matrix(1, 2, {1, 2});
  exercise.out = matrix(1, 2, {2, 4});
  const auto evaluation = exercise.evaluate("f(x = x + 1,\n  scale = 1) ~= ref(x = x) + squares(x[0])");
  CHECK(show(evaluation) == "f(x = x + 1, scale = 1) ~= ref(x = x) + squares(x[0]): [2, 3] and [2, 8]");
  CHECK(calls_of(evaluation) ==
        "f(x = x + 1, scale = 1) on {x: [2, 3], scale: 1} gave [2, 3]\n"
        "not judged: ref(x = x) on {x: [1, 2], scale: 2} gave [1, 4]\n"
        "not judged: squares(x[0]) on {x: [1, 2]} gave [1, 4]\n");
}

TEST_CASE("the first four calls of f are reported, of the combination that fails") {
  const auto many =
      property("f(x = f() - f() + x, scale = i) ~= i * f(scale = 1) + sum(f()) * (i - 1)",
               {{"same", "f(scale = 1)"}, {"other", "f(scale = i + same[0, 0])"}}, {{"i", "[1, 2]"}});
  Exercise exercise = sums();
  exercise.input.fields[0].second = matrix(1, 1, {1});
  exercise.out = real(0);
  CHECK(calls_of(exercise.evaluate(many)) ==
        "f(scale = 1) on {x: [1], scale: 1} gave [1]\n"
        "f(scale = i + same[0, 0]) on {x: [1], scale: 3} gave [3]\n"
        "f() on {x: [1], scale: 2} gave [2]\n"
        "f() on {x: [1], scale: 2} gave [2]\n");
}

TEST_CASE("let and forall name values, and what a comparison uses of them is told") {
  CHECK(evaluated(property("total ~= 2 * rows", {{"rows", "sum(x)"}, {"total", "sum(x + x)"}})) == "holds");
  CHECK(evaluated(property("y[i, 0] < 5", {{"y", "x + i"}, {"unused", "B"}}, {{"i", "arange(B)"}})) ==
        "y[i, 0] < 5: 5 and 5; i = 1; y = [2, 3, 4, 5, 6, 7]");
  CHECK(evaluated(property("i * j < 6", {}, {{"i", "[1, 2, 3]"}, {"j", "[1, 2]"}})) ==
        "i * j < 6: 6 and 6; i = 3; j = 2");
  CHECK(evaluated(property("y > 5", {{"y", "i * 3"}}, {{"i", "[2, 1]"}})) == "y > 5: 3 and 5; i = 1; y = 3");
  CHECK(evaluated(property("row ~= 0", {}, {{"row", "x"}})) == "row ~= 0: [1, 2, 3] and 0; row = [1, 2, 3]");
  CHECK(evaluated(property("i > 100", {{"y", "x[100 * i]"}}, {{"i", "arange(0)"}})) == "holds");
}

TEST_CASE("a let that no forall changes is evaluated once") {
  Exercise exercise = sums();
  const auto twice = property("y + i ~= f() + i", {{"y", "f()"}}, {{"i", "[1, 2, 3]"}});
  CHECK(show(exercise.evaluate(twice)) == "holds");
  CHECK(exercise.bodies.calls == 4);
}

TEST_CASE("~= has the property's tolerance, the exercise's, or that of differences") {
  Exercise exercise = sums();
  const auto tolerance = [&](const model::Property& failing) { return exercise.evaluate(failing).tolerance; };
  CHECK(show(exercise.evaluate("x + 5e-10 ~= x")) == "holds");
  CHECK(tolerance(property("x + 1 ~= x")).rtol == 1e-9);
  CHECK(tolerance(property("fd(sum(x), x) ~= x")).rtol == 1e-5);
  CHECK(tolerance(property("g ~= x", {{"h", "fd(sum(x), x)"}, {"g", "2 * h"}})).atol == 1e-5);
  auto own = property("x + 0.01 ~= x and allclose(x + 0.01, x) and fd(sum(x), x) ~= x");
  own.tolerance = {0, 0.1};
  CHECK(tolerance(own).atol == 0.1);
  CHECK(show(exercise.evaluate(own)).substr(0, 18) == "fd(sum(x), x) ~= x");
  CHECK(show(exercise.evaluate("allclose(x + 0.01, x)")) == "allclose(x + 0.01, x): 0");
  CHECK(show(exercise.evaluate("allclose(x + 0.01, x, atol = 0.1, rtol = 0)")) == "holds");
}

TEST_CASE("only what is clear and finite satisfies !~") {
  auto check = property("[a] !~ [b]", {}, {});
  const auto differ = [&](const std::string& a, const std::string& b) {
    check.let = {{"a", a}, {"b", b}};
    return evaluated(check) == "holds";
  };
  CHECK(differ("1.0", "2.0"));
  CHECK_FALSE(differ("1.0", "1.0"));
  CHECK_FALSE(differ("1.0", "1.0 + 1e-7"));  // wrong for `~=`, but not clearly so
  CHECK(differ("1.0", "1.0 + 1e-6"));
  CHECK_FALSE(differ("inf", "1.0"));
  CHECK_FALSE(differ("inf - inf", "1.0"));
  CHECK(differ("1", "2"));
  CHECK_FALSE(differ("2", "2"));
  CHECK(differ("true", "false"));
  check.tolerance = {0, 0};
  CHECK_FALSE(differ("1.0", "1.0"));
  CHECK(differ("1.0", "1.0 + 1e-15"));
}

TEST_CASE("nothing holds of NaN but !=") {
  Exercise exercise = sums();
  exercise.input.fields[1].second = real(kNaN);
  exercise.out = matrix(2, 3, {0, 0, 0, 0, 0, 0});
  CHECK(show(exercise.evaluate("scale ~= scale")) == "scale ~= scale: nan and nan");
  CHECK(show(exercise.evaluate("scale == scale")) == "scale == scale: nan and nan");
  CHECK(show(exercise.evaluate("scale >= 0 or scale < 0")) == "scale < 0: nan and 0");
  CHECK(show(exercise.evaluate("scale != scale and isnan(scale)")) == "holds");
}

TEST_CASE("fd differentiates by every element, through f, by an input that it puts back") {
  CHECK(evaluated("fd(sum(x ** 3), x) ~= 3 * x ** 2") == "holds");
  CHECK(evaluated("shape(fd(x[0] * 2, x)) == [3, 2, 3] and fd(x[0] * 2, x)[1, 0] ~= 2 * eye(D)[1]") ==
        "holds");
  CHECK(evaluated("fd(sum(f()), x)[0] ~= 2 * scale and fd(sum(f()), x)[1] ~= scale") == "holds");
  CHECK(evaluated("fd(sum(f()), scale) ~= sum(out) / scale and f() ~= out and x[0, 0] == 1") == "holds");
  CHECK(evaluated("fd(sum(ref()), x) ~= 2 * x") == "holds");
  CHECK(evaluated("fd(sum(f(x = 2 * x)), x) !~ fd(sum(f()), x)") == "holds");
}

TEST_CASE("calls that fd makes are not told") {
  Exercise exercise = sums();
  const auto evaluation = exercise.evaluate("fd(sum(f()), scale) + sum(f(scale = 0)) ~= 0");
  CHECK(calls_of(evaluation) ==
        "f(scale = 0) on {x: [1, 2, 3, 4, 5, 6], scale: 0} gave [0, 0, 0, 0, 0, 0]\n");
}

TEST_CASE("what a call throws passes through") {
  Exercise exercise = sums();
  exercise.out = real(0);
  exercise.bodies.judged = [](const model::Arguments&) -> Value { throw std::runtime_error("crashed"); };
  CHECK_THROWS_WITH_AS(exercise.evaluate("f() ~= out"), "crashed", std::runtime_error);
}
