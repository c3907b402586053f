#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace grader::util {

/// The whole file; nothing where there is none. Throws GraderError with the path where it exists but cannot
/// be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

/// Whether a file has to be whole after a power failure, too. Waiting for a disk takes milliseconds: what can
/// be made again, and is looked at before it is used, need not be.
enum class Lasting { yes, no };

/// Replaces the file at once or not at all: written beside it, synchronised where it is to last, renamed.
/// Whatever happens but a power failure, the path holds all of the old text or all of the new. Makes the
/// folders above it. Throws GraderError with the path, the reason (a full disk, a read-only folder) and what
/// to do.
void write_file(const std::filesystem::path& path, std::string_view text, Lasting lasting = Lasting::yes);

/// A new folder, removed with all it holds at the end of its life. Links inside it are removed, not followed.
class TemporaryDirectory {
 public:
  /// Below `parent`, which is made where it is missing. Throws GraderError with the path.
  explicit TemporaryDirectory(const std::filesystem::path& parent, std::string_view name_begin = "box");
  TemporaryDirectory(TemporaryDirectory&& other) noexcept;
  TemporaryDirectory& operator=(TemporaryDirectory&&) = delete;
  ~TemporaryDirectory();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace grader::util
