#include "model/type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace grader::model {
namespace {

std::optional<Index> floor_divide(Index a, Index b) {
  if (b == 0 || (a == INT64_MIN && b == -1)) return std::nullopt;
  const Index quotient = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient;
}

std::optional<Index> apply(Dim::Op op, Index a, Index b) {
  Index result = 0;
  switch (op) {
    case Dim::Op::add:
      return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Dim::Op::subtract:
      return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Dim::Op::multiply:
      return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Dim::Op::floor_divide:
      return floor_divide(a, b);
    case Dim::Op::minimum:
      return std::min(a, b);
    case Dim::Op::maximum:
      return std::max(a, b);
    default:
      return std::nullopt;
  }
}

std::optional<Index> look_up(const Bindings& bindings, const std::string& name) {
  const auto found = bindings.find(name);
  return found == bindings.end() ? std::nullopt : std::optional(found->second);
}

std::string length_name(const std::string& list) { return "len(" + list + ")"; }

int precedence(Dim::Op op) {
  switch (op) {
    case Dim::Op::add:
    case Dim::Op::subtract:
      return 1;
    case Dim::Op::multiply:
    case Dim::Op::floor_divide:
      return 2;
    default:
      return 3;
  }
}

/// In parentheses where the operand binds weaker than the operator, or as strongly on its right side.
std::string operand(const Dim& dim, Dim::Op parent, bool right) {
  const int inner = precedence(dim.op);
  const int outer = precedence(parent);
  return inner < outer || (right && inner == outer) ? "(" + to_string(dim) + ")" : to_string(dim);
}

std::string infix(const Dim& dim, std::string_view symbol) {
  return operand(dim.operands[0], dim.op, false) + std::string(symbol) +
         operand(dim.operands[1], dim.op, true);
}

std::string call(std::string_view function, const std::vector<Dim>& operands) {
  std::string text;
  for (const Dim& dim : operands) text += (text.empty() ? "" : ", ") + to_string(dim);
  return fmt::format("{}({})", function, text);
}

std::string dims_text(const std::vector<Dim>& dims) {
  std::string text;
  for (const Dim& dim : dims) text += (text.empty() ? "" : ", ") + to_string(dim);
  return text;
}

std::string join_path(const std::string& path, const std::string& field) {
  return path.empty() ? field : path + "." + field;
}

std::string item_path(const std::string& path, std::size_t index) {
  return fmt::format("{}[{}]", path, index);
}

std::string kind_of(const Value& value) {
  struct Name {
    std::string operator()(const Tensor& tensor) const {
      return tensor.shape.empty() ? to_string(tensor.element())
                                  : fmt::format("an array of {}", to_string(tensor.element()));
    }
    std::string operator()(const std::string&) const { return "string"; }
    std::string operator()(const List&) const { return "a list"; }
    std::string operator()(const Optional&) const { return "an optional"; }
    std::string operator()(const Record&) const { return "a record"; }
  };
  return std::visit(Name{}, value.data);
}

/// "[B, D] = 2×4": the symbols beside what they stand for, the symbols alone where they say the same.
std::string expected_shape(const std::vector<Dim>& dims, const Bindings& bindings) {
  std::vector<std::string> sizes;
  for (const Dim& dim : dims) {
    const auto size = evaluate(dim, bindings);
    sizes.push_back(size ? std::to_string(*size) : "_");
  }
  const std::string names = dims_text(dims);
  if (names == fmt::format("{}", fmt::join(sizes, ", "))) return fmt::format("[{}]", names);
  return fmt::format("[{}] = {}", names, fmt::join(sizes, "×"));
}

/// Walks a value and its type side by side and calls `leaf` for every array; the shared part of binding and
/// checking. Values of another form than their type are reported here.
class Walk {
 public:
  using Leaf = std::function<void(const Tensor&, const ArrayType&, const std::string& path)>;
  Walk(Leaf leaf, std::vector<Misfit>& misfits) : leaf_(std::move(leaf)), misfits_(misfits) {}

  void operator()(const Value& value, const Type& type, const std::string& path) {
    std::visit([&](const auto& form) { visit(value, form, type, path); }, type.data);
  }

 private:
  void visit(const Value& value, const ArrayType& form, const Type& type, const std::string& path) {
    if (form.element == Scalar::string) {
      if (!std::holds_alternative<std::string>(value.data)) wrong_type(value, type, path);
      return;
    }
    const auto* tensor = std::get_if<Tensor>(&value.data);
    if (tensor == nullptr || tensor->element() != form.element) return wrong_type(value, type, path);
    leaf_(*tensor, form, path);
  }
  void visit(const Value& value, const ListType& form, const Type& type, const std::string& path) {
    const auto* list = std::get_if<List>(&value.data);
    if (list == nullptr) return wrong_type(value, type, path);
    for (std::size_t i = 0; i < list->items.size(); ++i)
      (*this)(list->items[i], *form.item, item_path(path, i));
  }
  void visit(const Value& value, const OptionalType& form, const Type& type, const std::string& path) {
    const auto* optional = std::get_if<Optional>(&value.data);
    if (optional == nullptr) return wrong_type(value, type, path);
    for (const Value& item : optional->item) (*this)(item, *form.item, path);
  }
  void visit(const Value& value, const RecordType& form, const Type& type, const std::string& path) {
    const auto* record = std::get_if<Record>(&value.data);
    if (record == nullptr || record->fields.size() != form.def->fields.size())
      return wrong_type(value, type, path);
    for (std::size_t i = 0; i < record->fields.size(); ++i) {
      const Field& field = form.def->fields[i];
      if (record->fields[i].first != field.name) return wrong_type(value, type, path);
      (*this)(record->fields[i].second, field.type, join_path(path, field.name));
    }
  }
  void wrong_type(const Value& value, const Type& type, const std::string& path) {
    misfits_.push_back(
        {Misfit::Kind::type, path, fmt::format("is {}, expected {}", kind_of(value), to_string(type))});
  }

  Leaf leaf_;
  std::vector<Misfit>& misfits_;
};

void check_shape(const Tensor& tensor, const ArrayType& form, const std::string& path,
                 const Bindings& bindings, std::vector<Misfit>& misfits) {
  bool fits = tensor.shape.size() == form.dims.size();
  for (std::size_t axis = 0; fits && axis < form.dims.size(); ++axis) {
    const auto expected = evaluate(form.dims[axis], bindings);
    fits = !expected || *expected == tensor.shape[axis];
  }
  if (fits) return;
  const std::string wanted = form.dims.empty() ? "a scalar" : expected_shape(form.dims, bindings);
  misfits.push_back(
      {Misfit::Kind::shape, path, fmt::format("is {}, expected {}", to_string(tensor.shape), wanted)});
}

void bind_lengths(const Field& param, const Value& value, Bindings& bindings) {
  if (const auto* list = std::get_if<List>(&value.data))
    bindings.emplace(length_name(param.name), static_cast<Index>(list->items.size()));
  if (const auto* tensor = std::get_if<Tensor>(&value.data); tensor != nullptr && !tensor->shape.empty())
    bindings.emplace(length_name(param.name), tensor->shape[0]);
  if (const auto* text = std::get_if<std::string>(&value.data))
    bindings.emplace(length_name(param.name), static_cast<Index>(text->size()));
}

/// Symbols get the first size that they stand for; those that have one keep it.
void bind_symbols(const Value& value, const Type& type, Bindings& bindings) {
  const auto bind_leaf = [&bindings](const Tensor& tensor, const ArrayType& form, const std::string&) {
    if (tensor.shape.size() != form.dims.size()) return;
    for (std::size_t axis = 0; axis < form.dims.size(); ++axis)
      if (form.dims[axis].op == Dim::Op::name) bindings.emplace(form.dims[axis].name, tensor.shape[axis]);
  };
  std::vector<Misfit> ignored;
  Walk(bind_leaf, ignored)(value, type, "");
}

}  // namespace

std::optional<Index> evaluate(const Dim& dim, const Bindings& bindings) {
  switch (dim.op) {
    case Dim::Op::number:
      return dim.number;
    case Dim::Op::any:
      return std::nullopt;
    case Dim::Op::name:
      return look_up(bindings, dim.name);
    case Dim::Op::length:
      return look_up(bindings, length_name(dim.name));
    default:
      break;
  }
  if (dim.operands.empty()) return std::nullopt;
  std::optional<Index> result = evaluate(dim.operands[0], bindings);
  for (std::size_t i = 1; result && i < dim.operands.size(); ++i) {
    const auto next = evaluate(dim.operands[i], bindings);
    result = next ? apply(dim.op, *result, *next) : std::nullopt;
  }
  return result;
}

std::string to_string(const Dim& dim) {
  switch (dim.op) {
    case Dim::Op::number:
      return std::to_string(dim.number);
    case Dim::Op::name:
      return dim.name;
    case Dim::Op::any:
      return "_";
    case Dim::Op::add:
      return infix(dim, " + ");
    case Dim::Op::subtract:
      return infix(dim, " - ");
    case Dim::Op::multiply:
      return infix(dim, "*");
    case Dim::Op::floor_divide:
      return infix(dim, "//");
    case Dim::Op::minimum:
      return call("min", dim.operands);
    case Dim::Op::maximum:
      return call("max", dim.operands);
    case Dim::Op::length:
      return length_name(dim.name);
  }
  return {};
}

std::string to_string(Scalar element) {
  switch (element) {
    case Scalar::float64:
      return "float";
    case Scalar::float32:
      return "float32";
    case Scalar::int64:
      return "int";
    case Scalar::boolean:
      return "bool";
    case Scalar::string:
      return "string";
  }
  return {};
}

std::string to_string(const Type& type) {
  struct Name {
    std::string operator()(const ArrayType& array) const {
      const std::string element = to_string(array.element);
      return array.dims.empty() ? element : fmt::format("{}[{}]", element, dims_text(array.dims));
    }
    std::string operator()(const ListType& list) const {
      return fmt::format("list<{}>", to_string(*list.item));
    }
    std::string operator()(const OptionalType& optional) const {
      return fmt::format("optional<{}>", to_string(*optional.item));
    }
    std::string operator()(const RecordType& record) const { return record.def->name; }
  };
  return std::visit(Name{}, type.data);
}

bool is_scalar(const Type& type, Scalar element) {
  const auto* array = std::get_if<ArrayType>(&type.data);
  return array != nullptr && array->dims.empty() && array->element == element;
}

bool same_type(const Type& a, const Type& b) {
  if (a.data.index() != b.data.index()) return false;
  if (const auto* array = std::get_if<ArrayType>(&a.data)) {
    const auto& other = std::get<ArrayType>(b.data);
    return array->element == other.element && array->dims == other.dims;
  }
  if (const auto* list = std::get_if<ListType>(&a.data))
    return same_type(*list->item, *std::get<ListType>(b.data).item);
  if (const auto* optional = std::get_if<OptionalType>(&a.data))
    return same_type(*optional->item, *std::get<OptionalType>(b.data).item);
  const RecordDef& left = *std::get<RecordType>(a.data).def;
  const RecordDef& right = *std::get<RecordType>(b.data).def;
  return left.name == right.name && std::equal(left.fields.begin(), left.fields.end(), right.fields.begin(),
                                               right.fields.end(), [](const Field& x, const Field& y) {
                                                 return x.name == y.name && same_type(x.type, y.type);
                                               });
}

std::vector<Misfit> bind(const Function& function, const Arguments& arguments, Bindings& bindings) {
  std::vector<Misfit> misfits;
  for (const Field& param : function.params) {
    const Value* value = arguments.find(param.name);
    if (value == nullptr) continue;
    bind_lengths(param, *value, bindings);
    const auto* tensor = std::get_if<Tensor>(&value->data);
    if (tensor != nullptr && tensor->size() == 1 && is_scalar(param.type, Scalar::int64) &&
        tensor->element() == Scalar::int64)
      bindings.insert_or_assign(param.name, std::get<std::vector<std::int64_t>>(tensor->data)[0]);
  }
  for (const Field& param : function.params)
    if (const Value* value = arguments.find(param.name)) bind_symbols(*value, param.type, bindings);
  const auto check_leaf = [&](const Tensor& tensor, const ArrayType& form, const std::string& path) {
    check_shape(tensor, form, path, bindings, misfits);
  };
  for (const Field& param : function.params) {
    const Value* value = arguments.find(param.name);
    if (value != nullptr)
      Walk(check_leaf, misfits)(*value, param.type, param.name);
    else
      misfits.push_back({Misfit::Kind::type, param.name, "is missing"});
  }
  return misfits;
}

std::vector<Misfit> check(const Value& value, const Type& type, const Bindings& bindings) {
  std::vector<Misfit> misfits;
  Bindings all = bindings;
  bind_symbols(value, type, all);
  const auto check_leaf = [&](const Tensor& tensor, const ArrayType& form, const std::string& path) {
    check_shape(tensor, form, path, all, misfits);
  };
  Walk(check_leaf, misfits)(value, type, "");
  return misfits;
}

}  // namespace grader::model
