#include <doctest/doctest.h>

#include "support.hpp"
#include "support/json_schema.hpp"

using namespace grader;
using e2e::Room;

namespace {

std::vector<std::string> schema_mistakes(const nlohmann::json& report) {
  const auto schema = test::read_file(test::source_dir() / "schemas/results.schema.json");
  return test::JsonSchema(nlohmann::json::parse(schema)).mistakes(report);
}

/// What xmllint has against a JUnit file; empty where it is valid.
std::string junit_mistakes(const Room& room, const std::string& file) {
  const auto schema = (test::source_dir() / "tests/data/junit.xsd").string();
  const auto result = e2e::run(
      {{"/usr/bin/xmllint", "--noout", "--schema", schema, file}, room.environment, room.path(), {}});
  return result.status == 0 ? "" : result.err;
}

/// A submission that crashes, loops, floods, leaves and forges, with limits that make it quick.
struct HostileRoom : Room {
  HostileRoom() : Room("hostile") {
    edit("course/exercises/course.yaml", "time_s: 2", "time_s: 1");
    edit("course/exercises/course.yaml", "output_kib: 16", "output_kib: 2");
  }
};

/// Grades with every report there is and compares each of them whole.
void check_reports(Room& room, const std::string& name) {
  room.environment["GITHUB_STEP_SUMMARY"] = room.path() / "summary.md";
  room.write("summary.md", "What another step wrote.\n");
  const auto result = room.grader({"run", "--json", "out/results.json", "--junit", "junit.xml", "--github"});
  CHECK(result.status == 1);
  CHECK(result.err == "");
  CHECK_GOLDEN(name + ".github.txt", e2e::normalized(room, result.out));
  CHECK_GOLDEN(name + ".summary.md", e2e::normalized(room, room.read("summary.md")));
  CHECK_GOLDEN(name + ".json", e2e::normalized(room, room.read("out/results.json")));
  CHECK_GOLDEN(name + ".junit.xml", e2e::normalized(room, room.read("junit.xml")));
  CHECK(schema_mistakes(nlohmann::json::parse(room.read("out/results.json"))).empty());
  CHECK(junit_mistakes(room, "junit.xml") == "");
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("all reports of a submission with something of everything") {
  Room room("mixed");
  check_reports(room, "mixed");
}

TEST_CASE("all reports of hostile code") {
  HostileRoom room;
  check_reports(room, "hostile");
}

TEST_CASE("GitHub's runner takes nothing for a command that submitted code printed or threw") {
  const HostileRoom room;
  const auto result = room.grader({"run", "-e", "total", "-e", "blend", "--github"});
  const auto lines = lines_of(result.out);
  const std::string start = "::stop-commands::";
  REQUIRE(lines.front().starts_with(start));
  const std::string token = lines.front().substr(start.size());
  CHECK(token.size() == 32);
  const auto end = std::find(lines.begin(), lines.end(), "::" + token + "::");
  REQUIRE(end != lines.end());
  // What was printed is there, and within the fence; behind it there are the annotations, one line each.
  CHECK(std::any_of(lines.begin(), end, [](const auto& line) { return line.find("::error") != line.npos; }));
  CHECK(std::distance(end, lines.end()) == 3);
  for (auto line = end + 1; line != lines.end(); ++line) CHECK(line->starts_with("::error file=student/"));
  // The text of blend's exception had a percent sign, an end of line and a warning.
  CHECK(lines.back().find("::error::%250A \\xff]]>%0A") != std::string::npos);
  CHECK(std::count(result.out.begin(), result.out.end(), '\r') == 0);
  CHECK(std::count(result.out.begin(), result.out.end(), '\x1b') == 0);

  const auto other = lines_of(room.grader({"run", "-e", "total", "--github"}).out);
  CHECK(other.front() != lines.front());  // nobody can guess the token
}

TEST_CASE("GitHub Actions is recognised by its variable") {
  Room room("mixed");
  room.environment["GITHUB_ACTIONS"] = "true";
  CHECK(room.grader({"run", "-e", "total"}).out.starts_with("::stop-commands::"));
  room.environment["GITHUB_ACTIONS"] = "";
  CHECK(room.grader({"run", "-e", "total"}).out.starts_with("Grading "));
}

TEST_CASE("a report on standard output is alone there") {
  const Room room("mixed");
  const auto json = room.grader({"run", "-e", "texts/", "--json", "-"});
  CHECK(json.status == 1);
  CHECK(schema_mistakes(nlohmann::json::parse(json.out)).empty());
  CHECK(json.err.starts_with("Grading student: 3 exercises, seed 1\n"));
  CHECK_FALSE(room.has("-"));
  const auto junit = room.grader({"run", "-e", "texts/", "--junit", "-"});
  room.write("junit.xml", junit.out);
  CHECK(junit_mistakes(room, "junit.xml") == "");
  CHECK(junit.err.starts_with("Grading student: 3 exercises, seed 1\n"));
}

TEST_CASE("all reports name the same seed and isolation") {
  const Room room("solved");
  const auto result = room.grader(
      {"run", "-e", "total", "--seed", "18446744073709551615", "--json", "r.json", "--junit", "r.xml"});
  CHECK(result.status == 0);
  const auto report = nlohmann::json::parse(room.read("r.json"));
  const std::string isolation = report.at("isolation");
  CHECK(report.at("seed") == 18446744073709551615U);
  CHECK(result.out.find("seed 18446744073709551615\nIsolation " + isolation + "\n") != std::string::npos);
  const std::string xml = room.read("r.xml");
  CHECK(xml.find("name=\"seed\" value=\"18446744073709551615\"") != std::string::npos);
  CHECK(xml.find("name=\"isolation\" value=\"" + isolation + "\"") != std::string::npos);
}

TEST_CASE("a report that cannot be written is the grader's failure, with the path") {
  const Room room("solved");
  e2e::fs::create_directories(room.path() / "folder");
  const auto written_to = [&](const std::string& file) {
    const auto result = room.grader({"run", "-e", "total", "--json", file, "--junit", "kept.xml"});
    CHECK(result.status == 3);
    CHECK(result.out.find("Everything passed.") != std::string::npos);
    CHECK(room.has("kept.xml"));  // the others are written
    return result.err;
  };
  CHECK(written_to("folder") == "grader: error: cannot write folder: Is a directory\n");
  CHECK(written_to("/dev/full") == "grader: error: cannot write /dev/full: No space left on device\n");
  CHECK(written_to("kept.xml/r.json").find("kept.xml") != std::string::npos);
}

TEST_CASE("standard output that cannot be written is not a success") {
  const Room room("solved");
  const auto full =
      e2e::run({{"/bin/sh", "-c", GRADER_BINARY_DIR "/bin/grader --course course run -e total > /dev/full"},
                room.environment,
                room.path(),
                {}});
  CHECK(full.status == 3);
  CHECK(full.err == "grader: error: cannot write standard output\n");
}

TEST_CASE("a report replaces what a link points to and leaves no half a file") {
  const Room room("solved");
  room.write("real.json", "old");
  e2e::fs::create_symlink("real.json", room.path() / "link.json");
  CHECK(room.grader({"run", "-e", "total", "--json", "link.json"}).status == 0);
  CHECK(e2e::fs::is_symlink(room.path() / "link.json"));
  CHECK(nlohmann::json::parse(room.read("real.json")).at("score") == 1);
  const std::ptrdiff_t files = std::distance(e2e::fs::directory_iterator(room.path()), {});
  CHECK(room.grader({"run", "-e", "total", "--json", "link.json"}).status == 0);
  CHECK(std::distance(e2e::fs::directory_iterator(room.path()), {}) == files);
}
