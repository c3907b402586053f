#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

#include "util/unique_fd.hpp"

namespace grader::util {

// Paths below a folder that somebody else may fill with links while we look.

/// Opens `path`, which is relative and goes nowhere but down, below `folder` without following a link in any
/// part of it and without waiting for anybody. errno says why not; ELOOP is a link. With O_PATH a link that
/// is the last part is opened itself. The kernel does it where it can (openat2), else it is done part by
/// part.
UniqueFd open_beneath(int folder, const std::filesystem::path& path, int flags);

/// The first part of `path` that is no folder, as the way to it ("a/b" of "a/b/c"), and its kind (S_IFMT);
/// nothing where there is none. To say what is in the way, not to decide anything.
struct Obstacle {
  std::filesystem::path path;
  mode_t kind = 0;
};
std::optional<Obstacle> first_obstacle(int folder, const std::filesystem::path& path);

}  // namespace grader::util
