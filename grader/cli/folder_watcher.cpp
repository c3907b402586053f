#include "cli/folder_watcher.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "util/error.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kSaved = IN_CLOSE_WRITE | IN_MOVED_TO;
constexpr std::uint32_t kFolderAppeared = IN_CREATE | IN_MOVED_TO;

[[noreturn]] void fail(const fs::path& path) {
  throw util::GraderError(fmt::format("cannot watch {}: {}", path.string(), ::strerror(errno)));
}

}  // namespace

FolderWatcher::FolderWatcher(fs::path directory, const std::vector<std::string>& topics)
    : directory_(std::move(directory)),
      topics_(topics.begin(), topics.end()),
      inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (!inotify_) fail(directory_);
  watch_directory();
  std::set<std::string> ignored;
  for (const std::string& topic : topics_) watch_topic(topic, ignored);
}

void FolderWatcher::watch_directory() {
  const int watch = ::inotify_add_watch(inotify_.get(), directory_.c_str(), kFolderAppeared | IN_ONLYDIR);
  if (watch < 0) fail(directory_);
  topic_of_[watch] = "";
}

/// `found` gets the files that were there before the watch was.
void FolderWatcher::watch_topic(const std::string& topic, std::set<std::string>& found) {
  const fs::path folder = directory_ / topic;
  const int watch = ::inotify_add_watch(inotify_.get(), folder.c_str(), kSaved | IN_ONLYDIR);
  if (watch < 0 && (errno == ENOENT || errno == ENOTDIR)) return;
  if (watch < 0) fail(folder);
  topic_of_[watch] = topic;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    found.insert(topic + "/" + at->path().filename().string());
}

std::set<std::string> FolderWatcher::saved() {
  std::set<std::string> files;
  alignas(inotify_event) char buffer[16384];
  while (true) {
    const ssize_t count = ::read(inotify_.get(), buffer, sizeof buffer);
    if (count <= 0) return files;
    for (const char* at = buffer; at < buffer + count;) {
      inotify_event event{};
      ::memcpy(&event, at, sizeof event);
      const std::string name = event.len > 0 ? at + sizeof event : "";
      at += sizeof event + event.len;
      const auto topic = topic_of_.find(event.wd);
      if ((event.mask & IN_IGNORED) != 0) {
        topic_of_.erase(event.wd);
      } else if (topic != topic_of_.end() && topic->second.empty()) {
        if (topics_.contains(name)) watch_topic(name, files);
      } else if (topic != topic_of_.end() && !name.empty()) {
        files.insert(topic->second + "/" + name);
      }
    }
  }
}

}  // namespace grader::cli
