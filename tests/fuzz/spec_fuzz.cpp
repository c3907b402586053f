// Whatever bytes a file holds, reading it ends with values or with diagnostics: no crash, no hang, and no
// other exception. A specification without mistakes is one that can be used: its inputs are made and fit the
// signature, its properties are evaluated on them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "generate/generate.hpp"
#include "spec/read.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"
#include "values.hpp"

namespace {

using namespace grader;
using fuzz::require;

constexpr std::string_view kSignature = "float[N] helper(x: float[N], k: int)";

/// What fits into a target's memory and patience; a specification may ask for more.
constexpr model::Index kLargestSize = 16;

template <class Read>
void ignore_mistakes(Read read) {
  try {
    read();
  } catch (const util::SpecError&) {
  } catch (const util::UsageError&) {
  }
}

bool is_small(const model::Argument& length) {
  if (const auto* number = std::get_if<double>(&length)) return *number <= kLargestSize;
  return std::get<model::Dim>(length).op == model::Dim::Op::name;
}

bool is_small(const model::Generator& generator) {
  return (!generator.length_high || is_small(*generator.length_high)) &&
         std::all_of(generator.fields.begin(), generator.fields.end(),
                     [](const auto& field) { return is_small(field.second); });
}

bool is_small(const model::Generation& generation) {
  return std::all_of(generation.dims.begin(), generation.dims.end(),
                     [](const auto& dim) { return dim.second.high <= kLargestSize; }) &&
         std::all_of(generation.inputs.begin(), generation.inputs.end(),
                     [](const auto& input) { return is_small(input.second); });
}

/// The first inputs of a case and the last one.
std::vector<model::Arguments> inputs_of(const model::Exercise& exercise, const model::Case& test_case) {
  if (const auto* worked = std::get_if<model::Worked>(&test_case.source)) return {worked->input};
  const auto& generation = std::get<model::Generation>(test_case.source);
  if (!is_small(generation)) return {};
  std::vector<model::Arguments> inputs;
  try {
    for (const model::Index index : {model::Index{0}, model::Index{1}, generation.count - 1})
      if (index < generation.count) inputs.push_back(generate::input(exercise, test_case, 1, index));
  } catch (const util::GraderError&) {
    // What a generator cannot make for these sizes is the course's mistake, and it was said.
  }
  return inputs;
}

void evaluate(const language::Property& property, const model::Exercise& exercise,
              const model::Arguments& input) {
  model::Bindings bindings;
  require(model::bind(exercise.function, input, bindings).empty());
  fuzz::Calls calls(exercise.function, fuzz::Numbers::small);
  try {
    const model::Value out = fuzz::value_of(exercise.function.returns, bindings);
    const auto answer = property.evaluate(input, out, exercise.tolerance, calls);
    require((answer.result == language::Evaluation::Result::error) == !answer.error.empty());
  } catch (const fuzz::Crash&) {
  }
}

void use(const model::Exercise& exercise, const std::vector<const model::Function*>& used) {
  std::vector<language::Property> properties;
  for (const model::Property& property : exercise.properties) {
    auto compiled = language::Property::compile(property, {exercise.function, used});
    require(std::holds_alternative<language::Property>(compiled));
    properties.push_back(std::move(std::get<language::Property>(compiled)));
  }
  for (const model::Case& test_case : exercise.cases)
    for (const model::Arguments& input : inputs_of(exercise, test_case))
      for (const language::Property& property : properties) evaluate(property, exercise, input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const model::Function function = spec::read_signature(kSignature, {});
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // The folder does not exist, so that no {file: …} reaches the disk.
  auto reading = spec::read_exercise("/nowhere/exercises/topic/name.yaml", text, "topic/name", {});
  std::vector<const model::Function*> used;
  if (reading.exercise && !reading.exercise->uses.empty()) {
    used.push_back(&function);
    spec::check_texts(reading, text, used);
  }
  util::render(reading.diagnostics);
  if (reading.exercise && reading.diagnostics.empty()) use(*reading.exercise, used);
  ignore_mistakes([&] { spec::read_course("course.yaml", text); });
  ignore_mistakes([&] { spec::read_signature(text, {}); });
  return 0;
}
