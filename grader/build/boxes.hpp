#pragma once

#include <filesystem>
#include <string>

#include "util/file_lock.hpp"
#include "util/files.hpp"

namespace grader::build {

/// The folders that one grader's compilers work in, beside those of others:
///
///     <folder>/lock               held for a moment by a grader that begins or cleans up
///     <folder>/<grader>.lock      held by a grader as long as it lives
///     <folder>/<grader>-XXXXXX/   its boxes
///
/// The name of a grader is random. What a killed one left behind has a lock that nobody holds, and goes.
class Boxes {
 public:
  /// Cleans up first. Throws util::GraderError with the path.
  explicit Boxes(std::filesystem::path folder);
  Boxes(const Boxes&) = delete;
  Boxes& operator=(const Boxes&) = delete;
  ~Boxes();

  util::TemporaryDirectory make() const;

  /// Removes what killed graders left in a folder of boxes; those of living ones stay.
  static void clean_up(const std::filesystem::path& folder);

 private:
  std::filesystem::path lock_file() const;

  std::filesystem::path folder_;
  std::string name_;
  std::optional<util::FileLock> alive_;
};

}  // namespace grader::build
