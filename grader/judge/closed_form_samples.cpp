#include "judge/closed_form_samples.hpp"

#include <algorithm>
#include <cmath>

namespace grader::judge {
namespace {

using model::Tensor;
using model::Value;

bool is_float(const Tensor& tensor) {
  return tensor.element() == model::Scalar::float64 || tensor.element() == model::Scalar::float32;
}

bool all_finite(const Tensor& tensor) {
  for (model::Index i = 0; i < tensor.size(); ++i)
    if (!std::isfinite(tensor.number(i))) return false;
  return true;
}

bool agrees(const Sample& sample) {
  if (sample.actual->shape != sample.expected->shape) return false;
  const double noise = rounding_of(*sample.expected) * scale_of(*sample.expected);
  for (model::Index i = 0; i < sample.expected->size(); ++i)
    if (!(std::fabs(sample.actual->number(i) - sample.expected->number(i)) <= noise)) return false;
  return true;
}

/// Walks both results side by side; false where they cannot be held against each other.
class Collector {
 public:
  Collector(std::size_t observation, std::map<std::string, Samples>& samples)
      : observation_(observation), samples_(samples) {}

  bool collect(const Value& actual, const Value& expected, const std::string& path) {
    if (actual.data.index() != expected.data.index()) return false;
    if (const auto* tensor = std::get_if<Tensor>(&expected.data)) {
      const auto& own = std::get<Tensor>(actual.data);
      if (own.element() != tensor->element()) return false;
      if (!is_float(*tensor)) return own == *tensor;
      samples_[path].push_back({observation_, &own, tensor});
      return true;
    }
    if (const auto* text = std::get_if<std::string>(&expected.data))
      return std::get<std::string>(actual.data) == *text;
    if (const auto* list = std::get_if<model::List>(&expected.data))
      return collect_all(std::get<model::List>(actual.data).items, list->items, path + "[]");
    if (const auto* optional = std::get_if<model::Optional>(&expected.data))
      return collect_all(std::get<model::Optional>(actual.data).item, optional->item, path);
    return collect_fields(std::get<model::Record>(actual.data), std::get<model::Record>(expected.data), path);
  }

 private:
  bool collect_all(const std::vector<Value>& actual, const std::vector<Value>& expected,
                   const std::string& path) {
    return std::equal(actual.begin(), actual.end(), expected.begin(), expected.end(),
                      [&](const Value& a, const Value& e) { return collect(a, e, path); });
  }
  bool collect_fields(const model::Record& actual, const model::Record& expected, const std::string& path) {
    return std::equal(actual.fields.begin(), actual.fields.end(), expected.fields.begin(),
                      expected.fields.end(), [&](const auto& a, const auto& e) {
                        return a.first == e.first && collect(a.second, e.second, joined(path, e.first));
                      });
  }
  static std::string joined(const std::string& path, const std::string& field) {
    return path.empty() ? field : path + "." + field;
  }

  std::size_t observation_;
  std::map<std::string, Samples>& samples_;
};

}  // namespace

double rounding_of(const Tensor& tensor) { return tensor.element() == model::Scalar::float32 ? 1e-5 : 1e-9; }

double scale_of(const Tensor& tensor) {
  double scale = 0;
  for (model::Index i = 0; i < tensor.size(); ++i) scale = std::max(scale, std::fabs(tensor.number(i)));
  return scale;
}

double noise_of(const Tensor& tensor) { return 1e-4 * rounding_of(tensor) * scale_of(tensor); }

std::optional<std::map<std::string, Samples>> differing_samples(
    const std::vector<Observation>& observations) {
  std::map<std::string, Samples> samples;
  for (std::size_t i = 0; i < observations.size(); ++i)
    if (!Collector(i, samples).collect(observations[i].actual, observations[i].expected, ""))
      return std::nullopt;
  std::erase_if(samples, [](const auto& field) {
    return std::all_of(field.second.begin(), field.second.end(), agrees);
  });
  for (const auto& field : samples)
    for (const Sample& sample : field.second)
      if (!all_finite(*sample.actual) || !all_finite(*sample.expected)) return std::nullopt;
  return samples;
}

}  // namespace grader::judge
