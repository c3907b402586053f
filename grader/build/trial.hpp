#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "build/toolchain.hpp"

/// What tells a compiler that does not work from a solution that does not compile. Each throws
/// util::GraderError that names the compiler.
namespace grader::build {

/// Whether the compiler says that a disk is full. A solution can make it say so, too.
bool says_no_room(const sandbox::Finished& finished);

/// A failure with a disk that has no room left is none of the solution's. The compiler's word alone is not
/// enough: there has to be no room for what it may make.
void require_room(const Toolchain& toolchain, const std::filesystem::path& box,
                  const sandbox::Finished& failed);

/// A compiler that said it had made a file and did not.
void require_made(const Toolchain& toolchain, const std::filesystem::path& file);

/// Runs the compiler with these arguments in the box.
using CompilerRun = std::function<sandbox::Finished(const std::vector<std::string>& arguments)>;

/// After a failure: an empty program has to compile with the same flags and to link, or nothing is known
/// about the solution.
void require_working(const Toolchain& toolchain, const std::filesystem::path& box,
                     const std::vector<std::string>& compile_flags,
                     const std::vector<std::string>& link_flags, const CompilerRun& run);

}  // namespace grader::build
