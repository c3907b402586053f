// The program on machines that lack something: every level of isolation on one machine, by
// tests/support/without.cpp.
#include <doctest/doctest.h>
#include <unistd.h>

#include "support.hpp"
#include "support/nobody.hpp"

using namespace grader;
using e2e::Room;

namespace {

/// A grader of a machine without some parts. What is compiled at one level is no other at another: the cache
/// is shared.
e2e::Result grade_without(const Room& room, const std::string& parts, std::vector<std::string> more = {}) {
  std::vector<std::string> words{GRADER_WITHOUT, parts,         GRADER_BINARY_DIR "/bin/grader",
                                 "--course",     "course",      "run",
                                 "--json",       "results.json"};
  words.insert(words.end(), more.begin(), more.end());
  return e2e::run({words, room.environment, room.path(), ""});
}

void check_level(const Room& room, const std::string& parts, const std::string& isolation) {
  CAPTURE(parts);
  // Without the quiz, whose text awaits review.
  const auto result = grade_without(room, parts, {"-e", "vectors/", "-e", "greet", "-e", "blend"});
  CAPTURE(result.out);
  CAPTURE(result.err);
  CHECK(result.status == 0);
  const auto report = nlohmann::json::parse(room.read("results.json"));
  CHECK(report.at("isolation").get<std::string>().starts_with(isolation));
  CHECK(report.at("score") == report.at("max_score"));
}

void require_root() {
  REQUIRE_MESSAGE(::geteuid() == 0, "only root can try every level: run this test as root");
}

}  // namespace

TEST_CASE("right solutions pass at every level that root can have") {
  require_root();
  Room room("solved");
  // Folders that another user may enter, as the compiler of level 1 must.
  e2e::fs::permissions(room.path(), e2e::fs::perms::others_exec, e2e::fs::perm_options::add);
  room.environment["XDG_CACHE_HOME"] = room.path() / "cache";
  check_level(room, "cgroup", "2 (namespaces, landlock, seccomp, unused uid, rlimits; cgroup refused: ");
  check_level(room, "cgroup,landlock",
              "2 (namespaces, seccomp, unused uid, rlimits; landlock refused: ENOSYS, ");
  check_level(room, "cgroup,namespaces", "1 (landlock, seccomp, unused uid, rlimits; cgroup refused: ");
}

TEST_CASE("right solutions pass at every level that other users can have") {
  require_root();
  Room room("solved");
  room.environment["XDG_CACHE_HOME"] = room.path() / "cache";
  test::give_to_nobody(room.path());
  check_level(room, "root", "2 (namespaces, landlock, seccomp, rlimits; cgroup refused: ");
  check_level(room, "root,landlock", "2 (namespaces, seccomp, rlimits; landlock refused: ENOSYS, ");
  check_level(room, "root,namespaces", "1 (landlock, seccomp, rlimits; cgroup refused: ");
}

TEST_CASE("without isolation nothing is run that is not trusted") {
  const Room room("solved");
  for (const char* parts : {"seccomp", "namespaces,landlock"}) {
    CAPTURE(parts);
    const auto refused = grade_without(room, parts, {"-e", "total"});
    CHECK(refused.status == 3);
    CHECK(refused.out == "");
    CHECK(refused.err.starts_with("grader: error: this machine offers no isolation: 0 ("));
    CHECK(
        refused.err.ends_with(")\n"
                              "  what was submitted could read and change whatever you can, so nothing was "
                              "compiled or run\n"
                              "  where it is your own, add --trust-submission\n"));
    CHECK_FALSE(room.has("results.json"));
    const auto trusted = grade_without(room, parts, {"-e", "total", "--trust-submission"});
    CHECK(trusted.status == 0);
    CHECK(trusted.out.find("Isolation 0 (clean environment, process groups, rlimits; ") != std::string::npos);
    e2e::fs::remove(room.path() / "results.json");
  }
}

TEST_CASE("where nothing can stay beside a command there is no isolation, and it is said why") {
  const Room room("solved");
  const auto result = grade_without(room, "execveat", {"-e", "total"});
  CAPTURE(result.err);
  CHECK(result.status == 3);
  CHECK(result.err.starts_with("grader: error: this machine offers no isolation: 0 ("));
  CHECK(result.err.find("execute an init process refused: EACCES") != std::string::npos);
  CHECK_FALSE(room.has("results.json"));
}

TEST_CASE("a level that is required and not there runs nothing") {
  const Room room("solved");
  const auto result = grade_without(room, "namespaces", {"--require-isolation", "2", "--trust-submission"});
  CHECK(result.status == 3);
  CHECK(result.out == "");
  CHECK(result.err.starts_with("grader: error: --require-isolation 2 asks for more than there is: 1 ("));
  CHECK_FALSE(room.has("results.json"));
}

TEST_CASE("what sanitizers find has its file and line") {
  const Room room("solved");
  room.write("student/vectors/total.cpp",
             "#include \"vectors/total.hpp\"\n"
             "#include <vector>\n"
             "double total(const Eigen::VectorXd& x) {\n"
             "  std::vector<double> parts(x.data(), x.data() + x.size());\n"
             "  double sum = 0;\n"
             "  for (std::size_t i = 0; i <= parts.size(); ++i) sum += parts.data()[i];\n"
             "  return sum;\n"
             "}\n");
  room.write("student/vectors/unit.cpp",
             "#include \"vectors/unit.hpp\"\n"
             "UnitResult unit(const Eigen::VectorXd& x) {\n"
             "  int largest = 2147483647;\n"
             "  for (Eigen::Index i = 0; i < x.size(); ++i) largest += 1;\n"
             "  return {x.norm() * largest, false};\n"
             "}\n");
  const auto result = room.grader({"run", "--sanitize", "--json", "results.json"});
  CHECK(result.status == 1);
  const auto report = nlohmann::json::parse(room.read("results.json"));
  CHECK(report.at("isolation").get<std::string>().find("namespaces not used with --sanitize") !=
        std::string::npos);
  const auto message = [&](const char* id) {
    return e2e::exercise_of(report, id).at("checks").at(0).at("message").get<std::string>();
  };
  CHECK(message("vectors/total") ==
        "heap-buffer-overflow, READ of size 8 (AddressSanitizer) at vectors/total.cpp:6");
  CHECK(message("vectors/unit").starts_with("signed integer overflow: "));
  CHECK(message("vectors/unit").ends_with(" (UndefinedBehaviorSanitizer) at vectors/unit.cpp:4:55"));
  // All types cross the border without an error of the harness's own.
  for (const auto& exercise : report.at("exercises"))
    if (exercise.at("id") != "vectors/total" && exercise.at("id") != "vectors/unit" &&
        exercise.at("id") != "vectors/normalized") {
      CAPTURE(exercise.dump(1));
      CHECK((exercise.at("status") == "pass" || exercise.at("status") == "review"));
    }
}

TEST_CASE("sanitizers need a compiler whose runtime starts no programs") {
  const Room room("solved");
  const auto result = room.grader({"run", "--sanitize", "--cxx", "clang++"});
  CHECK(result.status == 2);
  CHECK(result.err.starts_with("grader: error: --sanitize needs g++: "));
}
