#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "unit/generate/build.hpp"

using namespace build;

namespace {

/// Input 0 of x: float[3, 4] (or of the elements given), which is the only edge case.
model::Tensor made(const Generator& generator, Edge edge, Scalar element = Scalar::float64) {
  Course course;
  course.param("x", array(element, {Dim::of(3), Dim::of(4)}), edged(generator, {edge}));
  const model::Tensor tensor = course.tensor("x", 0);
  REQUIRE(tensor.element() == element);
  REQUIRE(tensor.shape == model::Shape{3, 4});
  return tensor;
}

std::vector<double> repeated(double value) { return std::vector<double>(12, value); }

bool in_rows(const std::vector<double>& v) {  // every row constant
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] != v[i - i % 4]) return false;
  return true;
}

bool one_per_row(const std::vector<double>& v, double zero, double one) {
  for (std::size_t row = 0; row < 3; ++row) {
    const auto begin = v.begin() + static_cast<std::ptrdiff_t>(4 * row);
    if (std::count(begin, begin + 4, one) != 1 || std::count(begin, begin + 4, zero) != 3) return false;
  }
  return true;
}

double largest(const std::vector<double>& v) {
  double result = 0;
  for (const double value : v) result = std::max(result, std::fabs(value));
  return result;
}

}  // namespace

TEST_CASE("edge cases of a distribution without bounds") {
  CHECK(values(made(normal(), Edge::zeros)) == repeated(0));
  CHECK(values(made(normal(), Edge::ones)) == repeated(1));
  CHECK(values(made(normal(), Edge::ramp)) == std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  CHECK(one_per_row(values(made(normal(), Edge::one_hot)), 0, 1));

  const auto constant = values(made(normal(), Edge::constant));
  CHECK(constant == repeated(constant[0]));
  const auto rows = values(made(normal(), Edge::constant_row));
  CHECK(in_rows(rows));
  CHECK(rows[0] != rows[4]);
  const auto repeat = values(made(normal(), Edge::repeated_rows));
  CHECK(std::equal(repeat.begin(), repeat.begin() + 8, repeat.begin() + 4));
  CHECK_FALSE(in_rows(repeat));

  const auto tiny = values(made(normal(), Edge::tiny));
  CHECK(largest(tiny) < 0.01);
  CHECK(largest(tiny) > 1e-5);
  CHECK(largest(values(made(normal(), Edge::huge))) > 100);
}

TEST_CASE("an edge case is not scaled where there are no bounds") {
  Generator scaled = normal();
  scaled.scale = {1e-6};
  CHECK(values(made(scaled, Edge::ones)) == repeated(1));
  CHECK(largest(values(made(scaled, Edge::huge))) > 100);
}

TEST_CASE("edge cases never leave a range") {
  for (const Edge edge : {Edge::zeros, Edge::ones, Edge::constant, Edge::constant_row, Edge::repeated_rows,
                          Edge::one_hot, Edge::ramp, Edge::length_1, Edge::tiny, Edge::huge}) {
    for (const double value : values(made(uniform(2, 5), edge))) {
      CHECK(value >= 2);
      CHECK(value <= 5);
    }
    for (const double value : values(made(uniform(-1e-6, 1e-6), edge))) CHECK(std::fabs(value) <= 1e-6);
    Generator scaled = uniform(1, 2);
    scaled.scale = {0.01};
    for (const double value : values(made(scaled, edge))) {
      CHECK(value >= 0.01);
      CHECK(value <= 0.02);
    }
    for (const double value : values(made(with(Distribution::lognormal), edge))) CHECK(value > 0);
    for (const double value : values(made(with(Distribution::exponential), edge))) CHECK(value >= 0);
    if (edge == Edge::tiny || edge == Edge::huge) continue;
    for (const double value : values(made(integers(3, 6), edge, Scalar::int64))) {
      CHECK(value >= 3);
      CHECK(value <= 5);
    }
  }
}

TEST_CASE("ramps go from low to high where there are bounds") {
  CHECK(values(made(integers(0, 5), Edge::ramp, Scalar::int64)) ==
        std::vector<double>{0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1});
  CHECK(values(made(uniform(0, 1.1), Edge::ramp)) ==
        std::vector<double>{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1});
  CHECK(values(made(with(Distribution::lognormal), Edge::ramp))[0] == 1);
}

TEST_CASE("edge cases of choices") {
  const Generator flags = choice({{model::Tensor::boolean(true)}, {model::Tensor::boolean(false)}});
  CHECK(values(made(flags, Edge::zeros, Scalar::boolean)) == repeated(0));
  CHECK(values(made(flags, Edge::ones, Scalar::boolean)) == repeated(1));
  CHECK(in_rows(values(made(choice({number(0.5), number(2)}), Edge::constant_row))));
}

TEST_CASE("edge cases keep what a structured array is") {
  const Generator simplex = with(Distribution::dirichlet);
  CHECK(values(made(simplex, Edge::constant)) == repeated(0.25));
  CHECK(one_per_row(values(made(simplex, Edge::one_hot)), 0, 1));
  const auto repeat = values(made(simplex, Edge::repeated_rows));
  CHECK(std::equal(repeat.begin(), repeat.begin() + 8, repeat.begin() + 4));

  Course course;
  course.param("p", ints({Dim::of(5)}), edged(with(Distribution::permutation), {Edge::ramp}));
  course.param("s", floats({Dim::of(2), Dim::of(2)}),
               edged(with(Distribution::spd), {Edge::tiny, Edge::huge}));
  CHECK(values(course.tensor("p", 0)) == std::vector<double>{0, 1, 2, 3, 4});
  CHECK(course.tensor("s", 0).number(0) < 0.1);
  CHECK(course.tensor("s", 1).number(0) > 1000);
}

TEST_CASE("each parameter has its own list of edge cases, the rest is random") {
  Course course;
  course.dim("B", 1, 4).dim("D", 2, 6);
  course.param("x", floats({name("B"), name("D")}),
               edged(normal(), {Edge::zeros, Edge::ones, Edge::length_1}));
  course.param("y", floats({name("D")}), edged(uniform(0, 1), {Edge::ones}));
  CHECK(largest(values(course.tensor("x", 0))) == 0);
  CHECK(largest(values(course.tensor("y", 0))) == 1);
  CHECK(largest(values(course.tensor("x", 1))) == 1);
  for (const double value : values(course.tensor("y", 1))) CHECK(value < 1);
  CHECK(course.tensor("x", 2).shape[0] == 1);
  CHECK(course.tensor("x", 2).shape[1] >= 2);
  CHECK(values(course.tensor("x", 2))[0] != 0);
}

TEST_CASE("lists, optionals and fields take part in edge cases") {
  Generator items = edged(normal(), {Edge::zeros, Edge::length_1});
  items.length_low = 0.0;
  items.length_high = 6.0;
  Generator rare = edged(normal(), {Edge::ones});
  rare.present = 0;
  Generator fields;
  fields.fields = {{"a", edged(normal(), {Edge::length_1})}};
  Course course;
  course.dim("N", 1, 9);
  course.param("list", list(floats({Dim{}})), items);
  course.param("mask", optional(floats({Dim::of(2)})), rare);
  course.param("r", record("R", {{"a", floats({name("N")})}}), fields);
  const auto list_of = [&](model::Index index) {
    return std::get<model::List>(course.input(index).find("list")->data).items;
  };
  for (const model::Value& item : list_of(0)) CHECK(largest(values(std::get<model::Tensor>(item.data))) == 0);
  REQUIRE(list_of(1).size() == 1);
  CHECK(std::get<model::Tensor>(list_of(1)[0].data).shape == model::Shape{1});
  const auto mask = [&](model::Index index) {
    return std::get<model::Optional>(course.input(index).find("mask")->data).item;
  };
  REQUIRE(mask(0).size() == 1);
  CHECK(mask(0)[0] == row({1, 1}));
  CHECK(mask(1).empty());
  const auto field = *std::get<model::Record>(course.input(0).find("r")->data).find("a");
  CHECK(std::get<model::Tensor>(field.data).shape == model::Shape{1});
}
