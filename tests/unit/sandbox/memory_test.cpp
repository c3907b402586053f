#include "sandbox/memory.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "util/files.hpp"

using namespace grader;

namespace {

/// A folder in the place of the machine's files.
struct Root {
  util::TemporaryDirectory folder{std::filesystem::temp_directory_path()};

  void write(const char* file, const char* text) const {
    std::filesystem::create_directories((folder.path() / file).parent_path());
    util::write_file(folder.path() / file, text);
  }
  std::int64_t available() const { return sandbox::available_mib(folder.path()); }
};

constexpr const char* kMachine =
    "MemTotal:       24604388 kB\nMemFree:        11915460 kB\nMemAvailable:    4096000 kB\n"
    "HugePages_Total:       0\nHugepagesize:       2048 kB\n";

}  // namespace

TEST_CASE("what is available is the machine's, or the container's where that is less") {
  const Root root;
  CHECK(root.available() == std::numeric_limits<std::int64_t>::max());
  root.write("proc/meminfo", kMachine);
  CHECK(root.available() == 4000);
  root.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
  CHECK(root.available() == 4000);
  root.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1073741824\n");
  CHECK(root.available() == 1024);
}

TEST_CASE("a control group of version 2 has a number or none") {
  const Root root;
  root.write("proc/meminfo", kMachine);
  root.write("sys/fs/cgroup/memory.max", "max\n");
  CHECK(root.available() == 4000);
  root.write("sys/fs/cgroup/memory.max", "536870912\n");
  CHECK(root.available() == 512);
}

TEST_CASE("this machine has some memory") {
  CHECK(sandbox::available_mib() > 0);
  CHECK(sandbox::available_mib() < std::int64_t{1} << 40U);
}
