#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace grader::sandbox {

/// A root file system of a process's own: a small read-only tmpfs that holds nothing but what is listed.
/// Planned by the grader, made by the child in a mount namespace of its own.
class RootFolder {
 public:
  RootFolder() = default;
  /// Places keep the paths they have in the machine's own root, links at its top (/lib) included.
  RootFolder(const std::vector<std::filesystem::path>& readable,
             const std::vector<std::filesystem::path>& writable);

  /// Makes it and enters it. Nothing is allocated: async-signal-safe. Returns the step that failed, with
  /// errno set, or null.
  const char* enter() const;

 private:
  struct Place {
    std::string source;
    std::string target;  // relative to the new root
    bool folder;
    bool writable;
  };
  void add(const std::filesystem::path& path, bool writable);
  const char* make_entries() const;

  std::vector<Place> places_;
  std::vector<std::string> folders_;                        // relative, those above others first
  std::vector<std::pair<std::string, std::string>> links_;  // name and what it points to
};

}  // namespace grader::sandbox
