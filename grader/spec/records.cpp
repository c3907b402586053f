#include <fmt/format.h>

#include <algorithm>

#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/signature.hpp"

namespace grader::spec {
namespace {

constexpr std::size_t kMostParts = 1000;
constexpr std::size_t kDeepest = 16;

}  // namespace

Records::Records(const std::vector<SharedRecord>& shared, Problems& problems) : problems_(problems) {
  for (const SharedRecord& record : shared) known_.emplace(record->name, record);
}

void Records::read(const Node& mapping) {
  if (!is_mapping(mapping, "'records'", problems_)) return;
  if (mapping.entries.size() > kMostParts)
    return problems_.add(mapping.place, fmt::format("more than {} records", kMostParts));
  mapping_ = &mapping;
  for (const Entry& entry : mapping.entries) {
    if (begun_.contains(entry.key)) continue;
    if (!known_.contains(entry.key))
      define(entry);
    else
      problems_.add(entry.place,
                    fmt::format("the record {} is shared by course.yaml already", in_quotes(entry.key)),
                    "use it as it is, or give this one another name");
  }
}

bool Records::has(std::string_view name) const {
  return known_.contains(name) || (mapping_ != nullptr && mapping_->find(name) != nullptr);
}

language::RecordNames Records::names() {
  language::RecordNames names;
  for (const auto& [name, def] : known_) names.all.push_back(name);
  if (mapping_ != nullptr)
    for (const Entry& entry : mapping_->entries) names.all.push_back(entry.key);
  names.find = [this](std::string_view name) { return find(name); };
  return names;
}

std::vector<SharedRecord> Records::own() const {
  std::vector<SharedRecord> records;
  if (mapping_ == nullptr) return records;
  for (const Entry& entry : mapping_->entries)
    if (const auto found = known_.find(entry.key); found != known_.end() && begun_.contains(entry.key))
      records.push_back(found->second);
  return records;
}

SharedRecord Records::find(std::string_view name) {
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  if (mapping_ == nullptr) return nullptr;
  const auto is_it = [&](const Entry& entry) { return entry.key == name; };
  const auto entry = std::find_if(mapping_->entries.begin(), mapping_->entries.end(), is_it);
  if (entry == mapping_->entries.end()) return nullptr;
  return begun_.contains(name) ? nullptr : define(*entry);
}

SharedRecord Records::define(const Entry& entry) {
  begun_.insert(entry.key);
  SharedRecord def;
  if (begun_.size() - finished_.size() > kDeepest)
    problems_.add(entry.place, fmt::format("records within records, more than {} levels", kDeepest));
  else
    def = read_record(entry);
  finished_.insert(entry.key);
  if (def != nullptr) known_.emplace(entry.key, def);
  return def;
}

SharedRecord Records::read_record(const Entry& entry) {
  const std::string what = "the record " + in_quotes(entry.key);
  const bool usable = is_usable_name(entry.key, "a record", entry.place, problems_) && !is_builtin(entry);
  if (!is_mapping(entry.value, what, problems_)) return nullptr;
  if (entry.value.entries.empty()) problems_.add(entry.value.place, fmt::format("{} has no fields", what));
  if (const Node* same = entry.value.find(entry.key))
    problems_.add(same->place,
                  fmt::format("a field cannot have the name of its record {}", in_quotes(entry.key)));
  language::RecordNames inner = names();
  inner.find = [&](std::string_view name) {
    if (begun_.contains(name) && !finished_.contains(name))
      problems_.add(entry.place, fmt::format("{} contains itself by way of {}", what, in_quotes(name)),
                    "a value of it would never end");
    return find(name);
  };
  auto def = std::make_shared<model::RecordDef>();
  def->name = entry.key;
  def->fields = read_fields(entry.value, "a field", inner, problems_);
  const bool complete = def->fields.size() == entry.value.entries.size() && !def->fields.empty();
  return usable && complete && is_reasonable(*def, entry.place) ? def : nullptr;
}

bool Records::is_builtin(const Entry& entry) {
  const auto& builtin = language::builtin_types();
  if (std::find(builtin.begin(), builtin.end(), entry.key) == builtin.end()) return false;
  problems_.add(entry.place, fmt::format("the record {} has the name of a type", in_quotes(entry.key)));
  return true;
}

bool Records::is_reasonable(const model::RecordDef& def, Place where) {
  const Size size = size_of(def);
  if (size.parts <= kMostParts && size.depth <= kDeepest) return true;
  problems_.add(where, fmt::format("the record {} is too large", in_quotes(def.name)),
                fmt::format("at most {} values in {} levels of records", kMostParts, kDeepest));
  return false;
}

Records::Size Records::size_of(const model::Type& type) {
  if (const auto* list = std::get_if<model::ListType>(&type.data)) return size_of(*list->item);
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) return size_of(*optional->item);
  if (const auto* record = std::get_if<model::RecordType>(&type.data)) return size_of(*record->def);
  return {1, 0};
}

Records::Size Records::size_of(const model::RecordDef& def) {
  if (const auto found = sizes_.find(def.name); found != sizes_.end()) return found->second;
  Size total;
  for (const model::Field& field : def.fields) {
    const Size size = size_of(field.type);
    total.parts = std::min(total.parts + size.parts, kMostParts + 1);
    total.depth = std::max(total.depth, size.depth + 1);
  }
  sizes_.emplace(def.name, total);
  return total;
}

}  // namespace grader::spec
