#include "judge/closed_form.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "unit/generate/build.hpp"

using namespace build;
using judge::closed_form;
using judge::Observation;
using model::Index;

namespace {

/// Numbers without a pattern: the fractional parts of multiples of an irrational number, both signs.
double noise(Index place) {
  const double product = 1.6180339887498949 * static_cast<double>(place + 1);
  return product - std::floor(product) - 0.4;
}

model::Value matrix(Index rows, Index columns, const std::function<double(Index row, Index column)>& value) {
  std::vector<double> elements;
  for (Index i = 0; i < rows; ++i)
    for (Index j = 0; j < columns; ++j) elements.push_back(value(i, j));
  return {model::Tensor{{rows, columns}, elements}};
}

/// N×D numbers of which each becomes `wrong(right, observation)`.
using Wrong = std::function<double(double right, const Observation&)>;
Observation observation(Index n, Index d, double s, const Wrong& wrong) {
  Observation made{{{"N", n}, {"D", d}}, {{"s", s}}, {}, {}};
  const auto right = [&](Index i, Index j) { return noise(100 * n + 10 * d + d * i + j); };
  made.expected = matrix(n, d, right);
  made.actual = matrix(n, d, [&](Index i, Index j) { return wrong(right(i, j), made); });
  return made;
}

std::vector<Observation> observations(const Wrong& wrong) {
  return {observation(3, 5, 0.5, wrong), observation(4, 7, 2, wrong), observation(1, 3, 0.1, wrong),
          observation(3, 2, 0.25, wrong)};
}
double size(const Observation& seen, const std::string& symbol) {
  return static_cast<double>(seen.sizes.at(symbol));
}
double scalar(const Observation& seen) { return seen.scalars[0].second; }

std::string form(const Wrong& wrong) { return closed_form(observations(wrong)); }

std::string by_size(double (*factor)(double d)) {
  return form([factor](double right, const Observation& seen) { return factor(size(seen, "D")) * right; });
}
std::string by_scalar(double (*factor)(double s)) {
  return form([factor](double right, const Observation& seen) { return factor(scalar(seen)) * right; });
}

/// Results whose elements were moved to other places: 3×3, 2×4 and 4×1.
std::vector<Observation> moved(const std::function<model::Value(const model::Tensor&)>& change) {
  std::vector<Observation> all;
  for (const auto& shape : {std::pair<Index, Index>{3, 3}, {2, 4}, {4, 1}}) {
    const Index rows = shape.first;
    const Index columns = shape.second;
    Observation made;
    made.expected =
        matrix(rows, columns, [&](Index i, Index j) { return noise(rows * 50 + i * columns + j); });
    made.actual = change(std::get<model::Tensor>(made.expected.data));
    all.push_back(made);
  }
  return all;
}
double at(const model::Tensor& tensor, Index row, Index column) {
  return tensor.number(row * tensor.shape[1] + column);
}

}  // namespace

TEST_CASE("a factor that is the same everywhere is a number") {
  CHECK(form([](double right, const Observation&) { return 2 * right; }) ==
        "yours = 2 × expected everywhere");
  CHECK(form([](double right, const Observation&) { return right / 2; }) ==
        "yours = 0.5 × expected everywhere");
  CHECK(form([](double right, const Observation&) { return -right; }) == "yours = -expected everywhere");
  CHECK(form([](double right, const Observation&) { return -std::sqrt(2) * right; }) ==
        "yours = -1.414 × expected everywhere");
}

TEST_CASE("a factor that goes with a size has its name and the numbers of the last observation") {
  CHECK(by_size([](double d) { return std::sqrt((d - 1) / d); }) ==
        "yours = 0.7071 × expected everywhere = sqrt((D-1)/D), D = 2");
  CHECK(by_size([](double d) { return d; }) == "yours = 2 × expected everywhere = D, D = 2");
  CHECK(by_size([](double d) { return 1 / d; }) == "yours = 0.5 × expected everywhere = 1/D, D = 2");
  CHECK(by_size([](double d) { return -1 / d; }) == "yours = -0.5 × expected everywhere = -1/D, D = 2");
  CHECK(by_size([](double d) { return std::sqrt(d); }) ==
        "yours = 1.414 × expected everywhere = sqrt(D), D = 2");
  CHECK(by_size([](double d) { return 1 / std::sqrt(d); }) ==
        "yours = 0.7071 × expected everywhere = 1/sqrt(D), D = 2");
  CHECK(by_size([](double d) { return (d - 1) / d; }) ==
        "yours = 0.5 × expected everywhere = (D-1)/D, D = 2");
  CHECK(by_size([](double d) { return d / (d - 1); }) == "yours = 2 × expected everywhere = D/(D-1), D = 2");
  CHECK(by_size([](double d) { return std::sqrt(d / (d - 1)); }) ==
        "yours = 1.414 × expected everywhere = sqrt(D/(D-1)), D = 2");
  CHECK(by_size([](double d) { return 1 - d; }) == "yours = -1 × expected everywhere = -(D-1), D = 2");
  CHECK(by_size([](double d) { return 2 / d; }) == "yours = 1 × expected everywhere = 2/D, D = 2");
}

TEST_CASE("a factor that goes with two sizes") {
  CHECK(form([](double right, const Observation& seen) {
          return right * size(seen, "N") * size(seen, "D");
        }) == "yours = 6 × expected everywhere = D*N, D = 2, N = 3");
  CHECK(form([](double right, const Observation& seen) {
          return right * size(seen, "N") / size(seen, "D");
        }) == "yours = 1.5 × expected everywhere = N/D, N = 3, D = 2");
  CHECK(form([](double right, const Observation& seen) { return right * scalar(seen) / size(seen, "D"); }) ==
        "yours = 0.125 × expected everywhere = s/D, s = 0.25, D = 2");
}

TEST_CASE("a factor that goes with a scalar") {
  CHECK(by_scalar([](double s) { return s; }) == "yours = 0.25 × expected everywhere = s, s = 0.25");
  CHECK(by_scalar([](double s) { return 1 / s; }) == "yours = 4 × expected everywhere = 1/s, s = 0.25");
  CHECK(by_scalar([](double s) { return s * s; }) == "yours = 0.0625 × expected everywhere = s^2, s = 0.25");
  CHECK(by_scalar([](double s) { return std::sqrt(s); }) ==
        "yours = 0.5 × expected everywhere = sqrt(s), s = 0.25");
  CHECK(by_scalar([](double s) { return 1 / (1 - s); }) ==
        "yours = 1.333 × expected everywhere = 1/(1-s), s = 0.25");
  std::vector<Observation> signs;
  for (const double s : {1.5, -3.0, 0.5, -2.0})
    signs.push_back(
        observation(2, 3, s, [s](double right, const Observation&) { return s < 0 ? -right : right; }));
  CHECK(closed_form(signs) == "yours = -1 × expected everywhere = sign(s), s = -2");
}

TEST_CASE("a name that had one value is not used") {
  const auto doubled = [](double right, const Observation& seen) { return size(seen, "D") * right; };
  CHECK(closed_form({observation(3, 2, 1, doubled), observation(4, 2, 1, doubled)}) ==
        "yours = 2 × expected everywhere");
  const auto both = [](double right, const Observation& seen) {
    return size(seen, "D") * size(seen, "N") * right;
  };
  CHECK(closed_form({observation(3, 2, 1, both), observation(3, 5, 1, both)}) == "");  // 3·D is no formula
}

TEST_CASE("a summand, a number or a name") {
  CHECK(form([](double right, const Observation&) { return right + 1; }) ==
        "yours = expected + 1 everywhere");
  CHECK(form([](double right, const Observation&) { return right - 0.001; }) ==
        "yours = expected - 0.001 everywhere");
  CHECK(form([](double right, const Observation& seen) { return right + scalar(seen); }) ==
        "yours = expected + 0.25 everywhere = expected + s, s = 0.25");
  CHECK(form([](double right, const Observation& seen) { return right - size(seen, "D"); }) ==
        "yours = expected - 2 everywhere = expected - D, D = 2");
}

TEST_CASE("the right elements in other places") {
  const auto transposed = [](const model::Tensor& right) {
    return matrix(right.shape[1], right.shape[0], [&](Index i, Index j) { return at(right, j, i); });
  };
  CHECK(closed_form(moved(transposed)) == "yours = expected transposed");
  CHECK(closed_form({moved(transposed)[0]}) == "yours = expected transposed");
  CHECK(closed_form(moved([](const model::Tensor& right) {
          return matrix(right.shape[0], right.shape[1],
                        [&](Index i, Index j) { return at(right, right.shape[0] - 1 - i, j); });
        })) == "yours = expected with its rows reversed");
  CHECK(closed_form(moved([](const model::Tensor& right) {
          return matrix(right.shape[0], right.shape[1],
                        [&](Index i, Index j) { return at(right, i, right.shape[1] - 1 - j); });
        })) == "yours = expected with its columns reversed");
  CHECK(closed_form({{{}, {}, row({4, 3, 2, 7}), row({7, 2, 3, 4})}}) == "yours = expected reversed");
}

TEST_CASE("zeros must be zeros, up to rounding") {
  const auto doubled = [](std::vector<double> actual) {
    return closed_form({{{}, {}, row(std::move(actual)), row({1, 0, 3, -2, 5, 1e-17})}});
  };
  CHECK(doubled({2, 0, 6, -4, 10, 0}) == "yours = 2 × expected everywhere");
  CHECK(doubled({2, 1e-15, 6, -4, 10, 5e-17}) == "yours = 2 × expected everywhere");
  CHECK(doubled({2, 1e-6, 6, -4, 10, 0}) == "");
}

TEST_CASE("observations of zeros say nothing, but must be zeros") {
  std::vector<Observation> seen = observations([](double right, const Observation&) { return 3 * right; });
  seen.push_back({{{"N", 1}, {"D", 2}}, {{"s", 1}}, row({0, 0}), row({0, 0})});
  CHECK(closed_form(seen) == "yours = 3 × expected everywhere");
  seen.back().actual = row({0, 1e-3});
  CHECK(closed_form(seen) == "");
}

TEST_CASE("single numbers need three observations") {
  std::vector<Observation> seen;
  for (const double right : {0.5, 1.25, -3.0}) seen.push_back({{}, {}, number(2 * right), number(right)});
  CHECK(closed_form(seen) == "yours = 2 × expected everywhere");
  seen.pop_back();
  CHECK(closed_form(seen) == "");
}

TEST_CASE("too little or too much alike was seen") {
  CHECK(closed_form({}) == "");
  CHECK(closed_form({{{}, {}, row({2, 4, 6}), row({1, 2, 3})}}) == "");
  CHECK(closed_form({{{}, {}, row({2, 4, 6, 8}), row({1, 2, 3, 4})}}) == "yours = 2 × expected everywhere");
  // Twice the 1, or one more?
  CHECK(closed_form({{{}, {}, row({2, 2, 2, 2}), row({1, 1, 1, 1})}}) == "");
}

TEST_CASE("what does not fit everywhere is not explained") {
  CHECK(form([](double right, const Observation&) { return std::sin(right * 10); }) == "");
  CHECK(form([](double right, const Observation&) {
          return right + 0.1 * noise(static_cast<Index>(right * 1e3));
        }) == "");
  CHECK(form([](double right, const Observation&) { return right; }) == "");
  CHECK(form([](double, const Observation&) { return 0.0; }) == "");
  CHECK(form([](double right, const Observation&) { return 2 * right * (1 + 1e-7 * right); }) == "");
  // The factor differs from one observation to the next, and goes with nothing.
  CHECK(form([](double right, const Observation& seen) {
          return right * (1.3 + std::sin(size(seen, "D")));
        }) == "");
  std::vector<Observation> one_off = observations([](double right, const Observation&) { return 2 * right; });
  std::get<std::vector<double>>(std::get<model::Tensor>(one_off[1].actual.data).data)[3] += 1e-6;
  CHECK(closed_form(one_off) == "");
  std::vector<Observation> one_right =
      observations([](double right, const Observation&) { return 2 * right; });
  one_right[2].actual = one_right[2].expected;
  CHECK(closed_form(one_right) == "");
  std::vector<Observation> infinite =
      observations([](double right, const Observation&) { return 2 * right; });
  std::get<std::vector<double>>(std::get<model::Tensor>(infinite[0].actual.data).data)[0] = HUGE_VAL;
  CHECK(closed_form(infinite) == "");
}

TEST_CASE("fields that agree are passed over, all others must show the same") {
  const auto result = [](double mean, double scale, double other) {
    model::Record record;
    record.fields.emplace_back("mean", number(mean));
    record.fields.emplace_back("y", row({scale * 1, scale * 2, scale * -3, scale * 4}));
    record.fields.emplace_back("z", model::Value{model::List{{row({other * 2, other}), row({other * 3})}}});
    return model::Value{std::move(record)};
  };
  const auto seen = [&](double mean, double scale, double other) {
    std::vector<Observation> all;
    for (const double right : {0.5, 1.0, 4.0})
      all.push_back(
          {{}, {}, result(mean * right, scale * right, other * right), result(right, right, right)});
    return closed_form(all);
  };
  CHECK(seen(1, 3, 1) == "field y: yours = 3 × expected everywhere");
  CHECK(seen(1, 1, 3) == "field z[]: yours = 3 × expected everywhere");
  CHECK(seen(3, 3, 3) == "yours = 3 × expected everywhere");
  CHECK(seen(1, 3, 2) == "");
  CHECK(seen(1, 1, 1) == "");
}

TEST_CASE("what is no float must be equal, and of the same form") {
  const auto with_count = [](std::int64_t count, double factor) {
    return model::Value{
        model::Record{{{"count", whole(count)}, {"y", row({factor, 2 * factor, 3 * factor, 5 * factor})}}}};
  };
  CHECK(closed_form({{{}, {}, with_count(4, 2), with_count(4, 1)}}) ==
        "field y: yours = 2 × expected everywhere");
  CHECK(closed_form({{{}, {}, with_count(5, 2), with_count(4, 1)}}) == "");
  CHECK(closed_form({{{}, {}, row({1, 2, 3, 4}), with_count(4, 1)}}) == "");
  CHECK(closed_form({{{}, {}, {std::string("a")}, {std::string("b")}}}) == "");
  CHECK(closed_form({{{}, {}, row({2, 4, 6, 8, 9}), row({1, 2, 3, 4})}}) == "");
}

TEST_CASE("float32 results are exact to their own precision") {
  const auto singles = [](std::vector<float> values) {
    const auto length = static_cast<Index>(values.size());
    return model::Value{model::Tensor{{length}, std::move(values)}};
  };
  CHECK(closed_form({{{},
                      {},
                      singles({0.2F / 3, 0.7F / 3, 0.3F / 3, -1.1F / 3}),
                      singles({0.2F, 0.7F, 0.3F, -1.1F})}}) == "yours = 0.3333 × expected everywhere");
}
