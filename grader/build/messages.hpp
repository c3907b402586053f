#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/exercise.hpp"

/// What the author of a solution is told when it does not compile: the compiler's words about the author's
/// file and nothing about generated code.
namespace grader::build {

/// The compiler's output on the author's file alone, without lines about files of the grader and cut to a
/// length that can be read. `hidden` is a folder whose files are the grader's own.
std::string compile_message(std::string_view compiler_output, const std::string& hidden);

/// The same output, in which the assembly that a compiler writes between is called by the author's file and
/// not by the path of a temporary file in `folder`, which is another each time.
std::string with_assembly_named(std::string compiler_output, const std::string& folder,
                                const std::string& file);

/// Stands before a message of which only the beginning was read.
std::string diagnostics_message(const std::string& file, std::int64_t read_kib);

/// The function is missing or has another signature: what is expected, and the line that comes nearest.
std::string signature_message(const model::Exercise& exercise, std::string_view source,
                              const std::string& file);

/// The file compiles by itself but not with what the grader puts behind it.
std::string leaks_message(const std::string& file);

/// The file has a section .interp, which names a program to execute in the solution's place.
std::string interpreter_message(const std::string& file);

/// The linker's output: functions declared and never defined, a main() of one's own.
std::string link_message(std::string_view linker_output, const std::string& file);

}  // namespace grader::build
