#include "language/evaluate_calls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace grader::language {
namespace {

using array::Error;
using model::Value;

constexpr std::ptrdiff_t kMostNoted = 4;  // of f, and as many of others

std::string path_text(const std::vector<std::string>& path) {
  return fmt::format("{}", fmt::join(path, "."));
}

const model::Field* field_of(const std::vector<model::Field>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const model::Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Value* value_of(model::Record& record, std::string_view name) {
  for (auto& [field, value] : record.fields)
    if (field == name) return &value;
  return nullptr;
}

/// A parameter, or a part of one, and its type.
struct Place {
  Value* value = nullptr;
  const model::Type* type = nullptr;
};

/// Into the item of an optional.
Place into_optional(Place place, const std::string& name) {
  const auto* optional = std::get_if<model::OptionalType>(&place.type->data);
  if (optional == nullptr) return place;
  auto* item = std::get_if<model::Optional>(&place.value->data);
  if (item == nullptr || item->item.empty()) throw Error{fmt::format("{} is absent", name)};
  return {&item->item.front(), optional->item.get()};
}

Place find_place(const model::Function& function, model::Arguments& arguments,
                 const std::vector<std::string>& path) {
  const std::vector<model::Field>* fields = &function.params;
  model::Record* record = &arguments;
  Place place;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) {
      place = into_optional(place, path[i - 1]);
      const auto* type = std::get_if<model::RecordType>(&place.type->data);
      record = std::get_if<model::Record>(&place.value->data);
      if (type == nullptr || record == nullptr) throw Error{fmt::format("{} has no fields", path[i - 1])};
      fields = &type->def->fields;
    }
    const model::Field* field = field_of(*fields, path[i]);
    Value* value = value_of(*record, path[i]);
    if (field == nullptr || value == nullptr)
      throw Error{fmt::format("there is no {} '{}'", i == 0 ? "parameter" : "field", path[i])};
    place = {value, &field->type};
  }
  return place;
}

void check_arguments(const model::Function& function, const model::Arguments& arguments) {
  model::Bindings bindings;
  const auto misfits = model::bind(function, arguments, bindings);
  if (!misfits.empty()) throw Error{fmt::format("{} {}", misfits.front().path, misfits.front().message)};
}

}  // namespace

model::Arguments& Calls::own_arguments() {
  if (!own_) {
    for (const auto& [name, value] : surroundings_.input.fields)
      work_.budget().work(model::leaf_count(value));
    own_ = surroundings_.input;
  }
  return *own_;
}

std::vector<double>& Calls::floats(const std::vector<std::string>& path) {
  const Place place =
      into_optional(find_place(surroundings_.function, own_arguments(), path), path_text(path));
  auto* array = std::get_if<model::Tensor>(&place.value->data);
  auto* elements = array == nullptr ? nullptr : std::get_if<std::vector<double>>(&array->data);
  if (elements == nullptr)
    throw Error{fmt::format("fd needs a float, and {} is {}", path_text(path), kind_text(*place.value))};
  return *elements;
}

Value Calls::run(const CallText& call, const model::Arguments& arguments) const {
  return call.judged ? surroundings_.functions->call(arguments)
                     : surroundings_.functions->call_reference(*call.function, arguments);
}

Value Calls::with_overrides(const CallText& call, const std::vector<Override>& overrides) {
  if (overrides.empty()) return run(call, arguments());
  model::Arguments& changed = own_arguments();
  std::vector<std::pair<Value*, Value>> before;
  for (const Override& override : overrides) {
    const Place place = find_place(*call.function, changed, override.path);
    before.emplace_back(place.value, as_type(override.value, *place.type, path_text(override.path), work_));
    std::swap(*before.back().first, before.back().second);
  }
  check_arguments(*call.function, changed);
  Value result = run(call, changed);
  // Nobody restores after an exception: it ends the evaluation.
  std::for_each(before.rbegin(), before.rend(), [](auto& old) { *old.first = std::move(old.second); });
  return result;
}

Value Calls::of_its_own(const CallText& call, const std::vector<Override>& overrides) const {
  model::Arguments arguments;
  for (const model::Field& parameter : call.function->params) {
    const auto given = std::find_if(overrides.begin(), overrides.end(), [&](const Override& override) {
      return override.path.size() == 1 && override.path.front() == parameter.name;
    });
    if (given == overrides.end()) throw Error{fmt::format("'{}' is not given", parameter.name)};
    arguments.fields.emplace_back(parameter.name,
                                  as_type(given->value, parameter.type, parameter.name, work_));
  }
  check_arguments(*call.function, arguments);
  return run(call, arguments);
}

Operand Calls::call(CallText call, std::vector<Override> overrides) {
  if (surroundings_.functions == nullptr) throw Error{"a condition on inputs cannot call functions"};
  if (++made_ > kMostCalls) throw Error{"this needs more than 10,000 calls"};
  Operand result =
      work_.own(call.keeps_input ? with_overrides(call, overrides) : of_its_own(call, overrides));
  if (noting_) note(std::move(call), std::move(overrides), result);
  return result;
}

void Calls::note(CallText call, std::vector<Override> overrides, const Operand& result) {
  const auto alike = std::count_if(noted_.begin(), noted_.end(),
                                   [&](const Noted& noted) { return noted.call.judged == call.judged; });
  if (alike < kMostNoted) noted_.push_back({std::move(call), std::move(overrides), result});
}

std::vector<MadeCall> Calls::made() const {
  std::vector<MadeCall> result;
  Workspace work;
  for (const Noted& noted : noted_) {
    model::Arguments arguments;
    if (noted.call.keeps_input) arguments = surroundings_.input;
    for (const Override& override : noted.overrides) {
      if (!noted.call.keeps_input) arguments.fields.emplace_back(override.path.front(), model::Value{});
      const Place place = find_place(*noted.call.function, arguments, override.path);
      *place.value = as_type(override.value, *place.type, path_text(override.path), work);
    }
    result.push_back({noted.call.text, std::move(arguments), *noted.result, noted.call.judged});
  }
  return result;
}

}  // namespace grader::language
