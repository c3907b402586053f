#include <doctest/doctest.h>

#include <limits>

#include "generate/names.hpp"
#include "unit/generate/build.hpp"

using namespace build;
using generate::misuse;

namespace {

const model::Type kVector = floats({name("N")});
const model::Type kMatrix = floats({name("N"), name("M")});

Generator scaled(Generator generator, std::vector<double> scale) {
  generator.scale = std::move(scale);
  return generator;
}
Generator rounded(Generator generator, int decimals) {
  generator.decimals = decimals;
  return generator;
}

}  // namespace

TEST_CASE("nothing is wrong with what every distribution is for") {
  CHECK(misuse(with(Distribution::integers, {{"high", name("V")}}), ints({name("N")})) == "");
  CHECK(misuse(integers(0, 2), kVector) == "");
  CHECK(misuse(scaled(edged(uniform(-1, 2), {Edge::zeros, Edge::ones, Edge::huge}), {1, 1e-2}), kVector) ==
        "");
  CHECK(misuse(rounded(normal(), 0), floats()) == "");
  CHECK(misuse(edged(normal(), {Edge::constant_row, Edge::repeated_rows, Edge::length_1}), kMatrix) == "");
  CHECK(misuse(with(Distribution::lognormal, {{"sigma", 0.0}}), array(Scalar::float32)) == "");
  CHECK(misuse(with(Distribution::exponential), kMatrix) == "");
  CHECK(misuse(with(Distribution::dirichlet, {{"alpha", 0.5}}), kVector) == "");
  CHECK(misuse(choice({whole(1), number(2.5)}), kVector) == "");
  CHECK(misuse(choice({{std::string("a")}}), array(Scalar::string)) == "");
  CHECK(misuse(choice({row({1, 2}), row({3})}), kVector) == "");
  CHECK(misuse(with(Distribution::permutation), ints({name("N")})) == "");
  CHECK(misuse(with(Distribution::orthogonal), kMatrix) == "");
  CHECK(misuse(scaled(edged(with(Distribution::spd), {Edge::tiny}), {2}), kMatrix) == "");
  CHECK(misuse(with(Distribution::one_hot), array(Scalar::boolean, {name("N")})) == "");
  CHECK(misuse(with(Distribution::causal_mask), array(Scalar::boolean, {name("N"), name("N")})) == "");
  CHECK(misuse(constant(row({1, 2})), kVector) == "");
  CHECK(misuse(constant(number(1)), kMatrix) == "");
  CHECK(misuse(constant({model::Optional{}}), optional(kMatrix)) == "");
}

TEST_CASE("arguments") {
  CHECK(misuse(with(Distribution::normal, {{"meam", 1.0}}), kVector) ==
        "'normal' has no argument 'meam', did you mean 'mean'?");
  CHECK(misuse(with(Distribution::normal, {{"variance", 1.0}}), kVector) ==
        "'normal' has no argument 'variance', it takes mean, std");
  CHECK(misuse(with(Distribution::permutation, {{"n", 1.0}}), ints({name("N")})) ==
        "'permutation' has no argument 'n', it takes none");
  CHECK(misuse(with(Distribution::integers), ints()) == "'integers' needs the argument 'high'");
  CHECK(misuse(integers(3, 3), ints()) == "'integers' needs low < high, they are 3 and 3 (high is excluded)");
  CHECK(misuse(integers(0, 1.5), ints()) == "'integers' needs whole numbers, high is 1.5");
  CHECK(misuse(with(Distribution::uniform, {{"low", 1.0}}), kVector) ==
        "'uniform' needs low < high, they are 1 and 1");
  CHECK(misuse(uniform(2, 1), kVector) == "'uniform' needs low < high, they are 2 and 1");
  CHECK(misuse(with(Distribution::normal, {{"std", -1.0}}), kVector) == "'normal' needs std >= 0, it is -1");
  CHECK(misuse(with(Distribution::lognormal, {{"sigma", -0.5}}), kVector) ==
        "'lognormal' needs sigma >= 0, it is -0.5");
  CHECK(misuse(with(Distribution::exponential, {{"scale", 0.0}}), kVector) ==
        "'exponential' needs scale > 0, it is 0");
  CHECK(misuse(with(Distribution::dirichlet, {{"alpha", Dim::of(-2)}}), kVector) ==
        "'dirichlet' needs alpha > 0, it is -2");
  CHECK(misuse(with(Distribution::normal, {{"mean", std::numeric_limits<double>::infinity()}}), kVector) ==
        "'normal' needs a finite mean, it is inf");
}

TEST_CASE("types") {
  CHECK(misuse(normal(), ints()) == "'normal' makes float, float32, not int");
  CHECK(misuse(normal(), array(Scalar::boolean)) == "'normal' makes float, float32, not bool");
  CHECK(misuse(uniform(0, 1), array(Scalar::string)) == "'uniform' makes float, float32, not string");
  CHECK(misuse(integers(0, 2), array(Scalar::boolean)) == "'integers' makes float, float32, int, not bool");
  CHECK(misuse(with(Distribution::causal_mask), kMatrix) == "'causal_mask' makes bool, not float");
  CHECK(misuse(with(Distribution::one_hot), floats()) ==
        "'one_hot' needs an array of rank 1 or 2, not float");
  CHECK(misuse(with(Distribution::orthogonal), kVector) ==
        "'orthogonal' needs an array of rank 2, not float[N]");
  CHECK(misuse(with(Distribution::permutation), ints({name("N"), Dim::of(2)})) ==
        "'permutation' needs an array of rank 1, not int[N, 2]");
  CHECK(misuse(with(Distribution::dirichlet), floats()) ==
        "'dirichlet' needs an array of rank 1 or more, not float");
  CHECK(misuse(normal(), list(ints())) == "'normal' makes float, float32, not int");
  CHECK(misuse(normal(), optional(list(ints()))) == "'normal' makes float, float32, not int");
}

TEST_CASE("values to choose from") {
  CHECK(misuse(with(Distribution::choice), kVector) == "'choice' needs values");
  CHECK(misuse(choice({number(1), {std::string("a")}}), kVector) ==
        "'choice' has options that are no float[N]");
  CHECK(misuse(choice({number(1.5)}), ints()) == "'choice' has options that are no int");
  CHECK(misuse(choice({number(1), row({1})}), kVector) == "'choice' has options that are no float[N]");
  CHECK(misuse(constant({std::string("a")}), ints()) == "the constant is no int");
  CHECK(misuse(constant(row({1})), kMatrix) == "the constant is no float[N, M]");
}

TEST_CASE("scale and decimals") {
  CHECK(misuse(scaled(integers(0, 3), {2}), ints()) == "'scale' is for floats, not for int");
  CHECK(misuse(scaled(with(Distribution::orthogonal), {2}), kMatrix) ==
        "'scale' cannot be used with 'orthogonal'");
  CHECK(misuse(scaled(normal(), {1, 0}), kVector) == "a scale is a number above 0, not 0");
  CHECK(misuse(scaled(normal(), {-1}), kVector) == "a scale is a number above 0, not -1");
  CHECK(misuse(rounded(integers(0, 3), 1), ints()) == "'decimals' is for floats, not for int");
  CHECK(misuse(rounded(with(Distribution::dirichlet), 1), kVector) ==
        "'decimals' cannot be used with 'dirichlet'");
  CHECK(misuse(rounded(normal(), 16), kVector) == "'decimals' is between 0 and 15, not 16");
  CHECK(misuse(rounded(normal(), -1), kVector) == "'decimals' is between 0 and 15, not -1");
}

TEST_CASE("edge cases") {
  CHECK(misuse(edged(with(Distribution::orthogonal), {Edge::zeros}), kMatrix) ==
        "edge 'zeros' cannot be used with 'orthogonal'");
  CHECK(misuse(edged(integers(0, 9), {Edge::ones, Edge::tiny}), ints({name("N")})) ==
        "edge 'tiny' cannot be used with 'integers'");
  CHECK(misuse(edged(constant(number(1)), {Edge::zeros}), floats()) ==
        "edge 'zeros' cannot be used with 'constant'");
  CHECK(misuse(edged(choice({{std::string("a")}}), {Edge::ones}), array(Scalar::string)) ==
        "edge 'ones' cannot be used with 'choice'");
  CHECK(misuse(edged(normal(), {Edge::repeated_rows}), kVector) ==
        "edge 'repeated_rows' needs an array of rank 2 or more, not float[N]");
  CHECK(misuse(edged(normal(), {Edge::ramp}), floats()) ==
        "edge 'ramp' needs an array of rank 1 or more, not float");
  CHECK(misuse(edged(normal(), {Edge::length_1}), floats()) ==
        "edge 'length_1' needs an array or a list, not float");
  CHECK(misuse(edged(normal(), {Edge::length_1}), list(floats())) == "");
  CHECK(misuse(edged(uniform(1, 2), {Edge::zeros}), kVector) ==
        "edge 'zeros' needs 0, which 'uniform' does not make here");
  CHECK(misuse(edged(uniform(0, 0.5), {Edge::one_hot}), kVector) ==
        "edge 'one_hot' needs 1, which 'uniform' does not make here");
  CHECK(misuse(edged(integers(0, 1), {Edge::ones}), ints({name("N")})) ==
        "edge 'ones' needs 1, which 'integers' does not make here");
  CHECK(misuse(edged(with(Distribution::lognormal), {Edge::zeros}), kVector) ==
        "edge 'zeros' needs 0, which 'lognormal' does not make here");
  CHECK(misuse(edged(choice({number(2)}), {Edge::ones}), kVector) ==
        "edge 'ones' needs 1, which 'choice' does not make here");
}

TEST_CASE("length, present and fields") {
  Generator lengths = normal();
  lengths.length_low = 3.0;
  lengths.length_high = 2.0;
  CHECK(misuse(lengths, list(floats())) == "length 3..2 is no range");
  lengths.length_high = 4.0;
  CHECK(misuse(lengths, list(floats())) == "");
  CHECK(misuse(lengths, floats({Dim{}})) == "");
  CHECK(misuse(lengths, kVector) == "'length' is for lists and sizes '_', not for float[N]");
  lengths.length_low = -1.0;
  CHECK(misuse(lengths, list(floats())) == "a length is a whole number from 0 on, not -1");
  lengths.length_low = 0.5;
  CHECK(misuse(lengths, list(floats())) == "a length is a whole number from 0 on, not 0.5");

  Generator present = normal();
  present.present = 0.25;
  CHECK(misuse(present, optional(floats())) == "");
  CHECK(misuse(present, floats()) == "'present' is for optionals, not for float");
  present.present = 1.5;
  CHECK(misuse(present, optional(floats())) == "'present' is a chance between 0 and 1, not 1.5");

  const model::Type pair = record("Pair", {{"left", floats()}, {"right", ints()}});
  Generator fields;
  CHECK(misuse(fields, pair) == "field 'right': 'normal' makes float, float32, not int");
  fields.fields = {{"left", normal()}};
  CHECK(misuse(fields, pair) == "field 'right' of Pair has no generator");
  fields.fields = {{"left", normal()}, {"rihgt", normal()}};
  CHECK(misuse(fields, pair) == "Pair has no field 'rihgt', did you mean 'right'?");
  fields.fields = {{"left", normal()}, {"middle", normal()}};
  CHECK(misuse(fields, pair) == "Pair has no field 'middle', it has left, right");
  fields.fields = {{"left", normal()}, {"right", integers(0, 2)}, {"left", normal()}};
  CHECK(misuse(fields, pair) == "field 'left' of Pair has two generators");
  fields.fields = {{"left", uniform(1, 0)}, {"right", integers(0, 2)}};
  CHECK(misuse(fields, list(pair)) == "field 'left': 'uniform' needs low < high, they are 1 and 0");
  CHECK(misuse(fields, floats()) == "'fields' is for records, not for float");
}

TEST_CASE("a whole generate: part") {
  Course course;
  course.dim("N", 2, 9);
  course.param("x", kVector, edged(normal(), {Edge::zeros, Edge::ones}));
  const auto problems = [&course] { return misuse(course.generation, course.exercise.function); };
  using Lines = std::vector<std::string>;
  CHECK(problems() == Lines{});
  course.generation.count = 1;
  CHECK(problems() == Lines{"x has 2 edge cases, more than the 1 inputs of count"});
  course.generation.count = 0;
  CHECK(problems().at(0) == "count is 0, expected 1 or more");
  course.generation.count = 5;
  course.param("y", floats({name("K")}), normal());
  CHECK(problems() == Lines{"nothing gives K a size: add it to dims"});
  course.generation.inputs[1].second = constant(row({1, 2}));
  CHECK(problems() == Lines{});
  course.dim("K", 3, 4);
  CHECK(problems() == Lines{"K is 2 by a constant, outside of 3..4"});
  course.generation.dims.back() = {"K", {2, 1}};
  CHECK(problems() == Lines{"K: 2..1 is no range of sizes"});
  course.generation.dims.pop_back();
  course.param("n", ints(), with(Distribution::integers, {{"high", name("m")}}));
  course.param("m", ints(), with(Distribution::integers, {{"high", name("n")}}));
  CHECK(problems() == Lines{"the sizes or arguments of n, m need each other"});
  course.generation.inputs.pop_back();
  CHECK(problems() == Lines{"m has no generator"});
  course.dim("m", 1, 2);
  CHECK(problems() == Lines{"m has no generator",
                            "m is an int parameter: it has a generator of its own, not a range in dims"});
}

TEST_CASE("names of distributions and edge cases") {
  CHECK(generate::distribution_names().size() == 12);
  for (const std::string& word : generate::distribution_names())
    CHECK(generate::to_string(generate::distribution_named(word).value()) == word);
  CHECK(generate::edge_names().size() == 10);
  for (const std::string& word : generate::edge_names())
    CHECK(generate::to_string(generate::edge_named(word).value()) == word);
  CHECK_FALSE(generate::distribution_named("constant").has_value());
  CHECK_FALSE(generate::edge_named("zero").has_value());
  CHECK(generate::argument_names(Distribution::integers) == std::vector<std::string>{"low", "high"});
  CHECK(generate::argument_names(Distribution::spd).empty());
}
