#include "sandbox/confiner.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>
#include <thread>
#include <utility>

#include "sandbox/landlock.hpp"
#include "sandbox/unused_user.hpp"
#include "util/error.hpp"

namespace grader::sandbox {
namespace {

namespace fs = std::filesystem;

/// Without a root folder of its own a compiler with another user reaches its box through the folders above
/// it.
void check_reachable(const fs::path& folder) {
  for (fs::path above = folder.parent_path(); above.has_relative_path(); above = above.parent_path()) {
    struct stat status {};
    if (::stat(above.c_str(), &status) == 0 && (status.st_mode & S_IXOTH) == 0)
      throw util::GraderError(
          fmt::format("{} is closed to other users, and the compiler runs as one: it cannot reach {}\n"
                      "  set XDG_CACHE_HOME to a folder that all may enter",
                      above.string(), folder.string()));
  }
}

const FilterProgram& filter_for(Role role) {
  switch (role) {
    case Role::compiler:
      return compiler_filter();
    case Role::sanitized:
      return sanitized_filter();
    default:
      return worker_filter();
  }
}

/// A network namespace with nothing in it, for all commands of a run: making one for each took the kernel
/// most of a launch's time. They cannot meet in it, since they have no sockets. Only root may lend one. None
/// where that fails: each command gets its own then.
util::UniqueFd empty_network() {
  util::UniqueFd network;
  // The namespace is the thread's, and goes with it unless somebody holds it open.
  std::thread([&network] {
    if (::unshare(CLONE_NEWNET) == 0)
      network = util::UniqueFd(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
  }).join();
  return network;
}

}  // namespace

Confiner::Confiner(const Isolation& isolation) : isolation_(isolation) {
  if (isolation_.namespaces && isolation_.unused_user) network_ = empty_network();
  if (isolation_.control_groups) groups_ = std::make_shared<ControlGroups>();
}

std::shared_ptr<ControlGroup> Confiner::group_for(const ResourceLimits& limits) {
  if (!groups_) return nullptr;
  const auto give_back = [groups = groups_](ControlGroup* group) {
    groups->give_back(std::unique_ptr<ControlGroup>(group));
  };
  std::shared_ptr<ControlGroup> group(groups_->take().release(), give_back);
  // One more for the namespace's first process.
  group->set_limits(limits.memory_mib, limits.processes > 0 ? limits.processes + 1 : 0);
  return group;
}

Confiner::Prepared Confiner::prepare(const Command& command) {
  Prepared prepared;
  if (command.role == Role::tool || isolation_.level() == 0) return prepared;
  const bool compiles = command.role == Role::compiler;
  Confinement& confinement = prepared.confinement;
  if (isolation_.unused_user) confinement.user = unused_user();
  confinement.filter = filter_for(command.role);
  confinement.namespaces = isolation_.namespaces;
  confinement.user_namespace = isolation_.namespaces && !isolation_.unused_user;
  confinement.network = network_ ? network_.get() : -1;
  confinement.keeper = compiles && !isolation_.namespaces;
  FileGrants grants;
  if (compiles) {
    grants = {command.readable, {command.directory}};
    if (isolation_.namespaces) confinement.root = RootFolder(grants.readable, grants.writable);
    if (!isolation_.namespaces && confinement.user) check_reachable(command.directory);
  } else {
    grants.readable = command.readable;
    grants.readable.emplace_back(command.arguments[0]);
    confinement.own_proc = command.role == Role::sanitized;
  }
  if (isolation_.landlock) confinement.landlock = landlock_rules(grants);
  prepared.group = group_for(command.limits);
  if (prepared.group)
    for (const util::UniqueFd& entrance : prepared.group->entrances())
      confinement.entrances.push_back(entrance.get());
  return prepared;
}

Lent::Lent(const Command& command, std::optional<uid_t> user)
    : box_(command.directory), lent_(user.has_value() && command.role == Role::compiler) {
  if (lent_) give_to(box_, *user);
}

Lent::~Lent() {
  if (!lent_) return;
  try {
    give_to(box_, ::geteuid());
  } catch (const std::exception&) {
    // Whoever publishes what was made there meets the same error and says so.
  }
}

}  // namespace grader::sandbox
