#pragma once

#include <sys/types.h>

#include <filesystem>

namespace grader::sandbox {

/// A user and group number that nobody has and that this grader has not given before, within the numbers that
/// exist in its user namespace. What runs with one shares no files, signals or limits with anybody.
uid_t unused_user();

/// Gives a folder and all that it holds to a user. Links in it are not followed. Throws util::GraderError
/// with the path.
void give_to(const std::filesystem::path& folder, uid_t user);

}  // namespace grader::sandbox
