#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sandbox/process.hpp"

namespace grader::build {

enum class Family { gcc, clang };

/// The compiler that everything is built with.
struct Toolchain {
  std::filesystem::path cxx;  // absolute
  Family family = Family::gcc;
  std::string version;                         // the first line of --version
  std::string identity;                        // changes when the compiler does; for cache keys
  std::filesystem::path eigen;                 // the folder that holds Eigen/Dense
  std::string linker;                          // for -fuse-ld; empty for the compiler's own
  std::vector<std::filesystem::path> folders;  // what compiling and linking reads besides the sources
};

/// `requested` (a name or a path), else $CXX, else the first of g++ and clang++ in PATH. Throws
/// util::UsageError where the one asked for is not there, util::GraderError where there is none at all or no
/// Eigen.
Toolchain find_toolchain(const std::optional<std::string>& requested, const sandbox::ProcessRunner& runner);

/// How code is compiled: as in a graded run; for a debugger; and in the ways in which an audit wants the
/// reference to give the same result (-O0, -O2, and with sums in another order); with AddressSanitizer and
/// UndefinedBehaviorSanitizer.
enum class Mode { grade, debug, unoptimised, optimised, reassociated, sanitized };

}  // namespace grader::build
