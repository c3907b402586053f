#include "judge/calls.hpp"

#include <fmt/format.h>

#include "judge/changes.hpp"
#include "judge/explain.hpp"
#include "util/text.hpp"

namespace grader::judge {
namespace {

using model::Verdict;

}  // namespace

std::optional<Failed> misfit(const model::Exercise& exercise, const Input& input,
                             const model::Arguments& arguments, const model::Value& result) {
  Input called = input;
  called.arguments = arguments;
  called.bindings.clear();
  model::bind(exercise.function, arguments, called.bindings);
  const auto misfits = model::check(result, exercise.function.returns, called.bindings);
  if (misfits.empty()) return std::nullopt;
  const bool is_shape = misfits[0].kind == model::Misfit::Kind::shape;
  Failed failed{is_shape ? Verdict::wrong_shape : Verdict::bad_reply, {}, {}};
  failed.message = path_label(misfits[0].path) + "the result " + misfits[0].message;
  failed.counterexample.name = input.name;
  failed.counterexample.input = arguments;
  failed.counterexample.actual = result;
  return failed;
}

model::Value Calls::call(const model::Arguments& arguments) {
  model::Outcome outcome = subject_.call(arguments);
  if (const auto* failure = std::get_if<model::CallFailure>(&outcome)) {
    NoAnswer none{failed_call(input_, *failure)};
    none.failed.counterexample.input = arguments;
    const std::string changed = changes(input_.arguments, arguments);
    none.failed.message += changed.empty() ? "" : fmt::format("\ncalled with {}", changed);
    throw none;
  }
  auto& value = std::get<model::Value>(outcome);
  if (auto wrong = misfit(exercise_, input_, arguments, value)) throw NoAnswer{std::move(*wrong)};
  return std::move(value);
}

model::Value Calls::call_reference(const model::Function& function, const model::Arguments& arguments) {
  model::Outcome outcome = references_.call(function, arguments);
  const auto* failure = std::get_if<model::CallFailure>(&outcome);
  if (failure == nullptr) return std::move(std::get<model::Value>(outcome));
  // Perhaps for what the subject returned; whether the property is at fault, the reference's own answers
  // show.
  Failed failed{Verdict::property_violated, {}, {}};
  failed.message = fmt::format("has no answer: the reference of {} fails on what it is given: {}",
                               function.name, util::printable_within(failure->message, kMessageBytes));
  failed.counterexample.name = input_.name;
  failed.counterexample.input = input_.arguments;
  throw NoAnswer{std::move(failed)};
}

}  // namespace grader::judge
