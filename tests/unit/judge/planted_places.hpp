#pragma once

#include "unit/judge/planted.hpp"

// Mistakes in what is taken from where, each beside the right function; inputs of 40 to 384 numbers.
namespace planted {

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

}  // namespace planted
