#pragma once

#include <cstddef>
#include <string>

#include "build/compiler.hpp"
#include "sandbox/process.hpp"

/// What compilers and linkers may cost, and what it means when they fail.
namespace grader::build {

// CPU time is the limit that counts: a machine that is busy with other things must not fail a solution. Wall
// time is for compilers that wait, say for a device that was included.
inline constexpr sandbox::ResourceLimits kCompileLimits{30, 3072, 3072, 64, 256, 32, 64};
inline constexpr double kCompileSeconds = 90;
// The grader's own code is no stranger's, and some of it takes long.
inline constexpr sandbox::ResourceLimits kOwnLimits{240, 4096, 4096, 256, 256, 32, 64};
inline constexpr double kOwnSeconds = 480;
inline constexpr std::size_t kDiagnosticBytes = 65536;

/// Signs that the compiler ran into one of its limits rather than into a mistake.
bool hit_limit(const sandbox::Finished& finished);
BuildFailure limit_failure(const std::string& file, const sandbox::Finished& failed);

/// The words of g++, of collect2 and of clang++ for a program of theirs that was killed. A source can make
/// the compiler print them, too.
bool says_killed(const sandbox::Finished& finished);

/// Whether the compiler complains of what it was given, which settles whose fault a failure is. A solution
/// that makes it say so has only itself to blame.
bool speaks_of_code(const sandbox::Finished& finished, const std::string& file);

/// What may have been the machine's bad moment is tried once more before anybody is blamed.
bool is_worth_another_try(const sandbox::Finished& finished, const std::string& file);

}  // namespace grader::build
