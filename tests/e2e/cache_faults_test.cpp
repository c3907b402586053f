#include <doctest/doctest.h>

#include <functional>

#include "support/machine_faults.hpp"

using namespace grader;
using e2e::OwnCache;
using e2e::Room;
namespace fs = e2e::fs;

namespace {

void overwrite(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

void halve(const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }

void flip_a_bit(const fs::path& file) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  const auto middle = static_cast<std::streamoff>(fs::file_size(file) / 2);
  stream.seekg(middle);
  const auto byte = static_cast<char>(stream.get() ^ 1);
  stream.seekp(middle).put(byte);
}

void replace_by_folder(const fs::path& file) {
  fs::remove(file);
  fs::create_directory(file);
  overwrite(file / "inside", "something");
}

void replace_by_fifo(const fs::path& file) {
  fs::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
}

fs::path sum_of(const fs::path& file) { return file.string() + ".sum"; }

int inode(const fs::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? static_cast<int>(status.st_ino) : 0;
}

struct Damage {
  const char* name;
  std::function<void(const fs::path&)> damage;
};

}  // namespace

TEST_CASE("compiled files that are damaged in any way are made again, and the score stays") {
  Room room("solved");
  const OwnCache cache(room);
  room.edit("student/vectors/total.cpp", "#include", "// not the reference itself\n#include");
  const std::vector<std::string> run{"run", "--no-cache", "-e", "total"};
  REQUIRE(room.grader(run).status == 0);
  const std::vector<Damage> damages{
      {"truncated", halve},
      {"a bit flipped", flip_a_bit},
      {"emptied", [](const fs::path& file) { overwrite(file, ""); }},
      {"replaced by a folder", replace_by_folder},
      {"replaced by a pipe", replace_by_fifo},
      {"gone", [](const fs::path& file) { fs::remove(file); }},
      {"not executable", [](const fs::path& file) { fs::permissions(file, fs::perms(0600)); }},
      {"sum gone", [](const fs::path& file) { fs::remove(sum_of(file)); }},
      {"sum emptied", [](const fs::path& file) { overwrite(sum_of(file), ""); }},
      {"sum replaced by a folder", [](const fs::path& file) { replace_by_folder(sum_of(file)); }},
      {"sum too long", [](const fs::path& file) { overwrite(sum_of(file), std::string(1 << 20, '0')); }},
      {"its folder replaced by a file", [](const fs::path& file) {
         fs::remove_all(file.parent_path());
         overwrite(file.parent_path(), "no folder");
       }}};
  for (const Damage& kind : damages) {
    CAPTURE(std::string(kind.name));
    const auto files = cache.compiled();
    REQUIRE(files.size() >= 6);
    for (const fs::path& file : files)
      if (fs::exists(file)) kind.damage(file);
    const auto result = room.grader(run);
    INFO(result.out << result.err);
    CHECK(result.status == 0);
  }
}

TEST_CASE("a compiled file in the place of another one is not taken for it") {
  Room room("solved");
  const OwnCache cache(room);
  room.edit("student/vectors/total.cpp", "#include", "// not the reference itself\n#include");
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  std::vector<fs::path> workers;
  for (const fs::path& file : cache.compiled())
    if (file.string().find("/worker/") != std::string::npos) workers.push_back(file);
  REQUIRE(workers.size() == 2);
  room.write("student/vectors/total.cpp",
             "#include \"vectors/total.hpp\"\ndouble total(const Eigen::VectorXd&) { return 42; }\n");
  REQUIRE(room.grader({"run", "-e", "total"}).status == 1);
  // The reference's worker, with its sum, where that of the wrong solution is.
  for (const fs::path& file : cache.compiled()) {
    if (file.string().find("/worker/") == std::string::npos || file == workers[0] || file == workers[1])
      continue;
    for (const auto& [from, to] : {std::pair(workers[0], file), std::pair(sum_of(workers[0]), sum_of(file))})
      fs::copy_file(from, to, fs::copy_options::overwrite_existing);
  }
  CHECK(room.grader({"run", "-e", "total"}).status == 1);
}

TEST_CASE("a precompiled header that is damaged is made again, and the score stays") {
  Room room("solved");
  const OwnCache cache(room, OwnCache::Header::copied);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  const fs::path header = cache.header();
  const fs::path folder = header.parent_path();
  const std::vector<Damage> damages{
      {"a bit flipped", flip_a_bit},
      {"truncated, and its source too",
       [&](const fs::path& file) {
         halve(file);
         halve(folder / "codec.hpp");
       }},
      {"replaced by folders", [&](const fs::path& file) {
         for (const fs::path& path : {file, folder / "pch.hpp", folder / "state"}) replace_by_folder(path);
       }}};
  for (const Damage& kind : damages) {
    CAPTURE(std::string(kind.name));
    kind.damage(header);
    const int before = inode(header);
    cache.make_cold();
    const auto result = room.grader({"run", "-e", "total"});
    INFO(result.out << result.err);
    CHECK(result.status == 0);
    CHECK(inode(header) != before);
    CHECK(fs::is_regular_file(header));
  }
}
