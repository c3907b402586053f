#include "cli/sample.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "spec/symbols.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

constexpr model::Index kItems = 2;          // of a list
constexpr const char* kText = "ab";         // a string, whose length may be a size
constexpr model::Index kSmallest = 2;       // size of the first symbol
constexpr model::Index kLargestStart = 12;  // where looking for sizes ends

/// int parameters that some dimension uses: their values are sizes.
std::set<std::string> sizes_among_parameters(const model::Function& function) {
  std::set<std::string> names;
  const auto collect = [&](const model::Dim& dim) {
    spec::for_each_name(dim, [&](const std::string& name) {
      if (spec::is_int_parameter(function, name)) names.insert(name);
    });
  };
  for (const model::Field& param : function.params) spec::for_each_dim(param.type, collect);
  spec::for_each_dim(function.returns, collect);
  return names;
}

/// Sizes that count up from `start` in the order of names.
model::Bindings first_guess(const model::Function& function, model::Index start) {
  model::Bindings sizes;
  model::Index next = start;
  for (const std::string& symbol : spec::symbols_of(function)) sizes[symbol] = next++;
  const auto parameters = sizes_among_parameters(function);
  for (const model::Field& param : function.params) {
    if (parameters.contains(param.name)) sizes[param.name] = next++;
    const std::string length = "len(" + param.name + ")";
    if (std::holds_alternative<model::ListType>(param.type.data)) sizes[length] = kItems;
    if (model::is_scalar(param.type, model::Scalar::string)) sizes[length] = 2;
    const auto* array = std::get_if<model::ArrayType>(&param.type.data);
    if (array == nullptr || array->dims.empty()) continue;
    if (const auto size = model::evaluate(array->dims.front(), sizes)) sizes[length] = *size;
  }
  return sizes;
}

/// Thrown inside only: a dimension has no size, or none that makes an example.
struct NoSize {};

class Maker {
 public:
  Maker(const model::Function& function, model::Bindings sizes)
      : function_(function), sizes_(std::move(sizes)) {}

  Sample make() {
    Sample sample{sizes_, {}};
    for (const model::Field& param : function_.params) {
      const bool is_size = sizes_.contains(param.name);
      next_ = 1;
      sample.arguments.fields.emplace_back(
          param.name,
          is_size ? model::Value{model::Tensor::scalar(sizes_.at(param.name))} : value(param.type));
    }
    spec::for_each_dim(function_.returns, [&](const model::Dim& dim) { size(dim); });
    model::Bindings bound;
    if (!model::bind(function_, sample.arguments, bound).empty()) throw NoSize{};
    return sample;
  }

 private:
  model::Index size(const model::Dim& dim) const {
    if (dim.op == model::Dim::Op::any) return kItems;
    const auto number = model::evaluate(dim, sizes_);
    if (!number || *number < 1) throw NoSize{};
    return *number;
  }

  model::Value value(const model::Type& type) {
    return std::visit([&](const auto& form) { return of(form); }, type.data);
  }

  model::Value of(const model::ArrayType& type) {
    if (type.element == model::Scalar::string) return {std::string(kText)};
    model::Shape shape;
    for (const model::Dim& dim : type.dims) shape.push_back(size(dim));
    model::Tensor tensor = model::Tensor::zeros(type.element, std::move(shape));
    std::visit([&](auto& elements) { fill(elements, type.dims.empty()); }, tensor.data);
    return {std::move(tensor)};
  }

  template <class T>
  void fill(std::vector<T>& elements, bool scalar) {
    for (T& element : elements) element = static_cast<T>(next_++);
    if (scalar && std::is_floating_point_v<T>) elements.front() = static_cast<T>(0.5);
  }
  void fill(std::vector<std::uint8_t>& elements, bool /*scalar*/) {
    for (std::uint8_t& element : elements) element = next_++ % 2 == 1 ? 1 : 0;
  }
  /// As indices they are small enough for whatever they point into.
  void fill(std::vector<std::int64_t>& elements, bool /*scalar*/) {
    for (std::int64_t& element : elements) element = next_++ % 2;
  }

  model::Value of(const model::ListType& type) {
    model::List list;
    for (model::Index i = 0; i < kItems; ++i) list.items.push_back(value(*type.item));
    return {std::move(list)};
  }
  model::Value of(const model::OptionalType& type) { return {model::Optional{{value(*type.item)}}}; }
  model::Value of(const model::RecordType& type) {
    model::Record record;
    for (const model::Field& field : type.def->fields)
      record.fields.emplace_back(field.name, value(field.type));
    return {std::move(record)};
  }

  const model::Function& function_;
  model::Bindings sizes_;
  std::int64_t next_ = 1;
};

std::string number_text(const model::Tensor& tensor, model::Index at) {
  const auto index = static_cast<std::size_t>(at);
  if (const auto* ints = std::get_if<std::vector<std::int64_t>>(&tensor.data))
    return std::to_string((*ints)[index]);
  if (tensor.element() == model::Scalar::boolean) return tensor.number(at) != 0 ? "true" : "false";
  return fmt::format("{:g}", tensor.number(at));
}

std::string tensor_text(const model::Tensor& tensor, std::size_t axis, model::Index& at) {
  if (axis == tensor.shape.size()) return number_text(tensor, at++);
  std::string text = "[";
  for (model::Index i = 0; i < tensor.shape[axis]; ++i)
    text += (i > 0 ? ", " : "") + tensor_text(tensor, axis + 1, at);
  return text + "]";
}

struct YamlText {
  std::string operator()(const model::Tensor& tensor) const {
    model::Index at = 0;
    return tensor_text(tensor, 0, at);
  }
  std::string operator()(const std::string& text) const { return yaml_text(text); }
  std::string operator()(const model::List& list) const {
    std::string text = "[";
    for (const model::Value& item : list.items) text += (text.size() > 1 ? ", " : "") + yaml_value(item);
    return text + "]";
  }
  std::string operator()(const model::Optional& optional) const {
    return optional.item.empty() ? "null" : yaml_value(optional.item.front());
  }
  std::string operator()(const model::Record& record) const {
    std::string text = "{";
    for (const auto& [name, value] : record.fields)
      text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", name, yaml_value(value));
    return text + "}";
  }
};

}  // namespace

Sample make_sample(const model::Function& function) {
  for (model::Index start = kSmallest; start <= kLargestStart; ++start) {
    try {
      return Maker(function, first_guess(function, start)).make();
    } catch (const NoSize&) {
      // Larger sizes may do: "N - 3" needs more than the smallest.
    }
  }
  throw util::UsageError("no small sizes were found that fit every type of the signature");
}

std::string yaml_value(const model::Value& value) { return std::visit(YamlText{}, value.data); }

std::string yaml_text(const std::string& text) { return nlohmann::json(text).dump(); }

}  // namespace grader::cli
