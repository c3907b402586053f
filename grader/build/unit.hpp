#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "build/failures.hpp"
#include "build/toolchain_compiler.hpp"

namespace grader::build {

// What the files of ToolchainCompiler share.

/// What is compiled in one go: files by their path in the box, one of them the translation unit.
struct ToolchainCompiler::Unit {
  std::string name;
  std::map<std::string, std::string> files;
  const Solution* solution = nullptr;  // whose file it is, for messages; none for the grader's own code
  std::string solution_file;
  Budget budget = kUsualBudget;
};

/// The objects of one worker.
struct ToolchainCompiler::Linked {
  std::vector<std::filesystem::path> objects;
  std::set<std::string> used;             // ids already there
  std::vector<std::string> options = {};  // for the linker
  Budget budget = kUsualBudget;           // of linking them: as large as that of compiling any

  void allow(const model::Exercise& exercise) { budget = larger(budget, budget_of(exercise.limits)); }
};

/// The exercises of `uses:` that a program has solutions of.
std::vector<const model::Exercise*> exercises_used(const Program& program, const model::Exercise& exercise);

/// What cached files depend on besides what they are made of: changes when they are made in another way.
inline constexpr std::string_view kFormat = "8";

/// The harness's file with main().
inline constexpr std::string_view kMain = "main.cpp";

/// For compiling and linking in the sanitized mode.
inline constexpr const char* kSanitizers = "-fsanitize=address,undefined";

inline bool succeeded(const sandbox::Finished& finished) {
  return !finished.timed_out && finished.ending.signal == 0 && finished.ending.exit_status == 0;
}

}  // namespace grader::build
