#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "build/gathered_group.hpp"

namespace grader::build {

/// Builds many programs of one author at once: their solutions are compiled in few groups, and all are linked
/// into one executable. What an earlier run has compiled is linked as it is, whoever it was compiled with;
/// what it has compiled alone stays so.
class ToolchainCompiler::Gathering {
 public:
  Gathering(ToolchainCompiler& compiler, const std::vector<Program>& programs, Author author, int jobs,
            std::stop_token stop);
  std::map<std::string, BuildResult> run();

 private:
  bool add(const Solution& solution, const Program& program);
  std::vector<Gathered*> needed_by(const Program& program);
  std::vector<Gathered*> to_compile();
  bool is_compiled_alone(const Gathered& member);
  bool pays(std::size_t to_compile);
  void find_linked();
  std::string key_of(const Program& program);

  void compile(std::vector<Gathered*> members);
  std::vector<std::vector<Gathered*>> shared_out(const std::vector<Gathered*>& members) const;

  bool reach(const Gathered& member, std::set<const Gathered*>& reached) const;
  void link_all();
  std::vector<std::string> definitions(const std::set<const Gathered*>& members,
                                       const std::vector<std::filesystem::path>& objects) const;

  ToolchainCompiler& compiler_;
  Author author_;
  std::size_t jobs_;
  std::stop_token stop_;
  std::vector<const Program*> programs_;     // that are still to be built
  std::map<std::string, Gathered> members_;  // by the exercise's id
  std::vector<std::string> order_;           // of their ids
  std::map<std::string, bool> compiled_alone_;
  std::map<std::string, BuildResult> built_;
};

}  // namespace grader::build
