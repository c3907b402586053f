#pragma once

#include <cstdint>
#include <string>

#include "build/compiler.hpp"
#include "model/exercise.hpp"
#include "sandbox/process.hpp"

/// What compilers and linkers may cost, and what it means when they fail.
namespace grader::build {

/// What one run of a compiler or a linker may cost.
struct Budget {
  double cpu_s = 60;
  std::int64_t memory_mib = 3072;
  std::int64_t file_mib = 64;
  std::int64_t diagnostics_kib = 64;

  /// CPU time is the limit that counts: a machine that is busy with other things must not fail a solution.
  /// Wall time is for compilers that wait, say for a device that was included.
  double wall_s() const { return 3 * cpu_s; }
  sandbox::ResourceLimits limits() const { return {cpu_s, memory_mib, memory_mib, file_mib, 256, 32, 64}; }
};
/// The grader's own code is no stranger's, and some of it takes long.
inline constexpr Budget kOwnBudget{240, 4096, 256, 64};
/// Of everything else that no exercise has limits for.
inline constexpr Budget kUsualBudget{};

Budget budget_of(const model::Limits& limits);
/// What stays within both.
Budget smaller(const Budget& one, const Budget& other);
/// What either may cost.
Budget larger(const Budget& one, const Budget& other);

/// Signs that the compiler ran into one of its limits rather than into a mistake.
bool hit_limit(const sandbox::Finished& finished, const Budget& budget);
/// In the words of the limit that it was.
BuildFailure limit_failure(const std::string& file, const sandbox::Finished& failed, const Budget& budget);

/// The words of g++, of collect2 and of clang++ for a program of theirs that was killed. A source can make
/// the compiler print them, too.
bool says_killed(const sandbox::Finished& finished);

/// Whether the compiler complains of what it was given, which settles whose fault a failure is. A solution
/// that makes it say so has only itself to blame.
bool speaks_of_code(const sandbox::Finished& finished, const std::string& file);

/// What may have been the machine's bad moment is tried once more before anybody is blamed.
bool is_worth_another_try(const sandbox::Finished& finished, const std::string& file, const Budget& budget);

}  // namespace grader::build
