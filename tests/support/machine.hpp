#pragma once

#include <filesystem>

#include "build/toolchain_compiler.hpp"
#include "sandbox/process.hpp"
#include "util/files.hpp"

/// The real compiler and processes. The cache is shared by the tests of one build folder, so that the header
/// is precompiled once.
namespace grader::support {

struct Machine {
  /// With the named compiler, or the one that the grader would take.
  explicit Machine(const std::optional<std::string>& cxx = std::nullopt)
      : compiler(build::find_toolchain(cxx, processes), cache, processes) {}

  sandbox::LocalProcesses processes{sandbox::probe()};
  build::Cache cache{GRADER_TEST_CACHE};
  build::ToolchainCompiler compiler;

  build::BuildResult build(const model::Exercise& exercise, std::string source) {
    return compiler.build({{&exercise, std::move(source)}, {}}, {});
  }
};

}  // namespace grader::support
