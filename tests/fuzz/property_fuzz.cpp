// Properties: whatever their texts say, compiling them ends with a property or with mistakes that lie inside
// the texts, and evaluating what compiles ends with an answer, the same each time, in bounded time and
// memory. Calls get what fits the signature, and a value has the form that the static check promised.
//
// A line of the input "let NAME TEXT" or "forall NAME TEXT" is a name, "where TEXT" a condition, all others
// are the check.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/property.hpp"
#include "language/static_type.hpp"
#include "language/types.hpp"
#include "util/error.hpp"
#include "values.hpp"

using namespace grader;
using namespace grader::fuzz;

namespace {

std::shared_ptr<const model::RecordDef> record(
    std::string name, std::initializer_list<std::pair<const char*, const char*>> fields,
    const language::RecordNames& known) {
  auto def = std::make_shared<model::RecordDef>();
  def->name = std::move(name);
  for (const auto& [field, type] : fields)
    def->fields.push_back({field, std::get<model::Type>(language::parse_type(type, known))});
  return def;
}

model::Function every_type() {
  const auto weights = record("Weights", {{"w", "float[D, D]"}, {"b", "float32[D]"}}, {});
  const auto result =
      record("Result", {{"y", "float[T, D]"}, {"n", "int"}, {"rows", "list<float[D]>"}, {"tail", "int[n]"}},
             language::names_of({weights}));
  const auto known = language::names_of({weights, result});
  model::Function function;
  function.name = "judged";
  for (const auto& [name, type] :
       std::initializer_list<std::pair<const char*, const char*>>{{"x", "float[T, D]"},
                                                                  {"n", "int"},
                                                                  {"mask", "optional<bool[T, T]>"},
                                                                  {"ids", "int[T]"},
                                                                  {"weights", "Weights"},
                                                                  {"blocks", "list<Weights>"},
                                                                  {"text", "string"},
                                                                  {"flag", "bool"},
                                                                  {"eps", "float"},
                                                                  {"ys", "list<float32[D]>"}})
    function.params.push_back({name, std::get<model::Type>(language::parse_type(type, known))});
  function.returns = std::get<model::Type>(language::parse_type("Result", known));
  return function;
}

model::Function linear() {
  model::Function function;
  function.name = "linear";
  for (const auto& [name, type] : std::initializer_list<std::pair<const char*, const char*>>{
           {"x", "float[T, I]"}, {"w", "float[I, O]"}, {"k", "int"}})
    function.params.push_back({name, std::get<model::Type>(language::parse_type(type, {}))});
  function.returns = std::get<model::Type>(language::parse_type("float[T, O + k]", {}));
  return function;
}

model::Property property_of(std::string_view input, std::string& condition) {
  model::Property property;
  while (!input.empty()) {
    const std::string_view line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(line.size() + 1, input.size()));
    const std::size_t begin = line.find(' ') + 1;
    const std::size_t end = begin == 0 ? line.size() : std::min(line.find(' ', begin), line.size());
    const std::string name(line.substr(begin, end - begin));
    const std::string rest(line.substr(std::min(end + 1, line.size())));
    if (line.substr(0, 4) == "let ")
      property.let.emplace_back(name, rest);
    else if (line.substr(0, 7) == "forall ")
      property.for_all.emplace_back(name, rest);
    else if (line.substr(0, 6) == "where ")
      condition = line.substr(6);
    else
      property.check += std::string(line) + "\n";
  }
  return property;
}

std::size_t length_of(const model::Property& property, const language::PropertyMistake& mistake) {
  using Part = language::PropertyMistake::Part;
  if (mistake.part == Part::check) return property.check.size();
  return (mistake.part == Part::let ? property.let : property.for_all).at(mistake.number).second.size();
}

bool has_form(const model::Value& value, const language::StaticType& type);

bool has_form(const model::Value& value, const language::StaticList& list) {
  if (const auto* tensor = std::get_if<model::Tensor>(&value.data)) {
    // What is written as a list is an array where its items turn out to have one shape.
    const auto is_row = [tensor](const language::StaticType& item) {
      const auto array = language::as_array(item);
      return array && array->shape.size() + 1 == tensor->shape.size();
    };
    return list.items != nullptr && std::all_of(list.items->begin(), list.items->end(), is_row);
  }
  const auto* held = std::get_if<model::List>(&value.data);
  if (held == nullptr || (list.items != nullptr && list.items->size() != held->items.size())) return false;
  for (std::size_t i = 0; i < held->items.size(); ++i)
    if (!has_form(held->items[i], list.items != nullptr ? (*list.items)[i] : *list.item)) return false;
  return true;
}

/// Whether a value has the form that is known of it before there are inputs. Sizes are left to the texts of
/// mistakes: that they can be wrong is why there are any.
bool has_form(const model::Value& value, const language::StaticType& type) {
  if (std::holds_alternative<language::StaticText>(type.data))
    return std::holds_alternative<std::string>(value.data);
  if (const auto* optional = std::get_if<language::StaticOptional>(&type.data)) {
    const auto* held = std::get_if<model::Optional>(&value.data);
    if (held == nullptr) return has_form(value, *optional->item);
    return held->item.empty() || has_form(held->item[0], *optional->item);
  }
  const auto* tensor = std::get_if<model::Tensor>(&value.data);
  if (const auto array = language::as_array(type); array && tensor != nullptr) {
    const bool is_real =
        tensor->element() == model::Scalar::float64 || tensor->element() == model::Scalar::float32;
    return tensor->shape.size() == array->shape.size() &&
           is_real == (array->element == language::Element::real);
  }
  if (const auto* record = std::get_if<language::StaticRecord>(&type.data)) {
    const auto* held = std::get_if<model::Record>(&value.data);
    if (held == nullptr || held->fields.size() != record->fields->size()) return false;
    for (std::size_t i = 0; i < held->fields.size(); ++i)
      if (!has_form(held->fields[i].second, (*record->fields)[i].type)) return false;
    return true;
  }
  const auto* list = std::get_if<language::StaticList>(&type.data);
  return list != nullptr && has_form(value, *list);
}

/// An input of the function that every text may use, and what it returns.
struct Sample {
  Sample(const model::Function& function, model::Index t, model::Index d, model::Index n, Numbers kind)
      : numbers(kind) {
    const model::Bindings sizes{{"T", t}, {"D", d}, {"n", n}};
    for (const model::Field& param : function.params)
      input.fields.emplace_back(param.name, param.name == "n" ? model::Value{model::Tensor::scalar(n)}
                                                              : value_of(param.type, sizes, kind));
    out = value_of(function.returns, sizes, kind);
  }
  Numbers numbers;
  model::Arguments input;
  model::Value out;
};

void evaluate(const language::Property& property, const model::Function& function, const Sample& sample) {
  Calls calls(function, sample.numbers);
  try {
    const auto answer = property.evaluate(sample.input, sample.out, {}, calls);
    require((answer.result == language::Evaluation::Result::error) == !answer.error.empty());
    if (sample.numbers == Numbers::small) return;
    const auto again = property.evaluate(sample.input, sample.out, {}, calls);
    require(again.result == answer.result && again.error == answer.error);
  } catch (const Crash&) {
  }
}

void evaluate(const language::Quantity& quantity, const model::Function& function, const Sample& sample) {
  Calls calls(function, sample.numbers);
  try {
    const auto answer = quantity.evaluate(sample.input, sample.out, calls);
    if (const auto* error = std::get_if<std::string>(&answer))
      require(!error->empty());
    else
      require(has_form(std::get<model::Value>(answer), quantity.type()));
  } catch (const Crash&) {
  }
}

void evaluate(const language::Condition& condition, const Sample& sample) {
  try {
    condition.holds(sample.input);
  } catch (const util::GraderError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const model::Function function = every_type();
  static const model::Function used = linear();
  static const std::vector<Sample> samples = {{function, 2, 3, 0, Numbers::small},
                                              {function, 1, 1, 2, Numbers::small},
                                              {function, 3, 2, 1, Numbers::extreme}};
  std::string condition;
  const model::Property property =
      property_of(std::string_view(reinterpret_cast<const char*>(data), size), condition);

  const auto where = language::Condition::compile(condition, function);
  if (const auto* mistake = std::get_if<language::Mistake>(&where))
    require(mistake->offset <= condition.size() && !mistake->message.empty());
  else
    for (const Sample& sample : samples) evaluate(std::get<language::Condition>(where), sample);

  const auto quantity = language::Quantity::compile(property.check, {function, {&used}});
  if (const auto* mistake = std::get_if<language::Mistake>(&quantity))
    require(mistake->offset <= property.check.size() && !mistake->message.empty());
  else
    evaluate(std::get<language::Quantity>(quantity), function, samples.back());

  const auto compiled = language::Property::compile(property, {function, {&used}});
  if (const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&compiled)) {
    require(!mistakes->empty());
    for (const auto& mistake : *mistakes)
      require(mistake.mistake.offset <= length_of(property, mistake) && !mistake.mistake.message.empty());
    return 0;
  }
  for (const Sample& sample : samples) evaluate(std::get<language::Property>(compiled), function, sample);
  return 0;
}
