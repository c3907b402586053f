#include "model/closeness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace grader::model {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// A power of two, so that scaling by it rounds nothing that matters beside a number that overflows.
constexpr double kScale = 0x1p-600;

double divide(double difference, double by) { return by == 0 ? kInfinity : difference / by; }

ElementDifference wrong_by_kind(bool not_finite) {
  return {true, not_finite, kInfinity, kInfinity, kInfinity};
}

ElementDifference judge(double difference, double size, double allowed) {
  // Not `difference > allowed`: whatever is not a number has to end up wrong.
  if (difference <= allowed) return {};
  return {true, false, difference, divide(difference, size), divide(difference, allowed)};
}

/// Which of two wrong elements is worse.
auto badness(const ElementDifference& difference) {
  return std::tuple(difference.not_finite, difference.times_tolerance, difference.absolute);
}

template <class Elements, class Compare>
TensorComparison compare_elements(const Elements& actual, const Elements& expected, Compare compare) {
  TensorComparison result;
  ElementDifference worst;
  result.difference.wrong.resize(expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const ElementDifference element = compare(actual[i], expected[i]);
    if (!element.wrong) continue;
    result.difference.wrong[i] = true;
    if (result.difference.wrong_count++ > 0 && badness(element) <= badness(worst)) continue;
    worst = element;
    result.difference.worst = static_cast<Index>(i);
  }
  result.difference.absolute_error = worst.absolute;
  result.difference.relative_error = worst.relative;
  result.difference.times_tolerance = worst.times_tolerance;
  result.not_finite = worst.not_finite;
  return result;
}

}  // namespace

ElementDifference compare_numbers(double actual, double expected, const Tolerance& tolerance) {
  if (std::isnan(expected)) return std::isnan(actual) ? ElementDifference{} : wrong_by_kind(false);
  if (std::isinf(expected)) return actual == expected ? ElementDifference{} : wrong_by_kind(false);
  if (!std::isfinite(actual)) return wrong_by_kind(true);
  const double difference = std::abs(actual - expected);
  const double allowed = tolerance.atol + tolerance.rtol * std::abs(expected);
  if (std::isfinite(difference) && std::isfinite(allowed))
    return judge(difference, std::abs(expected), allowed);
  const double size = std::abs(expected) * kScale;
  ElementDifference scaled = judge(std::abs(actual * kScale - expected * kScale), size,
                                   tolerance.atol * kScale + tolerance.rtol * size);
  if (scaled.wrong) scaled.absolute = difference;
  return scaled;
}

ElementDifference compare_integers(std::int64_t actual, std::int64_t expected) {
  if (actual == expected) return {};
  const auto high = static_cast<std::uint64_t>(std::max(actual, expected));
  const auto low = static_cast<std::uint64_t>(std::min(actual, expected));
  const auto difference = static_cast<double>(high - low);
  return {true, false, difference, divide(difference, std::abs(static_cast<double>(expected))), kInfinity};
}

TensorComparison compare_tensors(const Tensor& actual, const Tensor& expected, const Tolerance& tolerance) {
  const auto within = [&tolerance](auto a, auto e) {
    return compare_numbers(static_cast<double>(a), static_cast<double>(e), tolerance);
  };
  const auto exactly = [](auto a, auto e) { return compare_integers(a, e); };
  switch (expected.element()) {
    case Scalar::int64:
      return compare_elements(std::get<std::vector<std::int64_t>>(actual.data),
                              std::get<std::vector<std::int64_t>>(expected.data), exactly);
    case Scalar::boolean:
      return compare_elements(std::get<std::vector<std::uint8_t>>(actual.data),
                              std::get<std::vector<std::uint8_t>>(expected.data), exactly);
    case Scalar::float32:
      return compare_elements(std::get<std::vector<float>>(actual.data),
                              std::get<std::vector<float>>(expected.data), within);
    default:
      return compare_elements(std::get<std::vector<double>>(actual.data),
                              std::get<std::vector<double>>(expected.data), within);
  }
}

Index first_not_finite(const Tensor& tensor) {
  if (tensor.element() != Scalar::float64 && tensor.element() != Scalar::float32) return -1;
  for (Index i = 0; i < tensor.size(); ++i)
    if (!std::isfinite(tensor.number(i))) return i;
  return -1;
}

}  // namespace grader::model
