#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "build/cache.hpp"
#include "build/toolchain.hpp"
#include "util/file_lock.hpp"

namespace grader::build {

/// The harness's sources on disk with the precompiled header of Eigen, the standard library and the codec,
/// which everything is compiled with. Made once for a compiler; made again when any header in it changes.
class Precompiled {
 public:
  Precompiled(const Toolchain& toolchain, const Cache& cache, const sandbox::ProcessRunner& runner,
              Mode mode);

  struct Ready {
    std::filesystem::path folder;            // holds grader.hpp, codec.hpp, main.cpp, …
    std::vector<std::string> compile_flags;  // to compile with it
    std::string fingerprint;                 // changes when anything in it does; for cache keys
    std::set<std::string> headers;           // of the standard library and Eigen that are in it
  };

  /// False where ready() would take seconds.
  bool is_there() const;
  /// Thread-safe; the first caller does the work, and of several graders one.
  const Ready& ready(std::stop_token stop);
  /// The same once the header's sum was looked at, which takes longer than a run that compiles nothing.
  const Ready& ready_to_compile(std::stop_token stop);
  /// To compile without the header.
  std::vector<std::string> language_flags() const;

 private:
  std::filesystem::path folder() const;
  Ready make(std::stop_token stop);
  util::FileLock turn(const std::filesystem::path& folder, std::stop_token stop) const;
  void compile_header(const std::filesystem::path& folder, std::stop_token stop) const;
  std::string header_name() const;

  const Toolchain& toolchain_;
  const Cache& cache_;
  const sandbox::ProcessRunner& runner_;
  Mode mode_;
  std::mutex mutex_;
  std::optional<Ready> ready_;
  std::optional<util::FileLock> in_use_;  // keeps other graders from removing it
  bool is_sound_ = false;
};

/// What compilers are given of the environment.
std::vector<std::string> compiler_environment(const Toolchain& toolchain,
                                              const std::filesystem::path& temporary);

}  // namespace grader::build
