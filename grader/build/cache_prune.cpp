#include "build/cache_prune.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "util/file_lock.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

/// A file, or a harness's folder.
struct Entry {
  fs::path path;
  std::uintmax_t size = 0;
  fs::file_time_type used;
};

Entry entry_of(const fs::directory_entry& file) {
  std::error_code ignored;
  return {file.path(), file.file_size(ignored), file.last_write_time(ignored)};
}

std::vector<Entry> files_below(const fs::path& folder) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->is_regular_file(error) && !error) entries.push_back(entry_of(*at));
  return entries;
}

std::vector<Entry> harnesses(const fs::path& folder) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (!at->is_directory(ignored)) continue;
    Entry whole{at->path(), 0, fs::last_write_time(at->path() / "state", ignored)};
    for (const Entry& file : files_below(at->path())) whole.size += file.size;
    entries.push_back(whole);
  }
  return entries;
}

std::vector<Entry> cached_entries(const fs::path& root) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator at(root, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name == "boxes" || name == "secret" || name == "grown") continue;
    const std::vector<Entry> more = name == "harness" ? harnesses(at->path()) : files_below(at->path());
    entries.insert(entries.end(), more.begin(), more.end());
  }
  return entries;
}

bool remove(const Entry& entry) {
  std::error_code error;
  if (!fs::is_directory(entry.path, error)) return fs::remove(entry.path, error);
  const auto unused = util::FileLock::try_for(entry.path.string() + ".used");
  return unused && fs::remove_all(entry.path, error) > 0;
}

}  // namespace

void remove_longest_unused(const fs::path& root, std::uintmax_t bytes) {
  std::vector<Entry> entries = cached_entries(root);
  std::uintmax_t total = 0;
  for (const Entry& entry : entries) total += entry.size;
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
  for (const Entry& entry : entries) {
    if (total <= bytes) return;
    if (remove(entry)) total -= entry.size;
  }
}

}  // namespace grader::build
