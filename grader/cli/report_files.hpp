#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace grader::cli {

/// Writes a report where the command line wants it: "-" is standard output, a device or pipe is written to,
/// and any other file is replaced at once or not at all. Throws util::GraderError with the path.
void write_report(const std::string& destination, std::string_view text);

/// Adds to the end of a file that others write to as well. Throws util::GraderError with the path.
void append_report(const std::filesystem::path& path, std::string_view text);

}  // namespace grader::cli
