#include <doctest/doctest.h>

#include <functional>
#include <random>

#include "support/machine_faults.hpp"
#include "support/orphans.hpp"

using namespace grader;
using e2e::OwnCache;
using e2e::Program;
using e2e::Room;
using std::chrono::duration;
using std::chrono::steady_clock;

namespace {

using Json = nlohmann::json;

constexpr const char* kJson = "results.json";
constexpr const char* kJUnit = "results.xml";

/// Kills graders that write their reports over older ones, which must stay complete.
class Killer {
 public:
  Killer(const Room& room, std::vector<std::string> exercises)
      : room_(room), exercises_(std::move(exercises)) {}

  std::vector<std::string> arguments(int seed) const {
    std::vector<std::string> words{"--course", "course", "run",     "--seed", std::to_string(seed),
                                   "--json",   kJson,    "--junit", kJUnit};
    words.insert(words.end(), exercises_.begin(), exercises_.end());
    return words;
  }

  /// A whole run, which passes. Returns how long it takes.
  duration<double> complete() {
    const auto start = steady_clock::now();
    const auto result = e2e::run(room_.invocation(arguments(++seed_)));
    INFO(result.out << result.err);
    REQUIRE(result.status == 0);
    check_reports("", "");
    return steady_clock::now() - start;
  }

  /// Starts a run and kills it when `moment` returns.
  template <class Moment>
  void kill(Moment moment) {
    const std::string json = room_.read(kJson);
    const std::string junit = room_.read(kJUnit);
    {
      Program grader(room_.invocation(arguments(++seed_)), Program::On::pipes);
      moment(grader);
      grader.send(SIGKILL);
      const auto result = grader.end();
      CHECK((result.status == 128 + SIGKILL || result.status == 0));
    }
    CHECK(e2e::nothing_is_left_running());
    check_reports(json, junit);
  }

 private:
  /// Each is the older one to the last byte, or that of the last run from beginning to end.
  void check_reports(const std::string& older_json, const std::string& older_junit) {
    const std::string json = room_.read(kJson);
    if (json != older_json) {
      const Json report = Json::parse(json, nullptr, false);
      REQUIRE_FALSE(report.is_discarded());
      CHECK(report.at("seed") == seed_);
      CHECK(report.at("interrupted") == false);
      CHECK(report.at("score") == report.at("max_score"));
      ++new_reports_;
    }
    const std::string junit = room_.read(kJUnit);
    if (junit == older_junit) return;
    CHECK(junit.starts_with("<?xml"));
    CHECK(junit.ends_with("</testsuites>\n"));
    CHECK(junit.find("name=\"seed\" value=\"" + std::to_string(seed_) + "\"") != std::string::npos);
  }

  const Room& room_;
  std::vector<std::string> exercises_;
  int seed_ = 1000;

 public:
  int new_reports_ = 0;
};

/// Kills `count` runs at moments spread evenly over the length of one.
void kill_at_random(Killer& killer, int count, duration<double> length,
                    const std::function<void()>& prepare) {
  std::mt19937 random(20240229);
  std::uniform_real_distribution<double> within(0, 1);
  for (int i = 0; i < count; ++i) {
    prepare();
    const duration<double> delay = length * ((i + within(random)) / count);
    killer.kill([&](Program&) { std::this_thread::sleep_for(delay); });
  }
}

}  // namespace

TEST_CASE("killing the grader at any moment leaves no process and no damaged file: nothing to compile") {
  constexpr int kKills = 190;
  constexpr int kInOneGo = 38;
  e2e::adopt_orphans();
  Room room("solved");
  const OwnCache cache(room);
  Killer killer(room, {"-e", "vectors/", "-e", "greet"});
  killer.complete();
  for (int i = 0; i < kKills; i += kInOneGo) {
    const auto length = killer.complete();
    kill_at_random(killer, kInOneGo, length, [] {});
  }
  killer.complete();
  CHECK(cache.boxes().empty());
}

TEST_CASE("killing the grader at any moment leaves no process and no damaged file: everything to compile") {
  constexpr int kKills = 10;
  e2e::adopt_orphans();
  Room room("solved");
  const OwnCache cache(room);
  Killer killer(room, {"-e", "total"});
  killer.complete();
  cache.make_cold();
  const auto length = killer.complete();
  int kills = 0;
  std::size_t most_boxes = 0;
  kill_at_random(killer, kKills, length, [&] {
    most_boxes = std::max(most_boxes, cache.boxes().size());
    // Every other one goes on with what the one before has left.
    if (kills++ % 2 == 0) cache.make_cold();
  });
  most_boxes = std::max(most_boxes, cache.boxes().size());
  killer.complete();
  CHECK(most_boxes > 0);
  CHECK(cache.boxes().empty());
}

TEST_CASE("killing the grader while it writes its reports leaves each as it was or complete") {
  constexpr int kKills = 40;
  constexpr int kMicroseconds = 4000;
  e2e::adopt_orphans();
  Room room("solved");
  Killer killer(room, {"-e", "total"});
  killer.complete();
  std::mt19937 random(20240301);
  std::uniform_int_distribution<int> within(0, kMicroseconds);
  for (int i = 0; i < kKills; ++i)
    killer.kill([&](Program& grader) {
      CHECK(grader.says("Score"));
      std::this_thread::sleep_for(std::chrono::microseconds(within(random)));
    });
  CHECK(killer.new_reports_ > 0);
}

TEST_CASE("killing the grader kills what its compiler has started") {
  constexpr long kTicks = 50;  // half a second of CPU time: it is busy with the endless source
  e2e::adopt_orphans();
  Room room("solved");
  room.write("student/vectors/total.cpp",
             "#include \"vectors/total.hpp\"\n"
             "constexpr int f(long n) { int s = 0; for (long i = 0; i < n; ++i) s ^= i; return s; }\n"
             "static_assert(f(1L << 60) == 1);\n"
             "double total(const Eigen::VectorXd& x) { return x.sum(); }\n");
  room.environment["XDG_CACHE_HOME"] = GRADER_TEST_CACHE "/xdg";
  auto invocation = room.invocation({"--course", "course", "run", "-e", "total"});
  SUBCASE("with all that this machine has") {}
  SUBCASE("without namespaces, which would end with the grader") {
    invocation.arguments.insert(invocation.arguments.begin(), {GRADER_WITHOUT, "cgroup,namespaces"});
  }
  Program grader(invocation, Program::On::pipes);
  const auto compiler = e2e::busy_descendant_of(grader.pid(), kTicks);
  REQUIRE(compiler.has_value());
  grader.send(SIGKILL);
  CHECK(grader.end().status == 128 + SIGKILL);
  // One that went on would end at its own limit, 60 s of CPU time.
  const auto used = [&] {
    const auto facts = e2e::facts_of(compiler->pid);
    return facts && facts->id == *compiler ? facts->used : 0;
  };
  CHECK(e2e::eventually([&] { return !e2e::is_alive(*compiler) || used() > 10 * kTicks; }));
  CHECK_FALSE(e2e::is_alive(*compiler));
  CHECK(e2e::nothing_is_left_running());
}
