#include "cli/states.hpp"

#include "codegen/codegen.hpp"
#include "pipeline/implementation.hpp"

namespace grader::cli {

SolutionState solution_state(const std::filesystem::path& submission, const model::Exercise& exercise) {
  const auto read = pipeline::read_solution(submission, exercise);
  if (const auto* source = std::get_if<std::string>(&read))
    return codegen::is_untouched_stub(*source, exercise) ? SolutionState::untouched : SolutionState::changed;
  const bool refused = std::get<pipeline::Refused>(read).verdict == model::Verdict::rejected;
  return refused ? SolutionState::changed : SolutionState::missing;
}

std::string to_string(SolutionState state) {
  switch (state) {
    case SolutionState::missing:
      return "missing";
    case SolutionState::untouched:
      return "todo";
    case SolutionState::changed:
      return "changed";
  }
  return {};
}

}  // namespace grader::cli
