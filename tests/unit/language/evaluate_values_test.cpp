// Values that are no arrays of doubles: records, lists, optionals, strings, ints, float32.
#include "evaluation.hpp"
#include "util/error.hpp"

using namespace evaluation;

namespace {

Value list(std::vector<Value> items) { return {model::List{std::move(items)}}; }
Value some(Value item) { return {model::Optional{{std::move(item)}}}; }
Value none() { return {model::Optional{}}; }

/// layer(weights: {w: float[2], layers: list<float[2]>}, mask: optional<bool[2]>, n: int, name: string,
/// h: float32[2]); its result is a record of what it was given.
Exercise layer() {
  const auto d = std::vector{model::Dim::of(2)};
  const model::Type weights = record_of("Weights", {{"w", floats(d)}, {"layers", list_of(floats(d))}});
  const std::vector<model::Field> fields{{"weights", weights},
                                         {"mask", optional_of(array(Scalar::boolean, d))},
                                         {"n", array(Scalar::int64)},
                                         {"name", array(Scalar::string)},
                                         {"h", array(Scalar::float32, d)}};
  Exercise exercise;
  exercise.function = {"layer", fields, record_of("LayerResult", fields)};
  exercise.input.fields = {
      {"weights",
       {model::Record{{{"w", vector({1, 2})}, {"layers", list({vector({3, 4}), vector({5, 6})})}}}}},
      {"mask", some({Tensor{{2}, std::vector<std::uint8_t>{1, 0}}})},
      {"n", integer(3)},
      {"name", {std::string("abc")}},
      {"h", {Tensor{{2}, std::vector<float>{0.5F, 0.1F}}}}};
  exercise.bodies.judged = [](const model::Arguments& arguments) { return Value{arguments}; };
  exercise.bodies.reference = exercise.bodies.judged;
  return exercise;
}

std::string evaluated(const std::string& check) {
  Exercise exercise = layer();
  return show(exercise.evaluate(check));
}

}  // namespace

TEST_CASE("records, lists and optionals are compared part by part") {
  CHECK(evaluated("f() ~= out") == "holds");
  CHECK(evaluated("out.weights ~= weights and out.mask ~= mask") == "holds");
  CHECK(evaluated("f(weights.w = weights.w + 1) !~ out") == "holds");
  CHECK(evaluated("f(weights.w = [1, 3]).weights ~= weights") ==
        "f(weights.w = [1, 3]).weights ~= weights: {w: [1, 3], layers: list([3, 4], [5, 6])} and "
        "{w: [1, 2], layers: list([3, 4], [5, 6])}");
  CHECK(evaluated("f(weights.layers = [weights.w]) ~= out").substr(0, 40) ==
        "f(weights.layers = [weights.w]) ~= out: ");
  CHECK(evaluated("f(weights.layers = [weights.w]) !~ out") == "holds");
  CHECK(evaluated("weights.layers ~= [[3, 4], [5, 6]]") == "holds");
  CHECK(evaluated("f(name = 'b') ~= out").substr(0, 21) == "f(name = 'b') ~= out:");
}

TEST_CASE("lists have items, a length and set") {
  CHECK(evaluated("weights.layers[-1] ~= [5, 6] and len(weights.layers) == 2") == "holds");
  CHECK(evaluated("concatenate(weights.layers) ~= [3, 4, 5, 6]") == "holds");
  CHECK(evaluated("set(weights.layers, 0, weights.w)[0] ~= weights.w") == "holds");
  CHECK(evaluated("f(weights.layers = set(weights.layers, 1, 0 * h)).weights.layers[1] ~= 0") == "holds");
  CHECK(evaluated("weights.layers[2] ~= 0") ==
        "error: weights.layers[2] : index 2 is out of bounds for axis 0 with size 2");
}

TEST_CASE("strings are equal or not and have a length") {
  CHECK(evaluated("name == 'abc' and name != 'b' and name ~= 'abc' and name !~ 'abd' and len(name) == 3") ==
        "holds");
  CHECK(evaluated("name == 'x'") == "name == 'x': 'abc' and 'x'");
}

TEST_CASE("an optional is its item, and its absence an error") {
  CHECK(evaluated("has(mask) and any(mask) and not all(mask)") == "holds");
  Exercise exercise = layer();
  exercise.input.fields[1].second = none();
  CHECK(show(exercise.evaluate("not has(mask) or all(mask)")) == "holds");
  CHECK(show(exercise.evaluate("f(mask = mask) ~= out and mask ~= out.mask")) == "holds");
  CHECK(show(exercise.evaluate("mask == [true, false]")) == "error: mask is absent; guard it with has(mask)");
  CHECK(show(exercise.evaluate("any(mask)")) == "error: mask is absent; guard it with has(mask)");
  CHECK(show(exercise.evaluate("f(mask = [true, false]).mask ~= [true, false]")) == "holds");
  CHECK(show(exercise.evaluate("f(mask = [true, false]) ~= out")).substr(0, 35) ==
        "f(mask = [true, false]) ~= out: {we");
}

TEST_CASE("float32 is evaluated in double and given as float32") {
  CHECK(evaluated("h[0] == 0.5 and h[1] != 0.1 and far(h[1], 0.1, 1e-10) and h ~= out.h") == "holds");
  CHECK(evaluated("f(h = h).h == h and f(h = [0.5, 0.1]).h == h and f(h = [1, 2]).h == [1, 2]") == "holds");
}

TEST_CASE("ints are exact") {
  Exercise exercise = layer();
  exercise.input.fields[2].second = integer(9007199254740993);
  CHECK(show(exercise.evaluate(
            "n != 9007199254740992 and n !~ 9007199254740992 and n ~= 9007199254740993")) == "holds");
  CHECK(show(exercise.evaluate("f(n = n + 1).n == 9007199254740994")) == "holds");
  CHECK(show(exercise.evaluate("n * n > 0")) ==
        "error: n * n : 9007199254740993 * 9007199254740993 is too large for an int");
  CHECK(show(exercise.evaluate("n // (n - n) > 0")) ==
        "error: n // (n - n) : 9007199254740993 // 0: division of an int by zero");
}

TEST_CASE("a result of another length fails instead of being an error") {
  Exercise exercise;
  exercise.function = {"f", {{"x", floats({dim("N")})}}, floats({model::Dim{}})};
  exercise.input.fields = {{"x", vector({1, 2})}};
  exercise.bodies.judged = [](const model::Arguments&) { return vector({1, 2, 3}); };
  CHECK(show(exercise.evaluate("out ~= x")) == "out ~= x: [1, 2, 3] and [1, 2]");
  CHECK(show(exercise.evaluate("out == x")) == "out == x: [1, 2, 3] and [1, 2]");
  CHECK(show(exercise.evaluate("out !~ x and any(out != x)")) == "holds");
  CHECK(show(exercise.evaluate("sum(out - x) > 0")) == "error: out - x : [3] and [2] do not broadcast");
}

TEST_CASE("arguments are held against the signature") {
  Exercise exercise;
  exercise.function = {"f",
                       {{"x", floats({dim("N")})}, {"y", floats({dim("N")})}, {"n", array(Scalar::int64)}},
                       floats({dim("N")})};
  exercise.input.fields = {{"x", vector({1, 2})}, {"y", vector({1, 2})}, {"n", integer(2)}};
  exercise.bodies.judged = [](const model::Arguments& arguments) { return *arguments.find("x"); };
  CHECK(show(exercise.evaluate("f(x = unique([x[0], x[0]])) ~= 1")) ==
        "error: f(x = unique([x[0], x[0]])) : y is 2, expected [N] = 1");
  CHECK(show(exercise.evaluate("f(x = unique(x), y = unique(y + 1)) ~= x")) == "holds");
  CHECK(show(exercise.evaluate("f(n = n ** (n - 3)) ~= x")) ==
        "error: n ** (n - 3) : 2 ** -1: an int to a negative power is not an int, write the base as a float");
}

TEST_CASE("conditions know the input and its sizes") {
  const Exercise exercise = layer();
  const auto holds = [&](const std::string& text) {
    auto compiled = language::Condition::compile(text, exercise.function);
    if (const auto* mistake = std::get_if<language::Mistake>(&compiled)) FAIL(mistake->message);
    return std::get<language::Condition>(compiled).holds(exercise.input);
  };
  CHECK(holds("weights.w[0] < n and size(h) == 2"));
  CHECK(holds("weights.w >= 1"));
  CHECK_FALSE(holds("weights.w > 1"));
  CHECK_FALSE(holds("not name == 'abc'"));
  CHECK_THROWS_WITH_AS(holds("weights.w[n] >\n 1"),
                       "the condition 'weights.w[n] > 1' has no answer: weights.w[n] : index 3 is out of "
                       "bounds for axis 0 with size 2",
                       util::GraderError);
}
