#include "cli/folder_watcher.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include <fstream>

#include "util/error.hpp"
#include "util/files.hpp"

namespace fs = std::filesystem;
using namespace grader;
using Files = std::set<std::string>;

namespace {

Files heard(cli::FolderWatcher& watcher) {
  pollfd event{watcher.descriptor(), POLLIN, 0};
  ::poll(&event, 1, 1000);
  return watcher.saved();
}

void write_in_place(const fs::path& path) { std::ofstream(path) << "int x;\n"; }

}  // namespace

TEST_CASE("files are heard of however an editor saves them") {
  const util::TemporaryDirectory box(fs::temp_directory_path());
  fs::create_directories(box.path() / "a");
  cli::FolderWatcher watcher(box.path(), {"a", "b"});
  CHECK(watcher.saved().empty());

  write_in_place(box.path() / "a" / "one.cpp");
  CHECK(heard(watcher) == Files{"a/one.cpp"});

  write_in_place(box.path() / "new");
  fs::rename(box.path() / "new", box.path() / "a" / "two.cpp");
  CHECK(heard(watcher) == Files{"a/two.cpp"});

  // As vim does: the old file is moved away, a new one is written under its name.
  fs::rename(box.path() / "a" / "one.cpp", box.path() / "a" / "one.cpp~");
  write_in_place(box.path() / "a" / "one.cpp");
  CHECK(heard(watcher) == Files{"a/one.cpp", "a/one.cpp~"});
}

TEST_CASE("topics that appear later are watched, and what is in them is heard of") {
  const util::TemporaryDirectory box(fs::temp_directory_path());
  cli::FolderWatcher watcher(box.path(), {"b"});
  fs::create_directories(box.path() / "other");
  fs::create_directories(box.path() / "b");
  write_in_place(box.path() / "b" / "three.cpp");
  CHECK(heard(watcher).contains("b/three.cpp"));
  write_in_place(box.path() / "b" / "three.cpp");
  write_in_place(box.path() / "other" / "four.cpp");
  CHECK(heard(watcher) == Files{"b/three.cpp"});
}

TEST_CASE("reading a file is no save") {
  const util::TemporaryDirectory box(fs::temp_directory_path());
  fs::create_directories(box.path() / "a");
  write_in_place(box.path() / "a" / "one.cpp");
  cli::FolderWatcher watcher(box.path(), {"a"});
  util::read_file(box.path() / "a" / "one.cpp");
  CHECK(watcher.saved().empty());
}

TEST_CASE("a directory that is not there cannot be watched") {
  CHECK_THROWS_WITH_AS(cli::FolderWatcher("/no/such/directory", {"a"}),
                       "cannot watch /no/such/directory: No such file or directory", util::GraderError);
}
