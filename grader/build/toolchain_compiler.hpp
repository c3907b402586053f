#pragma once

#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <string>

#include "build/cache.hpp"
#include "build/compiler.hpp"
#include "build/toolchain.hpp"

namespace grader::build {

/// Compiles with g++ or clang++: a precompiled header of Eigen, the standard library and the harness, made once for a
/// machine; objects and executables kept in the cache, so that what did not change is not compiled again.
class ToolchainCompiler : public Compiler {
 public:
  ToolchainCompiler(Toolchain toolchain, Cache cache, const sandbox::ProcessRunner& runner, Mode mode = Mode::grade);
  BuildResult build(const Program& program, std::stop_token stop) override;

  const Toolchain& toolchain() const { return toolchain_; }
  const Cache& cache() const { return cache_; }

 private:
  struct Unit;
  struct Harness;
  using Object = std::variant<std::filesystem::path, BuildFailure>;

  const Harness& harness(std::stop_token stop);
  Object compile(const Unit& unit, std::stop_token stop);

  Toolchain toolchain_;
  Cache cache_;
  const sandbox::ProcessRunner& runner_;
  Mode mode_;
  std::mutex mutex_;
  std::shared_ptr<Harness> harness_;
};

}  // namespace grader::build
