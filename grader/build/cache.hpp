#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "util/files.hpp"

namespace grader::build {

/// Makes a cache key of labelled ingredients, so that no two can run together: XXH3-128 over
/// label, length and content of each.
class KeyBuilder {
 public:
  KeyBuilder& add(std::string_view label, std::string_view content);
  /// 32 hexadecimal digits.
  std::string key() const;

 private:
  std::string ingredients_;
};

/// Files that can be made again, by kind and key:
///
///     <root>/<kind>/<first two digits>/<key>      the file
///     <root>/<kind>/<first two digits>/<key>.sum  its XXH3-128, written first
///
/// A file that does not match its sum counts as missing. Several graders may share a cache: files appear by
/// rename.
class Cache {
 public:
  explicit Cache(std::filesystem::path root) : root_(std::move(root)) {}

  /// $XDG_CACHE_HOME/grader, else ~/.cache/grader; a folder in the system's temporary one where there is no
  /// home.
  static std::filesystem::path default_root();

  const std::filesystem::path& root() const { return root_; }
  std::optional<std::filesystem::path> find(std::string_view kind, const std::string& key) const;
  /// Moves `made` into the cache and returns its place. Throws util::GraderError with the path.
  std::filesystem::path publish(std::string_view kind, const std::string& key,
                                const std::filesystem::path& made) const;
  /// A folder to work in, on the same file system.
  util::TemporaryDirectory box() const;
  /// Removes the longest unused files until at most `bytes` are left, and boxes that a killed grader left
  /// behind.
  void prune(std::uintmax_t bytes) const;

 private:
  std::filesystem::path place(std::string_view kind, const std::string& key) const;
  std::filesystem::path root_;
};

}  // namespace grader::build
