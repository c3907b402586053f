#include "build/cache.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <thread>
#include <vector>

#include "build/cache_secret.hpp"
#include "build/precompiled.hpp"
#include "support/files.hpp"
#include "util/error.hpp"

using namespace grader;
using build::Cache;
using build::KeyBuilder;
namespace fs = std::filesystem;

namespace {

struct Folder {
  util::TemporaryDirectory folder{fs::temp_directory_path()};
  fs::path root = folder.path() / "cache";
  Cache cache{root};

  fs::path publish(const std::string& key, const std::string& content) const {
    const util::TemporaryDirectory box = cache.box();
    util::write_file(box.path() / "made", content);
    return cache.publish("kind", key, box.path() / "made");
  }
};

std::string key_in(const Cache& cache) { return cache.key(KeyBuilder().add("label", "content")); }

}  // namespace

TEST_CASE("keys are the same in one cache and differ between caches") {
  const Folder one;
  const Folder other;
  CHECK(key_in(one.cache) == key_in(Cache(one.root)));
  CHECK(key_in(one.cache) != key_in(other.cache));
  CHECK(key_in(one.cache) != KeyBuilder().add("label", "content").key());
}

TEST_CASE("a cache's secret is its owner's alone, and one for all who make it at once") {
  for (int round = 0; round < 20; ++round) {
    const util::TemporaryDirectory folder(fs::temp_directory_path());
    if (round % 2 == 1) std::ofstream(folder.path() / "secret") << "damaged";
    std::vector<std::uint64_t> secrets(4);
    {
      std::vector<std::jthread> threads;
      for (std::uint64_t& secret : secrets)
        threads.emplace_back([&] { secret = build::cache_secret(folder.path()); });
    }
    const std::uint64_t last = build::cache_secret(folder.path());
    if (round % 2 == 0) CHECK(std::set(secrets.begin(), secrets.end()) == std::set{last});
    struct stat status {};
    CHECK(::stat((folder.path() / "secret").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  }
}

TEST_CASE("a cache's secret that is damaged, or was open to others, is made again") {
  const util::TemporaryDirectory folder(fs::temp_directory_path());
  const fs::path file = folder.path() / "secret";
  const std::vector<std::function<void()>> damages{[&] { std::ofstream(file, std::ios::trunc).flush(); },
                                                   [&] { std::ofstream(file) << "0123456789abcdeg\n"; },
                                                   [&] { std::ofstream(file, std::ios::app) << "more"; },
                                                   [&] { fs::permissions(file, fs::perms(0640)); },
                                                   [&] {
                                                     fs::rename(file, folder.path() / "elsewhere");
                                                     fs::create_symlink("elsewhere", file);
                                                   },
                                                   [&] {
                                                     fs::remove(file);
                                                     fs::create_directories(file / "inside");
                                                   }};
  std::uint64_t before = build::cache_secret(folder.path());
  CHECK(build::cache_secret(folder.path()) == before);
  for (const auto& damage : damages) {
    damage();
    const std::uint64_t now = build::cache_secret(folder.path());
    CHECK(now != before);
    CHECK(build::cache_secret(folder.path()) == now);
    CHECK(fs::is_regular_file(fs::symlink_status(file)));
    CHECK(fs::status(file).permissions() == fs::perms(0600));
    before = now;
  }
}

TEST_CASE("a file is found as it was kept, under its own name only") {
  const Folder folder;
  const std::string key(32, 'a');
  const std::string other(32, 'b');
  const fs::path file = folder.publish(key, "content");
  CHECK(test::read_file(file) == "content");
  CHECK(folder.cache.find("kind", key) == file);
  CHECK(Cache(folder.root).find("kind", key) == file);
  const fs::path place = folder.publish(other, "else");
  fs::copy_file(file, place, fs::copy_options::overwrite_existing);
  fs::copy_file(file.string() + ".sum", place.string() + ".sum", fs::copy_options::overwrite_existing);
  CHECK_FALSE(folder.cache.find("kind", other));
}

TEST_CASE("what is compiled stays the file that it is until it is damaged") {
  const Folder folder;
  const std::string key(32, 'a');
  const auto publish_once = [&](const std::string& content) {
    const util::TemporaryDirectory box = folder.cache.box();
    util::write_file(box.path() / "made", content);
    struct stat status {};
    REQUIRE(::stat(folder.cache.publish_once("kind", key, box.path() / "made").c_str(), &status) == 0);
    return status.st_ino;
  };
  const ino_t first = publish_once("content");
  const fs::path file = folder.cache.find("kind", key).value();
  const int held = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);  // or its number could be given again
  CHECK(publish_once("content") == first);
  CHECK(publish_once("of another compiler") == first);
  CHECK(test::read_file(file) == "content");
  std::ofstream(file, std::ios::app) << "damage";
  CHECK_FALSE(folder.cache.find("kind", key));
  CHECK(publish_once("content") != first);
  CHECK(folder.cache.find("kind", key) == file);
  CHECK(test::read_file(file) == "content");
  ::close(held);
}

TEST_CASE("what was not made is no entry, and says so") {
  const Folder folder;
  const util::TemporaryDirectory box = folder.cache.box();
  CHECK_THROWS_WITH_AS(folder.cache.publish("kind", std::string(32, 'a'), box.path() / "made"),
                       doctest::Contains("/made was not made"), util::GraderError);
}

TEST_CASE("the boxes of living graders stay, those of dead ones go") {
  const Folder folder;
  const util::TemporaryDirectory mine = folder.cache.box();
  const fs::path dead = folder.root / "boxes/0123456789abcdef-XXXXXX";
  const auto leave = [&] {
    fs::create_directories(dead / "include");
    std::ofstream(dead.parent_path() / "0123456789abcdef.lock");
    std::ofstream(dead / "include/unit.o") << "half";
  };
  leave();
  const Cache other(folder.root);
  const util::TemporaryDirectory theirs = other.box();
  CHECK_FALSE(fs::exists(dead));
  leave();
  folder.cache.prune(0);
  CHECK_FALSE(fs::exists(dead));
  CHECK_FALSE(fs::exists(dead.parent_path() / "0123456789abcdef.lock"));
  CHECK(fs::exists(mine.path()));
  CHECK(fs::exists(theirs.path()));
}

TEST_CASE("what was not used for the longest time is removed, and no harness that is in use") {
  const Folder folder;
  const auto age = [](const fs::path& file, int hours) {
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(hours));
  };
  const fs::path old = folder.publish(std::string(32, 'a'), std::string(1000, 'x'));
  const fs::path fresh = folder.publish(std::string(32, 'b'), std::string(1000, 'x'));
  age(old, 2);
  for (const char* name : {"used", "unused"}) {
    const fs::path harness = folder.root / "harness" / name;
    util::write_file(harness / "pch", std::string(1000, 'x'));
    util::write_file(harness / "state", "x");
    age(harness / "state", 3);
  }
  const auto lock = folder.cache.lock(folder.root / "harness/used.used", util::FileLock::Kind::shared, {});
  folder.cache.prune(2500);
  CHECK(fs::exists(folder.root / "harness/used/pch"));
  CHECK_FALSE(fs::exists(folder.root / "harness/unused"));
  CHECK_FALSE(fs::exists(old));
  CHECK(fs::exists(fresh));
  CHECK(fs::exists(folder.root / "secret"));
}

TEST_CASE("a cache is looked at as a whole when a sixteenth of what it may hold was added") {
  const Folder folder;
  constexpr std::uintmax_t kKib = 1024;
  const fs::path old = folder.root / "object/aa" / std::string(32, 'a');
  util::write_file(old, std::string(400 * kKib, 'x'));
  fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(2));
  const auto add = [&](char name, std::size_t kib) {
    const Cache another(folder.root);  // as each run has its own
    const util::TemporaryDirectory box = another.box();
    util::write_file(box.path() / "made", std::string(kib * kKib, 'x'));
    another.publish("object", std::string(32, name), box.path() / "made");
    another.prune(320 * kKib);
  };
  add('b', 12);
  CHECK(fs::exists(old));
  add('c', 7);
  CHECK(fs::exists(old));
  add('d', 1);
  CHECK_FALSE(fs::exists(old));
  add('e', 19);
  add('f', 290);
  CHECK(fs::exists(folder.root / "object/ff" / std::string(32, 'f')));
  CHECK_FALSE(fs::exists(folder.root / "object/bb" / std::string(32, 'b')));

  SUBCASE("and each time where that cannot be counted") {
    fs::remove(folder.root / "grown");
    fs::create_directory(folder.root / "grown");
    util::write_file(old, std::string(400 * kKib, 'x'));
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(2));
    add('0', 1);
    CHECK_FALSE(fs::exists(old));
  }
}

TEST_CASE("a large file is read once, and again when anything about it has changed") {
  const Folder folder;
  std::map<char, fs::path> files;
  for (const char name : {'a', 'b', 'c', 'd', 'e'})
    files[name] = folder.publish(std::string(32, name), "large");
  const auto is_sound = [&](char name) { return folder.cache.is_still_sound(files[name]); };
  const auto seen = [&](char name) { return files[name].string() + ".seen"; };
  CHECK(is_sound('a'));
  CHECK_FALSE(fs::exists(seen('a')));  // it was made a moment ago
  std::this_thread::sleep_for(std::chrono::milliseconds(2100));
  for (const auto& file : files) {
    CHECK(is_sound(file.first));
    CHECK(fs::exists(seen(file.first)));
  }
  // Its sum is not even looked at.
  fs::remove(files['a'].string() + ".sum");
  CHECK(is_sound('a'));
  CHECK(Cache(folder.root).is_still_sound(files['a']));

  const auto time = fs::last_write_time(files['b']);
  std::ofstream(files['b'], std::ios::in | std::ios::out) << "LARGE";
  fs::last_write_time(files['b'], time);
  CHECK_FALSE(is_sound('b'));
  fs::permissions(files['c'], fs::perms(0777));
  CHECK_FALSE(is_sound('c'));
  fs::remove(files['d']);
  CHECK_FALSE(is_sound('d'));
  util::write_file(files['d'], "LARGE");
  CHECK_FALSE(is_sound('d'));
  // What was seen of one file says nothing about another.
  util::write_file(files['e'], "LARGE");
  fs::copy_file(seen('a'), seen('e'), fs::copy_options::overwrite_existing);
  CHECK_FALSE(is_sound('e'));
}

TEST_CASE("a compiler that hangs with the headers is named, and one that is interrupted is no error") {
  class Stopped : public sandbox::ProcessRunner {
   public:
    std::unique_ptr<sandbox::Process> start(const sandbox::Command&) const override { return nullptr; }
    sandbox::Finished run(const sandbox::Command&, double, std::size_t, std::stop_token) const override {
      return finished;
    }
    bool confines() const override { return false; }
    std::string isolation() const override { return {}; }
    sandbox::Finished finished;
  };
  const Folder folder;
  build::Toolchain toolchain;
  toolchain.cxx = "/usr/bin/slow-g++";
  Stopped runner;
  build::Precompiled precompiled(toolchain, folder.cache, runner, build::Mode::grade);
  runner.finished.timed_out = true;
  CHECK_THROWS_WITH_AS(
      precompiled.ready({}),
      doctest::Contains("/usr/bin/slow-g++ could not precompile the headers (it took too long)"),
      util::GraderError);
  runner.finished.interrupted = true;
  CHECK_THROWS_AS(precompiled.ready({}), util::Interrupted);
}
