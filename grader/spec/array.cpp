#include "spec/array.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "spec/values.hpp"

namespace grader::spec {
namespace {

class ArrayReader {
 public:
  ArrayReader(const model::ArrayType& type, const std::string& what, Problems& problems)
      : type_(type), what_(named(what)), problems_(problems), tensor_(no_elements(type.element)) {
    tensor_.shape.assign(type.dims.size(), kUnknown);
  }

  std::optional<model::Tensor> read(const Node& node) {
    const std::size_t before = problems_.count();
    read_axis(node, 0);
    if (problems_.count() != before || failed_) return std::nullopt;
    const bool complete =
        std::find(tensor_.shape.begin(), tensor_.shape.end(), kUnknown) == tensor_.shape.end();
    if (complete) return std::move(tensor_);
    problems_.add(node.place, fmt::format("the shape of {} cannot be seen", what_),
                  "write an array without elements as {shape: [0, 3]}");
    return std::nullopt;
  }

 private:
  static constexpr model::Index kUnknown = -1;

  void read_axis(const Node& node, std::size_t axis) {
    if (axis == type_.dims.size()) return node.is_sequence() ? wrong_depth(node, axis) : read_element(node);
    if (!node.is_sequence()) return wrong_depth(node, axis);
    const auto size = static_cast<model::Index>(node.items.size());
    if (tensor_.shape[axis] == kUnknown) {
      tensor_.shape[axis] = size;
    } else if (tensor_.shape[axis] != size) {
      failed_ = true;
      problems_.add(node.place,
                    fmt::format("ragged array: this row of {} has {}, those before it {}", what_,
                                counted(node.items.size(), "element", "elements"), tensor_.shape[axis]));
    }
    for (const Node& item : node.items) read_axis(item, axis + 1);
  }

  void wrong_depth(const Node& node, std::size_t axis) {
    if (wrong_depth_) return;
    wrong_depth_ = failed_ = true;
    const std::string type = model::to_string(model::Type{type_});
    if (axis == 0 && !node.is_sequence())
      problems_.add(node.place, fmt::format("{} must be {}, found {}", what_, type, describe(node)));
    else if (type_.dims.empty())
      problems_.add(node.place, fmt::format("{} must be {}, found a list", what_, type));
    else
      problems_.add(node.place,
                    fmt::format("{} must be {}: {} of lists, found {} at depth {}", what_, type,
                                counted(type_.dims.size(), "level", "levels"), describe(node), axis + 1));
  }

  void read_element(const Node& node) {
    const std::string what = type_.dims.empty() ? what_ : "an element of " + what_;
    switch (type_.element) {
      case model::Scalar::int64:
        return append<std::int64_t>(read_int(node, what, problems_));
      case model::Scalar::boolean:
        return append<std::uint8_t>(read_bool(node, what, problems_));
      case model::Scalar::float32:
        return append<float>(in_float32(node, what));
      default:
        return append<double>(read_float(node, what, problems_));
    }
  }

  std::optional<double> in_float32(const Node& node, const std::string& what) {
    const auto value = read_float(node, what, problems_);
    if (!value || !std::isfinite(*value) || std::abs(*value) <= std::numeric_limits<float>::max())
      return value;
    problems_.add(node.place,
                  fmt::format("{}: {} is outside the range of a float32", what, in_quotes(node.text)));
    return std::nullopt;
  }

  template <class T, class Read>
  void append(std::optional<Read> value) {
    if (value)
      std::get<std::vector<T>>(tensor_.data).push_back(static_cast<T>(*value));
    else
      failed_ = true;
  }

  const model::ArrayType& type_;
  std::string what_;
  Problems& problems_;
  model::Tensor tensor_;
  bool failed_ = false;
  bool wrong_depth_ = false;
};

}  // namespace

model::Tensor no_elements(model::Scalar element) {
  switch (element) {
    case model::Scalar::float32:
      return {{}, std::vector<float>{}};
    case model::Scalar::int64:
      return {{}, std::vector<std::int64_t>{}};
    case model::Scalar::boolean:
      return {{}, std::vector<std::uint8_t>{}};
    default:
      return {{}, std::vector<double>{}};
  }
}

std::optional<model::Tensor> read_array(const Node& node, const model::ArrayType& type,
                                        const std::string& what, Problems& problems) {
  return ArrayReader(type, what, problems).read(node);
}

std::optional<model::Tensor> read_empty_array(const Node& mapping, const model::ArrayType& type,
                                              const std::string& what, Problems& problems) {
  const Node& sizes = *mapping.find("shape");
  refuse_unknown(mapping, {"shape"}, problems);
  if (!is_sequence(sizes, "'shape'", problems)) return std::nullopt;
  constexpr std::int64_t kLargest = 1'000'000;
  model::Tensor tensor = no_elements(type.element);
  for (const Node& item : sizes.items) {
    const auto size = read_int_within(item, "a size of 'shape'", 0, kLargest, problems);
    if (!size) return std::nullopt;
    tensor.shape.push_back(*size);
  }
  if (tensor.shape.size() != type.dims.size())
    problems.add(sizes.place, fmt::format("{} must be {}, found a shape of {}", named(what),
                                          model::to_string(model::Type{type}),
                                          counted(tensor.shape.size(), "axis", "axes")));
  else if (std::find(tensor.shape.begin(), tensor.shape.end(), 0) == tensor.shape.end())
    problems.add(sizes.place, fmt::format("{} has elements; 'shape' is for arrays without any", named(what)),
                 "write the elements as nested lists");
  else
    return tensor;
  return std::nullopt;
}

}  // namespace grader::spec
