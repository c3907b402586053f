#include <doctest/doctest.h>

#include <set>

#include "classroom.hpp"
#include "pipeline/grade.hpp"
#include "pipeline/records.hpp"
#include "support/files.hpp"

using namespace grader;
using classroom::write;
namespace fs = std::filesystem;

namespace {

/// The real compiler, and what it was asked for.
class Counting : public build::Compiler {
 public:
  explicit Counting(build::Compiler& compiler) : compiler_(compiler) {}
  void prepare(int jobs, std::stop_token /*stop*/) override {
    const std::lock_guard lock(mutex_);
    prepared_for.push_back(jobs);
    fingerprints_before += fingerprints_;
  }
  build::BuildResult build(const build::Program& program, std::stop_token stop) override {
    const std::lock_guard lock(mutex_);
    sources.insert(program.solution.source);
    return compiler_.build(program, stop);
  }
  build::BuiltVariants build(const build::Variants& variants, std::stop_token stop) override {
    return compiler_.build(variants, stop);
  }
  std::string fingerprint(std::stop_token stop) override {
    {
      const std::lock_guard lock(mutex_);
      ++fingerprints_;
    }
    return compiler_.fingerprint(stop) + flags;
  }

  std::multiset<std::string> sources;
  std::vector<int> prepared_for;  // jobs, each time
  int fingerprints_before = 0;    // that were asked for, each of which waits for the precompiled header
  std::string flags;              // as if they had changed

 private:
  build::Compiler& compiler_;
  std::mutex mutex_;
  int fingerprints_ = 0;
};

/// Two exercises, of which one uses the other, in a course and with a cache of their own.
struct School {
  School() {
    write(path("exercises/course.yaml"), "format_version: 1\ntitle: Test\ntopics: [a]\n");
    spec("half", "");
    spec("quarter", "uses: [half]\n");
    write(path("reference/a/half.cpp"), "#include \"a/half.hpp\"\ndouble half(double x) { return x / 2; }\n");
    write(path("reference/a/quarter.cpp"),
          "#include \"a/quarter.hpp\"\ndouble quarter(double x) { return half(half(x)); }\n");
    write(path("student/a/half.cpp"), "#include \"a/half.hpp\"\ndouble half(double x) { return 0.5 * x; }\n");
    write(path("student/a/quarter.cpp"),
          "#include \"a/quarter.hpp\"\ndouble quarter(double x) { return half(x) / 2; }\n");
  }
  fs::path path(const fs::path& file) const { return folder.path() / file; }
  void spec(const std::string& name, const std::string& more) const {
    write(path("exercises/a/" + name + ".yaml"),
          "format_version: 1\ntitle: T\nstatement: S.\n" + more + "limits: {time_s: 1}\nfunction: {name: " +
              name + ", params: {x: float}, returns: float}\ncases:\n  - {id: one, input: {x: 1}}\n" +
              "  - {id: random, generate: {count: 5, x: {normal: {}}}}\n");
  }
  /// The results as records, and how much was built for them.
  std::vector<std::string> grade() {
    counting.sources.clear();
    const auto course = course::Course::load(folder.path());
    const pipeline::Services services{counting, machine.processes, nullptr, &cache};
    const auto report =
        pipeline::grade(course, course.select({}), path("student"), services, options, {}, {});
    std::vector<std::string> records;
    for (const model::ExerciseResult& result : report.exercises)
      records.push_back(pipeline::to_record(result));
    passed = report.score == report.max_score;
    return records;
  }
  bool built(const fs::path& file) const { return counting.sources.count(test::read_file(path(file))) > 0; }

  util::TemporaryDirectory folder{fs::temp_directory_path()};
  support::Machine machine;
  build::Cache cache{path("cache")};
  Counting counting{machine.compiler};
  pipeline::GradeOptions options;
  bool passed = false;
};

}  // namespace

TEST_CASE("the compiler is prepared once, before anything waits for it, and not where nothing was begun") {
  School school;
  school.options.jobs = 2;
  school.grade();
  CHECK(school.counting.prepared_for == std::vector{2});
  CHECK(school.counting.fingerprints_before == 0);
  for (const char* name : {"half", "quarter"})
    fs::remove(school.path("student/a/" + std::string(name) + ".cpp"));
  school.grade();
  CHECK(school.counting.prepared_for.size() == 1);
}

TEST_CASE("what did not change is not graded again") {
  School school;
  const auto first = school.grade();
  CHECK(school.passed);
  CHECK(school.built("student/a/half.cpp"));
  CHECK(school.built("reference/a/quarter.cpp"));
  // With every digit of the times: it is the result of the first time.
  CHECK(school.grade() == first);
  CHECK(school.counting.sources.empty());

  SUBCASE("but for what asks for it") {
    school.options.earlier = pipeline::EarlierResults::ignored;
    school.grade();
    CHECK(school.built("student/a/half.cpp"));
    CHECK(school.built("reference/a/half.cpp"));
  }
  SUBCASE("whatever became of the cache's files") {
    for (const auto& entry : fs::recursive_directory_iterator(school.path("cache")))
      if (entry.is_regular_file() && entry.path().extension() != ".sum" &&
          entry.path().filename() != "secret")
        write(entry.path(), test::read_file(entry.path()) + "x");
    school.grade();
    CHECK(school.passed);
    CHECK(school.built("student/a/half.cpp"));
    CHECK(school.built("reference/a/half.cpp"));
  }
}

TEST_CASE("whatever a result depends on makes it be found out again") {
  School school;
  school.grade();
  const auto changed = [&](const fs::path& file) {
    write(school.path(file),
          test::read_file(school.path(file)) + (file.extension() == ".cpp" ? "//\n" : "#\n"));
    school.grade();
    CHECK(school.passed);
  };
  SUBCASE("the solution, and not that of another") {
    changed("student/a/quarter.cpp");
    CHECK(school.built("student/a/quarter.cpp"));
    CHECK_FALSE(school.built("student/a/half.cpp"));
    // Its answers are remembered.
    CHECK_FALSE(school.built("reference/a/quarter.cpp"));
  }
  SUBCASE("a solution that another uses") {
    changed("student/a/half.cpp");
    CHECK(school.built("student/a/quarter.cpp"));
    CHECK(school.built("student/a/half.cpp"));
  }
  SUBCASE("the reference") {
    changed("reference/a/half.cpp");
    CHECK(school.built("student/a/quarter.cpp"));
    CHECK(school.built("reference/a/half.cpp"));
    CHECK(school.built("reference/a/quarter.cpp"));
  }
  SUBCASE("the specification") {
    changed("exercises/a/quarter.yaml");
    CHECK(school.built("student/a/quarter.cpp"));
    CHECK_FALSE(school.built("student/a/half.cpp"));
  }
  SUBCASE("the course's settings") {
    changed("exercises/course.yaml");
    CHECK(school.built("student/a/half.cpp"));
  }
  SUBCASE("the seed") {
    school.options.seed = 2;
    school.grade();
    CHECK(school.built("student/a/half.cpp"));
    CHECK(school.built("reference/a/half.cpp"));
  }
  SUBCASE("the compiler") {
    school.counting.flags = "-O9";
    school.grade();
    CHECK(school.built("student/a/half.cpp"));
    CHECK(school.built("reference/a/half.cpp"));
  }
}

TEST_CASE("a file that a specification names is a part of it") {
  School school;
  write(school.path("exercises/a/half.yaml"),
        "format_version: 1\ntitle: T\nstatement: S.\nfunction: {name: half, params: {x: \"float[N]\"}, "
        "returns: "
        "float}\ncases:\n  - {id: one, input: {x: {file: data/x.txt}}}\n");
  write(school.path("exercises/a/data/x.txt"), "1 2\n");
  write(school.path("reference/a/half.cpp"),
        "#include \"a/half.hpp\"\ndouble half(const Eigen::VectorXd& x) { return x.sum() / 2; }\n");
  write(school.path("student/a/half.cpp"),
        "#include \"a/half.hpp\"\ndouble half(const Eigen::VectorXd& x) { return (x(0) + x(1)) / 2; }\n");
  fs::remove(school.path("exercises/a/quarter.yaml"));
  school.grade();
  CHECK(school.passed);
  write(school.path("exercises/a/data/x.txt"), "1 2 3\n");
  school.grade();
  CHECK_FALSE(school.passed);
}

TEST_CASE("what may have been the machine's bad moment is tried again") {
  School school;
  write(school.path("student/a/half.cpp"),
        "#include \"a/half.hpp\"\ndouble half(double x) { while (x == x) {} return 0; }\n");
  school.grade();
  CHECK_FALSE(school.passed);
  school.grade();
  CHECK(school.built("student/a/half.cpp"));
}

TEST_CASE("a mistake is remembered with its explanation") {
  School school;
  write(school.path("student/a/half.cpp"), "#include \"a/half.hpp\"\ndouble half(double x) { return x; }\n");
  const auto first = school.grade();
  CHECK_FALSE(school.passed);
  const auto again = school.grade();
  CHECK(again[0] == first[0]);
  CHECK_FALSE(school.built("student/a/half.cpp"));
  const auto result = pipeline::result_from(again[0]);
  REQUIRE(result);
  CHECK(result->checks[0].counterexample.has_value());
}
