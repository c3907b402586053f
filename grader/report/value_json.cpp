#include "report/value_json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "judge/number_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using nlohmann::ordered_json;

/// A float32 as the shortest number that reads back as it: 0.1, not 0.10000000149011612.
ordered_json single_json(float number) {
  if (!std::isfinite(number)) return judge::exact_text(static_cast<double>(number));
  return std::strtod(fmt::format("{}", number).c_str(), nullptr);
}

ordered_json element_json(const model::Tensor& tensor, std::size_t at) {
  if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&tensor.data)) return (*integers)[at];
  if (const auto* booleans = std::get_if<std::vector<std::uint8_t>>(&tensor.data))
    return (*booleans)[at] != 0;
  if (const auto* singles = std::get_if<std::vector<float>>(&tensor.data)) return single_json((*singles)[at]);
  return number_json(std::get<std::vector<double>>(tensor.data)[at]);
}

/// The elements from `at` on, nested by the axes from `axis` on.
ordered_json nested(const model::Tensor& tensor, std::size_t axis, std::size_t& at) {
  if (axis == tensor.shape.size()) return element_json(tensor, at++);
  ordered_json list = ordered_json::array();
  for (model::Index i = 0; i < tensor.shape[axis]; ++i) list.push_back(nested(tensor, axis + 1, at));
  return list;
}

class Writer {
 public:
  explicit Writer(const JsonLimits& limits) : limits_(limits), left_(limits.leaves) {}

  ordered_json operator()(const model::Value& value) { return std::visit(*this, value.data); }

  ordered_json operator()(const model::Tensor& tensor) {
    if (tensor.size() == 0) return {{"shape", tensor.shape}};
    if (tensor.size() > left_) return {{"shape", tensor.shape}, {"left_out", true}};
    left_ -= tensor.size();
    std::size_t at = 0;
    return nested(tensor, 0, at);
  }
  ordered_json operator()(const std::string& text) {
    if (left_ <= 0) return {{"length", text.size()}, {"left_out", true}};
    --left_;
    const std::string_view part = util::cut_utf8(text, limits_.text);
    std::string written = util::repair_utf8(part);
    if (part.size() < text.size()) written += fmt::format("… ({} bytes left out)", text.size() - part.size());
    return written;
  }
  ordered_json operator()(const model::List& list) {
    if (static_cast<model::Index>(list.items.size()) > left_)
      return {{"length", list.items.size()}, {"left_out", true}};
    ordered_json items = ordered_json::array();
    for (const model::Value& item : list.items) items.push_back((*this)(item));
    return items;
  }
  ordered_json operator()(const model::Optional& optional) {
    return optional.item.empty() ? ordered_json(nullptr) : (*this)(optional.item[0]);
  }
  ordered_json operator()(const model::Record& record) {
    ordered_json object = ordered_json::object();
    for (const auto& [name, value] : record.fields) object[name] = (*this)(value);
    return object;
  }

 private:
  JsonLimits limits_;
  model::Index left_;
};

}  // namespace

ordered_json number_json(double number) {
  if (std::isfinite(number)) return number;
  return judge::exact_text(number);
}

ordered_json to_ordered_json(const model::Value& value, const JsonLimits& limits) {
  return Writer(limits)(value);
}

nlohmann::json to_json(const model::Value& value) { return nlohmann::json(to_ordered_json(value)); }

}  // namespace grader::report
