// What goes wrong only when it is evaluated, and what would take too long.
#include <ctime>

#include "evaluation.hpp"
#include "language/evaluate.hpp"
#include "language/parse.hpp"

using namespace evaluation;

namespace {

Exercise plain() {
  Exercise exercise;
  exercise.function = {"f",
                       {{"x", floats({dim("N")})},
                        {"a", floats({model::Dim{}, model::Dim{}})},
                        {"n", array(Scalar::int64)},
                        {"i", array(Scalar::int64, {model::Dim{}})}},
                       floats({dim("N")})};
  exercise.input.fields = {
      {"x", vector({1, 2, 3})}, {"a", matrix(2, 2, {1, 2, 3, 4})}, {"n", integer(3)}, {"i", ints({0, 5})}};
  exercise.bodies.judged = [](const model::Arguments& arguments) { return *arguments.find("x"); };
  return exercise;
}

std::string evaluated(const std::string& check, std::vector<std::pair<std::string, std::string>> let = {},
                      std::vector<std::pair<std::string, std::string>> for_all = {}) {
  model::Property property;
  property.check = check;
  property.let = std::move(let);
  property.for_all = std::move(for_all);
  Exercise exercise = plain();
  return show(exercise.evaluate(property));
}

/// Evaluates a text that nobody has checked.
std::string unchecked(const std::string& text) {
  const Exercise exercise = plain();
  const auto expression = std::get<language::Expression>(language::parse_expression(text));
  const language::Surroundings surroundings{exercise.function, exercise.used, exercise.input, nullptr,
                                            nullptr,           std::nullopt,  {1e-9, 1e-9}};
  try {
    return show(*language::Evaluator(surroundings).evaluate({&text, &expression}));
  } catch (const language::Failure& failure) {
    return failure.text;
  }
}

}  // namespace

TEST_CASE("errors name the part of the text") {
  CHECK(evaluated("x[n] > 0") == "error: x[n] : index 3 is out of bounds for axis 0 with size 3");
  CHECK(evaluated("sum(a[0, -n]) > 0") ==
        "error: a[0, -n] : index -3 is out of bounds for axis 1 with size 2");
  CHECK(evaluated("x[::n - 3] ~= x") == "error: x[::n - 3] : a slice cannot have step 0");
  CHECK(evaluated("take(x, i) ~= x") ==
        "error: take(x, i) : index 5 is out of bounds for axis 0 with size 3");
  CHECK(evaluated("a[0] + x ~= x") == "error: a[0] + x : [2] and [3] do not broadcast");
  CHECK(evaluated("a @ x ~= x") == "error: a @ x : [2, 2] @ [3] do not fit: 2 is not 3");
  CHECK(evaluated("sum(x, axis = n) ~= x") ==
        "error: sum(x, axis = n) : axis 3 is out of bounds for an array with 1 axis");
  CHECK(evaluated("max(x[n:]) > 0") == "error: max(x[n:]) : max of no elements: the array is [0]");
  CHECK(evaluated("reshape(a, [n, -1]) ~= 0") ==
        "error: reshape(a, [n, -1]) : 4 elements do not fit into [3, -1]");
  CHECK(evaluated("zeros(n - 4) ~= 0") == "error: zeros(n - 4) : a size cannot be negative: -1");
  CHECK(evaluated("concatenate([a, [x]]) ~= 0") ==
        "error: concatenate([a, [x]]) : [2, 2] and [1, 3] cannot be joined along axis 0");
  CHECK(evaluated("broadcast_to(a[0], [N]) ~= x") ==
        "error: broadcast_to(a[0], [N]) : [2] does not broadcast to [3]");
  CHECK(evaluated("arange(0, 1, n - 3) ~= 0") ==
        "error: arange(0, 1, n - 3) : arange needs a step other than 0");
  CHECK(evaluated("set(x, n, 1) ~= x") ==
        "error: set(x, n, 1) : index 3 is out of bounds for axis 0 with size 3");
  CHECK(evaluated("y > 0", {{"y", "x[n]"}}) ==
        "error: x[n] : index 3 is out of bounds for axis 0 with size 3");
  CHECK(evaluated("i[y] > -1", {}, {{"y", "arange(n)"}}) ==
        "error: i[y] : index 2 is out of bounds for axis 0 with size 2");
}

TEST_CASE("long parts are cut and put on one line") {
  const std::string sum = "x[n] + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10";
  CHECK(evaluated("max(a[" + sum.substr(0, 0) + "0\n  + n,\n :]) > 0") ==
        "error: a[0 + n, :] : index 3 is out of bounds for axis 0 with size 2");
  const auto told = evaluated(
      "a[0 * (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 "
      "+ 19 + 20) + n, 0] > 0");
  CHECK(told ==
        "error: a[0 * (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + "
        "20) + "
        "… : index 3 is out of bounds for axis 0 with size 2");
}

TEST_CASE("what the static check would have refused is an error, too") {
  CHECK(unchecked("x + 'a'") == "x + 'a' : this needs an array, not a string");
  CHECK(unchecked("missing") == "missing : there is nothing of this name");
  CHECK(unchecked("missing(1)") == "missing(1) : there is no such function");
  CHECK(unchecked("x.w") == "x.w : float[3] has no fields");
  CHECK(unchecked("x[0, 0]") == "x[0, 0] : 2 subscripts are too many for an array of shape [3]");
  CHECK(unchecked("x[0.5]") == "x[0.5] : this needs one int, not float");
  CHECK(unchecked("not (x > 1)") ==
        "(x > 1) : 'not' needs one truth value, not bool[3]: write any(...) or all(...)");
  CHECK(unchecked("x and true") == "x : this needs true or false, not float[3]");
  CHECK(unchecked("'a' < 'b'") == "'a' < 'b' : a string has no order");
  CHECK(unchecked("out") == "out : a condition on inputs has no 'out'");
  CHECK(unchecked("f()") == "f() : a condition on inputs cannot call functions");
  CHECK(unchecked("sum(x, bogus = 1)") == "sum(x, bogus = 1) : sum has no argument 'bogus'");
  CHECK(unchecked("sum(x, keepdims = 1)") == "sum(x, keepdims = 1) : this needs true or false, not int");
  CHECK(unchecked("fd(sum(x), n)") == "fd(sum(x), n) : fd needs a float, and n is int");
  CHECK(unchecked("fd(sum(x), x[0])") ==
        "fd(sum(x), x[0]) : fd differentiates by a parameter or a field of one");
  CHECK(unchecked("fd(sum(x), N)") == "fd(sum(x), N) : there is no parameter 'N'");
  CHECK(unchecked("round(fd(fd(sum(x ** 3), x)[1], x), 1)") == "[0, 12, 0]");
  CHECK(unchecked("stack([x, a])") ==
        "stack([x, a]) : [3] and [2, 2] cannot be stacked: they have other shapes");
  CHECK(unchecked("concatenate([])") == "concatenate([]) : there are no arrays to join");
  CHECK(unchecked("dot(a, [[[1]]])") ==
        "dot(a, [[[1]]]) : @ needs arrays with one or two axes, not [2, 2] and [1, 1, 1]");
  CHECK(unchecked("-'a'") == "-'a' : this needs an array, not a string");
  CHECK(unchecked("len(n)") == "len(n) : a scalar has no length");
  CHECK(unchecked("roll(n, 1, 0)") == "roll(n, 1, 0) : a scalar has no axis 0");
  CHECK(unchecked("['a', 1][0] == 'a'") == "1");
  CHECK(unchecked("x == 'a'") == "0");
  CHECK(unchecked("zeros([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])") ==
        "zeros([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) : an array has at most 16 axes, not 17");
}

TEST_CASE("singular values of what is not finite are not numbers") {
  CHECK(unchecked("isnan(svdvals(a / 0))") == "[1, 1]");
  CHECK(unchecked("svdvals(zeros([0, 3]))") == "[]");
  CHECK(unchecked("svdvals(x)") == "svdvals(x) : svdvals needs a matrix, not an array of shape [3]");
}

TEST_CASE("overflow of ints is an error") {
  const std::string largest = "9223372036854775807";
  CHECK(unchecked("n + " + largest) ==
        "n + 9223372036854775807 : 3 + 9223372036854775807 is too large for an int");
  CHECK(unchecked("sum([" + largest + ", 1])") ==
        "sum([9223372036854775807, 1]) : 9223372036854775807 + 1 is too large for an int");
  CHECK(unchecked("-(-" + largest + " - 1)") ==
        "-(-9223372036854775807 - 1) : 0 - -9223372036854775808 is too large for an int");
  CHECK(unchecked("(-" + largest + " - 1) // -1") ==
        "(-9223372036854775807 - 1) // -1 : -9223372036854775808 // -1 is too large for an int");
  CHECK(unchecked("(-" + largest + " - 1) % -1") == "0");
  CHECK(unchecked("3 ** 40 - 3 ** 39 * 3") == "3 ** 40 : 3 ** 40 is too large for an int");
  CHECK(unchecked("(-1) ** " + largest) == "-1");
  CHECK(unchecked("2 ** (n - 4)") ==
        "2 ** (n - 4) : 2 ** -1: an int to a negative power is not an int, write the base as a float");
  CHECK(unchecked("2.0 ** (n - 4)") == "0.5");
  CHECK(unchecked("round(-" + largest + " - 1, -3)") ==
        "round(-9223372036854775807 - 1, -3) : -9223372036854776 * 1000 is too large for an int");
  CHECK(unchecked("round(" + largest + ", -3)") ==
        "round(9223372036854775807, -3) : 9223372036854776 * 1000 is too large for an int");
  CHECK(unchecked("x[-" + largest + " - 1:" + largest + ":" + largest + "]") == "[1]");
  CHECK(unchecked("roll(x, -" + largest + " - 1)") == "[3, 1, 2]");
}

TEST_CASE("work, memory and calls are bounded") {
  const std::clock_t start = std::clock();
  const std::string work = "this needs more than 100,000,000 element operations";
  const std::string memory = "this needs more than 10,000,000 elements at a time";
  CHECK(unchecked("zeros(10000001)") == "zeros(10000001) : " + memory);
  CHECK(unchecked("zeros([0, 4611686018427387904, 4])") == "zeros([0, 4611686018427387904, 4]) : " + memory);
  CHECK(unchecked("zeros([5, 4611686018427387904, 4])") == "zeros([5, 4611686018427387904, 4]) : " + memory);
  CHECK(unchecked("eye(3037000500)") == "eye(3037000500) : " + memory);
  CHECK(unchecked("arange(100000000)") == "arange(100000000) : " + memory);
  CHECK(unchecked("arange(0, 1, 1e-300)") ==
        "arange(0, 1, 1e-300) : arange from 0 to 1 in steps of 1e-300 has too many elements");
  CHECK(unchecked("zeros([3000, 1]) + zeros(4000)") == "zeros([3000, 1]) + zeros(4000) : " + memory);
  CHECK(unchecked("[zeros(4000000), zeros(4000000), zeros(4000000)]") == "zeros(4000000) : " + memory);
  CHECK(unchecked("ones([1000, 1000]) @ ones([1000, 1000])") ==
        "ones([1000, 1000]) @ ones([1000, 1000]) : " + work);
  CHECK(unchecked("svdvals(ones([300, 300]))") == "svdvals(ones([300, 300])) : " + work);
  CHECK(unchecked("fd(sum(fd(sum(fd(sum(fd(sum(x ** 2 @ zeros([3, 9000])), x)), x)), x)), x)").find(work) !=
        std::string::npos);
  CHECK(
      evaluated("sum(ones([B0, 1000]) * ones([B0, 1000])) > 0", {{"B0", "1000 + y"}}, {{"y", "arange(1000)"}})
          .find(work) != std::string::npos);
  CHECK(evaluated("j + k >= 0", {}, {{"j", "arange(101)"}, {"k", "arange(100)"}}) ==
        "error: forall has more than 10,000 combinations of its values");
  CHECK(evaluated("j + k >= 0", {}, {{"j", "arange(100)"}, {"k", "arange(100)"}}) == "holds");
  CHECK(evaluated("f(x = x + j) ~= x + k + j - k and f() ~= out", {},
                  {{"j", "arange(100)"}, {"k", "arange(100)"}}) ==
        "error: f(x = x + j) : this needs more than 10,000 calls");
  // Of the processor's time: a machine that is busy with other things takes longer and does no more.
  CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 30);
}
