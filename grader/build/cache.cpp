#include "build/cache.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xxhash.h>

#include <atomic>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <new>
#include <utility>

#include "build/boxes.hpp"
#include "build/cache_prune.hpp"
#include "build/cache_secret.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/unique_fd.hpp"

namespace grader::build {
namespace {

namespace fs = std::filesystem;

fs::path sum_file(const fs::path& file) { return file.string() + ".sum"; }

std::optional<std::string> read_digest(const fs::path& file) {
  const util::UniqueFd fd(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  constexpr std::size_t kDigits = 32;
  std::string digits(kDigits + 1, '\0');
  if (!fd || ::read(fd.get(), digits.data(), digits.size()) != kDigits) return std::nullopt;
  digits.resize(kDigits);
  return digits;
}

/// What the kernel changes with the file: nobody can set the time of the last change (ctime). Nothing where
/// that was a moment ago, since the next one may get the same time.
std::optional<std::string> stamp_of(const fs::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (status.st_ctim.tv_sec + 1 >= std::time(nullptr)) return std::nullopt;
  return fmt::format("{} {} {} {:o} {}.{:09} {}.{:09}", status.st_dev, status.st_ino, status.st_size,
                     status.st_mode, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
                     status.st_ctim.tv_nsec);
}

const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && value[0] != '\0' ? value : nullptr;
}

/// Adds what to do about a cache that fails.
template <class Action>
auto in_cache(const fs::path& root, Action action) {
  try {
    return action();
  } catch (const util::GraderError& error) {
    throw util::GraderError(fmt::format(
        "{}\n  the cache is in {}; set XDG_CACHE_HOME to have it in a folder of yours where there is "
        "room and programs may be executed",
        error.what(), root.string()));
  }
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw util::GraderError(fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
}

/// Who can write into a cache decides what is executed.
void require_own(const fs::path& root) {
  struct stat status {};
  if (::stat(root.c_str(), &status) != 0)
    throw util::GraderError(fmt::format("cannot look at {}: {}", root.string(), ::strerror(errno)));
  if (status.st_uid != ::geteuid())
    throw util::GraderError(
        fmt::format("{} belongs to another user (number {})", root.string(), status.st_uid));
}

void require_executable(const fs::path& root) {
  struct statvfs system {};
  if (::statvfs(root.c_str(), &system) == 0 && (system.f_flag & ST_NOEXEC) != 0)
    throw util::GraderError(
        fmt::format("no program can be executed in {}: its file system is mounted noexec", root.string()));
}

void synchronise(const fs::path& file) {
  const util::UniqueFd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd || (::fsync(fd.get()) != 0 && errno != EINVAL && errno != EROFS))
    throw util::GraderError(fmt::format("cannot write {}: {}", file.string(), ::strerror(errno)));
}

/// Adds to what a file counts by its size, in KiB, and returns the sum; as much as there can be where it
/// cannot be told.
std::uintmax_t add_to_count(const fs::path& counter, std::uintmax_t kib) {
  const util::UniqueFd fd(
      ::open(counter.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR));
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0) return UINTMAX_MAX;
  const off_t sum = status.st_size + static_cast<off_t>(kib);
  return ::ftruncate(fd.get(), sum) == 0 ? static_cast<std::uintmax_t>(sum) : UINTMAX_MAX;
}

/// Removes what is no file in the place of one, and no folder in the place of one above it.
void clear_the_way(const fs::path& root, const fs::path& file) {
  std::error_code ignored;
  for (fs::path folder = file.parent_path(); folder != root && folder.has_relative_path();
       folder = folder.parent_path())
    if (fs::exists(fs::symlink_status(folder, ignored)) && !fs::is_directory(folder, ignored))
      fs::remove(folder, ignored);
  for (const fs::path& path : {file, sum_file(file)})
    if (fs::is_directory(fs::symlink_status(path, ignored))) fs::remove_all(path, ignored);
}

}  // namespace

/// What one grader found out about its cache.
struct Cache::State {
  std::mutex mutex;
  std::optional<std::uint64_t> secret;
  std::optional<Boxes> boxes;
  std::atomic<std::uintmax_t> added = 0;  // bytes
};

KeyBuilder& KeyBuilder::add(std::string_view label, std::string_view content) {
  ingredients_ += fmt::format("{}\n{}\n", label, content.size());
  ingredients_ += content;
  ingredients_ += '\n';
  return *this;
}

std::string KeyBuilder::key() const { return util::digest(ingredients_); }

Cache::Cache(fs::path root) : root_(std::move(root)), state_(std::make_shared<State>()) {}

fs::path Cache::default_root() {
  // The XDG base directory specification says to ignore a path that is not absolute.
  if (const char* cache = variable("XDG_CACHE_HOME"); cache != nullptr && fs::path(cache).is_absolute())
    return fs::path(cache) / "grader";
  // Root's compilers run as another user, who may not enter root's home.
  if (::geteuid() == 0) return "/var/cache/grader";
  if (const char* home = variable("HOME")) return fs::path(home) / ".cache" / "grader";
  return fs::temp_directory_path() / "grader-cache";
}

/// Everything that is compiled needs a key, so that a cache which cannot be used is noticed here.
std::uint64_t Cache::secret() const {
  const std::lock_guard lock(state_->mutex);
  if (!state_->secret)
    state_->secret = in_cache(root_, [this] {
      make_folder(root_);
      require_own(root_);
      require_executable(root_);
      return cache_secret(root_);
    });
  return *state_->secret;
}

std::string Cache::key(const KeyBuilder& ingredients) const {
  return util::digest(ingredients.ingredients(), secret());
}

fs::path Cache::place(std::string_view kind, const std::string& key) const {
  return root_ / kind / key.substr(0, 2) / key;
}

/// The sum of `file` for the place `name`; nothing where there is no such file.
std::string Cache::sum_of(const fs::path& file, const fs::path& name) const {
  const util::UniqueFd fd(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  const std::string header =
      fmt::format("{}\n{:o}\n", name.lexically_relative(root_).string(), status.st_mode & ALLPERMS);
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> hash(XXH3_createState(),
                                                                             XXH3_freeState);
  if (!hash) throw std::bad_alloc();
  XXH3_128bits_reset_withSeed(hash.get(), secret());
  XXH3_128bits_update(hash.get(), header.data(), header.size());
  constexpr std::size_t kBlock = 65536;
  std::string block(kBlock, '\0');
  while (true) {
    const ssize_t count = ::read(fd.get(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {};
    if (count == 0) break;
    XXH3_128bits_update(hash.get(), block.data(), static_cast<std::size_t>(count));
  }
  const XXH128_hash_t sum = XXH3_128bits_digest(hash.get());
  return fmt::format("{:016x}{:016x}", sum.high64, sum.low64);
}

bool Cache::is_sound(const fs::path& file) const {
  const auto recorded = read_digest(sum_file(file));
  return recorded && *recorded == sum_of(file, file);
}

bool Cache::is_still_sound(const fs::path& file) const {
  const auto stamp = stamp_of(file);
  if (!stamp) return is_sound(file);
  const fs::path seen = file.string() + ".seen";
  const std::string expected =
      util::digest(file.lexically_relative(root_).string() + '\n' + *stamp, secret());
  if (read_digest(seen) == expected) return true;
  if (!is_sound(file)) return false;
  try {
    if (stamp_of(file) == stamp) util::write_file(seen, expected);
  } catch (const util::GraderError&) {  // then it is read again the next time
  }
  return true;
}

bool Cache::holds(const fs::path& path) const {
  return path.is_absolute() &&
         std::mismatch(root_.begin(), root_.end(), path.begin(), path.end()).first == root_.end();
}

std::optional<fs::path> Cache::find(std::string_view kind, const std::string& key) const {
  const fs::path file = place(kind, key);
  if (!is_sound(file)) return std::nullopt;
  std::error_code ignored;
  fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
  return file;
}

void Cache::keep(const fs::path& made, const fs::path& file) const {
  move(made, file, util::Lasting::yes, Existing::replaced);
}

void Cache::move(const fs::path& made, const fs::path& file, util::Lasting lasting, Existing existing) const {
  secret();
  in_cache(root_, [&] {
    clear_the_way(root_, file);
    make_folder(file.parent_path());
    const std::string sum = sum_of(made, file);
    if (sum.empty()) throw util::GraderError(fmt::format("{} was not made", made.string()));
    util::write_file(sum_file(file), sum, lasting);
    if (lasting == util::Lasting::yes) synchronise(made);
    const bool is_new = existing == Existing::kept &&
                        ::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0;
    // Somebody was faster, or it is damaged.
    if (!is_new && existing == Existing::kept && is_sound(file)) return;
    std::error_code error;
    if (!is_new) fs::rename(made, file, error);
    if (error) throw util::GraderError(fmt::format("cannot write {}: {}", file.string(), error.message()));
    state_->added += fs::file_size(file, error);
  });
}

fs::path Cache::publish(std::string_view kind, const std::string& key, const fs::path& made) const {
  const fs::path file = place(kind, key);
  move(made, file, util::Lasting::no, Existing::replaced);
  return file;
}

fs::path Cache::publish_once(std::string_view kind, const std::string& key, const fs::path& made) const {
  const fs::path file = place(kind, key);
  if (!is_sound(file)) move(made, file, util::Lasting::no, Existing::kept);
  return file;
}

util::FileLock Cache::lock(const fs::path& file, util::FileLock::Kind kind,
                           const std::stop_token& stop) const {
  secret();
  return in_cache(root_, [&] {
    make_folder(file.parent_path());
    return util::FileLock::wait_for(file, kind, stop);
  });
}

util::TemporaryDirectory Cache::box() const {
  const std::lock_guard lock(state_->mutex);
  return in_cache(root_, [this] {
    if (!state_->boxes) state_->boxes.emplace(root_ / "boxes");
    return state_->boxes->make();
  });
}

void Cache::prune(std::uintmax_t bytes) const {
  try {
    Boxes::clean_up(root_ / "boxes");
  } catch (const util::GraderError&) {
    // A cache that cannot be written is not cleaned up either.
  }
  constexpr std::uintmax_t kKib = 1024;
  constexpr std::uintmax_t kShare = 16;
  const std::uintmax_t added = state_->added.exchange(0);
  if (added == 0 || add_to_count(root_ / "grown", (added + kKib - 1) / kKib) < bytes / kShare / kKib) return;
  remove_longest_unused(root_, bytes);
  std::error_code ignored;
  fs::resize_file(root_ / "grown", 0, ignored);
}

}  // namespace grader::build
