#include "pipeline/grade.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "classroom.hpp"
#include "course/course.hpp"
#include "pipeline/implementation.hpp"
#include "support/machine.hpp"
#include "util/error.hpp"

using namespace grader;
using classroom::Classroom;
using classroom::verdicts;
using classroom::write;
namespace fs = std::filesystem;

namespace {

class BrokenCompiler : public build::Compiler {
 public:
  build::BuildResult build(const build::Program&, std::stop_token) override {
    throw util::GraderError("no space left");
  }
  build::BuiltVariants build(const build::Variants&, std::stop_token) override { return {}; }
};

}  // namespace

TEST_CASE("a hidden check shows that it failed and nothing else") {
  Classroom room;
  const auto result = room.grade(
      "std::cout << \"x is \" << x << '\\n'; if (x == 2) throw std::runtime_error(\"x was 2\"); return x / "
      "2;");
  CHECK(verdicts(result) == "one=accepted two=wrong_answer three=accepted ");
  CHECK(result.checks[1].message.empty());
  CHECK_FALSE(result.checks[1].counterexample.has_value());
  CHECK(result.output == "x is 1\nx is 3\n");
  CHECK(result.score == 2);
  CHECK(result.status == model::Status::fail);
}

TEST_CASE("why code cannot run is no secret of its hidden checks") {
  Classroom room;
  const auto result = room.grade("return x / 2");
  CHECK(result.verdict == model::Verdict::compile_error);
  CHECK(verdicts(result) == "compile=compile_error one=compile_error two=compile_error three=compile_error ");
  CHECK(result.checks[2].message.empty());
  CHECK(result.checks[2].inputs == 0);
  CHECK(result.score == 0);
}

TEST_CASE("after two time limits the rest is not run") {
  Classroom room;
  room.spec("  - {id: random, generate: {count: 40, x: {normal: {}}}}\n  - {id: last, input: {x: 1}}\n");
  const auto result = room.grade("while (true) ::usleep(100);");
  CHECK(verdicts(result) == "random=time_limit last=time_limit ");
  CHECK(result.checks[0].failed_inputs == 2);
  CHECK(result.checks[0].skipped_inputs == 38);
  CHECK(result.checks[1].message == "not run: after 2 such failures");
  CHECK(result.wall_s < 10);
}

TEST_CASE("after five crashes the rest is not run") {
  Classroom room;
  room.spec("  - {id: random, generate: {count: 40, x: {normal: {}}}}\n");
  const auto result = room.grade("std::abort();");
  CHECK(result.checks[0].verdict == model::Verdict::runtime_error);
  CHECK(result.checks[0].failed_inputs == 5);
  CHECK(result.checks[0].skipped_inputs == 35);
}

TEST_CASE("an exception costs its input alone, however often it comes") {
  Classroom room;
  room.spec("  - {id: random, generate: {count: 40, x: {normal: {}}}}\n  - {id: last, input: {x: 1}}\n");
  const auto result = room.grade("if (x != 1) throw 1; return x / 2;");
  CHECK(verdicts(result) == "random=runtime_error last=accepted ");
  CHECK(result.checks[0].failed_inputs == 40);
}

TEST_CASE("all checks together have a limit too") {
  Classroom room;
  room.spec("  - {id: random, generate: {count: 40, x: {normal: {}}}}\n", "time_s: 1, exercise_time_s: 1");
  const auto result = room.grade("::usleep(300000); return x / 2;");
  CHECK(result.checks[0].verdict == model::Verdict::time_limit);
  CHECK(result.checks[0].message == "not run: the 1 s for all checks together are used up");
  CHECK(result.score == 0);
}

TEST_CASE("what is the grader's or the instructor's fault is never the student's") {
  Classroom room;
  SUBCASE("a reference that throws") { room.reference("throw std::runtime_error(\"oops\");"); }
  SUBCASE("a reference that does not compile") { room.reference("return x / 2"); }
  SUBCASE("a reference that is not finite") { room.reference("return std::nan(\"\");"); }
  SUBCASE("a reference that never ends") {
    room.reference("volatile bool on = true; while (on) {} return x;");
  }
  SUBCASE("a reference that contradicts the specification") {
    room.spec("  - {id: one, input: {x: 1}, expected: 7}\n");
  }
  const auto result = room.grade("return x / 2;");
  CHECK(result.verdict == model::Verdict::grader_error);
  CHECK(result.status == model::Status::error);
  CHECK_FALSE(result.message.empty());
}

TEST_CASE("a compiler that cannot work is a grader error with its reason") {
  Classroom room;
  write(room.folder.path() / "student/a/half.cpp", "double half(double x) { return x / 2; }\n");
  BrokenCompiler compiler;
  const auto result = room.grade(compiler);
  CHECK(result.verdict == model::Verdict::grader_error);
  CHECK(result.message == "no space left");
}

TEST_CASE("files that are no plain source are refused and never followed") {
  Classroom room;
  const auto file = room.folder.path() / "student/a/half.cpp";
  fs::create_directories(file.parent_path());
  const auto solution = room.folder.path() / "reference/a/half.cpp";
  std::string why;
  SUBCASE("a symbolic link") {
    fs::create_symlink(solution, file);
    why = "a/half.cpp is a symbolic link; put the file itself in its place";
  }
  SUBCASE("a linked folder") {
    fs::remove(file.parent_path());
    fs::create_directory_symlink(solution.parent_path(), file.parent_path());
    why = "a/half.cpp is behind 'a', which is a symbolic link; put a directory in its place";
  }
  SUBCASE("a FIFO") {
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    why = "a/half.cpp is a named pipe (FIFO); put a file in its place";
  }
  SUBCASE("a folder") {
    fs::create_directory(file);
    why = "a/half.cpp is a directory; put a file in its place";
  }
  SUBCASE("NUL bytes") {
    write(file, std::string("double half(double x) { return x / 2; }\0", 40));
    why = "a/half.cpp holds NUL bytes; it is no text file";
  }
  SUBCASE("too large") {
    write(file, std::string(2 << 20, ' '));
    why = "a/half.cpp is larger than 1 MiB";
  }
  const auto result = room.grade();
  CHECK(result.verdict == model::Verdict::rejected);
  CHECK(result.message == why);
}

TEST_CASE("a missing file is to do") {
  Classroom room;
  fs::create_directories(room.folder.path() / "student");
  const auto result = room.grade();
  CHECK(result.status == model::Status::todo);
  CHECK(result.message == "a/half.cpp is missing; 'grader reset a/half' puts the stub there");
}

TEST_CASE("a solution that still throws NotImplemented is to do") {
  Classroom room;
  CHECK(room.grade("double unused = x; grader::todo();").status == model::Status::todo);
}

TEST_CASE("all or nothing") {
  Classroom room;
  const std::string cases = "  - {id: one, input: {x: 1}}\n  - {id: two, input: {x: 2}}\n";
  room.spec(cases);
  CHECK(room.grade("return x == 1 ? 0.5 : 0;").score == 1.5);
  room.spec(cases + "scoring: all_or_nothing\n");
  CHECK(room.grade("return x == 1 ? 0.5 : 0;").score == 0);
  CHECK(room.grade("return x / 2;").score == 3);
}

TEST_CASE("the seed changes the inputs") {
  Classroom room;
  room.spec("  - {id: random, generate: {count: 2, x: {normal: {}}}}\n");
  const auto course = course::Course::load(room.folder.path());
  const model::Exercise& exercise = course.at("a/half");
  CHECK(pipeline::case_input(exercise, "random#1", 1) == pipeline::case_input(exercise, "random#1", 1));
  CHECK_FALSE(pipeline::case_input(exercise, "random#1", 1) == pipeline::case_input(exercise, "random#1", 2));
  CHECK_THROWS_WITH_AS(
      pipeline::case_input(exercise, "randon#1", 1),
      "a/half has no case 'randon#1'; did you mean 'random#0'?\nIts cases are\n  random#0 to random#1",
      util::UsageError);
  CHECK_THROWS_AS(pipeline::case_input(exercise, "random#2", 1), util::UsageError);
}

TEST_CASE("who answers slowly when a failure is made small has used up the exercise's time") {
  Classroom room;
  write(room.folder.path() / "exercises/a/half.yaml",
        "format_version: 1\ntitle: Half\nstatement: Half.\nlimits: {time_s: 1, exercise_time_s: 1}\n"
        "function: {name: half, params: {x: \"float[N]\"}, returns: \"float[N]\"}\ncases:\n"
        "  - {id: zeros, generate: {count: 1, dims: {N: 200}, x: 0}}\nproperties:\n"
        "  - {id: slope, description: Half of it, check: \"fd(sum(f()), x) ~= 0.5 * ones(N)\"}\n");
  write(room.folder.path() / "reference/a/half.cpp",
        "#include \"a/half.hpp\"\nEigen::VectorXd half(const Eigen::VectorXd& x) { return x / 2; }\n");
  // A process that is first asked for zeros is for the cases, where it is asked for nothing else, or for
  // making failures small.
  write(room.folder.path() / "student/a/half.cpp",
        "#include \"a/half.hpp\"\n#include <unistd.h>\nEigen::VectorXd half(const Eigen::VectorXd& x) {\n"
        "  static const bool first_zeros = x.isZero(0);\n  static int calls = 0;\n"
        "  if (first_zeros && calls++ > 0) ::usleep(100000);\n  return 0.6 * x;\n}\n");
  const auto start = std::chrono::steady_clock::now();
  const auto result = room.grade();
  CHECK(verdicts(result) == "zeros=accepted slope=property_violated ");
  // 400 calls of 0.1 s each would be 40 s.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(25));
}

TEST_CASE("results are not kept without end") {
  Classroom room;
  write(room.folder.path() / "exercises/a/half.yaml",
        "format_version: 1\ntitle: Half\nstatement: Half.\nlimits: {time_s: 20, exercise_time_s: 60}\n"
        "function: {name: half, params: {x: float}, returns: string}\ncompare: none\ncases:\n"
        "  - {id: random, generate: {count: 10, x: {normal: {}}}}\n");
  write(room.folder.path() / "reference/a/half.cpp",
        "#include \"a/half.hpp\"\nstd::string half(double) { return {}; }\n");
  write(room.folder.path() / "student/a/half.cpp",
        "#include \"a/half.hpp\"\nstd::string half(double) { return std::string(100 << 20, 'x'); }\n");
  const auto result = room.grade();
  CHECK(verdicts(result) == "random=memory_limit ");
  CHECK(result.checks[0].message ==
        "the results of all inputs together take more than the 256 MiB that they may");
}
