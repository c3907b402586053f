#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "util/unique_fd.hpp"

/// Control groups, version 1 or 2: limits that hold for a process and all it starts together, whatever user
/// they have.
namespace grader::sandbox {

/// A group for one process at a time, with limits on memory and on processes. Removed at the end of its life.
class ControlGroup {
 public:
  /// Descriptors of the files that a process writes "0" to in order to join.
  const std::vector<util::UniqueFd>& entrances() const { return entrances_; }

  /// For the next process; 0 means no limit. Throws util::GraderError.
  void set_limits(std::int64_t memory_mib, std::int64_t processes);

  /// How often the kernel killed a process of it for want of memory.
  std::int64_t memory_kills() const;

  ControlGroup(const ControlGroup&) = delete;
  ControlGroup& operator=(const ControlGroup&) = delete;
  ~ControlGroup();

 private:
  friend class ControlGroups;
  ControlGroup() = default;

  std::filesystem::path memory_;     // the folder with the memory controller
  std::filesystem::path processes_;  // and the one with pids; the same in version 2
  bool second_version_ = false;
  std::vector<util::UniqueFd> entrances_;
};

/// Where groups can be made, and the groups that are not in use.
class ControlGroups {
 public:
  /// Looks for a place; removes empty groups that a killed grader left there.
  ControlGroups();
  ~ControlGroups();

  /// Why there are none; empty where there are.
  const std::string& missing() const { return missing_; }

  /// One that no process is in. Thread-safe. Throws util::GraderError.
  std::unique_ptr<ControlGroup> take();
  void give_back(std::unique_ptr<ControlGroup> group);

 private:
  struct Free;
  bool find_second_version();
  bool find_first_version();
  std::unique_ptr<ControlGroup> make() const;

  std::filesystem::path memory_;
  std::filesystem::path processes_;
  bool second_version_ = false;
  std::string missing_;
  std::unique_ptr<Free> free_;
};

}  // namespace grader::sandbox
