#pragma once

#include "unit/judge/planted.hpp"

// Mistakes in what is computed, each beside the right function; inputs of 40 to 384 numbers.
namespace planted {

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

}  // namespace planted
