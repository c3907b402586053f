#include "judge/shrink_cut.hpp"

#include <algorithm>
#include <numeric>

#include "judge/shrink_mend.hpp"

namespace grader::judge {
namespace {

using model::Dim;
using model::Index;
using Indices = std::vector<Index>;

constexpr Index kLargestSize = Index{1} << 24;

Indices first(Index count) {
  Indices indices(static_cast<std::size_t>(count));
  std::iota(indices.begin(), indices.end(), Index{0});
  return indices;
}

/// The elements of `tensor` at the given indices of every axis.
model::Tensor gathered(const model::Tensor& tensor, const std::vector<Indices>& axes) {
  model::Shape shape;
  for (const Indices& axis : axes) shape.push_back(static_cast<Index>(axis.size()));
  const auto from = [&](Index flat) {
    Index source = 0;
    const model::Shape index = model::unravel(flat, shape);
    for (std::size_t axis = 0; axis < axes.size(); ++axis)
      source = source * tensor.shape[axis] + axes[axis][static_cast<std::size_t>(index[axis])];
    return static_cast<std::size_t>(source);
  };
  return std::visit(
      [&](const auto& elements) {
        std::decay_t<decltype(elements)> result;
        for (Index flat = 0; flat < model::element_count(shape); ++flat)
          result.push_back(elements[from(flat)]);
        return model::Tensor{shape, std::move(result)};
      },
      tensor.data);
}

class Cutter {
 public:
  Cutter(const model::Function& function, const model::Bindings& bindings, const Cut& cut)
      : function_(function), bindings_(bindings), cut_(cut) {}

  std::optional<model::Arguments> operator()(model::Arguments arguments) {
    for (std::size_t i = 0; i < function_.params.size() && i < arguments.fields.size(); ++i) {
      const model::Field& param = function_.params[i];
      model::Value& value = arguments.fields[i].second;
      if (cut_.names.contains(param.name) && model::is_scalar(param.type, model::Scalar::int64))
        value = {model::Tensor::scalar(new_size())};
      else
        walk(value, param.type, param.name);
    }
    return possible_ ? std::optional(std::move(arguments)) : std::nullopt;
  }

 private:
  void walk(model::Value& value, const model::Type& type, const std::string& path) {
    if (auto* tensor = std::get_if<model::Tensor>(&value.data)) {
      cut_tensor(*tensor, std::get<model::ArrayType>(type.data), path);
    } else if (auto* text = std::get_if<std::string>(&value.data)) {
      if (cut_.names.contains(length_name(path))) cut_text(*text);
    } else if (auto* list = std::get_if<model::List>(&value.data)) {
      cut_list(*list, *std::get<model::ListType>(type.data).item, path);
    } else if (auto* optional = std::get_if<model::Optional>(&value.data)) {
      for (model::Value& item : optional->item)
        walk(item, *std::get<model::OptionalType>(type.data).item, path);
    } else {
      auto& fields = std::get<model::Record>(value.data).fields;
      const auto& types = std::get<model::RecordType>(type.data).def->fields;
      for (std::size_t i = 0; i < fields.size(); ++i)
        walk(fields[i].second, types[i].type, path + "." + fields[i].first);
    }
  }

  void cut_tensor(model::Tensor& tensor, const model::ArrayType& type, const std::string& path) {
    std::vector<Indices> axes;
    bool changes = false;
    for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
      axes.push_back(kept_axis(type.dims[axis], tensor.shape[axis], axis_name(path, axis)));
      changes = changes || axes.back() != first(tensor.shape[axis]);
    }
    if (!possible_) return;
    model::Tensor after = changes ? gathered(tensor, axes) : tensor;
    if (cut_.mend) mend(tensor, cut_, after);
    tensor = std::move(after);
  }
  void cut_text(std::string& text) {
    std::string shorter;
    for (const Index i : cut_.keep) shorter += text[static_cast<std::size_t>(i)];
    text = std::move(shorter);
  }
  void cut_list(model::List& list, const model::Type& item, const std::string& path) {
    for (std::size_t i = 0; i < list.items.size(); ++i)
      walk(list.items[i], item, path + "[" + std::to_string(i) + "]");
    if (!cut_.names.contains(length_name(path))) return;
    std::vector<model::Value> shorter;
    for (const Index i : cut_.keep) shorter.push_back(std::move(list.items[static_cast<std::size_t>(i)]));
    list.items = std::move(shorter);
  }

  Index new_size() const { return static_cast<Index>(cut_.keep.size()); }

  Indices kept_axis(const Dim& dim, Index size, const std::string& name) {
    if (dim.op == Dim::Op::any) return cut_.names.contains(name) ? cut_.keep : first(size);
    // Of a symbol that only expressions show there may be no size.
    return model::evaluate(dim, bindings_) == size ? kept(dim) : first(size);
  }

  /// The indices that stay of a dimension that can be evaluated.
  Indices kept(const Dim& dim) {
    const Index before = model::evaluate(dim, bindings_).value_or(-1);
    if (before < 0 || before > kLargestSize) {
      possible_ = false;
      return {};
    }
    if (is_cut(dim)) return cut_.keep;
    if (dim.op == Dim::Op::length)
      if (const Dim* length = length_of(dim.name); length != nullptr && length->op != Dim::Op::any)
        return kept(*length);
    if (dim.op == Dim::Op::multiply) return product(dim);
    if (dim.op == Dim::Op::add) return sum(dim);
    Indices indices = first(std::clamp<Index>(size_after(dim), 0, kLargestSize));
    if (size_after(dim) < 0 || (before == 0 && !indices.empty())) possible_ = false;
    for (Index& index : indices) index = std::min(index, before - 1);
    return indices;
  }
  Indices product(const Dim& dim) {
    const Index inner = model::evaluate(dim.operands[1], bindings_).value_or(0);
    const Indices right = kept(dim.operands[1]);
    Indices indices;
    for (const Index block : kept(dim.operands[0]))
      for (const Index i : right) indices.push_back(block * inner + i);
    return indices;
  }
  Indices sum(const Dim& dim) {
    Indices indices = kept(dim.operands[0]);
    const Index offset = model::evaluate(dim.operands[0], bindings_).value_or(0);
    for (const Index i : kept(dim.operands[1])) indices.push_back(offset + i);
    return indices;
  }

  Index size_after(const Dim& dim) const {
    if (is_cut(dim)) return new_size();
    if (dim.op == Dim::Op::length)
      if (const Dim* length = length_of(dim.name); length != nullptr && length->op != Dim::Op::any)
        return size_after(*length);
    Dim reduced = dim;
    for (Dim& operand : reduced.operands) operand = Dim::of(size_after(operand));
    return model::evaluate(reduced, bindings_).value_or(-1);
  }
  bool is_cut(const Dim& dim) const {
    if (dim.op == Dim::Op::name) return cut_.names.contains(dim.name);
    return dim.op == Dim::Op::length &&
           (cut_.names.contains(length_name(dim.name)) || cut_.names.contains(axis_name(dim.name, 0)));
  }
  /// The first dimension of an array parameter; nullptr for others.
  const Dim* length_of(const std::string& param_name) const {
    for (const model::Field& param : function_.params) {
      const auto* array = std::get_if<model::ArrayType>(&param.type.data);
      if (param.name == param_name && array != nullptr && !array->dims.empty()) return &array->dims[0];
    }
    return nullptr;
  }

  const model::Function& function_;
  const model::Bindings& bindings_;
  const Cut& cut_;
  bool possible_ = true;
};

}  // namespace

std::string length_name(const std::string& path) { return "len(" + path + ")"; }
std::string axis_name(const std::string& path, std::size_t axis) { return path + ":" + std::to_string(axis); }

std::optional<model::Arguments> cut_input(const model::Function& function, const model::Arguments& arguments,
                                          const model::Bindings& bindings, const Cut& cut) {
  return Cutter(function, bindings, cut)(arguments);
}

}  // namespace grader::judge
