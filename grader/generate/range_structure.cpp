#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "generate/edges.hpp"
#include "generate/range_array.hpp"
#include "generate/structured.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;
using model::Index;
using model::Tensor;

std::vector<double> numbers(const Tensor& tensor) {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(tensor.size()));
  for (Index i = 0; i < tensor.size(); ++i) values.push_back(tensor.number(i));
  return values;
}

Eigen::MatrixXd matrix(const Tensor& tensor) {
  const std::vector<double> values = numbers(tensor);
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return Eigen::Map<const RowMajor>(values.data(), tensor.shape[0], tensor.shape[1]);
}

double rounding(const Tensor& tensor) { return tensor.element() == model::Scalar::float32 ? 1e-5 : 1e-9; }

bool is_permutation(const Tensor& tensor) {
  if (tensor.shape.size() != 1) return false;
  std::vector<double> values = numbers(tensor);
  std::sort(values.begin(), values.end());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] != static_cast<double>(i)) return false;
  return true;
}

bool is_simplex(const Tensor& tensor, bool with_corners) {
  const std::vector<double> values = numbers(tensor);
  const auto length = static_cast<std::size_t>(row_length(tensor.shape));
  if (tensor.shape.empty() || length == 0) return false;
  for (const double value : values)
    if (!(value > 0) && !(with_corners && value == 0)) return false;
  for (std::size_t start = 0; start < values.size(); start += length) {
    const auto row = values.begin() + static_cast<std::ptrdiff_t>(start);
    const double sum = std::accumulate(row, row + static_cast<std::ptrdiff_t>(length), 0.0);
    if (!(std::fabs(sum - 1) <= rounding(tensor))) return false;
  }
  return true;
}

bool is_orthogonal(const Tensor& tensor) {
  if (tensor.shape.size() != 2) return false;
  Eigen::MatrixXd tall = matrix(tensor);
  if (tall.rows() < tall.cols()) tall.transposeInPlace();
  const Eigen::MatrixXd error = tall.transpose() * tall - Eigen::MatrixXd::Identity(tall.cols(), tall.cols());
  return error.size() == 0 || (error.allFinite() && error.cwiseAbs().maxCoeff() <= rounding(tensor));
}

bool is_positive_definite(const Tensor& tensor) {
  if (tensor.shape.size() != 2 || tensor.shape[0] != tensor.shape[1]) return false;
  const Eigen::MatrixXd values = matrix(tensor);
  if (values.size() == 0) return true;
  return values.allFinite() && values == values.transpose() &&
         Eigen::LLT<Eigen::MatrixXd>(values).info() == Eigen::Success;
}

bool is_one_hot(const Tensor& tensor) {
  const std::vector<double> values = numbers(tensor);
  const auto length = static_cast<std::ptrdiff_t>(row_length(tensor.shape));
  if (tensor.shape.empty() || tensor.shape.size() > 2) return false;
  for (auto row = values.begin(); row != values.end(); row += length)
    if (std::count(row, row + length, 1.0) != 1 || std::count(row, row + length, 0.0) != length - 1)
      return false;
  return true;
}

}  // namespace

bool is_structured(Distribution distribution) {
  switch (distribution) {
    case Distribution::dirichlet:
    case Distribution::permutation:
    case Distribution::orthogonal:
    case Distribution::spd:
    case Distribution::one_hot:
    case Distribution::causal_mask:
      return true;
    default:
      return false;
  }
}

bool structure_in_range(const model::Generator& generator, const Tensor& tensor) {
  const auto& edges = generator.edge;
  switch (generator.distribution) {
    case Distribution::dirichlet:
      return is_simplex(tensor, std::find(edges.begin(), edges.end(), Edge::one_hot) != edges.end());
    case Distribution::permutation:
      return is_permutation(tensor);
    case Distribution::orthogonal:
      return is_orthogonal(tensor);
    case Distribution::spd:
      return is_positive_definite(tensor);
    case Distribution::one_hot:
      return is_one_hot(tensor);
    case Distribution::causal_mask:
      return tensor.shape.size() == 2 && numbers(tensor) == causal_mask(tensor.shape[0], tensor.shape[1]);
    default:
      return true;
  }
}

}  // namespace grader::generate
