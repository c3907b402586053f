#include "generate/structured.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "generate/decimal.hpp"

namespace grader::generate {
namespace {

using model::Index;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

std::vector<double> probabilities(Index length, double alpha, Stream& stream) {
  std::vector<double> weights(at(length));
  for (double& weight : weights) weight = stream.gamma(alpha);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum > 0) {
    for (double& weight : weights) weight /= sum;
  } else {
    // For a tiny alpha all weights underflow; the limit of the distribution is a single 1.
    weights[stream.below(weights.size())] = 1;
  }
  return weights;
}

/// `units` shared out by largest remainder, one at least for each.
std::vector<Index> apportioned(const std::vector<double>& shares, Index units) {
  const auto count = static_cast<Index>(shares.size());
  std::vector<Index> parts(shares.size());
  std::vector<std::pair<double, std::size_t>> remainders;
  Index left = units;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double share = shares[i] * static_cast<double>(units - count);
    const double whole = std::floor(share);
    parts[i] = 1 + static_cast<Index>(whole);
    left -= parts[i];
    remainders.emplace_back(whole - share, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; left > 0; i = (i + 1) % remainders.size(), --left) ++parts[remainders[i].second];
  return parts;
}

/// Applies the reflection that sends `x` to its length along the first axis to the lower right part of
/// `matrix`.
void reflect(std::vector<double>& matrix, Index columns, Index corner, std::vector<double> x) {
  double square = 0;
  for (const double value : x) square += value * value;
  const double length = std::sqrt(square);
  const double sign = x[0] < 0 ? -1 : 1;
  const double half = length * (length + sign * x[0]);
  x[0] += sign * length;
  matrix[at(corner * columns + corner)] = -sign;
  if (half == 0) return;
  const auto rows = static_cast<Index>(x.size());
  for (Index column = corner; column < columns; ++column) {
    double along = 0;
    for (Index row = 0; row < rows; ++row)
      along += x[at(row)] * matrix[at((corner + row) * columns + column)];
    for (Index row = 0; row < rows; ++row)
      matrix[at((corner + row) * columns + column)] -= x[at(row)] * (along / half);
  }
}

}  // namespace

std::vector<Index> permutation(Index n, Stream& stream) {
  std::vector<Index> order(at(n));
  std::iota(order.begin(), order.end(), Index{0});
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
  return order;
}

std::vector<double> dirichlet_rows(Index rows, Index length, double alpha, Stream& stream) {
  int places = 3;
  Index units = 1000;
  for (; units < 100 * length; units *= 10) ++places;
  std::vector<double> values;
  values.reserve(at(rows * length));
  for (Index row = 0; row < rows; ++row)
    for (const Index part : apportioned(probabilities(length, alpha, stream), units))
      values.push_back(to_double({part, -places}));
  return values;
}

std::vector<double> orthogonal(Index rows, Index columns, Stream& stream) {
  const Index tall = std::max(rows, columns);
  const Index thin = std::min(rows, columns);
  std::vector<double> matrix(at(tall * thin));
  for (Index corner = thin; corner-- > 0;) {
    std::vector<double> x(at(tall - corner));
    for (double& value : x) value = stream.normal();
    reflect(matrix, thin, corner, std::move(x));
  }
  if (rows >= columns) return matrix;
  std::vector<double> wide(matrix.size());
  for (Index row = 0; row < rows; ++row)
    for (Index column = 0; column < columns; ++column)
      wide[at(row * columns + column)] = matrix[at(column * rows + row)];
  return wide;
}

std::vector<double> positive_definite(Index n, double factor, Stream& stream) {
  std::vector<Index> tenths(at(n * n));
  for (Index& entry : tenths) entry = static_cast<Index>(std::round(10 * stream.normal()));
  const Decimal scale = shortest(factor);
  std::vector<double> values(at(n * n));
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j < n; ++j) {
      Index hundredths = i == j ? 100 * n : 0;
      for (Index k = 0; k < n; ++k) hundredths += tenths[at(i * n + k)] * tenths[at(j * n + k)];
      const auto scaled = product({hundredths, -2}, scale);
      values[at(i * n + j)] = scaled ? to_double(*scaled) : to_double({hundredths, -2}) * factor;
    }
  }
  return values;
}

std::vector<double> one_hot_rows(Index rows, Index length, Stream& stream) {
  std::vector<double> values(at(rows * length));
  for (Index row = 0; row < rows && length > 0; ++row)
    values[at(row * length) + stream.below(static_cast<std::uint64_t>(length))] = 1;
  return values;
}

std::vector<double> causal_mask(Index rows, Index columns) {
  std::vector<double> values;
  for (Index row = 0; row < rows; ++row)
    for (Index column = 0; column < columns; ++column) values.push_back(column <= row ? 1 : 0);
  return values;
}

}  // namespace grader::generate
