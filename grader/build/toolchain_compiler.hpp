#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "build/cache.hpp"
#include "build/compiler.hpp"
#include "build/precompiled.hpp"
#include "build/toolchain.hpp"

namespace grader::build {

struct Budget;

/// Compiles with g++ or clang++. Objects and executables are kept in the cache, so that what did not change
/// is not compiled again; the precompiled header is made with the first one.
class ToolchainCompiler : public Compiler {
 public:
  ToolchainCompiler(Toolchain toolchain, Cache cache, const sandbox::ProcessRunner& runner,
                    Mode mode = Mode::grade);
  ~ToolchainCompiler() override;
  void prepare(int jobs, std::stop_token stop) override;
  BuildResult build(const Program& program, std::stop_token stop) override;
  BuiltVariants build(const Variants& variants, std::stop_token stop) override;
  std::map<std::string, BuildResult> gather(const std::vector<Program>& programs, Author author, int jobs,
                                            std::stop_token stop) override;
  std::string fingerprint(std::stop_token stop) override;

  const Toolchain& toolchain() const { return toolchain_; }
  const Cache& cache() const { return cache_; }

 private:
  struct Unit;
  struct Linked;
  class Gathering;
  struct Gathered;
  class GatheredGroup;
  using Object = std::variant<std::filesystem::path, BuildFailure>;

  Object compile(const Unit& unit, std::stop_token stop);
  sandbox::Finished compile_in(const std::filesystem::path& box, const Unit& unit,
                               const std::vector<std::string>& flags, std::stop_token stop);
  std::optional<util::TemporaryDirectory> compile_without_header(const Unit& unit,
                                                                 std::stop_token stop) noexcept;
  Object compile_variants(const Variants& variants, BuiltVariants& built, std::stop_token stop);
  std::string key_of(const Unit& unit, std::stop_token stop);
  static Unit unit_of(const Solution& solution, const std::vector<const model::Exercise*>& used);
  static Unit adapter_of(const model::Exercise& exercise);
  static Unit own_unit(std::string_view file);
  /// What most solutions are linked with, the most frequent first, none of it long to compile.
  static std::vector<Unit> usual_harness();
  /// What solutions will be linked with, as far as their texts tell: a wrong guess costs time.
  static std::vector<Unit> probable_harness(const std::vector<const Solution*>& solutions);
  void add_harness(const std::vector<const model::Exercise*>& exercises, Linked& linked,
                   std::stop_token stop);
  std::vector<std::filesystem::path> compile_all(const std::vector<Unit>& units, std::stop_token stop);
  BuildResult link_with_harness(const model::Exercise& exercise, Linked linked, std::stop_token stop);
  Object compile_solution(const Solution& solution, const std::vector<const model::Exercise*>& used,
                          std::stop_token stop);
  std::optional<BuildFailure> add_used(const Program& program, const Solution& caller, Linked& linked,
                                       std::stop_token stop);
  Object isolate(const std::filesystem::path& object, const model::Exercise& exercise, std::stop_token stop);
  BuildResult link(const Linked& linked, const std::string& file, std::stop_token stop);
  std::vector<std::string> link_arguments(const std::string& executable, const Linked& linked,
                                          const std::filesystem::path& main, const std::string& linker) const;
  bool has_runtime() const;
  std::optional<std::filesystem::path> runtime_of(const std::filesystem::path& main, std::stop_token stop);
  std::string runtime_key(const std::filesystem::path& main) const;
  void make_runtime(const std::filesystem::path& main, const std::filesystem::path& box,
                    std::stop_token stop);
  bool works(const std::filesystem::path& check, std::stop_token stop) const;
  void make_runtime_early(const std::filesystem::path& box, std::stop_token stop) noexcept;
  void publish_runtime(const std::filesystem::path& main, const std::filesystem::path& box);
  BuildFailure explain(const Unit& unit, const std::filesystem::path& box, const sandbox::Finished& failed,
                       std::stop_token stop);
  void require_working_compiler(const std::filesystem::path& box, const std::string& file,
                                const sandbox::Finished& failed, const Budget& budget, std::stop_token stop);
  std::vector<std::string> link_command() const;
  [[noreturn]] void throw_killed() const;
  sandbox::Finished run(std::vector<std::string> arguments, const std::filesystem::path& box,
                        std::stop_token stop, const Budget& budget);
  /// The same for what does not need the precompiled header: besides the toolchain, and what the arguments
  /// name of the cache, `readable` may be read.
  sandbox::Finished run_confined(std::vector<std::string> arguments, const std::filesystem::path& box,
                                 std::stop_token stop, const Budget& budget,
                                 std::vector<std::filesystem::path> readable = {});
  std::unique_lock<std::mutex> turn(const std::string& key);
  /// Whether a thread makes it just now.
  bool is_taken(const std::string& key);

  Toolchain toolchain_;
  Cache cache_;
  const sandbox::ProcessRunner& runner_;
  Mode mode_;
  Precompiled precompiled_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<std::mutex>>
      turns_;  // by cache key: one thread makes a file, others wait
};

}  // namespace grader::build
