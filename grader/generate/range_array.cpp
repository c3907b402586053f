#include "generate/range_array.hpp"

#include <algorithm>
#include <cmath>

#include "generate/conform.hpp"
#include "generate/elements.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;
using model::Generator;
using model::Index;
using model::Tensor;

/// Whether one element is in range, which is a matter of the generator under one of its scales.
using Holds = std::function<bool(double)>;

bool has(const Generator& generator, std::initializer_list<Edge> edges) {
  return std::any_of(generator.edge.begin(), generator.edge.end(), [&edges](Edge edge) {
    return std::find(edges.begin(), edges.end(), edge) != edges.end();
  });
}

/// The 0 and 1 that edge cases put in, also where no draw could give them.
bool from_edge(const Generator& generator, double value) {
  if (value == 0) return has(generator, {Edge::zeros, Edge::one_hot});
  return value == 1 && has(generator, {Edge::ones, Edge::one_hot});
}

/// What the elements of a float32 array are rounded to.
double stored(double value, const Tensor& tensor) {
  return tensor.element() == model::Scalar::float32 ? static_cast<double>(static_cast<float>(value)) : value;
}

Holds holds_bounded(const Elements<double>& elements, const Tensor& tensor) {
  return [low = stored(elements.low, tensor), high = stored(elements.high, tensor)](double value) {
    return low <= value && value <= high;
  };
}

Holds holds_integers(const Generator& generator, const Elements<double>& elements, const Tensor& tensor,
                     Index low, double scale) {
  return [=, &generator, &tensor, bounded = holds_bounded(elements, tensor)](double value) {
    if (!bounded(value)) return false;
    const auto place = static_cast<Index>(std::round(value / scale)) - low;
    return stored(elements.ramp(place, 1), tensor) == value || from_edge(generator, value);
  };
}

Holds holds_choice(const Generator& generator, const Elements<double>& elements, const Tensor& tensor) {
  std::vector<double> options;
  const auto count = static_cast<Index>(generator.options.size());
  for (Index i = 0; i < count; ++i) options.push_back(stored(elements.ramp(i, count), tensor));
  return [options, &generator](double value) {
    return std::find(options.begin(), options.end(), value) != options.end() || from_edge(generator, value);
  };
}

/// Without spread there is one value for each scale and edge case.
Holds holds_mean(const Generator& generator, const Tensor& tensor, const Part& part) {
  Stream stream = part.stream("value");
  std::vector<double> values = {real_elements(generator, std::nullopt, part, stream).draw()};
  for (const Edge edge : generator.edge)
    values.push_back(real_elements(generator, edge, part, stream).draw());
  for (double& value : values) value = stored(value, tensor);
  const bool ramp = has(generator, {Edge::ramp});
  return [values, ramp, &generator, count = static_cast<double>(tensor.size())](double value) {
    return std::find(values.begin(), values.end(), value) != values.end() || from_edge(generator, value) ||
           (ramp && value >= 0 && value < count && std::floor(value) == value);
  };
}

/// `generator` has at most one scale here.
Holds holds(const Generator& generator, const Tensor& tensor, const Part& part) {
  Stream stream = part.stream("value");
  const auto elements = real_elements(generator, std::nullopt, part, stream);
  const double scale = generator.scale.empty() ? 1 : generator.scale[0];
  switch (generator.distribution) {
    case Distribution::integers:
      return holds_integers(generator, elements, tensor, part.whole(generator, "low", 0), scale);
    case Distribution::choice:
      return holds_choice(generator, elements, tensor);
    case Distribution::lognormal:
      return [](double value) { return value > 0 && std::isfinite(value); };
    case Distribution::normal:
      if (part.number(generator, "std", 1) == 0) return holds_mean(generator, tensor, part);
      return [](double value) { return std::isfinite(value); };
    default:
      return holds_bounded(elements, tensor);
  }
}

bool whole_in_range(const Generator& generator, const std::vector<std::int64_t>& values, const Part& part) {
  Stream stream = part.stream("value");
  const auto elements = whole_elements(generator, part, stream);
  if (generator.distribution == Distribution::integers)
    return std::all_of(values.begin(), values.end(), [&elements](std::int64_t value) {
      return elements.low <= value && value <= elements.high;
    });
  std::vector<std::int64_t> options;
  const auto count = static_cast<Index>(generator.options.size());
  for (Index i = 0; i < count; ++i) options.push_back(elements.ramp(i, count));
  return std::all_of(values.begin(), values.end(), [&](std::int64_t value) {
    return std::find(options.begin(), options.end(), value) != options.end() ||
           from_edge(generator, static_cast<double>(value));
  });
}

}  // namespace

bool elements_in_range(const Generator& generator, const Tensor& tensor, const Part& part) {
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&tensor.data))
    return whole_in_range(generator, *whole, part);
  const auto all_hold = [&](const Generator& scaled) {
    const Holds one = holds(scaled, tensor, part);
    for (Index i = 0; i < tensor.size(); ++i)
      if (!one(tensor.number(i))) return false;
    return true;
  };
  Generator scaled = generator;
  if (generator.scale.empty()) return all_hold(scaled);
  return std::any_of(generator.scale.begin(), generator.scale.end(), [&](double scale) {
    scaled.scale = {scale};
    return all_hold(scaled);
  });
}

}  // namespace grader::generate
