#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "processes.hpp"
#include "support.hpp"

using namespace grader;
using e2e::Room;

namespace {

using Json = nlohmann::json;

std::string verdicts(const Json& exercise) {
  std::string text = exercise.at("verdict").get<std::string>() + ":";
  for (const Json& check : exercise.at("checks"))
    text += " " + check.at("id").get<std::string>() + "=" + check.at("verdict").get<std::string>();
  return text;
}

/// The submission whose row_means never ends, with limits that are beyond any test's patience.
struct EndlessRoom : Room {
  EndlessRoom() : Room("hostile") {
    edit("course/exercises/course.yaml", "exercise_time_s: 8", "exercise_time_s: 600");
    edit("course/exercises/course.yaml", "{time_s: 2", "{time_s: 600");
  }
  e2e::Program start(std::vector<std::string> more) const {
    more.insert(more.begin(), {"--course", "course", "run", "--jobs", "1"});
    return {invocation(more), e2e::Program::On::pipes};
  }
};

}  // namespace

TEST_CASE("every way to fail has its verdict, and costs only its own case") {
  Room room("hostile");
  room.edit("course/exercises/course.yaml", "time_s: 2", "time_s: 1");
  int status = 0;
  const Json report = e2e::graded(room, {}, status);
  CHECK(status == 1);
  const auto of = [&](const char* id) { return verdicts(e2e::exercise_of(report, id)); };
  CHECK(of("vectors/total") == "wrong_answer: example=wrong_answer random=wrong_answer");
  CHECK(of("vectors/row_means") == "time_limit: example=time_limit random=time_limit large=wrong_answer");
  // A hidden check says no more than that it failed.
  CHECK(of("vectors/outer") == "output_limit: example=output_limit random=output_limit");
  CHECK(of("vectors/unit") == "runtime_error: example=accepted one=runtime_error");
  CHECK(of("vectors/normalized") == "accepted: example=accepted random=accepted");
  CHECK(of("texts/greet") == "wrong_answer: example=wrong_answer loud=runtime_error nobody=runtime_error");
  CHECK(of("texts/blend") == "runtime_error: example=runtime_error random=runtime_error");
  // Two calls of a second each, not one for each of the 14 inputs.
  CHECK(e2e::exercise_of(report, "vectors/row_means").at("wall_s") < 4);
}

TEST_CASE("what an exercise calls and does not work is named") {
  const Room room("solved");
  const auto said = [&] { return e2e::normalized(room, room.grader({"run", "-e", "normalized"}).out); };
  e2e::fs::copy_file(e2e::kFixtures / "submissions/mixed/vectors/unit.cpp",
                     room.path() / "student/vectors/unit.cpp", e2e::fs::copy_options::overwrite_existing);
  CHECK(said().find("PASS  vectors/normalized") != std::string::npos);  // it never calls it as it fails

  e2e::fs::remove(room.path() / "student/vectors/unit.cpp");
  CHECK_GOLDEN("missing_prerequisite.txt", said());
  room.write("student/vectors/unit.cpp", "int main() { return }\n");
  CHECK_GOLDEN("broken_prerequisite.txt", said());
}

TEST_CASE("files that are no source are refused, and nothing waits for them") {
  const Room room("solved");
  const e2e::fs::path student = room.path() / "student";
  const auto replace = [&](const char* file) {
    e2e::fs::remove(student / file);
    return (student / file).string();
  };
  REQUIRE(::mkfifo(replace("vectors/total.cpp").c_str(), 0600) == 0);
  e2e::fs::create_symlink("/etc/passwd", replace("vectors/row_means.cpp"));
  util::write_file(replace("vectors/outer.cpp"), std::string_view("int x;\0", 7));
  util::write_file(replace("vectors/unit.cpp"), "//" + std::string(2 * 1024 * 1024, 'x') + "\n");
  e2e::fs::create_directory(replace("texts/greet.cpp"));
  e2e::fs::create_symlink("/etc/passwd", replace("texts/quiz.yaml"));
  const auto result = room.grader({"run", "--json", "results.json"});
  CHECK_GOLDEN("no_sources.txt", e2e::normalized(room, result.out));
  CHECK(result.status == 1);
  CHECK(result.out.find("root:") == std::string::npos);
}

TEST_CASE("a topic that is a link is not followed") {
  const Room room("solved");
  e2e::fs::rename(room.path() / "student/texts", room.path() / "elsewhere");
  e2e::fs::create_directory_symlink("../elsewhere", room.path() / "student/texts");
  int status = 0;
  const Json report = e2e::graded(room, {"-e", "greet"}, status);
  CHECK(status == 1);
  CHECK(e2e::exercise_of(report, "texts/greet").at("verdict") == "rejected");
}

TEST_CASE("Ctrl-C in an endless loop gives a report of what is known, and leaves nothing running") {
  const EndlessRoom room;
  e2e::Program grader =
      room.start({"-e", "total", "-e", "row_means", "-e", "outer", "--json", "results.json"});
  REQUIRE(grader.says("vectors/total"));
  const auto worker = e2e::endless_worker_of(grader.pid());
  REQUIRE(worker.has_value());
  grader.send(SIGINT);
  const auto result = grader.end();
  CHECK(result.status == 130);
  CHECK(result.out.find("Interrupted: not everything was graded.\n") != std::string::npos);
  const Json report = Json::parse(room.read("results.json"));
  CHECK(report.at("interrupted") == true);
  CHECK(e2e::exercise_of(report, "vectors/total").at("verdict") == "wrong_answer");
  const Json stopped = e2e::exercise_of(report, "vectors/row_means");
  CHECK(stopped.at("interrupted") == true);
  CHECK(stopped.at("status") == "error");
  CHECK(stopped.at("score") == 0);
  CHECK(e2e::eventually([&] { return !e2e::is_alive(*worker); }));
}

TEST_CASE("SIGTERM ends as Ctrl-C does") {
  const EndlessRoom room;
  e2e::Program grader = room.start({"-e", "row_means", "--junit", "results.xml"});
  const auto worker = e2e::endless_worker_of(grader.pid());
  REQUIRE(worker.has_value());
  grader.send(SIGTERM);
  CHECK(grader.end().status == 130);
  CHECK(room.read("results.xml").find("name=\"interrupted\" value=\"true\"") != std::string::npos);
  CHECK(e2e::eventually([&] { return !e2e::is_alive(*worker); }));
}

TEST_CASE("killing the grader kills what it runs") {
  const EndlessRoom room;
  e2e::Program grader = room.start({"-e", "row_means"});
  const auto worker = e2e::endless_worker_of(grader.pid());
  REQUIRE(worker.has_value());
  grader.send(SIGKILL);
  CHECK(grader.end().status == 128 + SIGKILL);
  CHECK(e2e::eventually([&] { return !e2e::is_alive(*worker); }));
}
