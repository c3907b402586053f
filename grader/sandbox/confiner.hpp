#pragma once

#include <memory>
#include <optional>

#include "sandbox/control_group.hpp"
#include "sandbox/isolation.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/process.hpp"
#include "util/unique_fd.hpp"

namespace grader::sandbox {

/// Prepares how commands are confined at one kind of isolation. Thread-safe.
class Confiner {
 public:
  explicit Confiner(const Isolation& isolation);

  /// A confinement for one command, with the control group that it is to join. Throws util::GraderError.
  struct Prepared {
    Confinement confinement;
    std::shared_ptr<ControlGroup> group;  // goes back to its pool when nobody holds it
  };
  Prepared prepare(const Command& command);

 private:
  std::shared_ptr<ControlGroup> group_for(const ResourceLimits& limits);

  const Isolation isolation_;
  util::UniqueFd network_;  // see empty_network
  std::shared_ptr<ControlGroups> groups_;
};

/// Gives a compiler's box to the user that it will run as, and at the end back to the grader's. Other
/// commands have none.
class Lent {
 public:
  Lent(const Command& command, std::optional<uid_t> user);
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  ~Lent();

 private:
  std::filesystem::path box_;
  bool lent_;
};

}  // namespace grader::sandbox
