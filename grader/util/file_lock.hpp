#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

#include "util/unique_fd.hpp"

namespace grader::util {

/// A lock on a file, made where it is missing, between processes and between the threads of one. The kernel
/// gives it back when its holder dies, however that happens: it tells the living from the dead without
/// process numbers, which are used again and mean nothing in another container.
class FileLock {
 public:
  enum class Kind { shared, exclusive };

  /// Waits for whoever holds it. Where the file system knows no locks, and for a shared lock in a folder that
  /// cannot be written, there is nobody to wait for. Throws Interrupted, and GraderError with the path.
  static FileLock wait_for(const std::filesystem::path& file, Kind kind, const std::stop_token& stop);

  /// Nothing where somebody holds it, or where that cannot be known.
  static std::optional<FileLock> try_for(const std::filesystem::path& file);

 private:
  explicit FileLock(UniqueFd fd) : fd_(std::move(fd)) {}
  UniqueFd fd_;
};

}  // namespace grader::util
