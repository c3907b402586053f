#include "language/static_type.hpp"

#include <algorithm>

namespace grader::language {
namespace {

using model::Dim;

Element element_of(model::Scalar scalar) {
  if (scalar == model::Scalar::boolean) return Element::boolean;
  return scalar == model::Scalar::int64 ? Element::integer : Element::real;
}

Dimension common(const Dimension& a, const Dimension& b) { return a == b ? a : Dimension(); }

SymbolicShape common(const SymbolicShape& a, const SymbolicShape& b) {
  SymbolicShape result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(common(a[i], b[i]));
  return result;
}

/// The array that items of one shape make together.
std::optional<StaticArray> stacked(const std::vector<StaticType>& items) {
  // No items are no reals either: an empty list also says the shape of a scalar.
  StaticArray result{Element::integer, {Dimension::number(0)}, std::vector<Dimension>{}};
  if (items.empty()) return result;
  std::vector<StaticArray> arrays;
  for (const StaticType& item : items) {
    auto array = as_array(item);
    if (!array) return std::nullopt;
    if (!arrays.empty()) {
      const SymbolicShape& first = arrays[0].shape;
      if (!std::equal(first.begin(), first.end(), array->shape.begin(), array->shape.end(), agree))
        return std::nullopt;
      if ((array->element == Element::boolean) != (arrays[0].element == Element::boolean))
        return std::nullopt;
    }
    arrays.push_back(*std::move(array));
  }
  result = {arrays[0].element, arrays[0].shape, std::nullopt};
  for (const StaticArray& array : arrays) {
    result.element = std::max(result.element, array.element);
    for (std::size_t i = 0; i < array.shape.size(); ++i)
      if (result.shape[i].is_unknown()) result.shape[i] = array.shape[i];
  }
  if (result.element == Element::integer && result.shape.empty()) {
    result.values.emplace();
    for (const StaticArray& array : arrays) result.values->push_back(array.value());
  }
  result.shape.insert(result.shape.begin(), Dimension::number(static_cast<model::Index>(items.size())));
  return result;
}

template <class T>
std::shared_ptr<const T> share(T value) {
  return std::make_shared<const T>(std::move(value));
}

struct TypeText {
  std::string operator()(const StaticArray& array) const { return text_of(array); }
  std::string operator()(const StaticText&) const { return "string"; }
  std::string operator()(const StaticList& list) const {
    if (list.item != nullptr) return "list<" + text_of(*list.item) + ">";
    return list.array ? text_of(*list.array) : "a list of different things";
  }
  std::string operator()(const StaticOptional& optional) const {
    return "optional<" + text_of(*optional.item) + ">";
  }
  std::string operator()(const StaticRecord& record) const { return record.name; }
};

}  // namespace

Dimension StaticArray::value() const {
  return element == Element::integer && shape.empty() && values && values->size() == 1 ? values->front()
                                                                                       : Dimension();
}

StaticType scalar_of(Element element) { return {StaticArray{element, {}, std::nullopt}}; }
StaticType truth_value() { return scalar_of(Element::boolean); }
StaticType integer_of(Dimension value) {
  return {StaticArray{Element::integer, {}, std::vector<Dimension>{std::move(value)}}};
}
StaticType array_of(Element element, SymbolicShape shape) {
  return {StaticArray{element, std::move(shape), std::nullopt}};
}

StaticType list_of(std::vector<StaticType> items) {
  StaticList list;
  list.length = Dimension::number(static_cast<model::Index>(items.size()));
  for (const StaticType& item : items) {
    const auto* inner = std::get_if<StaticList>(&item.data);
    list.leaves += inner == nullptr ? 1 : std::max<std::size_t>(inner->leaves, 1);
  }
  list.array = stacked(items);
  list.items = share(std::move(items));
  return {std::move(list)};
}

std::string text_of(Element element) {
  return element == Element::boolean ? "bool" : element == Element::integer ? "int" : "float";
}
std::string text_of(const StaticArray& array) {
  return text_of(array.element) + (array.shape.empty() ? "" : text_of(array.shape));
}
std::string text_of(const StaticType& type) { return std::visit(TypeText{}, type.data); }

const StaticType& used_as_value(const StaticType& type) {
  const auto* optional = std::get_if<StaticOptional>(&type.data);
  return optional == nullptr ? type : *optional->item;
}

std::optional<StaticArray> as_array(const StaticType& type) {
  const StaticType& value = used_as_value(type);
  if (const auto* array = std::get_if<StaticArray>(&value.data)) return *array;
  const auto* list = std::get_if<StaticList>(&value.data);
  return list != nullptr ? list->array : std::nullopt;
}

const StaticType* find_field(const StaticRecord& record, std::string_view name) {
  for (const StaticField& field : *record.fields)
    if (field.name == name) return &field.type;
  return nullptr;
}

std::optional<StaticType> common_type(const StaticType& a, const StaticType& b) {
  if (const auto left = as_array(a), right = as_array(b); left && right) {
    if ((left->element == Element::boolean) != (right->element == Element::boolean) ||
        left->shape.size() != right->shape.size())
      return std::nullopt;
    return array_of(std::max(left->element, right->element), common(left->shape, right->shape));
  }
  if (a.data.index() != b.data.index()) return std::nullopt;
  if (std::holds_alternative<StaticText>(a.data)) return a;
  const auto* left = std::get_if<StaticRecord>(&a.data);
  if (left == nullptr) return std::nullopt;
  const auto& right = std::get<StaticRecord>(b.data);
  if (left->name != right.name || left->fields->size() != right.fields->size()) return std::nullopt;
  std::vector<StaticField> fields;
  for (std::size_t i = 0; i < left->fields->size(); ++i) {
    auto type = common_type((*left->fields)[i].type, (*right.fields)[i].type);
    if (!type) return std::nullopt;
    fields.push_back({(*left->fields)[i].name, *std::move(type)});
  }
  return StaticType{StaticRecord{left->name, share(std::move(fields))}};
}

void add_symbols(const model::Type& type, Sizes& sizes) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    for (const Dim& dim : array->dims)
      if (dim.op == Dim::Op::name) sizes.emplace(dim.name, Dimension::atom(dim.name));
  } else if (const auto* list = std::get_if<model::ListType>(&type.data)) {
    add_symbols(*list->item, sizes);
  } else if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) {
    add_symbols(*optional->item, sizes);
  } else {
    for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
      add_symbols(field.type, sizes);
  }
}

Dimension evaluate(const Dim& dim, const Sizes& sizes) {
  const auto look_up = [&](const std::string& name) {
    const auto found = sizes.find(name);
    return found == sizes.end() ? Dimension() : found->second;
  };
  switch (dim.op) {
    case Dim::Op::number:
      return Dimension::number(dim.number);
    case Dim::Op::any:
      return {};
    case Dim::Op::name:
      return look_up(dim.name);
    case Dim::Op::length:
      return look_up("len(" + dim.name + ")");
    default:
      break;
  }
  if (dim.operands.empty()) return {};
  Dimension result = evaluate(dim.operands[0], sizes);
  for (std::size_t i = 1; i < dim.operands.size(); ++i) {
    const Dimension next = evaluate(dim.operands[i], sizes);
    result = dim.op == Dim::Op::add            ? result + next
             : dim.op == Dim::Op::subtract     ? result - next
             : dim.op == Dim::Op::multiply     ? result * next
             : dim.op == Dim::Op::floor_divide ? floor_divide(result, next)
             : dim.op == Dim::Op::minimum      ? minimum(result, next)
                                               : maximum(result, next);
  }
  return result;
}

StaticType instantiate(const model::Type& type, const Sizes& sizes) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    if (array->element == model::Scalar::string) return {StaticText{}};
    SymbolicShape shape;
    for (const Dim& dim : array->dims) shape.push_back(evaluate(dim, sizes));
    return array_of(element_of(array->element), std::move(shape));
  }
  if (const auto* list = std::get_if<model::ListType>(&type.data))
    return {StaticList{nullptr, share(instantiate(*list->item, sizes)), {}, 0, std::nullopt}};
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    return {StaticOptional{share(instantiate(*optional->item, sizes))}};
  const model::RecordDef& def = *std::get<model::RecordType>(type.data).def;
  std::vector<StaticField> fields;
  for (const model::Field& field : def.fields) fields.push_back({field.name, instantiate(field.type, sizes)});
  return {StaticRecord{def.name, share(std::move(fields))}};
}

}  // namespace grader::language
