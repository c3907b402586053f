// Properties: whatever their texts say, compiling them ends with a property or with mistakes that lie inside
// the texts, and evaluating what compiles ends with an answer, in bounded time and memory. Calls get what
// fits the signature.
//
// A line of the input "let NAME TEXT" or "forall NAME TEXT" is a name, "where TEXT" a condition, all others
// are the check.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/property.hpp"
#include "language/types.hpp"
#include "util/error.hpp"

using namespace grader;

namespace {

struct Crash {};  // what a student's function may do

void require(bool holds) {
  if (!holds) __builtin_trap();
}

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

/// Some value of a type, as a function would return it.
model::Value value_of(const model::Type& type, const model::Bindings& bindings) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    if (array->element == model::Scalar::string) return {"ab"};
    model::Shape shape;
    model::Index count = 1;
    for (const model::Dim& dim : array->dims) {
      shape.push_back(model::evaluate(dim, bindings).value_or(2));
      if (shape.back() < 0 || shape.back() > 1000) throw Crash{};
      count *= shape.back();
    }
    if (count > 10'000) throw Crash{};
    model::Tensor tensor = model::Tensor::zeros(array->element, shape);
    std::visit(
        [](auto& elements) {
          for (std::size_t i = 0; i < elements.size(); ++i)
            elements[i] = static_cast<typename std::decay_t<decltype(elements)>::value_type>(i % 2);
        },
        tensor.data);
    return {std::move(tensor)};
  }
  if (const auto* list = std::get_if<model::ListType>(&type.data))
    return {model::List{{value_of(*list->item, bindings), value_of(*list->item, bindings)}}};
  if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
    return {model::Optional{{value_of(*optional->item, bindings)}}};
  model::Record record;
  for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
    record.fields.emplace_back(field.name, value_of(field.type, bindings));
  return {std::move(record)};
}

class Calls : public language::Functions {
 public:
  explicit Calls(const model::Function& judged) : judged_(judged) {}
  model::Value call(const model::Arguments& arguments) override { return call_reference(judged_, arguments); }
  model::Value call_reference(const model::Function& function, const model::Arguments& arguments) override {
    model::Bindings bindings;
    require(model::bind(function, arguments, bindings).empty());
    return value_of(function.returns, bindings);
  }

 private:
  const model::Function& judged_;
};

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const model::Function function = every_type();
  static const model::Function used = linear();
  static const model::Bindings sizes{{"T", 2}, {"D", 3}, {"n", 0}};
  static const model::Arguments input = [] {
    model::Record record;
    for (const model::Field& param : function.params)
      record.fields.emplace_back(param.name, value_of(param.type, sizes));
    return record;
  }();
  std::string condition;
  const model::Property property =
      property_of(std::string_view(reinterpret_cast<const char*>(data), size), condition);

  const auto where = language::Condition::compile(condition, function);
  if (const auto* mistake = std::get_if<language::Mistake>(&where)) {
    require(mistake->offset <= condition.size() && !mistake->message.empty());
  } else {
    try {
      std::get<language::Condition>(where).holds(input);
    } catch (const util::GraderError&) {
    }
  }

  const auto compiled = language::Property::compile(property, {function, {&used}});
  if (const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&compiled)) {
    require(!mistakes->empty());
    for (const auto& mistake : *mistakes)
      require(mistake.mistake.offset <= length_of(property, mistake) && !mistake.mistake.message.empty());
    return 0;
  }
  Calls calls(function);
  try {
    const auto answer =
        std::get<language::Property>(compiled).evaluate(input, value_of(function.returns, sizes), {}, calls);
    require((answer.result == language::Evaluation::Result::error) == !answer.error.empty());
  } catch (const Crash&) {
  }
  return 0;
}
