#include "judge/corridor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace grader::judge {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double between(const model::Tensor& actual, const model::Tensor& expected,
               const model::Tolerance& tolerance) {
  double largest = 0;
  for (model::Index i = 0; i < expected.size(); ++i) {
    const double a = actual.number(i);
    const double e = expected.number(i);
    if (a == e || (std::isnan(a) && std::isnan(e))) continue;
    const double times = std::abs(a - e) / (tolerance.atol + tolerance.rtol * std::abs(e));
    largest = std::max(largest, std::isfinite(times) ? times : kInfinity);
  }
  return largest;
}

/// Goes through the floats that have a counterpart.
double walk(const model::Value& actual, const model::Value& expected, const Rules& rules,
            const std::string& top) {
  if (actual.data.index() != expected.data.index()) return 0;
  if (const auto* tensor = std::get_if<model::Tensor>(&expected.data)) {
    const auto& other = std::get<model::Tensor>(actual.data);
    const bool floats =
        tensor->element() == model::Scalar::float64 || tensor->element() == model::Scalar::float32;
    return floats && other.shape == tensor->shape ? between(other, *tensor, rules.tolerance) : 0;
  }
  double largest = 0;
  if (const auto* record = std::get_if<model::Record>(&expected.data)) {
    const auto& fields = rules.compare.fields;
    for (const auto& [name, value] : record->fields) {
      const bool compared =
          rules.compare.all || !top.empty() || std::find(fields.begin(), fields.end(), name) != fields.end();
      const model::Value* other = std::get<model::Record>(actual.data).find(name);
      if (compared && other != nullptr) largest = std::max(largest, walk(*other, value, rules, name));
    }
  }
  if (const auto* list = std::get_if<model::List>(&expected.data)) {
    const auto& others = std::get<model::List>(actual.data).items;
    for (std::size_t i = 0; i < std::min(others.size(), list->items.size()); ++i)
      largest = std::max(largest, walk(others[i], list->items[i], rules, "item"));
  }
  if (const auto* optional = std::get_if<model::Optional>(&expected.data)) {
    const auto& other = std::get<model::Optional>(actual.data).item;
    if (!other.empty() && !optional->item.empty()) largest = walk(other[0], optional->item[0], rules, "item");
  }
  return largest;
}

}  // namespace

double float_distance(const model::Value& actual, const model::Value& expected, const Rules& rules) {
  const bool nothing = !rules.compare.all && rules.compare.fields.empty();
  return nothing ? 0 : walk(actual, expected, rules, "");
}

double distance(const model::Value& actual, const model::Value& expected, const Rules& rules) {
  const double floats = float_distance(actual, expected, rules);
  if (compare(actual, expected, rules).verdict == model::Verdict::accepted) return floats;
  // Something is wrong; where it is no float, no tolerance helps.
  return floats > 1 ? floats : kInfinity;
}

}  // namespace grader::judge
