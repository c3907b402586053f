#include "build/cache.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>
#include <vector>

#include "util/error.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

std::string digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

fs::path sum_of(const fs::path& file) { return file.string() + ".sum"; }

const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && value[0] != '\0' ? value : nullptr;
}

struct Entry {
  fs::path path;
  std::uintmax_t size;
  fs::file_time_type used;
};

std::vector<Entry> files_below(const fs::path& root) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::recursive_directory_iterator at(root, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(error) || error) continue;
    entries.push_back({at->path(), at->file_size(error), at->last_write_time(error)});
  }
  return entries;
}

}  // namespace

KeyBuilder& KeyBuilder::add(std::string_view label, std::string_view content) {
  ingredients_ += fmt::format("{}\n{}\n", label, content.size());
  ingredients_ += content;
  ingredients_ += '\n';
  return *this;
}

std::string KeyBuilder::key() const { return digest(ingredients_); }

fs::path Cache::default_root() {
  // The XDG base directory specification says to ignore a path that is not absolute.
  if (const char* cache = variable("XDG_CACHE_HOME"); cache != nullptr && fs::path(cache).is_absolute())
    return fs::path(cache) / "grader";
  if (const char* home = variable("HOME")) return fs::path(home) / ".cache" / "grader";
  return fs::temp_directory_path() / "grader-cache";
}

fs::path Cache::place(std::string_view kind, const std::string& key) const {
  return root_ / kind / key.substr(0, 2) / key;
}

std::optional<fs::path> Cache::find(std::string_view kind, const std::string& key) const {
  const fs::path file = place(kind, key);
  const auto sum = util::read_file(sum_of(file));
  if (!sum) return std::nullopt;
  const auto content = util::read_file(file);
  if (!content || digest(*content) != *sum) return std::nullopt;
  std::error_code ignored;
  fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
  return file;
}

fs::path Cache::publish(std::string_view kind, const std::string& key, const fs::path& made) const {
  const fs::path file = place(kind, key);
  const auto content = util::read_file(made);
  if (!content) throw util::GraderError(fmt::format("{} was not made", made.string()));
  util::write_file(sum_of(file), digest(*content));
  std::error_code error;
  fs::rename(made, file, error);
  if (error) throw util::GraderError(fmt::format("cannot write {}: {}", file.string(), error.message()));
  return file;
}

util::TemporaryDirectory Cache::box() const { return util::TemporaryDirectory(root_ / "boxes"); }

void Cache::prune(std::uintmax_t bytes) const {
  std::error_code ignored;
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24);
  for (fs::directory_iterator at(root_ / "boxes", ignored), end; !ignored && at != end;
       at.increment(ignored)) {
    std::error_code error;
    if (at->last_write_time(error) < long_ago && !error) fs::remove_all(at->path(), error);
  }
  std::vector<Entry> entries = files_below(root_);
  std::uintmax_t total = 0;
  for (const Entry& entry : entries) total += entry.size;
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
  for (const Entry& entry : entries) {
    if (total <= bytes) return;
    std::error_code error;
    if (fs::remove(entry.path, error)) total -= entry.size;
  }
}

}  // namespace grader::build
