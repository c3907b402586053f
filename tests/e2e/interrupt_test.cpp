#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support/machine_faults.hpp"
#include "support/orphans.hpp"

using namespace grader;
using e2e::OwnCache;
using e2e::Program;
using e2e::Room;

namespace {

using Json = nlohmann::json;

constexpr long kTicks = 20;  // of CPU time: a compiler is at work

constexpr const char* kEndless =
    "#include \"vectors/total.hpp\"\n"
    "constexpr int f(long n) { int s = 0; for (long i = 0; i < n; ++i) s ^= i; return s; }\n"
    "static_assert(f(1L << 60) == 1);\n"
    "double total(const Eigen::VectorXd& x) { return x.sum(); }\n";

/// Starts a run, sends it a signal while a compiler is at work, and looks at what it says.
void check_interrupted_while_compiling(const Room& room, const OwnCache& cache, int signal) {
  e2e::adopt_orphans();
  room.write("results.json", "older");
  Program grader(room.invocation({"--course", "course", "run", "-e", "total", "-e", "outer", "--jobs", "1",
                                  "--json", "results.json"}),
                 Program::On::pipes);
  REQUIRE(e2e::busy_descendant_of(grader.pid(), kTicks).has_value());
  grader.send(signal);
  const auto result = grader.end();
  INFO(result.out << result.err);
  CHECK(result.status == 130);
  CHECK(result.out.find("Interrupted: not everything was graded.\n") != std::string::npos);
  const Json report = Json::parse(room.read("results.json"));
  CHECK(report.at("interrupted") == true);
  for (const char* id : {"vectors/total", "vectors/outer"}) {
    const Json exercise = e2e::exercise_of(report, id);
    CHECK(exercise.at("interrupted") == true);
    CHECK(exercise.at("verdict") == "grader_error");
  }
  CHECK(e2e::nothing_is_left_running());
  CHECK(cache.boxes().empty());
}

}  // namespace

TEST_CASE("Ctrl-C while the headers are precompiled gives a report that says so") {
  Room room("solved");
  const OwnCache cache(room, OwnCache::Header::none);
  check_interrupted_while_compiling(room, cache, SIGINT);
}

TEST_CASE("SIGTERM while a solution is compiled gives a report that says so") {
  Room room("solved");
  const OwnCache cache(room);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  room.write("student/vectors/total.cpp", kEndless);
  check_interrupted_while_compiling(room, cache, SIGTERM);
}

TEST_CASE("a second Ctrl-C ends at once, whatever the grader waits for") {
  Room room("solved");
  room.write("student/vectors/total.cpp", kEndless);
  REQUIRE(::mkfifo((room.path() / "results.json").c_str(), 0600) == 0);
  e2e::adopt_orphans();
  Program grader(room.invocation({"--course", "course", "run", "-e", "total", "--json", "results.json"}),
                 Program::On::pipes);
  REQUIRE(e2e::busy_descendant_of(grader.pid(), kTicks).has_value());
  grader.send(SIGINT);
  // From here on it waits for somebody to read its report, and nobody will.
  REQUIRE(grader.says("Interrupted: not everything was graded."));
  grader.send(SIGINT);
  CHECK(grader.end().status == 130);
  CHECK(e2e::nothing_is_left_running());
}
