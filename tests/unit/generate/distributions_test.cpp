#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "unit/generate/build.hpp"
#include "util/error.hpp"

using namespace build;

namespace {

constexpr model::Index kMany = 10000;

std::vector<double> many(const Generator& generator, Scalar element = Scalar::float64) {
  Course course;
  course.param("x", array(element, {Dim::of(kMany)}), generator);
  return values(course.tensor("x", 0));
}

double mean(const std::vector<double>& v) {
  return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
}
double deviation(const std::vector<double>& v) {
  double square = 0;
  for (const double value : v) square += (value - mean(v)) * (value - mean(v));
  return std::sqrt(square / static_cast<double>(v.size()));
}
bool near(double actual, double expected, double standard_error) {
  return std::fabs(actual - expected) < 4 * standard_error;
}

model::Tensor matrix(const Generator& generator, model::Index rows, model::Index columns,
                     model::Index index) {
  Course course;
  course.param("x", floats({Dim::of(rows), Dim::of(columns)}), generator);
  return course.tensor("x", index);
}

double entry(const model::Tensor& m, model::Index i, model::Index j) { return m.number(i * m.shape[1] + j); }

std::string failure(const Course& course) {
  try {
    course.input(0);
  } catch (const util::GraderError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("arguments have numpy's meaning") {
  const double n = kMany;
  const auto normals = many(with(Distribution::normal, {{"mean", 2.0}, {"std", 3.0}}));
  CHECK(near(mean(normals), 2, 3 / std::sqrt(n)));
  CHECK(near(deviation(normals), 3, 3 / std::sqrt(2 * n)));
  const auto uniforms = many(uniform(-1, 3));
  CHECK(near(mean(uniforms), 1, 4 / std::sqrt(12 * n)));
  CHECK(*std::min_element(uniforms.begin(), uniforms.end()) >= -1);
  CHECK(*std::max_element(uniforms.begin(), uniforms.end()) < 3);
  const auto exponentials = many(with(Distribution::exponential, {{"scale", 5.0}}));
  CHECK(near(mean(exponentials), 5, 5 / std::sqrt(n)));
  auto lognormals = many(with(Distribution::lognormal, {{"mean", 1.0}, {"sigma", 0.5}}));
  for (double& value : lognormals) value = std::log(value);
  CHECK(near(mean(lognormals), 1, 0.5 / std::sqrt(n)));
  CHECK(near(deviation(lognormals), 0.5, 0.5 / std::sqrt(2 * n)));
  const auto whole = many(integers(-2, 3), Scalar::int64);
  CHECK(std::set<double>(whole.begin(), whole.end()) == std::set<double>{-2, -1, 0, 1, 2});
  CHECK(near(mean(whole), 0, std::sqrt(2 / n)));
  const auto chosen = many(choice({number(1), number(10)}));
  CHECK(near(mean(chosen), 5.5, 4.5 / std::sqrt(n)));
}

TEST_CASE("the defaults are numpy's too") {
  CHECK(many(with(Distribution::uniform)) == many(uniform(0, 1)));
  CHECK(many(normal()) == many(with(Distribution::normal, {{"mean", 0.0}, {"std", 1.0}})));
  CHECK(many(with(Distribution::integers, {{"high", 4.0}})) == many(integers(0, 4)));
}

TEST_CASE("integers reach both ends of 64 bits") {
  const double end = 9007199254740992.0;
  const Dim highest = Dim::of(std::numeric_limits<model::Index>::max());
  Course course;
  course.param("x", ints({Dim::of(100)}), with(Distribution::integers, {{"low", -end}, {"high", highest}}));
  bool large = false;
  for (const double value : values(course.tensor("x", 0))) {
    CHECK(value >= -end);
    large = large || value > 1e18;
  }
  CHECK(large);
}

TEST_CASE("what a student reads is short") {
  const auto longest = [](const std::vector<double>& v) {
    std::size_t length = 0;
    for (const double value : v) length = std::max(length, fmt::format("{}", value).size());
    return length;
  };
  CHECK(longest(many(normal())) <= 6);
  Generator scaled = normal();
  scaled.scale = {1e-2};
  CHECK(longest(many(scaled)) <= 8);
  scaled.scale = {1e3};
  CHECK(longest(many(scaled)) <= 5);
  Generator rough = normal();
  rough.decimals = 1;
  CHECK(longest(many(rough)) <= 4);
  rough.decimals = 0;
  for (const double value : many(rough)) CHECK(value == std::floor(value));
  CHECK(longest(many(uniform(1e-6, 1e-3))) <= 8);
  CHECK(longest(many(with(Distribution::normal, {{"std", 1e-3}}))) <= 10);
}

TEST_CASE("rows of dirichlet sum to 1, whatever alpha is") {
  for (const double alpha : {1e-300, 0.01, 0.5, 1.0, 7.5, 1e6}) {
    const auto m = matrix(with(Distribution::dirichlet, {{"alpha", alpha}}), 20, 5, 0);
    for (model::Index i = 0; i < 20; ++i) {
      double sum = 0;
      for (model::Index j = 0; j < 5; ++j) {
        CHECK(entry(m, i, j) > 0);
        sum += entry(m, i, j);
      }
      CHECK(std::fabs(sum - 1) < 1e-12);
    }
  }
  // The variance of an element is (1/n)(1 - 1/n) / (n·alpha + 1).
  const auto m = matrix(with(Distribution::dirichlet, {{"alpha", 2.0}}), 4000, 3, 0);
  std::vector<double> first;
  for (model::Index i = 0; i < 4000; ++i) first.push_back(entry(m, i, 0));
  const double expected = std::sqrt(2.0 / 9 / 7);
  CHECK(near(mean(first), 1.0 / 3, expected / std::sqrt(4000)));
  CHECK(near(deviation(first), expected, expected / std::sqrt(4000)));
  const auto wide = matrix(with(Distribution::dirichlet), 1, 5000, 0);
  CHECK(std::fabs(mean(values(wide)) * 5000 - 1) < 1e-12);
}

TEST_CASE("orthogonal matrices are, along their shorter side") {
  for (const auto& [rows, columns] : {std::pair<int, int>{5, 5}, {1, 1}, {6, 3}, {2, 7}, {0, 3}}) {
    const auto m = matrix(with(Distribution::orthogonal), rows, columns, 1);
    const bool tall = rows >= columns;
    const int thin = std::min(rows, columns);
    for (int a = 0; a < thin; ++a) {
      for (int b = 0; b < thin; ++b) {
        double dot = 0;
        for (int k = 0; k < std::max(rows, columns); ++k)
          dot += tall ? entry(m, k, a) * entry(m, k, b) : entry(m, a, k) * entry(m, b, k);
        CHECK(std::fabs(dot - (a == b ? 1 : 0)) < 1e-14);
      }
    }
  }
  // Uniform among them: entries have mean 0 and variance 1/n, and both determinants occur.
  std::vector<double> corners;
  int positive = 0;
  for (model::Index index = 0; index < 100; ++index) {
    const auto m = matrix(with(Distribution::orthogonal), 2, 2, index);
    corners.push_back(entry(m, 0, 0));
    corners.push_back(entry(m, 1, 1));
    if (entry(m, 0, 0) * entry(m, 1, 1) > entry(m, 0, 1) * entry(m, 1, 0)) ++positive;
  }
  CHECK(near(mean(corners), 0, std::sqrt(0.5 / 100)));
  CHECK(near(deviation(corners), std::sqrt(0.5), 0.1));
  CHECK(near(positive, 50, 5));
}

TEST_CASE("spd matrices are symmetric and positive definite") {
  Generator scaled = with(Distribution::spd);
  scaled.scale = {0.1};
  for (model::Index index = 0; index < 20; ++index) {
    const auto m = matrix(scaled, 4, 4, index);
    // Elimination without pivoting has positive pivots exactly for positive definite matrices.
    std::vector<double> a = values(m);
    for (std::size_t k = 0; k < 4; ++k) {
      CHECK(a[k * 4 + k] > 0.1);
      for (std::size_t i = 0; i < 4; ++i) {
        CHECK(entry(m, static_cast<int>(i), static_cast<int>(k)) ==
              entry(m, static_cast<int>(k), static_cast<int>(i)));
        if (i <= k) continue;
        const double factor = a[i * 4 + k] / a[k * 4 + k];
        for (std::size_t j = 0; j < 4; ++j) a[i * 4 + j] -= factor * a[k * 4 + j];
      }
    }
  }
}

TEST_CASE("permutations, one-hot rows and masks") {
  std::set<std::vector<double>> orders;
  Course course;
  course.param("p", ints({Dim::of(3)}), with(Distribution::permutation));
  course.param("h", floats({Dim::of(4)}), with(Distribution::one_hot));
  course.param("m", array(Scalar::boolean, {Dim::of(2), Dim::of(3)}), with(Distribution::causal_mask));
  std::set<std::vector<double>> hot;
  for (model::Index index = 0; index < 100; ++index) {
    orders.insert(values(course.tensor("p", index)));
    hot.insert(values(course.tensor("h", index)));
    CHECK(values(course.tensor("m", index)) == std::vector<double>{1, 0, 0, 1, 1, 0});
  }
  CHECK(orders.size() == 6);
  CHECK(hot.size() == 4);
  for (const auto& v : hot) CHECK(std::accumulate(v.begin(), v.end(), 0.0) == 1);
}

TEST_CASE("choices and constants of every form") {
  Course course;
  course.param("s", array(Scalar::string), choice({{std::string("a")}, {std::string("b")}}));
  course.param("v", floats({Dim{}}), choice({row({1, 2}), row({3})}));
  course.param("i", ints({Dim::of(3)}), choice({number(4), whole(7)}));
  course.param("c", floats(), constant(whole(1)));
  course.param("z", floats({Dim::of(2), Dim::of(2)}), constant(number(0.5)));
  course.param("o", optional(floats()), constant({model::Optional{}}));
  std::set<std::string> texts;
  for (model::Index index = 0; index < 30; ++index) {
    const model::Arguments input = course.input(index);
    texts.insert(std::get<std::string>(input.find("s")->data));
    const bool either = *input.find("v") == row({1, 2}) || *input.find("v") == row({3});
    CHECK(either);
    for (const double value : values(course.tensor("i", index))) CHECK((value == 4 || value == 7));
    CHECK(*input.find("c") == number(1));
    CHECK(course.tensor("z", index) == model::Tensor{{2, 2}, std::vector<double>(4, 0.5)});
    CHECK(*input.find("o") == model::Value{model::Optional{}});
  }
  CHECK(texts == std::set<std::string>{"a", "b"});
}

TEST_CASE("optionals are present as often as asked for") {
  Generator often = normal();
  often.present = 0.9;
  Course course;
  course.generation.count = 1000;
  course.param("x", optional(floats()), often);
  int present = 0;
  for (model::Index index = 0; index < 1000; ++index)
    if (!std::get<model::Optional>(course.input(index).find("x")->data).item.empty()) ++present;
  CHECK(near(present, 900, std::sqrt(90.0)));
}

TEST_CASE("what cannot be made is said with its place") {
  const auto of = [](const model::Type& type, const Generator& generator) {
    Course course;
    course.dim("N", 3, 3).dim("M", 2, 2);
    course.param("x", type, generator);
    return failure(course);
  };
  const std::string place = "topic/name, case 'random', input x: ";
  const Generator below_n = with(Distribution::integers, {{"low", 3.0}, {"high", name("N")}});
  CHECK(of(ints(), below_n) == place + "'integers' needs low < high, they are 3 and 3 (high is excluded)");
  CHECK(of(ints(), with(Distribution::integers, {{"high", name("V")}})) ==
        place + "high: 'V' has no value here");
  CHECK(of(floats(), with(Distribution::uniform, {{"low", name("N")}})) ==
        place + "'uniform' needs low < high, they are 3 and 1");
  CHECK(of(floats({name("N"), name("M")}), with(Distribution::spd)) ==
        place + "'spd' cannot make an array of 3×2");
  CHECK(of(floats({name("K")}), normal()) == place + "nothing gives 'K' a size");
  CHECK(of(floats({Dim{Dim::Op::subtract, 0, "", {name("M"), name("N")}}}), normal()) ==
        place + "size 'M - N' is -1");
  CHECK(of(floats({Dim::of(5000), Dim::of(5000)}), normal()) == place + "has more than 16777216 elements");
  CHECK(of(array(Scalar::float32), with(Distribution::normal, {{"mean", 1e300}})) ==
        place + "a value is too large for float32");
  CHECK(of(array(Scalar::string), normal()) == place + "'normal' cannot make a string");
  Generator backwards = normal();
  backwards.length_low = 3.0;
  backwards.length_high = name("M");
  CHECK(of(list(floats()), backwards) == place + "length 3..2 is no range");
  Generator partial;
  partial.fields = {{"a", normal()}};
  CHECK(of(record("R", {{"a", floats()}, {"b", floats()}}), partial) ==
        "topic/name, case 'random', input x.b: has no generator");
  CHECK(of(floats({Dim::symbol("x")}), normal()) == place + "nothing gives 'x' a size");
}

TEST_CASE("what no input can be is refused") {
  Course cycle;
  cycle.param("a", ints(), with(Distribution::integers, {{"high", name("b")}}));
  cycle.param("b", ints(), with(Distribution::integers, {{"high", name("a")}}));
  CHECK(failure(cycle) == "topic/name, case 'random', input a: needs itself: a, b");
  Course empty;
  empty.dim("N", 3, 2);
  CHECK(failure(empty) == "topic/name, case 'random', dims: N: 3..2 is no range of sizes");
  Course course;
  course.generation.count = 2;
  CHECK_THROWS_WITH_AS(course.input(2), "topic/name, case 'random' has no generated input number 2",
                       util::GraderError);
  CHECK_THROWS_WITH_AS(course.input(-1), "topic/name, case 'random' has no generated input number -1",
                       util::GraderError);
  Course contradiction;
  contradiction.param("a", floats({name("N")}), constant(row({1, 2})));
  contradiction.param("b", floats({name("N")}), constant(row({1, 2, 3})));
  CHECK(failure(contradiction) == "topic/name, case 'random', input b: is 3, expected [N] = 2");
  Course missing;
  missing.param("x", floats(), normal());
  missing.generation.inputs.clear();
  CHECK(failure(missing) == "topic/name, case 'random', input x: has no generator");
}
