#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "e2e/support.hpp"
#include "support/nobody.hpp"

/// Machines with something wrong: a full disk, a folder that cannot be written, a damaged cache.
namespace grader::e2e {

/// The cache that all tests share. Its precompiled header takes longer to make than anything else.
inline fs::path shared_cache() { return fs::path(GRADER_TEST_CACHE) / "xdg/grader"; }

/// A cache that only one room uses, beside the shared one, so that files of that can be linked. Others may
/// enter its folder, because a compiler may run as another user.
class OwnCache {
 public:
  enum class Header { linked, copied, none };

  explicit OwnCache(Room& room, Header header = Header::linked) : folder_(GRADER_TEST_CACHE) {
    fs::permissions(folder_.path(), fs::perms(0755));
    if (header != Header::none) take_header(room, header);
    room.environment["XDG_CACHE_HOME"] = folder_.path();
  }

  fs::path home() const { return folder_.path(); }
  fs::path root() const { return folder_.path() / "grader"; }

  /// Everything but the header is to be made again.
  void make_cold() const {
    if (!fs::exists(root())) return;
    for (const auto& entry : fs::directory_iterator(root()))
      if (entry.path().filename() != "harness" && entry.path().filename() != "secret")
        fs::remove_all(entry.path());
  }

  /// All that was compiled, without sums, locks and the harness.
  std::vector<fs::path> compiled() const {
    std::vector<fs::path> files;
    for (const char* kind : {"object", "isolated", "worker", "variants"})
      for (const auto& entry : entries_below(root() / kind))
        if (entry.is_regular_file() && entry.path().extension() != ".sum") files.push_back(entry.path());
    return files;
  }

  /// The precompiled header, in the folder with its sources; of several the one used last.
  fs::path header() const {
    fs::path found;
    for (const auto& entry : fs::recursive_directory_iterator(root() / "harness"))
      if (entry.path().filename() == "state" &&
          (found.empty() || entry.last_write_time() > fs::last_write_time(found)))
        found = entry.path();
    const fs::path folder = found.parent_path();
    return fs::exists(folder / "pch.pch") ? folder / "pch.pch" : folder / "pch.hpp.gch";
  }

  /// Folders in which compilers work, or were working when their grader was killed.
  std::vector<fs::path> boxes() const {
    std::vector<fs::path> found;
    if (fs::exists(root() / "boxes"))
      for (const auto& entry : fs::directory_iterator(root() / "boxes"))
        if (entry.path().filename() != "lock") found.push_back(entry.path());
    return found;
  }

 private:
  static std::vector<fs::directory_entry> entries_below(const fs::path& folder) {
    if (!fs::exists(folder)) return {};
    fs::recursive_directory_iterator all(folder);
    return {begin(all), end(all)};
  }

  /// Only of the compiler that the room uses.
  void take_header(const Room& room, Header header) const {
    const Result warm = room.grader({"eval", "total", "--impl", "reference", "--case", "example"});
    if (warm.status != 0) throw std::runtime_error("the shared cache cannot be filled:\n" + warm.err);
    fs::create_directories(root() / "harness");
    fs::copy_file(shared_cache() / "secret", root() / "secret");
    const auto how = header == Header::linked ? fs::copy_options::create_hard_links : fs::copy_options::none;
    for (const fs::path& folder : header == Header::linked ? all_harnesses() : newest_harness())
      fs::copy(folder, root() / "harness" / folder.filename(), how | fs::copy_options::recursive);
  }
  static std::vector<fs::path> all_harnesses() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(shared_cache() / "harness"))
      if (fs::exists(entry.path() / "state")) found.push_back(entry.path());
    return found;
  }
  /// The one used last, which is this room's: to copy all takes space.
  static std::vector<fs::path> newest_harness() {
    const auto used = [](const fs::path& folder) { return fs::last_write_time(folder / "state"); };
    const std::vector<fs::path> all = all_harnesses();
    return {*std::max_element(all.begin(), all.end(),
                              [&](const auto& a, const auto& b) { return used(a) < used(b); })};
  }

  util::TemporaryDirectory folder_;
};

/// A run of the grader between two shell scripts, in a mount namespace of its own: what `before` mounts is
/// gone afterwards. $room is the room's folder.
inline Result run_with_mounts(const Room& room, const std::string& before, std::vector<std::string> arguments,
                              const std::string& after = "") {
  Invocation call = room.invocation({});
  const std::string grader = call.arguments.front();
  call.arguments = {"/usr/bin/unshare", "--mount"};
  if (::geteuid() != 0) call.arguments.emplace_back("--map-root-user");
  const std::string script =
      "set -e; room=$PWD\n" + before + "\nset +e; \"$@\"; status=$?; set -e\n" + after + "\nexit $status";
  call.arguments.insert(call.arguments.end(), {"/bin/sh", "-c", script, "sh", grader, "--course", "course"});
  call.arguments.insert(call.arguments.end(), arguments.begin(), arguments.end());
  const Result result = run(call);
  for (const char* program : {"unshare: ", "mount: "})
    if (result.err.find(program) != std::string::npos)
      throw std::runtime_error("this test needs root, or user namespaces for everybody:\n" + result.err);
  return result;
}

/// A run by a user without privileges, to whom the room and its cache belong from now on.
inline Result run_without_privileges(const Room& room, const OwnCache& cache,
                                     std::vector<std::string> arguments) {
  Invocation call = room.invocation(std::move(arguments));
  if (::geteuid() == 0) {
    for (const fs::path& folder : {room.path(), cache.home()}) test::give_to_nobody(folder);
    call.arguments.insert(call.arguments.begin(), {GRADER_WITHOUT, "root"});
  }
  return run(call);
}

}  // namespace grader::e2e
