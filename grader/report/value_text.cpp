#include "report/value_text.hpp"

#include <fmt/format.h>

#include "judge/number_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

constexpr model::Index kWhole = 64;        // elements of an array that is shown without gaps
constexpr std::size_t kWholeList = 6;      // items of a list
constexpr std::size_t kLongestText = 400;  // bytes of a string

/// How many elements of each axis are shown at either end of a summarised array.
model::Index edge_of(std::size_t rank) { return rank == 1 ? 4 : rank == 2 ? 3 : 1; }

class TensorText {
 public:
  explicit TensorText(const model::Tensor& tensor) : tensor_(tensor), summarised_(tensor.size() > kWhole) {}

  std::string text() const {
    if (tensor_.shape.empty()) return judge::exact_text(tensor_, 0);
    if (tensor_.size() == 0) return fmt::format("[] ({})", model::to_string(tensor_.shape));
    const std::string elements = axis_text(0, 0);
    return summarised_ ? fmt::format("{} ({})", elements, model::to_string(tensor_.shape)) : elements;
  }

 private:
  std::string axis_text(std::size_t axis, model::Index first) const {
    if (axis == tensor_.shape.size()) return judge::exact_text(tensor_, first);
    const model::Index size = tensor_.shape[axis];
    const model::Index edge = edge_of(tensor_.shape.size());
    const bool gap = summarised_ && size > 2 * edge;
    std::string text;
    for (model::Index i = 0; i < size; ++i) {
      if (gap && i == edge) {
        text += ", …";
        i = size - edge;
      }
      text += (i == 0 ? "" : ", ") + axis_text(axis + 1, first * size_of(axis) + i);
    }
    return "[" + text + "]";
  }
  model::Index size_of(std::size_t axis) const { return tensor_.shape[axis]; }

  const model::Tensor& tensor_;
  bool summarised_;
};

struct Text {
  std::string operator()(const model::Tensor& tensor) const { return TensorText(tensor).text(); }
  std::string operator()(const std::string& text) const { return util::quoted(text, kLongestText); }
  std::string operator()(const model::List& list) const {
    const std::size_t size = list.items.size();
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
      if (size > kWholeList && i == 3) {
        text += ", …";
        i = size - 1;
      }
      text += (i == 0 ? "" : ", ") + value_text(list.items[i]);
    }
    return size > kWholeList ? fmt::format("[{}] ({} items)", text, size) : "[" + text + "]";
  }
  std::string operator()(const model::Optional& optional) const {
    return optional.item.empty() ? "none" : value_text(optional.item[0]);
  }
  std::string operator()(const model::Record& record) const {
    std::string text;
    for (const auto& [name, value] : record.fields)
      text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", name, value_text(value));
    return "{" + text + "}";
  }
};

}  // namespace

std::string value_text(const model::Value& value) { return std::visit(Text{}, value.data); }

std::string points_text(double points) {
  std::string text = fmt::format("{:.2f}", points);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string count_text(model::Index count, const std::string& one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace grader::report
