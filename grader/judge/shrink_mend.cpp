#include "judge/shrink_mend.hpp"

#include <algorithm>
#include <cmath>

#include "generate/range_array.hpp"

namespace grader::judge {
namespace {

using model::Distribution;
using model::Index;
using model::Tensor;

bool has_structure(const Tensor& tensor, Distribution distribution) {
  model::Generator generator;
  generator.distribution = distribution;
  return generate::structure_in_range(generator, tensor);
}

Index row_length(const Tensor& tensor) { return tensor.shape.empty() ? 1 : tensor.shape.back(); }

void rank_again(Tensor& tensor) {
  std::vector<double> sorted;
  for (Index i = 0; i < tensor.size(); ++i) sorted.push_back(tensor.number(i));
  std::sort(sorted.begin(), sorted.end());
  for (Index i = 0; i < tensor.size(); ++i)
    set_number(tensor, i,
               static_cast<double>(std::lower_bound(sorted.begin(), sorted.end(), tensor.number(i)) -
                                   sorted.begin()));
}

/// Short fractions near to what the row was, one unit at least for each; the largest takes the rest.
void sum_to_one(Tensor& tensor, Index start, Index length) {
  double units = 1000;
  while (units < 10 * static_cast<double>(length)) units *= 10;
  double sum = 0;
  Index largest = start;
  for (Index i = start; i < start + length; ++i) {
    sum += tensor.number(i);
    if (tensor.number(i) > tensor.number(largest)) largest = i;
  }
  double left = units;
  std::vector<double> shares;
  for (Index i = start; i < start + length; ++i) {
    shares.push_back(std::max(1.0, std::round(tensor.number(i) / sum * units)));
    left -= shares.back();
  }
  shares[static_cast<std::size_t>(largest - start)] += left;
  for (Index i = start; i < start + length; ++i)
    set_number(tensor, i, shares[static_cast<std::size_t>(i - start)] / units);
}

void heat(Tensor& tensor, Index start, Index length) {
  for (Index i = start; i < start + length; ++i)
    if (tensor.number(i) == 1) return;
  set_number(tensor, start, 1);
}

void each_row(Tensor& tensor, void (*change)(Tensor&, Index start, Index length)) {
  const Index length = row_length(tensor);
  for (Index start = 0; length > 0 && start < tensor.size(); start += length) change(tensor, start, length);
}

void fill_by_place(Tensor& tensor, double (*value)(Index row, Index column)) {
  for (Index i = 0; i < tensor.size(); ++i)
    set_number(tensor, i, value(i / tensor.shape[1], i % tensor.shape[1]));
}

/// Indices go where what they stood for went, or to what is next to it now.
void follow(const Cut& cut, Tensor& tensor) {
  if (cut.keep.empty()) return;
  for (std::int64_t& index : std::get<std::vector<std::int64_t>>(tensor.data)) {
    if (index < 0 || index >= cut.size) continue;
    const auto place = std::lower_bound(cut.keep.begin(), cut.keep.end(), index) - cut.keep.begin();
    index = std::min<std::int64_t>(place, static_cast<std::int64_t>(cut.keep.size()) - 1);
  }
}

}  // namespace

void set_number(Tensor& tensor, Index flat, double number) {
  std::visit(
      [&](auto& elements) {
        using Element = typename std::decay_t<decltype(elements)>::value_type;
        elements[static_cast<std::size_t>(flat)] = static_cast<Element>(number);
      },
      tensor.data);
}

void mend(const Tensor& before, const Cut& cut, Tensor& after) {
  const std::size_t rank = before.shape.size();
  const bool whole = before.element() == model::Scalar::int64;
  const bool boolean = before.element() == model::Scalar::boolean;
  if (rank == 1 && !boolean && has_structure(before, Distribution::permutation)) return rank_again(after);
  if (boolean && has_structure(before, Distribution::causal_mask))
    return fill_by_place(after, [](Index row, Index column) { return column <= row ? 1.0 : 0.0; });
  if (rank > 0 && row_length(before) > 0 && has_structure(before, Distribution::one_hot))
    return each_row(after, heat);
  if (whole) return follow(cut, after);
  if (boolean || rank == 0) return;
  if (has_structure(before, Distribution::dirichlet)) return each_row(after, sum_to_one);
  if (has_structure(before, Distribution::orthogonal))
    fill_by_place(after, [](Index row, Index column) { return row == column ? 1.0 : 0.0; });
}

}  // namespace grader::judge
