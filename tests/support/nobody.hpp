#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace grader::test {

/// The user without rights that tests/support/without.cpp becomes.
inline constexpr uid_t kNobody = 64999;

/// Gives a folder and all that it holds to that user, which only root can do. Links are not followed.
inline void give_to_nobody(const std::filesystem::path& folder) {
  const auto give = [](const std::filesystem::path& path) {
    if (::lchown(path.c_str(), kNobody, kNobody) != 0)
      throw std::runtime_error("cannot give away " + path.string() + "; this test needs root");
  };
  give(folder);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) give(entry.path());
}

}  // namespace grader::test
