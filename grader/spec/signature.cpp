#include "spec/signature.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/scalars.hpp"
#include "spec/text_places.hpp"

namespace grader::spec {
namespace {

constexpr std::size_t kMostParameters = 100;

void collect(const model::Type& type, std::vector<SharedRecord>& found);

void collect(const SharedRecord& def, std::vector<SharedRecord>& found) {
  const auto is_same = [&](const SharedRecord& other) { return other->name == def->name; };
  if (std::any_of(found.begin(), found.end(), is_same)) return;
  for (const model::Field& field : def->fields) collect(field.type, found);
  found.push_back(def);
}

void collect(const model::Type& type, std::vector<SharedRecord>& found) {
  if (const auto* list = std::get_if<model::ListType>(&type.data)) collect(*list->item, found);
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) collect(*optional->item, found);
  if (const auto* record = std::get_if<model::RecordType>(&type.data)) collect(record->def, found);
}

std::optional<model::Type> read_result(const Node& node, const std::string& function, Records& records,
                                       Problems& problems) {
  if (!node.is_mapping()) return read_type(node, "'returns'", records.names(), problems);
  auto def = std::make_shared<model::RecordDef>();
  def->name = result_record_name(function);
  if (records.has(def->name))
    problems.add(node.place,
                 fmt::format("the result would be a record {}, which there is already", in_quotes(def->name)),
                 "name the record in `returns:`, or give it another name");
  if (node.entries.empty()) problems.add(node.place, "'returns' has no fields");
  def->fields = read_fields(node, "a field", records.names(), problems);
  if (def->fields.empty() || def->fields.size() != node.entries.size()) return std::nullopt;
  return model::Type{model::RecordType{std::move(def)}};
}

void check_parameters(const model::Function& function, const Node& params, Records& records,
                      Problems& problems) {
  for (const Entry& entry : params.entries) {
    if (entry.key == function.name)
      problems.add(entry.place,
                   fmt::format("the parameter {} has the name of the function", in_quotes(entry.key)),
                   "within the function the name would mean the parameter");
    if (records.has(entry.key))
      problems.add(entry.place,
                   fmt::format("the parameter {} has the name of a record", in_quotes(entry.key)));
  }
}

}  // namespace

std::optional<model::Type> read_type(const Node& node, std::string_view what,
                                     const language::RecordNames& records, Problems& problems) {
  if (node.is_sequence()) {
    problems.add(node.place, fmt::format("{} must be a type, found a list", what), "put the type in quotes");
    return std::nullopt;
  }
  const auto text = read_string(node, what, problems);
  if (!text) return std::nullopt;
  auto parsed = language::parse_type(*text, records);
  if (auto* type = std::get_if<model::Type>(&parsed)) return std::move(*type);
  const auto& mistake = std::get<language::Mistake>(parsed);
  if (!mistake.message.empty())
    problems.add(place_in(node, mistake.offset, problems.text()), mistake.message, mistake.hint);
  return std::nullopt;
}

std::vector<model::Field> read_fields(const Node& mapping, std::string_view what,
                                      const language::RecordNames& records, Problems& problems) {
  std::vector<model::Field> fields;
  for (const Entry& entry : mapping.entries) {
    is_usable_name(entry.key, what, entry.place, problems);
    auto type = read_type(entry.value, in_quotes(entry.key), records, problems);
    if (type) fields.push_back({entry.key, std::move(*type)});
  }
  return fields;
}

std::optional<model::Function> read_function(const Node& node, Records& records, Problems& problems) {
  if (!is_mapping(node, "'function'", problems)) return std::nullopt;
  refuse_unknown(node, {"name", "params", "returns"}, problems);
  const Node* name = require(node, "name", "'function'", problems);
  const Node* params = require(node, "params", "'function'", problems);
  const Node* returns = require(node, "returns", "'function'", problems);
  model::Function function;
  if (name != nullptr) {
    function.name = read_string(*name, "'name'", problems).value_or("");
    if (!function.name.empty() && is_usable_name(function.name, "a function", name->place, problems) &&
        records.has(function.name))
      problems.add(name->place,
                   fmt::format("the function {} has the name of a record", in_quotes(function.name)));
  }
  if (params != nullptr && params->entries.size() > kMostParameters) {
    problems.add(params->place, fmt::format("more than {} parameters", kMostParameters));
    return std::nullopt;
  }
  if (params != nullptr && is_mapping(*params, "'params'", problems)) {
    function.params = read_fields(*params, "a parameter", records.names(), problems);
    check_parameters(function, *params, records, problems);
  }
  auto result = returns == nullptr ? std::nullopt : read_result(*returns, function.name, records, problems);
  // Wrong names are no reason to leave the cases unread, wrong types are.
  const bool complete =
      params != nullptr && params->is_mapping() && function.params.size() == params->entries.size();
  if (!result || !complete) return std::nullopt;
  function.returns = std::move(*result);
  return function;
}

std::string result_record_name(std::string_view function) {
  std::string name;
  bool upper = true;
  for (const char c : function) {
    if (c == '_') {
      upper = true;
      continue;
    }
    name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = false;
  }
  return name + "Result";
}

std::vector<SharedRecord> records_of(const model::Function& function) {
  std::vector<SharedRecord> found;
  for (const model::Field& param : function.params) collect(param.type, found);
  collect(function.returns, found);
  return found;
}

}  // namespace grader::spec
