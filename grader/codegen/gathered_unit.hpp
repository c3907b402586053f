#pragma once

#include <string>
#include <vector>

#include "codegen/gatherable.hpp"
#include "model/exercise.hpp"

namespace grader::codegen {

/// One solution among those that are compiled together. `tag` is a name that no other text ever has.
struct GatheredSolution {
  const model::Exercise* exercise = nullptr;
  std::vector<const model::Exercise*> used;  // of `uses:`
  std::string tag;
  Gatherable file;
};

/// The namespace that a solution is compiled in, with others beside it.
std::string gathered_namespace(const std::string& tag);

/// What the solution is bound to, in the place of symbol(id): of one exercise several versions may be linked
/// together.
std::string gathered_symbol(const std::string& tag);

/// What the solution calls in the place of the exercise `used`; the linker is told what that is.
std::string call_symbol(const std::string& tag, const std::string& used);

/// As codegen::header; what is called has call_symbol().
std::string gathered_header(const GatheredSolution& solution);

/// The translation unit of several solutions, which it includes as "<id>.cpp", each with its header. What it
/// says of one of them beyond that is in lines of a file "<id>.cpp.<something>", so that errors tell whose
/// they are.
std::string gathered_unit(const std::vector<GatheredSolution>& solutions);

}  // namespace grader::codegen
