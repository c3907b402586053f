#include <doctest/doctest.h>
#include <signal.h>

#include "session.hpp"
#include "support.hpp"
#include "support/json_schema.hpp"

using namespace grader;
using e2e::Room;

namespace {

constexpr const char* kWrong = "quiet: c\nends: [a, d]\nmiddle: 3.5\nwhy:\n";
constexpr const char* kRight = "quiet: a\nends: [a, c]\nmiddle: 1.75\nwhy: Nobody is greeted.\n";

Room room_with(const std::string& answers) {
  Room room;
  room.write("student/texts/quiz.yaml", answers);
  return room;
}

/// Every report of a run in one text.
std::string reports_of(const Room& room) {
  const auto run = room.grader({"run", "-e", "quiz", "--github", "--json", "r.json", "--junit", "r.xml"});
  return run.out + run.err + room.read("r.json") + room.read("r.xml") + room.read("summary.md");
}

std::string awaiting(const Room& room) {
  room.grader({"run", "-e", "quiz", "--json", "r.json"});
  return room.read("r.json");
}

}  // namespace

TEST_CASE(
    "answers are judged one by one, and everything that can be wrong with a file is shown at its place") {
  Room room;
  e2e::Session session(room);
  for (const char* answers :
       {kWrong, kRight, "quiet: a\n", "ends: [c]\nmiddle: 2\n",
        "quiet: [a]\nends: a\nmiddle: \"1.75\"\nwhy: {because: of it}\nmidle: 1.75\nquiet: a\n",
        "quiet: A\nends: [a, e]\nmiddle: 1.75\nwhy: |\n  Nobody,\n  nothing.\n",
        "quiet: a\nends: [a, c\nmiddle: 1.75\n", "all of it\n", "quiet: \xff\nmiddle: 1.75\n", ""}) {
    room.write("student/texts/quiz.yaml", answers);
    session.file("student/texts/quiz.yaml").grader({"run", "-e", "quiz"});
  }
  CHECK_GOLDEN("questions.txt", session.text());
}

TEST_CASE("the stub, what is asked, a hint, the audit, and what there is not") {
  Room room;
  e2e::Session session(room);
  session.grader({"init", "student"}).file("student/texts/quiz.yaml");
  session.grader({"run", "-e", "quiz"}).grader({"show", "quiz"}).grader({"show", "quiz", "--json"});
  session.grader({"hint", "quiz"}).grader({"list", "quiz"}).grader({"validate", "quiz"});
  session.grader({"audit", "quiz"}).grader({"eval", "quiz", "--case", "quiet"});
  session.grader({"debug", "quiz", "--case", "quiet"});
  room.write("student/texts/quiz.yaml", "quiet: a\n");
  session.grader({"list", "quiz"}).grader({"reset", "quiz"}).grader({"list", "quiz"});
  session.file("student/texts/quiz.yaml.bak");
  CHECK_GOLDEN("questions_commands.txt", session.text());
}

TEST_CASE("no report of a wrong answer holds what is right") {
  Room room = room_with(kWrong);
  room.environment["GITHUB_STEP_SUMMARY"] = (room.path() / "summary.md").string();
  const std::string reports = reports_of(room);
  CHECK(reports.find("That is the sum; the middle is half of it.") != std::string::npos);
  for (const char* secret :
       {"1.75", "Without raising its voice", "It ends a calm sentence", "It ends a loud one",
        "One greeting for each of no names", "as good a list as any", "explanation"})
    CHECK_MESSAGE(reports.find(secret) == std::string::npos, secret);
}

TEST_CASE("a run with something to review ends with 1, its file follows the schema, and marking settles it") {
  Room room = room_with(kRight);
  const std::string before = awaiting(room);
  const test::JsonSchema schema(
      nlohmann::json::parse(test::read_file(test::source_dir() / "schemas/results.schema.json")));
  CHECK(schema.mistakes(nlohmann::json::parse(before)).empty());
  e2e::Session session(room);
  session.grader({"run", "-e", "quiz"}).grader({"mark", "r.json"});
  CHECK(room.read("r.json") == before);
  session.grader({"mark", "r.json", "--points", "texts/quiz/why=1.5", "--comment", "Half of it."});
  session.grader({"mark", "r.json"});
  CHECK(schema.mistakes(nlohmann::json::parse(room.read("r.json"))).empty());
  session.grader({"mark", "r.json", "--points", "texts/quiz/why=2"}).grader({"mark", "r.json"});
  CHECK_GOLDEN("mark.txt", session.text());
  const auto report = nlohmann::json::parse(room.read("r.json"));
  CHECK(report.at("score") == 6.0);
  CHECK(report.at("exercises").at(0).at("status") == "pass");
  for (const auto& entry : std::filesystem::directory_iterator(room.path()))
    CHECK(entry.path().filename().string().find(".tmp") == std::string::npos);
}

TEST_CASE("on a terminal each text is shown beside the key's, and its points are asked for") {
  Room room = room_with(kRight);
  awaiting(room);
  room.environment["TERM"] = "xterm";
  e2e::Program mark(room.invocation({"--course", "course", "mark", "r.json"}), e2e::Program::On::terminal);
  REQUIRE(mark.says("Points, 0 to 2 (s skips, q ends): "));
  for (const char* part : {"texts/quiz/why", "Why is a greeting for nobody", "Nobody is greeted.",
                           "Model answer", "a list of none is as good a list as any"})
    CHECK_MESSAGE(mark.out().find(part) != std::string::npos, part);
  mark.type("0.5\n");
  const auto result = mark.end();
  CHECK(result.status == 0);
  CHECK(result.out.find("Nothing awaits review; score 4.5 / 6") != std::string::npos);
  CHECK(nlohmann::json::parse(room.read("r.json")).at("score") == 4.5);
}

TEST_CASE("watch judges answers when they are saved") {
  const Room room = room_with("quiet:\n");
  e2e::Program watch(room.invocation({"--course", "course", "watch", "-e", "quiz"}), e2e::Program::On::pipes);
  constexpr const char* kWaiting = "Waiting for a file to be saved; Ctrl-C ends.\n";
  REQUIRE(watch.says(kWaiting));
  CHECK(watch.out().find("TODO  texts/quiz") != std::string::npos);
  const std::size_t seen = watch.out().size();
  room.write("student/texts/quiz.yaml", kWrong);
  REQUIRE(watch.says(kWaiting, seen));
  CHECK(watch.out().substr(seen).find("That is the sum; the middle is half of it.") != std::string::npos);
  watch.send(SIGTERM);
  CHECK(watch.end().status == 130);
}

TEST_CASE("what cannot be marked") {
  Room room = room_with(kRight);
  const std::string before = awaiting(room);
  e2e::Session session(room);
  session.grader({"mark"}).grader({"mark", "nothing.json"}).grader({"mark", "course/exercises/course.yaml"});
  room.write("other.json", "{\"format_version\": 1, \"score\": 1, \"max_score\": 1}\n");
  session.grader({"mark", "other.json"});
  for (const char* points :
       {"texts/quiz/whi=1", "texts/quiz/quiet=1", "texts/quiz/why=3", "texts/quiz/why=-1",
        "texts/quiz/why=nan", "texts/quiz/why=", "texts/quiz/why", "=1"})
    session.grader({"mark", "r.json", "--points", points});
  session.grader({"mark", "r.json", "--points", "texts/quiz/why=1", "--points", "nobody=1"});
  CHECK_GOLDEN("mark_mistakes.txt", session.text());
  CHECK(room.read("r.json") == before);
}

TEST_CASE("new writes questions that validate and audit at once") {
  Room room;
  e2e::Session session(room);
  session.grader({"new", "texts/made", "--questions", "--title", "Made: \"now\""});
  session.file("course/exercises/texts/made.yaml").file("course/reference/texts/made.yaml");
  session.file("course/student/texts/made.yaml");
  session.grader({"validate", "made"})
      .grader({"audit", "made"})
      .grader({"run", "course/student", "-e", "made"});
  session.grader({"new", "texts/made", "--questions"}).grader({"new", "texts/both"});
  session.grader({"new", "texts/both", "--questions", "--signature", "float f(x: float)"});
  CHECK_GOLDEN("new_questions.txt", session.text());
}

TEST_CASE("mistakes of a key are shown where they are, and keep the exercise from being graded") {
  Room room = room_with(kRight);
  room.edit("course/reference/texts/quiz.yaml", "answer: [a, c]", "answer: [a, x]");
  room.edit("course/reference/texts/quiz.yaml", "    b: That is how somebody greets who is loud.\n", "");
  e2e::Session session(room);
  session.grader({"validate", "quiz"}).grader({"run", "-e", "quiz"});
  std::filesystem::remove(room.path() / "course/reference/texts/quiz.yaml");
  session.grader({"validate", "quiz"});
  CHECK_GOLDEN("key_mistakes.txt", session.text());
}
