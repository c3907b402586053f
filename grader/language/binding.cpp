#include "language/binding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/rules.hpp"
#include "util/suggest.hpp"

namespace grader::language {
namespace {

using Path = std::vector<std::string>;

std::string join(const Path& path) { return fmt::format("{}", fmt::join(path, ".")); }

bool begins_with(const Path& path, const Path& start) {
  return start.size() <= path.size() && std::equal(start.begin(), start.end(), path.begin());
}

const model::Field* find(const std::vector<model::Field>& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const model::Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string nearest_or_all(const std::string& name, const std::vector<model::Field>& fields) {
  Path names;
  for (const model::Field& field : fields) names.push_back(field.name);
  const std::string hint = util::did_you_mean(name, names);
  return hint.empty() ? fmt::format("it has {}", fmt::join(names, ", ")) : hint;
}

/// The record without knowledge of the field at `path`, which something else takes the place of.
StaticType forgetting(const StaticType& whole, const Path& path, std::size_t depth,
                      const StaticType& unknown) {
  if (depth == path.size()) return unknown;
  const auto& record = std::get<StaticRecord>(whole.data);
  std::vector<StaticField> fields = *record.fields;
  for (StaticField& field : fields)
    if (field.name == path[depth]) field.type = forgetting(field.type, path, depth + 1, unknown);
  return {StaticRecord{record.name, std::make_shared<const std::vector<StaticField>>(std::move(fields))}};
}

/// The part of a record that does not fit, where it is one: weights.wo.
struct Misfit {
  std::string path;
  const StaticType* wanted;
  const StaticType* given;
  const StaticType* shown;  // what is wanted, as the message says it
};

Misfit part_that_misfits(Misfit misfit) {
  for (;;) {
    const auto* wanted = std::get_if<StaticRecord>(&misfit.wanted->data);
    const auto* given = std::get_if<StaticRecord>(&used_as_value(*misfit.given).data);
    if (wanted == nullptr || given == nullptr || wanted->name != given->name) return misfit;
    const auto differs = [&](const StaticField& field) {
      const StaticType* other = find_field(*given, field.name);
      return other != nullptr && !is_assignable(field.type, *other);
    };
    const auto found = std::find_if(wanted->fields->begin(), wanted->fields->end(), differs);
    if (found == wanted->fields->end()) return misfit;
    misfit = {misfit.path + "." + found->name, &found->type, find_field(*given, found->name),
              find_field(std::get<StaticRecord>(misfit.shown->data), found->name)};
  }
}

}  // namespace

std::string Binding::signature() const {
  Path names;
  for (const model::Field& parameter : function_.params) names.push_back(parameter.name);
  return fmt::format("it is {}({})", called_, fmt::join(names, ", "));
}

/// The parameter that an argument replaces, with the fields in it.
Path Binding::path_of(const Argument& argument) {
  if (!argument.path.empty()) return argument.path;
  if (position_ == function_.params.size())
    fail(argument.begin, fmt::format("{} takes at most {} arguments", called_, function_.params.size()),
         signature());
  return {function_.params[position_++].name};
}

model::Type Binding::type_at(const Path& path, std::size_t offset) const {
  const model::Field* field = find(function_.params, path[0]);
  if (field == nullptr)
    fail(offset, fmt::format("{} has no parameter '{}'", called_, path[0]),
         nearest_or_all(path[0], function_.params));
  for (std::size_t i = 1; i < path.size(); ++i) {
    const auto* record = std::get_if<model::RecordType>(&field->type.data);
    const std::string whole = model::to_string(field->type);
    if (record == nullptr) fail(offset, fmt::format("'{}' is {}, which has no fields", field->name, whole));
    field = find(record->def->fields, path[i]);
    if (field == nullptr)
      fail(offset, fmt::format("{} has no field '{}'", whole, path[i]),
           nearest_or_all(path[i], record->def->fields));
  }
  return field->type;
}

void Binding::replace(const Argument& argument, StaticType type) {
  const Path path = path_of(argument);
  model::Type wanted = type_at(path, argument.begin);
  for (const Replaced& other : replaced_)
    if (begins_with(path, other.path) || begins_with(other.path, path))
      fail(argument.begin, fmt::format("'{}' of {} is given twice", join(path), called_));
  const auto kept = kept_.find(path[0]);
  if (kept != kept_.end() && path.size() == 1)
    kept_.erase(kept);
  else if (kept != kept_.end())
    kept->second = forgetting(kept->second, path, 1, instantiate(wanted, {}));
  else if (path.size() > 1)
    fail(argument.begin, fmt::format("{} needs its argument '{}' as a whole", called_, path[0]));
  replaced_.push_back({path, std::move(wanted), std::move(type), argument.begin});
}

StaticType Binding::result(const Expression& call, const Sizes& own) {
  expect_all_given(call);
  bind_values(own);
  for (const model::Field& parameter : function_.params)
    if (const auto kept = kept_.find(parameter.name); kept != kept_.end()) bind(parameter.type, kept->second);
  for (const Replaced& replaced : replaced_) bind(replaced.wanted, replaced.given);
  expect_fitting(call);
  return instantiate(function_.returns, sizes_);
}

void Binding::expect_all_given(const Expression& call) const {
  for (const model::Field& parameter : function_.params) {
    const bool is_replaced = std::any_of(replaced_.begin(), replaced_.end(), [&](const Replaced& other) {
      return other.path[0] == parameter.name;
    });
    if (!is_replaced && kept_.count(parameter.name) == 0)
      fail(call.begin, fmt::format("{} needs its argument '{}'", called_, parameter.name), signature());
  }
}

/// Ints under their names and lengths under "len(name)".
void Binding::bind_values(const Sizes& own) {
  for (const model::Field& parameter : function_.params) {
    const auto kept = kept_.find(parameter.name);
    if (kept != kept_.end()) {
      bind_length(parameter, kept->second);
      const std::string length = fmt::format("len({})", parameter.name);
      if (const auto known = own.find(length); known != own.end()) sizes_.emplace(length, known->second);
    }
    for (const Replaced& replaced : replaced_)
      if (replaced.path.size() == 1 && replaced.path[0] == parameter.name)
        bind_length(parameter, replaced.given);
  }
}

void Binding::bind_length(const model::Field& parameter, const StaticType& given) {
  const StaticType& value = used_as_value(given);
  const std::string length = fmt::format("len({})", parameter.name);
  const auto array = as_array(value);
  if (const auto* list = std::get_if<StaticList>(&value.data))
    sizes_.emplace(length, list->length);
  else if (array && !array->is_scalar())
    sizes_.emplace(length, array->shape[0]);
  if (array && model::is_scalar(parameter.type, model::Scalar::int64))
    sizes_.insert_or_assign(parameter.name, array->value());
}

/// Symbols that stand alone; the first size that is known decides.
void Binding::bind(const model::Type& type, const StaticType& given) {
  const StaticType& value = used_as_value(given);
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    const auto known = as_array(value);
    if (!known || known->shape.size() != array->dims.size()) return;
    for (std::size_t axis = 0; axis < array->dims.size(); ++axis) {
      const model::Dim& dim = array->dims[axis];
      if (dim.op != model::Dim::Op::name || find(function_.params, dim.name) != nullptr) continue;
      Dimension& size = sizes_[dim.name];
      if (size.is_unknown()) size = known->shape[axis];
    }
  } else if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) {
    bind(*optional->item, value);
  } else if (const auto* list = std::get_if<model::ListType>(&type.data)) {
    const auto* known = std::get_if<StaticList>(&value.data);
    if (known == nullptr) return;
    if (known->item != nullptr) return bind(*list->item, *known->item);
    for (const StaticType& item : *known->items) bind(*list->item, item);
  } else if (const auto* record = std::get_if<StaticRecord>(&value.data)) {
    for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
      if (const StaticType* known = find_field(*record, field.name)) bind(field.type, *known);
  }
}

/// Sizes as messages show them: a symbol that nothing binds by its name.
Sizes Binding::named_sizes() const {
  Sizes sizes;
  for (const auto& [name, size] : sizes_)
    if (!size.is_unknown()) sizes.emplace(name, size);
  for (const model::Field& parameter : function_.params) add_symbols(parameter.type, sizes);
  return sizes;
}

void Binding::expect_fitting(const Expression& call) const {
  for (const Replaced& replaced : replaced_) {
    const StaticType wanted = instantiate(replaced.wanted, sizes_);
    if (is_assignable(wanted, replaced.given)) continue;
    const StaticType shown = instantiate(replaced.wanted, named_sizes());
    const Misfit misfit = part_that_misfits({join(replaced.path), &wanted, &replaced.given, &shown});
    fail(replaced.offset, fmt::format("'{}' of {} is {} here, expected {}", misfit.path, called_,
                                      text_of(*misfit.given), text_of(*misfit.shown)));
  }
  for (const model::Field& parameter : function_.params) {
    const auto kept = kept_.find(parameter.name);
    if (kept == kept_.end()) continue;
    const StaticType wanted = instantiate(parameter.type, sizes_);
    if (is_assignable(wanted, kept->second)) continue;
    const StaticType shown = instantiate(parameter.type, named_sizes());
    const Misfit misfit = part_that_misfits({parameter.name, &wanted, &kept->second, &shown});
    fail(call.begin,
         fmt::format("'{}' stays {}, the other arguments of {} need {}", misfit.path, text_of(*misfit.given),
                     called_, text_of(*misfit.shown)),
         fmt::format("give {}, too", misfit.path));
  }
}

}  // namespace grader::language
