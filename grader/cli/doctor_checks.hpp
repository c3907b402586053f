#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace grader::cli {

/// One line of the doctor's findings.
struct Finding {
  enum class State {
    fine,
    note,     // works, but something is better known
    problem,  // the grader cannot grade
  };
  State state = State::fine;
  std::string name;     // "compiler"
  std::string text;     // what there is, or what is wrong
  std::string to_do{};  // how to mend it
};

/// Looks at everything that grading needs, in the order in which one thing needs the other. A tiny exercise
/// is really compiled and called.
std::vector<Finding> examine(const Context& context, const std::optional<std::string>& cxx);

}  // namespace grader::cli
