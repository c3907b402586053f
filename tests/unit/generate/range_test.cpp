#include "generate/range.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "unit/generate/build.hpp"

using namespace build;

namespace {

bool in_range(const Course& course, const model::Arguments& arguments) {
  model::Case complete = course.test_case;
  complete.source = course.generation;
  return generate::in_range(course.exercise, complete, arguments);
}

/// Every input that the course makes is in range, whatever seed and edge case it comes from.
void check_all_made(const Course& course, model::Index count = 40) {
  for (model::Index index = 0; index < count; ++index) {
    CAPTURE(index);
    CHECK(in_range(course, course.input(index, static_cast<std::uint64_t>(index % 3))));
  }
}

model::Arguments only(model::Value value) { return {{{"x", std::move(value)}}}; }

/// Whether a generator of one parameter x holds a value.
bool holds(const Generator& generator, const model::Type& type, model::Value value) {
  Course course;
  course.param("x", type, generator);
  return in_range(course, only(std::move(value)));
}

model::Value matrix(model::Index rows, model::Index columns, std::vector<double> values) {
  return {model::Tensor{{rows, columns}, std::move(values)}};
}
model::Value wholes(std::vector<std::int64_t> values) {
  return {model::Tensor{{static_cast<model::Index>(values.size())}, std::move(values)}};
}
model::Value mask(model::Index rows, model::Index columns, std::vector<std::uint8_t> values) {
  return {model::Tensor{{rows, columns}, std::move(values)}};
}

Generator scaled(Generator generator, std::vector<double> scale) {
  generator.scale = std::move(scale);
  return generator;
}
Generator lengths(Generator generator, double low, double high) {
  generator.length_low = low;
  generator.length_high = high;
  return generator;
}
Generator present(Generator generator, double chance) {
  generator.present = chance;
  return generator;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const model::Type kRow = floats({Dim{}});
const model::Type kSquare = floats({Dim::of(2), Dim::of(2)});

}  // namespace

TEST_CASE("a uniform number lies in its closed range, under one scale for the whole array") {
  CHECK(holds(uniform(5, 10), floats(), number(5)));
  CHECK(holds(uniform(5, 10), floats(), number(10)));
  CHECK_FALSE(holds(uniform(5, 10), floats(), number(4.999)));
  CHECK_FALSE(holds(uniform(5, 10), floats(), number(std::nan(""))));
  const Generator two = scaled(uniform(5, 10), {1, 0.1});
  CHECK(holds(two, kRow, row({0.5, 1})));
  CHECK(holds(two, kRow, row({5, 10})));
  CHECK_FALSE(holds(two, kRow, row({0.5, 5})));
  CHECK_FALSE(holds(two, kRow, row({2})));
}

TEST_CASE("integers lie below high and are whole multiples of the scale") {
  CHECK(holds(integers(-2, 3), ints(), whole(2)));
  CHECK_FALSE(holds(integers(-2, 3), ints(), whole(3)));
  CHECK_FALSE(holds(integers(-2, 3), ints(), whole(-3)));
  CHECK(holds(integers(-2, 3), floats(), number(-2)));
  CHECK_FALSE(holds(integers(-2, 3), floats(), number(0.5)));
  CHECK(holds(scaled(integers(0, 3), {0.5}), kRow, row({0, 0.5, 1})));
  CHECK_FALSE(holds(scaled(integers(0, 3), {0.5}), floats(), number(1.5)));
  CHECK_FALSE(holds(scaled(integers(0, 3), {0.5}), floats(), number(0.25)));
}

TEST_CASE("a choice is one of its options, numbers times the scale") {
  const Generator eps = choice({number(1e-5), number(1e-6)});
  CHECK(holds(eps, floats(), number(1e-6)));
  CHECK_FALSE(holds(eps, floats(), number(0)));
  CHECK(holds(scaled(choice({number(1), number(3)}), {0.1}), floats(), number(0.3)));
  CHECK_FALSE(holds(scaled(choice({number(1), number(3)}), {0.1}), floats(), number(3)));
  CHECK(holds(choice({whole(2), whole(4)}), ints({Dim{}}), wholes({4, 4, 2})));
  CHECK_FALSE(holds(choice({whole(2), whole(4)}), ints({Dim{}}), wholes({4, 3})));
  CHECK(holds(choice({row({1, 2}), row({3})}), kRow, row({3})));
  CHECK_FALSE(holds(choice({row({1, 2}), row({3})}), kRow, row({1})));
  const model::Type text = array(Scalar::string);
  CHECK(holds(choice({{std::string("a")}, {std::string("bc")}}), text, {std::string("bc")}));
  CHECK_FALSE(holds(choice({{std::string("a")}, {std::string("bc")}}), text, {std::string("b")}));
  CHECK(holds(edged(choice({number(0), number(7)}), {Edge::zeros}), kRow, row({0, 0})));
}

TEST_CASE("distributions without bounds") {
  for (const double value : {0.0, 1.0, -1e6}) CHECK(holds(normal(), floats(), number(value)));
  for (const double value : {kInfinity, -kInfinity, std::nan("")})
    CHECK_FALSE(holds(normal(), floats(), number(value)));
  CHECK(holds(with(Distribution::lognormal), floats(), number(1e-9)));
  CHECK_FALSE(holds(with(Distribution::lognormal), floats(), number(0)));
  CHECK_FALSE(holds(with(Distribution::lognormal), floats(), number(kInfinity)));
  CHECK(holds(with(Distribution::exponential), floats(), number(0)));
  CHECK_FALSE(holds(with(Distribution::exponential), floats(), number(-0.001)));
}

TEST_CASE("a normal without spread is its mean, but for its edge cases") {
  Generator still = with(Distribution::normal, {{"mean", 2.0}, {"std", 0.0}});
  CHECK(holds(still, kRow, row({2, 2})));
  CHECK_FALSE(holds(still, kRow, row({0, 0})));
  still.edge = {Edge::zeros, Edge::ramp, Edge::tiny};
  CHECK(holds(still, kRow, row({0, 0})));
  CHECK(holds(still, kRow, row({0, 1, 2})));
  CHECK(holds(still, kRow, row({0.002})));
  CHECK_FALSE(holds(still, kRow, row({0.5})));
}

TEST_CASE("float32 elements are held against bounds of their own precision") {
  const model::Type single = array(Scalar::float32);
  CHECK(holds(uniform(0, 0.1), single, {model::Tensor{{}, std::vector<float>{0.1F}}}));
  CHECK_FALSE(holds(uniform(0, 0.1), single, {model::Tensor{{}, std::vector<float>{0.11F}}}));
  CHECK(holds(choice({number(0.1)}), single, {model::Tensor{{}, std::vector<float>{0.1F}}}));
  CHECK_FALSE(holds(normal(), single, number(0.5)));
}

TEST_CASE("a permutation stays one") {
  const Generator order = with(Distribution::permutation);
  CHECK(holds(order, ints({Dim{}}), wholes({2, 0, 1})));
  CHECK(holds(order, kRow, row({0})));
  CHECK_FALSE(holds(order, ints({Dim{}}), wholes({2, 0, 3})));
  CHECK_FALSE(holds(order, ints({Dim{}}), wholes({0, 0})));
}

TEST_CASE("rows of a dirichlet sum to 1 and are above 0") {
  const Generator simplex = with(Distribution::dirichlet);
  CHECK(holds(simplex, kSquare, matrix(2, 2, {0.1, 0.9, 0.5, 0.5})));
  CHECK_FALSE(holds(simplex, kSquare, matrix(2, 2, {0.1, 0.9, 0.5, 0.4})));
  CHECK_FALSE(holds(simplex, kSquare, matrix(2, 2, {0, 1, 0.5, 0.5})));
  CHECK_FALSE(holds(simplex, kSquare, matrix(2, 2, {-1, 2, 0.5, 0.5})));
  CHECK(holds(edged(simplex, {Edge::one_hot}), kSquare, matrix(2, 2, {0, 1, 1, 0})));
}

TEST_CASE("matrices keep their structure") {
  const Generator orthogonal = with(Distribution::orthogonal);
  CHECK(holds(orthogonal, kSquare, matrix(2, 2, {0.6, 0.8, -0.8, 0.6})));
  CHECK_FALSE(holds(orthogonal, kSquare, matrix(2, 2, {0.6, 0.8, -0.8, 0.61})));
  CHECK(holds(orthogonal, floats({Dim::of(1), Dim::of(2)}), matrix(1, 2, {0, 1})));
  const Generator spd = with(Distribution::spd);
  CHECK(holds(spd, kSquare, matrix(2, 2, {2, 1, 1, 2})));
  CHECK_FALSE(holds(spd, kSquare, matrix(2, 2, {2, 1, 0, 2})));
  CHECK_FALSE(holds(spd, kSquare, matrix(2, 2, {1, 2, 2, 1})));
  CHECK_FALSE(holds(spd, kSquare, matrix(2, 2, {std::nan(""), 0, 0, 1})));
  const Generator hot = with(Distribution::one_hot);
  CHECK(holds(hot, kSquare, matrix(2, 2, {0, 1, 1, 0})));
  CHECK_FALSE(holds(hot, kSquare, matrix(2, 2, {0, 1, 1, 1})));
  CHECK_FALSE(holds(hot, kSquare, matrix(2, 2, {0, 1, 0, 0})));
  CHECK_FALSE(holds(hot, kSquare, matrix(2, 2, {0, 1, 0, 2})));
  const model::Type booleans = array(Scalar::boolean, {Dim{}, Dim{}});
  CHECK(holds(with(Distribution::causal_mask), booleans, mask(2, 3, {1, 0, 0, 1, 1, 0})));
  CHECK_FALSE(holds(with(Distribution::causal_mask), booleans, mask(2, 3, {1, 0, 0, 1, 0, 0})));
}

TEST_CASE("a constant equals its value") {
  CHECK(holds(constant(number(0.5)), kRow, row({0.5, 0.5})));
  CHECK_FALSE(holds(constant(number(0.5)), kRow, row({0.5, 0})));
  CHECK(holds(constant(row({1, 2})), kRow, row({1, 2})));
  CHECK_FALSE(holds(constant(row({1, 2})), kRow, row({1})));
  CHECK(holds(constant(row({1, std::nan("")})), kRow, row({1, std::nan("")})));
  CHECK_FALSE(holds(constant(row({1, std::nan("")})), kRow, row({1, 2})));
}

TEST_CASE("sizes lie in dims, and constants decide before them") {
  Course course;
  course.dim("B", 1, 4).dim("D", 2, 6);
  course.param("x", floats({name("B"), name("D")}), normal());
  course.param("gamma", floats({name("D")}), normal());
  const auto sized = [](model::Index rows, model::Index columns, std::size_t gamma) {
    return model::Arguments{
        {{"x", matrix(rows, columns, std::vector<double>(static_cast<std::size_t>(rows * columns), 0.5))},
         {"gamma", row(std::vector<double>(gamma, 1))}}};
  };
  CHECK(in_range(course, sized(1, 2, 2)));
  CHECK_FALSE(in_range(course, sized(0, 2, 2)));
  CHECK_FALSE(in_range(course, sized(1, 1, 1)));
  CHECK_FALSE(in_range(course, sized(1, 7, 7)));
  CHECK_FALSE(in_range(course, sized(1, 3, 2)));
  check_all_made(course);
  course.generation.inputs[1].second = constant(row({1, 1, 1, 1, 1, 1, 1}));
  CHECK(in_range(course, sized(1, 7, 7)));
  CHECK_FALSE(in_range(course, sized(1, 6, 6)));
  model::Arguments incomplete = sized(1, 7, 7);
  incomplete.fields.pop_back();
  CHECK_FALSE(in_range(course, incomplete));
}

TEST_CASE("sizes that only expressions show are found by trying") {
  Course course;
  course.dim("P", 2, 4);
  course.param("x", floats({Dim{Dim::Op::multiply, 0, "", {Dim::of(2), name("P")}}}), normal());
  CHECK(in_range(course, only(row({1, 2, 3, 4}))));
  CHECK_FALSE(in_range(course, only(row({1, 2, 3, 4, 5}))));
  CHECK_FALSE(in_range(course, only(row({1, 2}))));
  check_all_made(course);
}

TEST_CASE("arguments depend on sizes and int parameters") {
  Course course;
  course.dim("T", 1, 3);
  course.param("V", ints(), integers(1, 5));
  course.param("ids", ints({name("T")}), with(Distribution::integers, {{"high", name("V")}}));
  const auto with_ids = [](std::int64_t size, std::vector<std::int64_t> ids) {
    return model::Arguments{{{"V", whole(size)}, {"ids", wholes(std::move(ids))}}};
  };
  CHECK(in_range(course, with_ids(2, {0, 1})));
  CHECK_FALSE(in_range(course, with_ids(2, {0, 2})));
  CHECK_FALSE(in_range(course, with_ids(5, {0})));
  CHECK_FALSE(in_range(course, with_ids(0, {0})));  // and integers from 0 to 0 are no range
  check_all_made(course);
}

TEST_CASE("lists, optionals and records part by part") {
  Course course;
  course.dim("D", 1, 3);
  Generator weights;
  weights.fields = {{"w", normal()}, {"rate", uniform(0, 1)}};
  const model::Type block = record("Block", {{"w", floats({name("D")})}, {"rate", floats()}});
  course.param("blocks", list(block), lengths(weights, 1, 2));
  course.param("bias", optional(floats({name("D")})), present(normal(), 0.5));
  const auto item = [](double rate) {
    return model::Value{model::Record{{{"w", row({1, 2})}, {"rate", number(rate)}}}};
  };
  const auto input = [](std::vector<model::Value> blocks, std::vector<model::Value> bias) {
    return model::Arguments{
        {{"blocks", {model::List{std::move(blocks)}}}, {"bias", {model::Optional{std::move(bias)}}}}};
  };
  CHECK(in_range(course, input({item(0)}, {})));
  CHECK(in_range(course, input({item(0), item(1)}, {row({0, 0})})));
  CHECK_FALSE(in_range(course, input({}, {})));
  CHECK_FALSE(in_range(course, input({item(0), item(0), item(0)}, {})));
  CHECK_FALSE(in_range(course, input({item(2)}, {})));
  CHECK_FALSE(in_range(course, input({item(0)}, {row({0})})));
  check_all_made(course);
  course.generation.inputs[1].second.present = 1;
  CHECK_FALSE(in_range(course, input({item(0)}, {})));
  course.generation.inputs[1].second.present = 0;
  CHECK(in_range(course, input({item(0)}, {})));
  CHECK_FALSE(in_range(course, input({item(0)}, {row({0, 0})})));
}

TEST_CASE("a written input is in no generator's range") {
  Course course;
  course.param("x", floats(), normal());
  course.test_case.source = model::Worked{};
  CHECK_FALSE(generate::in_range(course.exercise, course.test_case, only(number(1))));
}

TEST_CASE("whatever is made is in range: every distribution with every edge case and scale") {
  const std::vector<Edge> all = {Edge::zeros,   Edge::ones,         Edge::constant, Edge::constant_row,
                                 Edge::ramp,    Edge::length_1,     Edge::tiny,     Edge::huge,
                                 Edge::one_hot, Edge::repeated_rows};
  const std::vector<Edge> whole_edges = {Edge::zeros, Edge::ones, Edge::ramp, Edge::one_hot};
  const auto two = {0.01, 1e3};
  const auto course_of = [](const model::Type& type, const Generator& generator) {
    Course course;
    course.dim("B", 1, 4).dim("D", 1, 9);
    course.param("x", type, generator);
    return course;
  };
  for (const Scalar element : {Scalar::float64, Scalar::float32}) {
    const model::Type type = array(element, {name("B"), name("D")});
    for (const Generator& generator :
         {uniform(0.1, 0.3), uniform(-5, 10), normal(), with(Distribution::lognormal),
          with(Distribution::exponential), with(Distribution::normal, {{"mean", 0.7}, {"std", 0.0}})}) {
      check_all_made(course_of(type, edged(scaled(generator, two), all)));
      check_all_made(course_of(type, edged(generator, all)));
    }
    check_all_made(course_of(type, edged(scaled(integers(-3, 9), two), whole_edges)));
    check_all_made(course_of(type, edged(scaled(choice({number(0), number(1), number(0.3)}), two),
                                         {Edge::zeros, Edge::ones, Edge::one_hot})));
    check_all_made(course_of(type, edged(with(Distribution::dirichlet), {Edge::one_hot, Edge::constant})));
    check_all_made(course_of(type, with(Distribution::orthogonal)));
    check_all_made(course_of(type, with(Distribution::one_hot)));
    check_all_made(course_of(array(element, {name("D"), name("D")}),
                             edged(scaled(with(Distribution::spd), two), {Edge::tiny, Edge::huge})));
    check_all_made(course_of(array(element, {name("D")}), with(Distribution::permutation)));
  }
  check_all_made(course_of(ints({name("B"), name("D")}), edged(integers(-3, 9), whole_edges)));
  check_all_made(course_of(array(Scalar::boolean, {name("B"), name("D")}), with(Distribution::causal_mask)));
  check_all_made(course_of(array(Scalar::boolean, {name("D")}),
                           choice({{model::Tensor::boolean(true)}, {model::Tensor::boolean(false)}})));
}
