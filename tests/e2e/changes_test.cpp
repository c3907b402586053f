#include <doctest/doctest.h>

#include "support/machine_faults.hpp"

using namespace grader;
using e2e::OwnCache;
using e2e::Program;
using e2e::Room;
namespace fs = e2e::fs;

namespace {

using Json = nlohmann::json;

/// A report without what differs from run to run.
Json without_times(const std::string& text) {
  Json report = Json::parse(text);
  for (Json& exercise : report.at("exercises"))
    for (const char* key : {"wall_s", "cpu_s"}) exercise.erase(key);
  return report;
}

}  // namespace

TEST_CASE("two graders that start at once in one folder, with nothing in the cache, agree") {
  Room room("mixed");
  const OwnCache cache(room, OwnCache::Header::none);
  for (const auto& [first, second] :
       {std::pair("first.json", "second.json"), std::pair("same.json", "same.json")}) {
    const auto start = [&](const char* file) {
      return room.invocation({"--course", "course", "run", "-e", "vectors/", "--json", file});
    };
    Program one(start(first), Program::On::pipes);
    Program other(start(second), Program::On::pipes);
    const auto one_result = one.end();
    const auto other_result = other.end();
    INFO(one_result.out << one_result.err << other_result.out << other_result.err);
    CHECK(one_result.status == 1);
    CHECK(other_result.status == 1);
    CHECK(cache.boxes().empty());
    cache.make_cold();
  }
  const Json report = without_times(room.read("first.json"));
  CHECK(report.at("exercises").size() == 5);
  for (const Json& exercise : report.at("exercises")) CHECK(exercise.at("status") != "error");
  CHECK(without_times(room.read("second.json")) == report);
  CHECK(without_times(room.read("same.json")) == report);
}

TEST_CASE("a course that is edited while somebody is graded counts as it was at the start") {
  Room room("solved");
  const OwnCache cache(room, OwnCache::Header::none);
  const std::string edit = cache.home() / "edit";
  const fs::path compiler = cache.home() / "g++";
  // The compiler is asked for its version when the course was read and nothing is graded.
  util::write_file(compiler,
                   "#!/bin/sh\n[ \"$1\" = --version ] && { . " + edit + "; }\nexec /usr/bin/g++ \"$@\"\n");
  fs::permissions(compiler, fs::perms(0755));
  room.environment["CXX"] = compiler;
  const std::vector<std::string> run{"run", "-e",    "total",  "-e",          "normalized",
                                     "-e",  "greet", "--json", "results.json"};
  const std::string spec = "course/exercises/vectors/total.yaml";
  const std::string reference = "course/reference/vectors/";
  struct Edit {
    std::string script;
    int status_afterwards;
  };
  for (const Edit& change : {Edit{":", 0}, Edit{"echo nonsense > " + spec, 2}, Edit{"rm " + spec, 2},
                             Edit{"sed -i 's/expected: 6/expected: 7/' " + spec, 3},
                             Edit{"sed -i 's/x.sum()/x.sum() + 1/' " + reference + "total.cpp", 3},
                             Edit{"echo nonsense > " + reference + "unit.cpp", 3},
                             Edit{"rm " + reference + "unit.cpp", 2}, Edit{"rm -r course", 2}}) {
    CAPTURE(change.script);
    fs::remove_all(room.path() / "course");
    fs::copy(e2e::kFixtures / "course", room.path() / "course", fs::copy_options::recursive);
    util::write_file(edit, "cd " + room.path().string() + "; " + change.script + "\n");
    cache.make_cold();
    const auto result = room.grader(run);
    INFO(result.out << result.err);
    CHECK(result.status == 0);
    util::write_file(edit, ":\n");
    const auto afterwards = room.grader(run);
    INFO(afterwards.out << afterwards.err);
    CHECK(afterwards.status == change.status_afterwards);
  }
}

TEST_CASE("a clock that jumps by days changes nothing") {
  Room room("solved");
  const fs::path library = room.path() / "jumps.so";
  room.write("jumps.c",
             "#include <sys/syscall.h>\n#include <sys/time.h>\n#include <time.h>\n#include <unistd.h>\n"
             "static long jump(void) { static long calls; return (++calls % 2 ? 3 : -3) * 86400; }\n"
             "int clock_gettime(clockid_t clock, struct timespec* now) {\n"
             "  int failed = syscall(SYS_clock_gettime, clock, now);\n"
             "  if (clock == CLOCK_REALTIME && !failed) now->tv_sec += jump();\n"
             "  return failed;\n"
             "}\n"
             "time_t time(time_t* now) {\n"
             "  struct timespec at;\n"
             "  clock_gettime(CLOCK_REALTIME, &at);\n"
             "  if (now) *now = at.tv_sec;\n"
             "  return at.tv_sec;\n"
             "}\n"
             "int gettimeofday(struct timeval* now, void* zone) {\n"
             "  (void)zone;\n"
             "  now->tv_sec = time(0);\n"
             "  now->tv_usec = 0;\n"
             "  return 0;\n"
             "}\n");
  const e2e::Invocation make{{"/usr/bin/g++", "-x", "c", "-shared", "-fPIC", "-o", library, "jumps.c"},
                             room.environment,
                             room.path(),
                             {}};
  REQUIRE(e2e::run(make).status == 0);
  room.environment["LD_PRELOAD"] = library;
  room.environment["ASAN_OPTIONS"] += ":verify_asan_link_order=0";
  room.edit("student/vectors/total.cpp", "#include",
            "// to be compiled: " + room.path().string() + "\n#include");
  const auto result = room.grader({"run", "-e", "total", "-e", "row_means", "--json", "results.json"});
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  const Json report = Json::parse(room.read("results.json"));
  for (const Json& exercise : report.at("exercises")) {
    CHECK(exercise.at("wall_s") >= 0);
    CHECK(exercise.at("wall_s") < 86400);
  }
}
