#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "build/toolchain_compiler.hpp"
#include "build/unit.hpp"
#include "codegen/gathered_unit.hpp"

namespace grader::build {

/// A solution that may be compiled with others, and what has come of it.
struct ToolchainCompiler::Gathered {
  const Solution* solution = nullptr;
  std::vector<const model::Exercise*> used;  // those of `uses:` that there are solutions of
  std::string key;                           // of the object that it is compiled to alone
  std::string record;                        // what is remembered of it is found by this, author by author
  codegen::Gatherable file;
  bool recalled = false;
  bool alone = false;              // it has to be compiled alone
  std::filesystem::path object;    // of a group that it is in; empty where there is none
  std::vector<std::string> calls;  // ids of the exercises that it refers to, in the order of `uses:`

  const model::Exercise& exercise() const { return *solution->exercise; }
  /// Changes with the text.
  std::string tag() const;

  /// What an earlier run found out, which is kept in the cache. Asked once.
  void recall(const Cache& cache);
  void remember(const Cache& cache) const;
};

/// Solutions of one author that are compiled in one translation unit.
class ToolchainCompiler::GatheredGroup {
 public:
  GatheredGroup(ToolchainCompiler& compiler, std::vector<Gathered*> members, std::stop_token stop)
      : compiler_(compiler), members_(std::move(members)), stop_(std::move(stop)) {}

  /// Those that the compiler blames, or whose code is something else alone, are left out, and the rest is
  /// tried again, twice at most. Afterwards each has an object or is to be compiled alone.
  void compile();

 private:
  std::vector<Gathered*> attempt();
  std::vector<Gathered*> inspected(const std::filesystem::path& object);
  std::vector<Gathered*> blamed_in(const std::string& output) const;
  std::vector<Gathered*> with_tags(const std::set<std::string>& tags) const;
  void adopt(const std::filesystem::path& object);
  Unit unit() const;

  ToolchainCompiler& compiler_;
  std::vector<Gathered*> members_;
  std::stop_token stop_;
};

}  // namespace grader::build
