#include "build/boxes.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>
#include <vector>

#include "util/error.hpp"
#include "util/random_bits.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCommonLock = "lock";

/// While it is held, no other grader is between its lock and its first box, or cleaning up.
util::FileLock common_lock(const fs::path& folder) {
  return util::FileLock::wait_for(folder / kCommonLock, util::FileLock::Kind::exclusive, {});
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  return entries;
}

void remove_those_of_the_dead(const fs::path& folder) {
  const std::vector<fs::path> entries = entries_of(folder);
  std::set<std::string> living;
  std::vector<util::FileLock> locks_of_the_dead;
  for (const fs::path& entry : entries) {
    if (entry.extension() != ".lock") continue;
    if (auto lock = util::FileLock::try_for(entry))
      locks_of_the_dead.push_back(std::move(*lock));
    else
      living.insert(entry.stem().string());
  }
  for (const fs::path& entry : entries) {
    const std::string name = entry.filename().string();
    std::error_code ignored;
    if (name != kCommonLock && !living.contains(name.substr(0, name.find_first_of("-."))))
      fs::remove_all(entry, ignored);
  }
}

}  // namespace

Boxes::Boxes(fs::path folder)
    : folder_(std::move(folder)), name_(fmt::format("{:016x}", util::random_bits())) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error)
    throw util::GraderError(fmt::format("cannot make the folder {}: {}", folder_.string(), error.message()));
  const util::FileLock lock = common_lock(folder_);
  remove_those_of_the_dead(folder_);
  alive_ = util::FileLock::wait_for(lock_file(), util::FileLock::Kind::exclusive, {});
}

Boxes::~Boxes() {
  std::error_code ignored;
  fs::remove(lock_file(), ignored);
}

util::TemporaryDirectory Boxes::make() const { return util::TemporaryDirectory(folder_, name_); }

void Boxes::clean_up(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return;
  const util::FileLock lock = common_lock(folder);
  remove_those_of_the_dead(folder);
}

fs::path Boxes::lock_file() const { return folder_ / (name_ + ".lock"); }

}  // namespace grader::build
