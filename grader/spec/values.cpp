#include "spec/values.hpp"

#include <fmt/format.h>

#include "spec/array.hpp"
#include "spec/data_file.hpp"
#include "spec/mapping.hpp"
#include "spec/scalars.hpp"

namespace grader::spec {
namespace {

std::string path_of(const std::string& record, const std::string& field) {
  return record.empty() ? field : record + "." + field;
}

std::vector<std::string> names_of(const std::vector<model::Field>& fields) {
  std::vector<std::string> names;
  for (const model::Field& field : fields) names.push_back(field.name);
  return names;
}

}  // namespace

std::string named(const std::string& what) { return "'" + (what.empty() ? "input" : what) + "'"; }

bool is_special_value(const Node& mapping) {
  return mapping.is_mapping() && (mapping.find("file") != nullptr || mapping.find("shape") != nullptr);
}

std::optional<model::Value> Values::read(const Node& node, const model::Type& type, const std::string& what) {
  return std::visit([&](const auto& form) { return read_as(node, form, what); }, type.data);
}

std::optional<model::Record> Values::read_record(const Node& node, const std::vector<model::Field>& fields,
                                                 const std::string& what) {
  if (!is_mapping(node, named(what), problems_)) return std::nullopt;
  refuse_unknown(node, names_of(fields), problems_);
  model::Record record;
  for (const model::Field& field : fields) {
    const Node* value = node.find(field.name);
    if (value == nullptr && std::holds_alternative<model::OptionalType>(field.type.data)) {
      record.fields.emplace_back(field.name, model::Value{model::Optional{}});
    } else if (value == nullptr) {
      problems_.add(node.place,
                    fmt::format("{} lacks '{}' ({})", named(what), field.name, model::to_string(field.type)));
    } else if (auto read_value = read(*value, field.type, path_of(what, field.name))) {
      record.fields.emplace_back(field.name, std::move(*read_value));
    }
  }
  if (record.fields.size() != fields.size()) return std::nullopt;
  return record;
}

std::optional<model::Value> Values::read_as(const Node& node, const model::ArrayType& type,
                                            const std::string& what) {
  if (node.is_mapping() && node.find("file") != nullptr) return read_file(node, type, what);
  if (type.element == model::Scalar::string) {
    auto text = read_string(node, named(what), problems_);
    return text ? std::optional(model::Value{std::move(*text)}) : std::nullopt;
  }
  const bool is_empty = node.is_mapping() && node.find("shape") != nullptr && !type.dims.empty();
  auto tensor =
      is_empty ? read_empty_array(node, type, what, problems_) : read_array(node, type, what, problems_);
  return tensor ? std::optional(model::Value{std::move(*tensor)}) : std::nullopt;
}

std::optional<model::Value> Values::read_as(const Node& node, const model::ListType& type,
                                            const std::string& what) {
  if (!is_sequence(node, named(what), problems_)) return std::nullopt;
  model::List list;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (auto item = read(node.items[i], *type.item, fmt::format("{}[{}]", what, i)))
      list.items.push_back(std::move(*item));
  return list.items.size() == node.items.size() ? std::optional(model::Value{std::move(list)}) : std::nullopt;
}

std::optional<model::Value> Values::read_as(const Node& node, const model::OptionalType& type,
                                            const std::string& what) {
  if (node.is_null()) return model::Value{model::Optional{}};
  auto item = read(node, *type.item, what);
  if (!item) return std::nullopt;
  model::Optional optional;
  optional.item.push_back(std::move(*item));
  return model::Value{std::move(optional)};
}

std::optional<model::Value> Values::read_as(const Node& node, const model::RecordType& type,
                                            const std::string& what) {
  auto record = read_record(node, type.def->fields, what);
  return record ? std::optional(model::Value{std::move(*record)}) : std::nullopt;
}

std::optional<model::Value> Values::read_file(const Node& mapping, const model::ArrayType& type,
                                              const std::string& what) {
  const Node& name = *mapping.find("file");
  refuse_unknown(mapping, {"file"}, problems_);
  const bool is_string = type.element == model::Scalar::string;
  const bool is_numeric = type.element != model::Scalar::boolean && !is_string;
  if (!is_string && (!is_numeric || type.dims.empty() || type.dims.size() > 2)) {
    problems_.add(
        mapping.place,
        fmt::format("{} cannot come from a file: it is {}", named(what), model::to_string(model::Type{type})),
        "files hold text, or numbers with one or two axes");
    return std::nullopt;
  }
  if (!folder_.path) {
    problems_.add(mapping.place, "only a specification can name files", "write the value out");
    return std::nullopt;
  }
  const auto file = find_data_file(name, *folder_.path, problems_);
  auto bytes = file ? read_bytes(name, *file, problems_) : std::nullopt;
  if (!bytes) return std::nullopt;
  if (folder_.contents != nullptr) folder_.contents->push_back(*bytes);
  if (is_string) return model::Value{std::move(*bytes)};
  auto tensor = read_numbers(name, *bytes, type, problems_);
  return tensor ? std::optional(model::Value{std::move(*tensor)}) : std::nullopt;
}

}  // namespace grader::spec
