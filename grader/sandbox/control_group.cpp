#include "sandbox/control_group.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include "sandbox/setup_failed.hpp"

namespace grader::sandbox {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrefix = "grader-";

/// Where a hierarchy is mounted and which part of it that is.
struct Hierarchy {
  fs::path mounted;
  fs::path root;
};

/// "36 31 0:33 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory", see proc_pid_mountinfo(5).
bool find_hierarchy(const std::string& type, const std::string& controller, Hierarchy& found) {
  std::ifstream mounts("/proc/self/mountinfo");
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream before(line);
    const auto dash = line.find(" - ");
    if (dash == std::string::npos) continue;
    std::istringstream after(line.substr(dash + 3));
    std::string skipped;
    std::string kind;
    std::string options;
    after >> kind >> skipped >> options;
    if (kind != type || ("," + options + ",").find("," + controller + ",") == std::string::npos) continue;
    before >> skipped >> skipped >> skipped >> found.root >> found.mounted;
    return true;
  }
  return false;
}

/// The grader's own group: "4:memory:/path", or "0::/path" in version 2 (cgroups(7)).
fs::path own_group(const std::string& controller) {
  std::ifstream groups("/proc/self/cgroup");
  for (std::string line; std::getline(groups, line);) {
    const auto first = line.find(':');
    const auto second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string names = line.substr(first + 1, second - first - 1);
    if (("," + names + ",").find("," + controller + ",") != std::string::npos) return line.substr(second + 1);
  }
  return "/";
}

fs::path folder_of(const Hierarchy& hierarchy, const fs::path& group) {
  const fs::path below = group.lexically_relative(hierarchy.root);
  const bool inside = !below.empty() && *below.begin() != "..";
  return (inside ? hierarchy.mounted / below : hierarchy.mounted).lexically_normal();
}

std::string content(const fs::path& file) {
  std::ifstream stream(file);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  return text;
}

[[noreturn]] void refuse(const char* what, const fs::path& path) {
  const int error = errno;
  throw SetupFailed(fmt::format("cannot {} {}: {}", what, path.string(), ::strerror(error)), "control group",
                    error);
}

/// These files take a whole value in one write.
bool write_value(const fs::path& file, const std::string& value) {
  const util::UniqueFd open(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  return open && ::write(open.get(), value.data(), value.size()) == static_cast<ssize_t>(value.size());
}

void must_write(const fs::path& file, const std::string& value) {
  if (!write_value(file, value)) refuse("write", file);
}

std::string limit_text(std::int64_t amount, const char* none) {
  return amount > 0 ? std::to_string(amount) : none;
}

bool has_word(const std::string& text, const std::string& word) {
  std::istringstream words(text);
  for (std::string each; words >> each;)
    if (each == word) return true;
  return false;
}

/// A process that was waited for may still be on its way out of its group, which is busy then: for a moment,
/// or for more than half a second, as was seen on a busy machine.
void remove_group(const fs::path& folder) {
  using std::chrono::milliseconds;
  constexpr milliseconds kLongest{2048};
  for (milliseconds pause{1}; ::rmdir(folder.c_str()) != 0 && errno == EBUSY && pause <= kLongest; pause *= 2)
    std::this_thread::sleep_for(pause);
}

/// Groups of graders that are no more. One with processes in it cannot be removed, and is not.
void remove_left_behind(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix)) continue;
    const pid_t owner = std::atoi(name.c_str() + std::strlen(kPrefix));
    if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH) ::rmdir(entry.path().c_str());
  }
}

}  // namespace

struct ControlGroups::Free {
  std::mutex mutex;
  std::vector<std::unique_ptr<ControlGroup>> groups;
};

ControlGroup::~ControlGroup() {
  entrances_.clear();
  if (!memory_.empty()) remove_group(memory_);
  if (!processes_.empty() && processes_ != memory_) remove_group(processes_);
}

void ControlGroup::set_limits(std::int64_t memory_mib, std::int64_t processes) {
  const std::int64_t bytes = memory_mib * 1024 * 1024;
  if (second_version_)
    must_write(memory_ / "memory.max", limit_text(bytes, "max"));
  else
    must_write(memory_ / "memory.limit_in_bytes", limit_text(bytes, "-1"));
  must_write(processes_ / "pids.max", limit_text(processes, "max"));
}

std::int64_t ControlGroup::memory_kills() const {
  std::istringstream lines(content(memory_ / (second_version_ ? "memory.events" : "memory.oom_control")));
  std::int64_t count = 0;
  for (std::string word; lines >> word;)
    if (word == "oom_kill") lines >> count;
  return count;
}

ControlGroups::ControlGroups() : free_(std::make_unique<Free>()) {
  if (!find_second_version() && !find_first_version()) {
    missing_ = "cgroup: no memory and pids controllers here";
    return;
  }
  remove_left_behind(memory_);
  if (!second_version_) remove_left_behind(processes_);
  try {
    give_back(take());
  } catch (const SetupFailed& failure) {
    missing_ = fmt::format("cgroup refused: {}", ::strerrorname_np(failure.error));
  }
}

ControlGroups::~ControlGroups() = default;

/// In version 2 a group with processes has no groups with controllers below it. So the grader's own is no
/// place in general, and the one above it is.
bool ControlGroups::find_second_version() {
  Hierarchy hierarchy;
  if (!find_hierarchy("cgroup2", "rw", hierarchy)) return false;
  for (fs::path folder = folder_of(hierarchy, own_group(""));; folder = folder.parent_path()) {
    const std::string available = content(folder / "cgroup.controllers");
    if (!has_word(available, "memory") || !has_word(available, "pids")) return false;
    const fs::path enabled = folder / "cgroup.subtree_control";
    const auto on = [&] {
      return has_word(content(enabled), "memory") && has_word(content(enabled), "pids");
    };
    if ((on() || write_value(enabled, "+memory +pids")) && ::access(folder.c_str(), W_OK) == 0) {
      memory_ = processes_ = folder;
      second_version_ = true;
      return true;
    }
    if (folder == hierarchy.mounted) return false;
  }
}

bool ControlGroups::find_first_version() {
  Hierarchy memory;
  Hierarchy processes;
  if (!find_hierarchy("cgroup", "memory", memory) || !find_hierarchy("cgroup", "pids", processes))
    return false;
  memory_ = folder_of(memory, own_group("memory"));
  processes_ = folder_of(processes, own_group("pids"));
  return true;
}

std::unique_ptr<ControlGroup> ControlGroups::make() const {
  static std::atomic<int> made{0};
  std::unique_ptr<ControlGroup> group(new ControlGroup);
  const std::string name = fmt::format("{}{}-{}", kPrefix, ::getpid(), made++);
  // To move whole processes the kernel waits until no processor creates or ends one, 10 ms and more; to move
  // the thread that writes it need not. Who joins has one thread. Version 2 moves whole processes alone.
  const char* const entrance = second_version_ ? "cgroup.procs" : "tasks";
  const auto make_folder = [&](const fs::path& above, fs::path& folder) {
    if (::mkdir((above / name).c_str(), 0755) != 0 && errno != EEXIST) refuse("make", above / name);
    folder = above / name;
    group->entrances_.emplace_back(::open((folder / entrance).c_str(), O_WRONLY | O_CLOEXEC));
    if (!group->entrances_.back()) refuse("enter", folder);
  };
  make_folder(memory_, group->memory_);
  if (second_version_)
    group->processes_ = group->memory_;
  else
    make_folder(processes_, group->processes_);
  group->second_version_ = second_version_;
  group->set_limits(0, 0);
  return group;
}

std::unique_ptr<ControlGroup> ControlGroups::take() {
  const std::lock_guard lock(free_->mutex);
  if (free_->groups.empty()) return make();
  auto group = std::move(free_->groups.back());
  free_->groups.pop_back();
  return group;
}

void ControlGroups::give_back(std::unique_ptr<ControlGroup> group) {
  const std::lock_guard lock(free_->mutex);
  free_->groups.push_back(std::move(group));
}

}  // namespace grader::sandbox
