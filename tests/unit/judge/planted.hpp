#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "generate/range.hpp"
#include "unit/generate/build.hpp"

// Functions with a mistake that students make, each beside the right one, and inputs of 40 to 384 numbers.
namespace planted {

using namespace grader;
using build::Course;
using model::Index;

/// A matrix to write small functions with; a vector is a single row.
struct Matrix {
  Index rows = 1;
  Index columns = 0;
  std::vector<double> data;

  Matrix(Index r, Index c) : rows(r), columns(c), data(static_cast<std::size_t>(r * c)) {}
  explicit Matrix(const model::Tensor& tensor) : Matrix(1, 1) {
    columns = tensor.shape.empty() ? 1 : tensor.shape.back();
    rows = columns == 0 ? 0 : tensor.size() / columns;
    data = build::values(tensor);
  }
  double& operator()(Index row, Index column) {
    return data[static_cast<std::size_t>(row * columns + column)];
  }
  double operator()(Index row, Index column) const {
    return data[static_cast<std::size_t>(row * columns + column)];
  }
  double& operator[](Index place) { return data[static_cast<std::size_t>(place)]; }
  double operator[](Index place) const { return data[static_cast<std::size_t>(place)]; }
};

inline Matrix in(const model::Arguments& arguments, const std::string& name) {
  return Matrix(std::get<model::Tensor>(arguments.find(name)->data));
}
inline Index whole_in(const model::Arguments& arguments, const std::string& name) {
  return static_cast<Index>(in(arguments, name)[0]);
}

using Function = std::function<Matrix(const model::Arguments&)>;

struct Bug {
  std::string name;
  Course course;
  Function right;
  Function wrong;

  bool allowed(const model::Arguments& arguments) const {
    model::Case complete = course.test_case;
    complete.source = course.generation;
    return generate::in_range(course.exercise, complete, arguments);
  }
  /// What is not finite on the right side counts as no answer.
  bool fails(const model::Arguments& arguments) const {
    const Matrix expected = right(arguments);
    const Matrix actual = wrong(arguments);
    bool differs = expected.rows != actual.rows || expected.columns != actual.columns;
    for (std::size_t i = 0; i < expected.data.size(); ++i) {
      if (!std::isfinite(expected.data[i])) return false;
      differs = differs ||
                !(std::fabs(actual.data[i] - expected.data[i]) <= 1e-9 + 1e-9 * std::fabs(expected.data[i]));
    }
    return differs;
  }
};

inline build::Generator lengths(build::Generator generator, double low, double high) {
  generator.length_low = low;
  generator.length_high = high;
  return generator;
}

inline Bug missing_transpose() {
  Bug bug{"missing transpose", {}, {}, {}};
  bug.course.dim("D", 1, 18);
  bug.course.param("w", build::floats({build::name("D"), build::name("D")}), build::normal());
  bug.course.param("x", build::floats({build::name("D")}), build::normal());
  const auto times = [](const model::Arguments& arguments, bool transposed) {
    const Matrix w = in(arguments, "w");
    const Matrix x = in(arguments, "x");
    Matrix y(1, x.columns);
    for (Index i = 0; i < x.columns; ++i)
      for (Index j = 0; j < x.columns; ++j) y[i] += (transposed ? w(j, i) : w(i, j)) * x[j];
    return y;
  };
  bug.right = [times](const auto& arguments) { return times(arguments, true); };
  bug.wrong = [times](const auto& arguments) { return times(arguments, false); };
  return bug;
}

/// Rows normalised with a variance over `D - ddof`.
inline Bug wrong_ddof() {
  Bug bug{"ddof", {}, {}, {}};
  build::Generator rows = build::edged(build::normal(), {build::Edge::huge});
  rows.scale = {1, 0.01, 1e3};
  bug.course.dim("B", 1, 8).dim("D", 2, 16);
  bug.course.param("x", build::floats({build::name("B"), build::name("D")}), rows);
  bug.course.param("gamma", build::floats({build::name("D")}), build::normal());
  bug.course.param("beta", build::floats({build::name("D")}), build::normal());
  bug.course.param("eps", build::floats(), build::choice({build::number(1e-5), build::number(1e-6)}));
  const auto norm = [](const model::Arguments& arguments, double ddof) {
    const Matrix x = in(arguments, "x");
    Matrix y(x.rows, x.columns);
    const auto count = static_cast<double>(x.columns);
    for (Index i = 0; i < x.rows; ++i) {
      double mean = 0;
      double square = 0;
      for (Index j = 0; j < x.columns; ++j) mean += x(i, j) / count;
      for (Index j = 0; j < x.columns; ++j) square += (x(i, j) - mean) * (x(i, j) - mean);
      const double root = std::sqrt(square / (count - ddof) + in(arguments, "eps")[0]);
      for (Index j = 0; j < x.columns; ++j)
        y(i, j) = in(arguments, "gamma")[j] * (x(i, j) - mean) / root + in(arguments, "beta")[j];
    }
    return y;
  };
  bug.right = [norm](const auto& arguments) { return norm(arguments, 0); };
  bug.wrong = [norm](const auto& arguments) { return norm(arguments, 1); };
  return bug;
}

inline Bug wrong_axis() {
  Bug bug{"wrong axis", {}, {}, {}};
  bug.course.dim("B", 1, 16).dim("D", 1, 24);
  bug.course.param("x", build::floats({build::name("B"), build::name("D")}), build::normal());
  bug.right = [](const model::Arguments& arguments) {
    Matrix x = in(arguments, "x");
    for (Index i = 0; i < x.rows; ++i) {
      double sum = 0;
      for (Index j = 0; j < x.columns; ++j) sum += std::exp(x(i, j));
      for (Index j = 0; j < x.columns; ++j) x(i, j) = std::exp(x(i, j)) / sum;
    }
    return x;
  };
  bug.wrong = [](const model::Arguments& arguments) {
    Matrix x = in(arguments, "x");
    for (Index j = 0; j < x.columns; ++j) {
      double sum = 0;
      for (Index i = 0; i < x.rows; ++i) sum += std::exp(x(i, j));
      for (Index i = 0; i < x.rows; ++i) x(i, j) = std::exp(x(i, j)) / sum;
    }
    return x;
  };
  return bug;
}

inline Bug missing_mask() {
  Bug bug{"missing mask", {}, {}, {}};
  bug.course.dim("T", 1, 7).dim("S", 1, 24);
  const std::vector<build::Dim> dims = {build::name("T"), build::name("S")};
  bug.course.param("scores", build::floats(dims), build::normal());
  bug.course.param("mask", build::array(build::Scalar::boolean, dims),
                   build::with(build::Distribution::causal_mask));
  const auto sums = [](const model::Arguments& arguments, bool masked) {
    const Matrix scores = in(arguments, "scores");
    const Matrix mask = in(arguments, "mask");
    Matrix y(1, scores.rows);
    for (Index i = 0; i < scores.rows; ++i)
      for (Index j = 0; j < scores.columns; ++j)
        if (!masked || mask(i, j) == 1) y[i] += std::exp(scores(i, j));
    return y;
  };
  bug.right = [sums](const auto& arguments) { return sums(arguments, true); };
  bug.wrong = [sums](const auto& arguments) { return sums(arguments, false); };
  return bug;
}

/// Sums of the last k elements, or of one more.
inline Bug off_by_one() {
  Bug bug{"off by one", {}, {}, {}};
  bug.course.dim("T", 1, 200);
  bug.course.param("x", build::floats({build::name("T")}), build::normal());
  bug.course.param("k", build::ints(), build::integers(1, 30));
  const auto windows = [](const model::Arguments& arguments, Index more) {
    const Matrix x = in(arguments, "x");
    Matrix y(1, x.columns);
    for (Index t = 0; t < x.columns; ++t)
      for (Index j = 0; j < whole_in(arguments, "k") + more && j <= t; ++j) y[t] += x[t - j];
    return y;
  };
  bug.right = [windows](const auto& arguments) { return windows(arguments, 0); };
  bug.wrong = [windows](const auto& arguments) { return windows(arguments, 1); };
  return bug;
}

inline Bug int_overflow() {
  Bug bug{"int32 overflow", {}, {}, {}};
  bug.course.dim("T", 1, 100);
  bug.course.param("x", build::ints({build::name("T")}), build::integers(0, 1e9));
  bug.right = [](const model::Arguments& arguments) {
    Matrix sum(1, 1);
    for (const double number : in(arguments, "x").data) sum[0] += number;
    return sum;
  };
  bug.wrong = [](const model::Arguments& arguments) {
    std::uint32_t wrapped = 0;
    for (const double number : in(arguments, "x").data) wrapped += static_cast<std::uint32_t>(number);
    Matrix sum(1, 1);
    sum[0] = static_cast<double>(static_cast<std::int32_t>(wrapped));
    return sum;
  };
  return bug;
}

inline Bug exp_overflow() {
  Bug bug{"exp overflow", {}, {}, {}};
  bug.course.dim("B", 1, 6).dim("D", 1, 32);
  build::Generator rows = build::normal();
  rows.scale = {1e3};
  bug.course.param("x", build::floats({build::name("B"), build::name("D")}), rows);
  const auto log_sum_exp = [](const model::Arguments& arguments, bool shifted) {
    const Matrix x = in(arguments, "x");
    Matrix y(1, x.rows);
    for (Index i = 0; i < x.rows; ++i) {
      double shift = 0;
      double sum = 0;
      for (Index j = 0; shifted && j < x.columns; ++j) shift = j == 0 ? x(i, 0) : std::fmax(shift, x(i, j));
      for (Index j = 0; j < x.columns; ++j) sum += std::exp(x(i, j) - shift);
      y[i] = shift + std::log(sum);
    }
    return y;
  };
  bug.right = [log_sum_exp](const auto& arguments) { return log_sum_exp(arguments, true); };
  bug.wrong = [log_sum_exp](const auto& arguments) { return log_sum_exp(arguments, false); };
  return bug;
}

inline Bug eps_outside() {
  Bug bug{"eps outside the root", {}, {}, {}};
  bug.course.dim("B", 1, 8).dim("D", 2, 32);
  bug.course.param("x", build::floats({build::name("B"), build::name("D")}), build::normal());
  bug.course.param("eps", build::floats(), build::uniform(1e-6, 1e-4));
  const auto norm = [](const model::Arguments& arguments, bool inside) {
    const Matrix x = in(arguments, "x");
    const double eps = in(arguments, "eps")[0];
    Matrix y = x;
    for (Index i = 0; i < x.rows; ++i) {
      double square = 0;
      for (Index j = 0; j < x.columns; ++j) square += x(i, j) * x(i, j) / static_cast<double>(x.columns);
      for (Index j = 0; j < x.columns; ++j)
        y(i, j) /= inside ? std::sqrt(square + eps) : std::sqrt(square) + eps;
    }
    return y;
  };
  bug.right = [norm](const auto& arguments) { return norm(arguments, true); };
  bug.wrong = [norm](const auto& arguments) { return norm(arguments, false); };
  return bug;
}

/// Rotary positions: neighbours are pairs, or the two halves are.
inline Bug halves_for_pairs() {
  Bug bug{"halves for pairs", {}, {}, {}};
  const build::Dim twice{build::Dim::Op::multiply, 0, "", {build::Dim::of(2), build::name("P")}};
  bug.course.dim("T", 1, 12).dim("P", 1, 16);
  bug.course.param("x", build::floats({build::name("T"), twice}), build::normal());
  const auto rotate = [](const model::Arguments& arguments, bool pairs) {
    const Matrix x = in(arguments, "x");
    Matrix y = x;
    const Index half = x.columns / 2;
    for (Index t = 0; t < x.rows; ++t)
      for (Index i = 0; i < half; ++i) {
        const double angle =
            static_cast<double>(t) * std::pow(1e4, -static_cast<double>(i) / static_cast<double>(half));
        const Index a = pairs ? 2 * i : i;
        const Index b = pairs ? 2 * i + 1 : i + half;
        y(t, a) = x(t, a) * std::cos(angle) - x(t, b) * std::sin(angle);
        y(t, b) = x(t, a) * std::sin(angle) + x(t, b) * std::cos(angle);
      }
    return y;
  };
  bug.right = [rotate](const auto& arguments) { return rotate(arguments, true); };
  bug.wrong = [rotate](const auto& arguments) { return rotate(arguments, false); };
  return bug;
}

/// Adds up what it was called with before; asked twice, as a check of purity does.
inline Bug kept_state() {
  Bug bug{"state kept between calls", {}, {}, {}};
  bug.course.dim("B", 1, 8).dim("D", 1, 32);
  bug.course.param("x", build::floats({build::name("B"), build::name("D")}), build::normal());
  const auto call = [total = std::make_shared<double>(0)](const model::Arguments& arguments) {
    for (const double number : in(arguments, "x").data) *total += number;
    Matrix result(1, 1);
    result[0] = *total;
    return result;
  };
  bug.right = call;
  bug.wrong = call;
  return bug;
}

inline Bug wrong_broadcast() {
  Bug bug{"wrong broadcast", {}, {}, {}};
  bug.course.dim("B", 1, 12).dim("D", 1, 24);
  bug.course.param("x", build::floats({build::name("B"), build::name("D")}), build::normal());
  bug.course.param("b", build::floats({build::name("D")}), build::normal());
  const auto add = [](const model::Arguments& arguments, bool columns) {
    const Matrix b = in(arguments, "b");
    Matrix x = in(arguments, "x");
    for (Index i = 0; i < x.rows; ++i)
      for (Index j = 0; j < x.columns; ++j) x(i, j) += b[columns ? j : i % x.columns];
    return x;
  };
  bug.right = [add](const auto& arguments) { return add(arguments, true); };
  bug.wrong = [add](const auto& arguments) { return add(arguments, false); };
  return bug;
}

/// The last row of a table is taken for padding; ids follow the rows that stay.
inline Bug lost_last_row() {
  Bug bug{"last row of a table", {}, {}, {}};
  bug.course.dim("V", 1, 30).dim("D", 1, 8).dim("T", 1, 40);
  bug.course.param("table", build::floats({build::name("V"), build::name("D")}), build::normal());
  bug.course.param("ids", build::ints({build::name("T")}),
                   build::with(build::Distribution::integers, {{"high", build::name("V")}}));
  const auto look_up = [](const model::Arguments& arguments, Index padding) {
    const Matrix table = in(arguments, "table");
    const Matrix ids = in(arguments, "ids");
    Matrix y(ids.columns, table.columns);
    for (Index t = 0; t < ids.columns; ++t)
      for (Index j = 0; j < table.columns; ++j)
        if (static_cast<Index>(ids[t]) + padding < table.rows) y(t, j) = table(static_cast<Index>(ids[t]), j);
    return y;
  };
  bug.right = [look_up](const auto& arguments) { return look_up(arguments, 0); };
  bug.wrong = [look_up](const auto& arguments) { return look_up(arguments, 1); };
  return bug;
}

/// Needs three elements: shorter permutations that are their own inverse hide it.
inline Bug inverse_permutation() {
  Bug bug{"inverse permutation", {}, {}, {}};
  bug.course.dim("N", 1, 100);
  bug.course.param("x", build::floats({build::name("N")}), build::normal());
  bug.course.param("order", build::ints({build::name("N")}), build::with(build::Distribution::permutation));
  const auto permute = [](const model::Arguments& arguments, bool inverse) {
    const Matrix x = in(arguments, "x");
    const Matrix order = in(arguments, "order");
    Matrix y = x;
    for (Index i = 0; i < x.columns; ++i) {
      const auto to = static_cast<Index>(order[i]);
      (inverse ? y[to] : y[i]) = inverse ? x[i] : x[to];
    }
    return y;
  };
  bug.right = [permute](const auto& arguments) { return permute(arguments, false); };
  bug.wrong = [permute](const auto& arguments) { return permute(arguments, true); };
  return bug;
}

/// Heads are split as [head, place] or as [place, head]; the number of heads is an int parameter.
inline Bug swapped_heads() {
  Bug bug{"swapped heads", {}, {}, {}};
  const build::Dim wide{build::Dim::Op::multiply, 0, "", {build::name("heads"), build::name("K")}};
  bug.course.dim("T", 1, 10).dim("K", 1, 8);
  bug.course.param("x", build::floats({build::name("T"), wide}), build::normal());
  bug.course.param("heads", build::ints(), build::integers(1, 7));
  const auto sums = [](const model::Arguments& arguments, bool head_first) {
    const Matrix x = in(arguments, "x");
    const Index heads = whole_in(arguments, "heads");
    Matrix y(x.rows, heads);
    for (Index t = 0; t < x.rows; ++t)
      for (Index j = 0; j < x.columns; ++j) y(t, head_first ? j / (x.columns / heads) : j % heads) += x(t, j);
    return y;
  };
  bug.right = [sums](const auto& arguments) { return sums(arguments, true); };
  bug.wrong = [sums](const auto& arguments) { return sums(arguments, false); };
  return bug;
}

/// A list of records: the last bias is forgotten.
inline Bug forgotten_bias() {
  Bug bug{"forgotten bias", {}, {}, {}};
  const build::Dim d = build::name("D");
  const model::Type layer = build::record("Layer", {{"w", build::floats({d, d})}, {"b", build::floats({d})}});
  build::Generator layers = lengths(build::normal(), 1, 4);
  bug.course.dim("D", 1, 8);
  bug.course.param("x", build::floats({d}), build::normal());
  bug.course.param("layers", build::list(layer), layers);
  bug.course.param("start", build::optional(build::floats({d})), build::normal());
  const auto forward = [](const model::Arguments& arguments, bool last) {
    Matrix x = in(arguments, "x");
    const auto& items = std::get<model::List>(arguments.find("layers")->data).items;
    for (const model::Value& item : items) {
      const auto& weights = std::get<model::Record>(item.data);
      const Matrix w = in(weights, "w");
      Matrix y(1, x.columns);
      for (Index i = 0; i < x.columns; ++i) {
        for (Index j = 0; j < x.columns; ++j) y[i] += w(i, j) * x[j];
        if (last || &item != &items.back()) y[i] += in(weights, "b")[i];
      }
      x = y;
    }
    return x;
  };
  bug.right = [forward](const auto& arguments) { return forward(arguments, true); };
  bug.wrong = [forward](const auto& arguments) { return forward(arguments, false); };
  return bug;
}

inline std::vector<Bug> all_bugs() {
  return {missing_transpose(), wrong_ddof(),    wrong_axis(),          missing_mask(),     off_by_one(),
          int_overflow(),      exp_overflow(),  eps_outside(),         halves_for_pairs(), kept_state(),
          wrong_broadcast(),   lost_last_row(), inverse_permutation(), swapped_heads(),    forgotten_bias()};
}

}  // namespace planted
