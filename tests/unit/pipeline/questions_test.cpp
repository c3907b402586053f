#include <doctest/doctest.h>

#include "classroom.hpp"
#include "pipeline/audit.hpp"
#include "support/files.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"

using namespace grader;
using classroom::verdicts;
using classroom::write;

namespace {

constexpr const char* kSpec =
    "format_version: 1\ntitle: Quiz\npoints: 4\nstatement: Answer.\nkind: questions\nquestions:\n"
    "  - {id: which, prompt: \"Which?\", type: choice, options: {a: one, b: two}}\n"
    "  - {id: all, prompt: \"Which?\", type: choices, options: {a: one, b: two, c: three}}\n"
    "  - {id: many, prompt: \"How many?\", type: number, tolerance: {atol: 0.1}}\n"
    "  - {id: why, prompt: \"Why?\", type: text}\n";

constexpr const char* kKey =
    "which: {answer: b, explanation: {a: Not a., b: Yes b.}}\n"
    "all: {answer: [a, c], explanation: {a: Yes a., b: Not b., c: Yes c.}}\n"
    "many: {answer: 4, explanation: {2: Not 2.}}\n"
    "why: {answer: So.}\n";

/// A course whose one exercise asks questions.
struct Room {
  Room() {
    write(folder.path() / "exercises/course.yaml", "format_version: 1\ntitle: Test\ntopics: [a]\n");
    spec(kSpec);
    key(kKey);
  }
  void spec(const std::string& text) const { write(folder.path() / "exercises/a/quiz.yaml", text); }
  void key(const std::string& text) const { write(folder.path() / "reference/a/quiz.yaml", text); }

  model::ExerciseResult grade(const std::string& answers) {
    write(folder.path() / "student/a/quiz.yaml", answers);
    return grade();
  }
  model::ExerciseResult grade() {
    const auto course = course::Course::load(folder.path());
    return pipeline::grade(course, course.select({}), folder.path() / "student",
                           {machine.compiler, machine.processes}, {}, {}, {})
        .exercises.at(0);
  }
  model::ExerciseAudit audit() {
    const auto course = course::Course::load(folder.path());
    const pipeline::AuditServices services{[&](build::Mode) -> build::Compiler& { return machine.compiler; },
                                           machine.processes};
    return pipeline::audit(course, course.select({}), services, {3, 1}, {}, {}).at(0);
  }

  util::TemporaryDirectory folder{std::filesystem::temp_directory_path()};
  support::Machine machine;
};

std::string refusal(const Room& room) {
  const auto course = course::Course::load(room.folder.path());
  return test::replace_all(util::render(course.diagnostics()), room.folder.path().string() + "/", "");
}

}  // namespace

TEST_CASE("right answers get their points, and a text waits for its own") {
  Room room;
  const auto result = room.grade("which: b\nall: [c, a]\nmany: 4.05\nwhy: Because.\n");
  CHECK(verdicts(result) == "which=accepted all=accepted many=accepted why=needs_review ");
  CHECK(result.status == model::Status::review);
  CHECK(result.score == 3);
  CHECK(result.max_score == 4);
  CHECK(result.extension == ".yaml");
  CHECK(result.checks.at(3).answer == model::Answer("Because."));
  CHECK(result.checks.at(0).description == "Which?");
}

TEST_CASE("an untouched stub is to do, and so is a file that is missing") {
  Room room;
  CHECK(room.grade().status == model::Status::todo);
  CHECK(room.grade("which:\nall:\nmany:\nwhy:\n").status == model::Status::todo);
  CHECK(room.grade("").status == model::Status::todo);
}

TEST_CASE("what is left empty is to do while the rest counts") {
  Room room;
  const auto part = room.grade("which: b\n");
  CHECK(verdicts(part) == "which=accepted all=not_implemented many=not_implemented why=not_implemented ");
  CHECK(part.status == model::Status::todo);
  CHECK(part.score == 1);
  const auto wrong = room.grade("many: 2\nwhich: b\n");
  CHECK(wrong.status == model::Status::fail);
  CHECK(wrong.checks.at(2).message == "Not 2.");
}

TEST_CASE("a mistake costs its own answer only") {
  Room room;
  const auto result = room.grade("which: [b]\nall: [a, c]\nmany: four\nwhat: 1\n");
  CHECK(verdicts(result) == "which=rejected all=accepted many=rejected why=not_implemented ");
  CHECK(result.score == 1);
  const std::string file = (room.folder.path() / "student/a/quiz.yaml").string();
  CHECK(result.checks.at(0).message ==
        file +
            ":1:8: error: the answer to 'which' must be one option, found a list\n"
            "    which: [b]\n"
            "           ^\n"
            "  write one of a and b");
  CHECK(result.message == file +
                              ":4:1: error: there is no question 'what'\n"
                              "    what: 1\n"
                              "    ^\n"
                              "  the questions are which, all, many and why");
}

TEST_CASE("a file that is none is refused as a whole") {
  Room room;
  const auto file = room.folder.path() / "student/a/quiz.yaml";
  write(room.folder.path() / "elsewhere.yaml", "which: b\n");
  std::filesystem::create_directories(file.parent_path());
  std::filesystem::create_symlink(room.folder.path() / "elsewhere.yaml", file);
  const auto link = room.grade();
  CHECK(link.verdict == model::Verdict::rejected);
  CHECK(link.message == "a/quiz.yaml is a symbolic link; put the file itself in its place");
  std::filesystem::remove(file);
  CHECK(room.grade("which: b\n#" + std::string(1024 * 1024, 'x')).message ==
        "a/quiz.yaml is larger than 1 MiB");
  CHECK(room.grade(std::string("which: b\0", 9)).message ==
        "a/quiz.yaml holds NUL bytes; it is no text file");
  const auto list = room.grade("- b\n");
  CHECK(verdicts(list) == "which=rejected all=rejected many=rejected why=rejected ");
  CHECK(list.score == 0);
}

TEST_CASE("a good key audits clean") {
  Room room;
  const auto audit = room.audit();
  CHECK(audit.findings.empty());
  CHECK(audit.checks == 4);
  CHECK(audit.stub_fails == 4);
  REQUIRE(audit.questions);
  CHECK(audit.questions->key_passes);
  CHECK(audit.questions->for_review == 1);
  CHECK(audit.questions->wrong == 3);
  CHECK(audit.questions->explained == 3);
}

TEST_CASE("typical wrong numbers must not hide each other") {
  Room room;
  room.key(test::replace_all(kKey, "{2: Not 2.}", "{2: Not 2., 2.05: Not this.}"));
  const auto audit = room.audit();
  REQUIRE(audit.findings.size() == 1);
  CHECK(audit.findings[0] == "the number 2.05 of many gets the explanation of another: Not 2.");
  CHECK(audit.questions->explained == 3);
}

TEST_CASE("mistakes of a key are the course's") {
  Room room;
  room.key("which: {answer: b, explanation: {a: Not a.}}\n");
  CHECK(refusal(room) ==
        "reference/a/quiz.yaml: error: the question 'all' has no entry\n"
        "  add all: {answer: …, explanation: {…}}\n"
        "reference/a/quiz.yaml: error: the question 'many' has no entry\n"
        "  add many: {answer: …, explanation: {…}}\n"
        "reference/a/quiz.yaml: error: the question 'why' has no entry\n"
        "  add why: {answer: …, explanation: {…}}\n"
        "reference/a/quiz.yaml:1:33: error: the option 'b' of 'which' has no explanation\n"
        "    which: {answer: b, explanation: {a: Not a.}}\n"
        "                                    ^\n"
        "  whoever chooses it is told what is wrong, or right, about it\n");
  std::filesystem::remove(room.folder.path() / "reference/a/quiz.yaml");
  CHECK(refusal(room) ==
        "exercises/a/quiz.yaml:6:1: error: the key 'reference/a/quiz.yaml' is missing\n"
        "    questions:\n"
        "    ^\n"
        "  it holds the answer to every question, and an explanation of every option\n");
}

TEST_CASE("a function cannot use questions") {
  Room room;
  write(room.folder.path() / "exercises/a/half.yaml",
        "format_version: 1\ntitle: Half\nstatement: Half.\nuses: [quiz]\n"
        "function: {name: half, params: {x: float}, returns: float}\ncases:\n  - {id: a, input: {x: 1}}\n");
  write(room.folder.path() / "reference/a/half.cpp", "");
  CHECK(refusal(room) ==
        "exercises/a/half.yaml:4:8: error: 'a/quiz' asks questions; there is no function in it to use\n"
        "    uses: [quiz]\n"
        "           ^\n"
        "  leave it out\n");
}
