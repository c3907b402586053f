#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "build/elf_object.hpp"

namespace grader::build {

/// How large the parts of an object are that run when a program starts or ends.
using StartupSizes = std::map<std::string, std::uint64_t>;
StartupSizes startup_sizes(const ElfObject& object);

/// What an object of several solutions is found to hold before it is linked with others.
struct Findings {
  bool sound = false;            // nothing that could reach beyond the solutions, but for those to blame
  std::set<std::string> blamed;  // tags of solutions that are something else alone
};

/// `tags` are those of the solutions in it (codegen::GatheredSolution), `empty` the sizes of an object with
/// no solution that was compiled in the same way.
Findings inspect(const ElfObject& object, const std::vector<std::string>& tags, const StartupSizes& empty);

/// What the solutions in it call of one another (codegen::call_symbol).
std::set<std::string> called_symbols(const ElfObject& object);

}  // namespace grader::build
