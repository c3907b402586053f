#include <doctest/doctest.h>

#include "support/machine_faults.hpp"

using namespace grader;
using e2e::OwnCache;
using e2e::Room;

namespace {

using Json = nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Grades a right solution of total, which has to be compiled, and the answers to quiz, which have not. The
/// machine is at fault: nothing may be held against the student, and what can be judged is.
void check_only_the_machine_is_blamed(const Room& room, const e2e::Result& result, const std::string& reason,
                                      const std::string& what_to_do = "set XDG_CACHE_HOME") {
  INFO(result.out << result.err);
  CHECK(result.status == 3);
  const Json report = Json::parse(room.read("results.json"));
  const Json total = e2e::exercise_of(report, "vectors/total");
  CHECK(total.at("verdict") == "grader_error");
  const auto message = total.at("message").get<std::string>();
  CHECK(contains(message, reason));
  CHECK(contains(message, what_to_do));
  for (const Json& check : total.at("checks")) CHECK(check.at("verdict") == "grader_error");
  CHECK(e2e::exercise_of(report, "texts/quiz").at("status") == "review");
}

/// The status of total on a disk with little room: right, or not judged for that reason.
std::string judged_or_not(const Room& room) {
  const Json total = e2e::exercise_of(Json::parse(room.read("results.json")), "vectors/total");
  const auto status = total.at("status").get<std::string>();
  CHECK((status == "pass" || status == "error"));
  if (status == "error") CHECK(contains(total.at("message"), "No space left on device"));
  return status;
}

const std::vector<std::string> kRun{"run", "-e", "total", "-e", "quiz", "--json", "results.json"};

/// Mounts a disk with these options in the place of a cache that has nothing but the header.
std::string small_disk(const OwnCache& cache, const std::string& options) {
  const std::string root = cache.root();
  return "mv " + root + " " + root + "-header; mkdir " + root + "; trap 'umount -l " + root + "; rmdir " +
         root + "; mv " + root + "-header " + root + "' EXIT; mount -t tmpfs -o " + options + " none " +
         root + "; chmod 755 " + root + "; cp -p " + root + "-header/secret " + root + "; mkdir " + root +
         "/harness; mount --bind " + root + "-header/harness " + root + "/harness";
}

/// Grades on disks with one option more and more generous: some are too small, some are not.
void check_disks(const std::string& option, const std::vector<std::string>& amounts) {
  Room room("solved");
  const OwnCache cache(room);
  int failures = 0;
  int successes = 0;
  for (const std::string& amount : amounts) {
    CAPTURE(amount);
    const auto result = e2e::run_with_mounts(room, small_disk(cache, option + amount), kRun);
    INFO(result.out << result.err);
    ++(judged_or_not(room) == "pass" ? successes : failures);
  }
  CHECK(failures > 0);
  CHECK(successes > 0);
}

/// Mounts the cache once more with other options.
std::string remounted(const OwnCache& cache, const std::string& options) {
  const std::string root = cache.root();
  return "mount --bind " + root + " " + root + "; mount -o remount,bind," + options + " " + root;
}

}  // namespace

TEST_CASE("a disk that is full before anything is compiled") {
  Room room("solved");
  const OwnCache cache(room);
  const auto result = e2e::run_with_mounts(room,
                                           small_disk(cache, "size=1M") + "; cat /dev/zero > " +
                                               cache.root().string() + "/filler 2>/dev/null || true",
                                           kRun);
  check_only_the_machine_is_blamed(room, result, cache.root(), "make room on that disk");
  check_only_the_machine_is_blamed(room, result, "No space left on device", "make room on that disk");
}

TEST_CASE("a disk that gets full at whatever moment costs nobody a point") {
  check_disks("size=", {"24k", "64k", "160k", "400k", "1M", "2M", "3M", "5M", "16M", "64M"});
}

TEST_CASE("a disk that has room, but not for another file, costs nobody a point") {
  check_disks("size=64M,nr_inodes=", {"4", "6", "8", "10", "13", "17", "22", "28", "40", "200"});
}

TEST_CASE("a disk that gets full while nothing but a solution is compiled costs nobody a point") {
  Room room("solved");
  const OwnCache cache(room);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  room.edit("student/vectors/total.cpp", "#include", "// another one\n#include");
  const std::string root = cache.root();
  int failures = 0;
  for (const char* kib : {"8", "24", "64", "160", "400", "1000"}) {
    CAPTURE(std::string(kib));
    const auto result = e2e::run_with_mounts(
        room,
        small_disk(cache, "size=64M") + "; cp -rp " + root + "-header/object " + root + "-header/worker " +
            root + "; free=$(df -k --output=avail " + root + " | tail -n 1); head -c $(((free - " + kib +
            ") * 1024)) /dev/zero > " + root + "/filler",
        kRun);
    INFO(result.out << result.err);
    if (judged_or_not(room) == "error") ++failures;
  }
  CHECK(failures > 0);
}

TEST_CASE("a cache that can only be read serves what is in it") {
  Room room("solved");
  const OwnCache cache(room);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  const std::vector<std::string> there{"run", "-e", "total", "--json", "results.json"};
  CHECK(e2e::run_with_mounts(room, remounted(cache, "ro"), there).status == 0);
  room.edit("student/vectors/total.cpp", "#include", "// another one\n#include");
  const auto result = e2e::run_with_mounts(room, remounted(cache, "ro"), kRun);
  check_only_the_machine_is_blamed(room, result, cache.root());
  check_only_the_machine_is_blamed(room, result, "Read-only file system");
}

TEST_CASE("a cache where no program may be executed") {
  Room room("solved");
  const OwnCache cache(room);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  const auto result = e2e::run_with_mounts(room, remounted(cache, "noexec"), kRun);
  check_only_the_machine_is_blamed(
      room, result,
      "no program can be executed in " + cache.root().string() + ": its file system is mounted noexec");
}

TEST_CASE("a cache whose folder is a file, or in one") {
  Room room("solved");
  const OwnCache cache(room, OwnCache::Header::none);
  std::ofstream(cache.root()) << "no folder";
  check_only_the_machine_is_blamed(room, room.grader(kRun), cache.root());
  room.environment["XDG_CACHE_HOME"] = cache.root();
  check_only_the_machine_is_blamed(room, room.grader(kRun), cache.root() / "grader");
}

TEST_CASE("a cache without permission to read or to write") {
  for (const e2e::fs::perms allowed : {e2e::fs::perms(0500), e2e::fs::perms(0)}) {
    Room room("solved");
    const OwnCache cache(room, OwnCache::Header::none);
    e2e::fs::create_directory(cache.root());
    e2e::fs::permissions(cache.root(), allowed);
    std::vector<std::string> words{"--course", "course"};
    words.insert(words.end(), kRun.begin(), kRun.end());
    const auto result = e2e::run_without_privileges(room, cache, words);
    e2e::fs::permissions(cache.root(), e2e::fs::perms(0700));
    check_only_the_machine_is_blamed(room, result, cache.root());
    check_only_the_machine_is_blamed(room, result, "Permission denied");
  }
}

TEST_CASE("a cache that belongs to somebody else, who could put anything into it") {
  Room room("solved");
  const OwnCache cache(room);
  // Without root's rights nothing can be given away, but what is root's is there for everybody.
  const std::string root = cache.root();
  const bool is_root = ::geteuid() == 0;
  const auto result =
      e2e::run_with_mounts(room, is_root ? "chown 12345 " + root : "mount --bind /usr/share " + root, kRun,
                           is_root ? "chown 0 " + root : "");
  check_only_the_machine_is_blamed(room, result, root + " belongs to another user");
}

TEST_CASE("a full disk leaves the older report, and nothing else") {
  Room room("solved");
  const std::vector<std::string> run{
      "run", "-e", "total", "--json", "out/results.json", "--junit", "out/results.xml"};
  REQUIRE(room.grader(run).status == 0);
  const std::string json = room.read("out/results.json");
  const std::string junit = room.read("out/results.xml");
  const auto result =
      e2e::run_with_mounts(room,
                           "mv out older; mkdir out; mount -t tmpfs -o size=40k none out; cp -p older/* out; "
                           "cat /dev/zero > out/filler 2>/dev/null || true",
                           run, "ls -A out > names; cp out/results.json out/results.xml .");
  CHECK(result.status == 3);
  CHECK(result.err ==
        "grader: error: cannot write out/results.json: No space left on device\n  make room on that disk\n"
        "cannot write out/results.xml: No space left on device\n  make room on that disk\n");
  CHECK(room.read("results.json") == json);
  CHECK(room.read("results.xml") == junit);
  CHECK(room.read("names") == "filler\nresults.json\nresults.xml\n");
}

TEST_CASE("a full disk leaves what is known of hints") {
  Room room("solved");
  REQUIRE(room.grader({"hint", "total"}).status == 0);
  const auto result = e2e::run_with_mounts(
      room,
      "mv state older; mkdir state; mount -t tmpfs -o size=40k none state; cp -rp older/* state; "
      "cat /dev/zero > state/filler 2>/dev/null || true",
      {"hint", "total"}, "cp -r state now; rm now/filler");
  INFO(result.out << result.err);
  CHECK(contains(result.out + result.err, "No space left on device"));
  for (const auto& entry : e2e::fs::recursive_directory_iterator(room.path() / "older"))
    if (entry.is_regular_file())
      CHECK(room.read("now" / entry.path().lexically_relative(room.path() / "older")) ==
            test::read_file(entry.path()));
}
