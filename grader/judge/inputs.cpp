#include "judge/inputs.hpp"

#include <fmt/format.h>

#include "generate/generate.hpp"
#include "judge/compare.hpp"
#include "util/error.hpp"

namespace grader::judge {
namespace {

std::string input_name(const model::Case& test_case, model::Index index) {
  const bool generated = std::holds_alternative<model::Generation>(test_case.source);
  return generated ? fmt::format("{}#{}", test_case.id, index) : test_case.id;
}

bool compares(const model::Exercise& exercise) {
  return exercise.compare.all || !exercise.compare.fields.empty();
}

model::Value call_reference(const model::Exercise& exercise, const Input& input, Implementation& reference) {
  model::Outcome outcome = reference.call(input.arguments);
  if (const auto* failure = std::get_if<model::CallFailure>(&outcome))
    throw util::CourseError(
        fmt::format("the reference of {} fails on input {}: {}", exercise.id, input.name, failure->message));
  return std::move(std::get<model::Value>(outcome));
}

}  // namespace

bool is_exact(const Input& input) {
  const auto* worked = std::get_if<model::Worked>(&input.test_case->source);
  return input.expected && (worked == nullptr || !worked->expected);
}

model::Index input_count(const model::Case& test_case) {
  const auto* generation = std::get_if<model::Generation>(&test_case.source);
  return generation != nullptr ? generation->count : 1;
}

Input make_input(const model::Exercise& exercise, const model::Case& test_case, std::uint64_t seed,
                 model::Index index, Implementation& reference) {
  const auto* worked = std::get_if<model::Worked>(&test_case.source);
  Input input{&test_case, input_name(test_case, index), {}, {}, {}};
  input.arguments = worked != nullptr ? worked->input : generate::input(exercise, test_case, seed, index);
  if (const auto misfits = model::bind(exercise.function, input.arguments, input.bindings); !misfits.empty())
    throw util::CourseError(
        fmt::format("{}, input {}: {} {}", exercise.id, input.name, misfits[0].path, misfits[0].message));
  const bool is_written = worked != nullptr && worked->expected;
  if (!compares(exercise) && !is_written) return input;
  input.expected = call_reference(exercise, input, reference);
  const Rules rules = rules_of(exercise, input);
  const Judgement judgement =
      compare(*input.expected, is_written ? *worked->expected : *input.expected, rules);
  if (is_written && judgement.verdict != model::Verdict::accepted)
    throw util::CourseError(fmt::format("the reference of {} contradicts the expected value of case {}: {}",
                                        exercise.id, input.name, judgement.message));
  if (judgement.verdict == model::Verdict::grader_error)
    throw util::CourseError(fmt::format("{}, input {}: {}", exercise.id, input.name, judgement.message));
  if (is_written) input.expected = *worked->expected;
  return input;
}

std::optional<Input> make_input(const model::Exercise& exercise, const model::Case& test_case,
                                model::Arguments arguments, Implementation& reference) {
  Input input{&test_case, test_case.id, std::move(arguments), {}, {}};
  if (!model::bind(exercise.function, input.arguments, input.bindings).empty()) return std::nullopt;
  if (!compares(exercise)) return input;
  model::Outcome outcome = reference.call(input.arguments);
  auto* value = std::get_if<model::Value>(&outcome);
  if (value == nullptr) return std::nullopt;
  input.expected = std::move(*value);
  const Judgement judgement = compare(*input.expected, *input.expected, rules_of(exercise, input));
  if (judgement.verdict == model::Verdict::grader_error) return std::nullopt;
  return input;
}

}  // namespace grader::judge
