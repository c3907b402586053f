#pragma once

#include <filesystem>
#include <vector>

#include "util/unique_fd.hpp"

/// Landlock: a process gives up the files that it was not granted (Linux 5.13; docs.kernel.org/userspace-api/
/// landlock.html). Where the kernel knows them it gives up TCP, abstract sockets and signals to others as
/// well.
namespace grader::sandbox {

struct FileGrants {
  std::vector<std::filesystem::path> readable;  // files and folders: to read and to execute
  std::vector<std::filesystem::path> writable;  // folders: everything
};

/// The version of the kernel's Landlock; 0 with errno set where there is none.
int landlock_version();

/// A rule set that denies all files but those. Throws util::GraderError with the path that cannot be granted;
/// paths that are not there are passed over.
util::UniqueFd landlock_rules(const FileGrants& grants);

/// Adds the calling process's own folder of /proc to the rules; false with errno set where that fails.
/// Async-signal-safe.
bool grant_own_proc(int rules);

/// Gives up everything else, for ever; false with errno set where that is refused. Async-signal-safe. Needs
/// no_new_privs.
bool restrict_files(int rules);

}  // namespace grader::sandbox
