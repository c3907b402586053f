#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "util/file_lock.hpp"
#include "util/files.hpp"

namespace grader::build {

/// Labelled ingredients of a cache key, so that no two can run together: label, length and content of each.
class KeyBuilder {
 public:
  KeyBuilder& add(std::string_view label, std::string_view content);
  const std::string& ingredients() const { return ingredients_; }
  /// 32 hexadecimal digits, the same in every cache; Cache::key() where somebody may gain by a collision.
  std::string key() const;

 private:
  std::string ingredients_;
};

/// Files that can be made again, by kind and key:
///
///     <root>/secret                             what keys and sums begin with, see cache_secret.hpp
///     <root>/<kind>/<first two digits>/<key>      the file
///     <root>/<kind>/<first two digits>/<key>.sum  its sum, written first
///     <file>.seen                               see is_still_sound()
///     <root>/harness/<key>/…                    see precompiled.hpp
///     <root>/boxes/…                            see boxes.hpp
///     <root>/grown                              a byte for each KiB that was added since prune() looked
///
/// A file that does not match its sum counts as missing, whatever is in its place. Several graders may share
/// a cache: files appear by rename. Where a cache cannot be used, util::GraderError says why, with the path
/// and what to do; what is there already can be found in one that cannot be written.
class Cache {
 public:
  explicit Cache(std::filesystem::path root);

  /// $XDG_CACHE_HOME/grader, else for root /var/cache/grader and for others ~/.cache/grader; a folder in the
  /// system's temporary one where there is no home.
  static std::filesystem::path default_root();

  const std::filesystem::path& root() const { return root_; }
  /// Whether a path leads into it.
  bool holds(const std::filesystem::path& path) const;
  /// 32 hexadecimal digits: XXH3-128 with the cache's secret as seed.
  std::string key(const KeyBuilder& ingredients) const;
  std::optional<std::filesystem::path> find(std::string_view kind, const std::string& key) const;
  /// Moves `made` into the cache and returns its place. It may be lost with a power failure: find() looks at
  /// all of its bytes.
  std::filesystem::path publish(std::string_view kind, const std::string& key,
                                const std::filesystem::path& made) const;
  /// The same for what is compiled or linked: a sound file that is there stays. Other graders, who have made
  /// it of the same, may be about to hand it to a confined process, which is granted this file and no other
  /// of its name.
  std::filesystem::path publish_once(std::string_view kind, const std::string& key,
                                     const std::filesystem::path& made) const;
  /// The same for a file with a place of its own below the root, which lasts.
  void keep(const std::filesystem::path& made, const std::filesystem::path& file) const;
  /// Whether it is as it was kept: its name, its bytes, and its permissions.
  bool is_sound(const std::filesystem::path& file) const;
  /// The same, for a file that takes long to read: found out once, and then true for as long as the file
  /// system knows of no change to it.
  bool is_still_sound(const std::filesystem::path& file) const;
  /// A lock on a file below the root; waits for it.
  util::FileLock lock(const std::filesystem::path& file, util::FileLock::Kind kind,
                      const std::stop_token& stop) const;
  /// A folder to work in, on the same file system.
  util::TemporaryDirectory box() const;
  /// Removes the boxes of graders that were killed and, where a sixteenth of `bytes` was added since it was
  /// last looked at as a whole, what was not used for the longest time until at most `bytes` are left.
  void prune(std::uintmax_t bytes) const;

 private:
  struct State;
  std::uint64_t secret() const;
  enum class Existing { replaced, kept };
  void move(const std::filesystem::path& made, const std::filesystem::path& file, util::Lasting lasting,
            Existing existing) const;
  std::string sum_of(const std::filesystem::path& file, const std::filesystem::path& name) const;
  std::filesystem::path place(std::string_view kind, const std::string& key) const;

  std::filesystem::path root_;
  std::shared_ptr<State> state_;  // copies are the same cache
};

}  // namespace grader::build
