#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace grader::course {

// The files of a student's directory. Whoever hands it in chooses what is there, and may change it at any
// time: links that lead out of it, pipes that nobody writes to, devices, files without end. So every path
// below the directory is opened without following a link in any part of it, and what was opened is looked at
// before it is read. The directory itself is the user's choice, and may be a link.

/// A file that was not read: nothing is there, or what is there cannot be taken.
struct Unread {
  bool missing = false;
  std::string why;  // behind the file's name: "is a symbolic link; put the file itself in its place"
};

/// The bytes of `file`, a path below `directory`: a regular file, unchanged while it was read, of at most 1
/// MiB and without NUL bytes.
std::variant<std::string, Unread> read_submitted(const std::filesystem::path& directory,
                                                 const std::filesystem::path& file);

/// Whether anything is there, a link among it. Throws util::UsageError where the way to it leads through one.
bool is_submitted(const std::filesystem::path& directory, const std::filesystem::path& file);

/// Replaces the file at once or not at all and makes the folders above it. Throws util::UsageError where the
/// way to it leads through a link, GraderError where it cannot be written.
void write_submitted(const std::filesystem::path& directory, const std::filesystem::path& file,
                     std::string_view text);

/// Renames it to the first of "<file>.bak", "<file>.bak2", … that is free, so that nothing is lost; returns
/// the new name, with the directory. Throws like write_submitted.
std::filesystem::path set_aside(const std::filesystem::path& directory, const std::filesystem::path& file);

}  // namespace grader::course
