#include "sandbox/root_folder.hpp"

#include <errno.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace grader::sandbox {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPlaces = 512;
// Any folder that every machine has; only this process sees it covered.
constexpr const char* kCovered = "/tmp";

bool set_flags(int tree, const char* path, unsigned flags, std::uint64_t attributes) {
  mount_attr attribute{};
  attribute.attr_set = attributes;
  return ::mount_setattr(tree, path, flags, &attribute, sizeof attribute) == 0;
}

}  // namespace

RootFolder::RootFolder(const std::vector<fs::path>& readable, const std::vector<fs::path>& writable) {
  for (const fs::path& path : readable) add(path, false);
  for (const fs::path& path : writable) add(path, true);
  std::sort(folders_.begin(), folders_.end());
  folders_.erase(std::unique(folders_.begin(), folders_.end()), folders_.end());
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator("/", error))
    if (!places_.empty() && entry.is_symlink(error))
      links_.emplace_back(entry.path().filename().string(), fs::read_symlink(entry.path(), error).string());
}

void RootFolder::add(const fs::path& path, bool writable) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return;
  const bool folder = fs::is_directory(real, error);
  const fs::path target = path.lexically_normal().relative_path();
  fs::path above;
  for (const fs::path& part : folder ? target : target.parent_path())
    folders_.push_back((above /= part).string());
  places_.push_back({real.string(), target.string(), folder, writable});
}

const char* RootFolder::make_entries() const {
  for (const std::string& folder : folders_)
    if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) return "mkdir";
  for (const Place& place : places_) {
    if (place.folder) continue;
    const int file = ::open(place.target.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
    if (file < 0) return "open";
    ::close(file);
  }
  for (const auto& [name, target] : links_)
    if (::symlink(target.c_str(), name.c_str()) != 0 && errno != EEXIST) return "symlink";
  return nullptr;
}

const char* RootFolder::enter() const {
  std::array<int, kMostPlaces> trees{};
  if (places_.size() > trees.size()) {
    errno = E2BIG;
    return "open_tree";
  }
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return "mount";
  // Taken before anything is covered.
  for (std::size_t i = 0; i < places_.size(); ++i) {
    trees[i] =
        ::open_tree(AT_FDCWD, places_[i].source.c_str(), OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    if (trees[i] < 0) return "open_tree";
    const std::uint64_t flags =
        MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | (places_[i].writable ? 0 : MOUNT_ATTR_RDONLY);
    if (!set_flags(trees[i], "", AT_EMPTY_PATH | AT_RECURSIVE, flags)) return "mount_setattr";
  }
  if (::mount("tmpfs", kCovered, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=256k,nr_inodes=1024") != 0)
    return "mount tmpfs";
  if (::chdir(kCovered) != 0) return "chdir";
  if (const char* step = make_entries()) return step;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (::move_mount(trees[i], "", AT_FDCWD, places_[i].target.c_str(), MOVE_MOUNT_F_EMPTY_PATH) != 0)
      return "move_mount";
    ::close(trees[i]);
  }
  if (!set_flags(AT_FDCWD, ".", 0, MOUNT_ATTR_RDONLY)) return "mount_setattr";
  // The old root lies on top of the new one for a moment and is then taken away (pivot_root(2), notes).
  if (::syscall(SYS_pivot_root, ".", ".") != 0) return "pivot_root";
  if (::umount2(".", MNT_DETACH) != 0) return "umount";
  return ::chdir("/") == 0 ? nullptr : "chdir";
}

}  // namespace grader::sandbox
