#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "util/unique_fd.hpp"

namespace grader::cli {

/// Hears of files that are saved in the topic folders of a student directory, whether an editor writes them
/// in place or renames a new file over the old one. Folders that appear later are watched, too.
class FolderWatcher {
 public:
  /// Throws util::GraderError with the reason where the system watches nothing.
  FolderWatcher(std::filesystem::path directory, const std::vector<std::string>& topics);

  /// Readable when something was saved; for poll().
  int descriptor() const { return inotify_.get(); }

  /// The files saved since the last call, as "topic/name.cpp". Does not wait.
  std::set<std::string> saved();

 private:
  void watch_directory();
  void watch_topic(const std::string& topic, std::set<std::string>& found);

  std::filesystem::path directory_;
  std::set<std::string> topics_;
  util::UniqueFd inotify_;
  std::map<int, std::string> topic_of_;  // by watch; the directory itself is ""
};

}  // namespace grader::cli
