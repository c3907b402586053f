#include "unit/build/gathering.hpp"

#include <doctest/doctest.h>

using namespace grader;
using gathering::Folder;

TEST_CASE(
    "solutions with helpers of the same name are in one executable, and each is what it is told to be") {
  Folder folder;
  folder.add("one",
             "namespace { int calls = 0; }\nstatic double helper(double x) { return x + ++calls; }\n"
             "double one(double x) { return helper(x); }");
  folder.add("two",
             "using namespace std;\nstatic int calls = 10;\ndouble helper(double x) { return x + ++calls; }\n"
             "double two(const double& x) { return helper(x); }");
  folder.add("three",
             "struct Point { double a, b; };\ndouble helper(Point p) { return p.a * p.b; }\n"
             "double three(double x) { return helper({x, 3}); }");
  folder.add("four",
             "struct Point { double a; };\ndouble helper(Point p) { return p.a; }\n"
             "double four(double x) { return helper({x}); }");
  folder.gather(2);
  REQUIRE(folder.built.size() == 4);
  CHECK(folder.gathered("one").executable == folder.gathered("four").executable);
  CHECK(folder.call("one", 1) == "2.000000");
  CHECK(folder.call("two", 1) == "12.000000");
  CHECK(folder.call("three", 1) == "3.000000");
  CHECK(folder.call("four", 1) == "1.000000");

  SUBCASE("which the next run finds") {
    const auto before = folder.built;
    folder.gather(2);
    CHECK(folder.gathered("two").executable == std::get<build::Built>(before.at("n/two")).executable);
  }
  SUBCASE("and one that was edited is compiled alone") {
    folder.sources["n/two"] += "// another\n";
    folder.gather(2);
    CHECK(folder.built.size() == 3);
    CHECK(!folder.is_gathered("two"));
  }
}

TEST_CASE("few solutions are left to be compiled alone, and what was compiled alone stays so") {
  Folder folder;
  folder.add("one", "double one(double x) { return x; }");
  folder.add("two", "double two(double x) { return x; }");
  folder.gather();
  CHECK(folder.built.empty());
  folder.add("three", "double three(double x) { return x; }");
  folder.add("four", "double four(double x) { return x; }");
  REQUIRE(std::holds_alternative<build::Built>(folder.alone("one")));
  folder.gather();
  CHECK(!folder.is_gathered("one"));
  CHECK(folder.is_gathered("two"));
}

TEST_CASE("names that mean something already, or something else alone, are compiled alone") {
  Folder folder;
  folder.add_fillers();
  // Alone: an overload of the global function, which is called for an int.
  folder.add("overload", "double gamma(int) { return 7; }\ndouble overload(double x) { return gamma(x); }");
  folder.add("index_of", "static int index = 3;\ndouble index_of(double x) { return x + index; }");
  folder.add("counts",
             "using namespace std;\nstatic int count = 1;\ndouble counts(double x) { return x + count; }");
  folder.add(
      "matrix",
      "using namespace Eigen;\nstruct Matrix {};\ndouble matrix(double x) { Matrix m; (void)m; return x; }");
  folder.add("hidden", "double hidden(double x) { double y1(double); return y1(x); }");
  folder.add("unused", "double unused(double x) { int y1(double); return x; }");
  folder.add("library", "const double* poll = nullptr;\ndouble library(double x) { return x; }");
  folder.add("undefined", "double nowhere(double);\ndouble undefined(double x) { return nowhere(x); }");
  folder.gather();
  for (const char* name : {"fill_a", "fill_b", "fill_c"}) CHECK(folder.is_gathered(name));
  for (const char* name :
       {"overload", "index_of", "counts", "matrix", "hidden", "unused", "library", "undefined"}) {
    CAPTURE(name);
    CHECK(!folder.is_gathered(name));
  }
  const auto overload = folder.alone("overload");
  REQUIRE(std::holds_alternative<build::Built>(overload));
  CHECK(folder.call(std::get<build::Built>(overload), "overload", 5) == "3.178054");
  CHECK(std::holds_alternative<build::BuildFailure>(folder.alone("index_of")));
}

TEST_CASE("one that does not compile is left out, and what is said of it names its own lines alone") {
  Folder folder;
  folder.add_fillers();
  folder.add("wrong", "double wrong(double x) {\n  return y;\n}");
  folder.add("shape",
             "double shape(double) {\n  return (Eigen::Matrix3d::Identity() + "
             "Eigen::Matrix2d::Identity()).sum();\n}");
  folder.add("missing", "double other(double x) { return x; }");
  folder.add("endless", "double endless(double x) { if (x > 0) return 1; }");
  folder.gather();
  for (const char* name : {"fill_a", "fill_b", "fill_c"}) CHECK(folder.is_gathered(name));
  for (const char* name : {"wrong", "shape", "missing", "endless"}) {
    CAPTURE(name);
    CHECK(!folder.is_gathered(name));
  }
  const auto failure = std::get<build::BuildFailure>(folder.alone("wrong"));
  CHECK(failure.message.find("n/wrong.cpp:3:10: error: 'y' was not declared") != std::string::npos);
  CHECK(failure.message.find("grader_") == std::string::npos);
  SUBCASE("which is remembered") {
    folder.gather();
    CHECK(folder.built.size() == 3);
  }
}

TEST_CASE("nothing of a solution runs before it is called") {
  Folder folder;
  folder.add_fillers();
  folder.add(
      "starts",
      "struct Early { Early() { std::exit(0); } };\nstatic Early early();\nnamespace { Early real{}; }\n"
      "double starts(double x) { return x; }");
  folder.add("later",
             "static double at_start(std::abs(-3.0) + std::rand());\ndouble later(double x) { return x + 0 * "
             "at_start; }");
  folder.gather();
  for (const auto& built : folder.built) {
    CAPTURE(built.first);
    CHECK(folder.call(std::get<build::Built>(built.second), built.first.substr(2), 1) == "1.000000");
  }
  CHECK(!folder.is_gathered("starts"));
}

TEST_CASE("types and exceptions are shown under the names that their author gave them") {
  std::string cxx;
  SUBCASE("g++") { cxx = "g++"; }
  SUBCASE("clang++") { cxx = "clang++"; }
  Folder folder(cxx);
  folder.add_fillers();
  folder.add("thrower",
             "namespace { struct Mine : std::runtime_error { using std::runtime_error::runtime_error; }; }\n"
             "double thrower(double) { throw Mine(\"no\"); }");
  folder.add(
      "outside",
      "struct Point { double a; };\n"
      "double outside(double x) { std::vector<Point> p(2); return p[static_cast<std::size_t>(x)].a; }");
  folder.add("escapes",
             "struct Left { int a; };\nstatic void leave() noexcept { throw Left{1}; }\n"
             "double escapes(double x) { leave(); return x; }");
  folder.gather();
  for (const char* name : {"thrower", "outside", "escapes"}) {
    CAPTURE(name);
    REQUIRE(folder.is_gathered(name));
    std::string together;
    const std::string said = folder.call(folder.gathered(name), name, 5, &together);
    CHECK(said.find("grader_") == std::string::npos);
    CHECK(together.find("grader_") == std::string::npos);
    const auto built = folder.alone(name);
    REQUIRE(std::holds_alternative<build::Built>(built));
    std::string apart;
    CHECK(folder.call(std::get<build::Built>(built), name, 5, &apart) == said);
    CHECK(apart == together);
  }
}

TEST_CASE("records of the same name are each exercise's own") {
  Folder folder;
  folder.add_fillers();
  auto& first = folder.add("first", "Pair first(double x) { return {x, 2}; }");
  auto& second = folder.add("second", "Pair second(double x) { return {{1, 2, 3}, x}; }");
  const auto narrow = support::record("Pair", {{"a", support::numbers()}, {"b", support::numbers()}});
  const auto wide =
      support::record("Pair", {{"many", support::list_of(support::numbers())}, {"b", support::numbers()}});
  first.records = {narrow};
  first.function.returns = {model::RecordType{narrow}};
  second.records = {wide};
  second.function.returns = {model::RecordType{wide}};
  folder.gather();
  for (const char* name : {"first", "second"}) {
    REQUIRE(folder.is_gathered(name));
    worker::Worker worker(folder.machine.processes, folder.gathered(name).executable,
                          folder.at(name).function, {});
    worker.choose(folder.gathered(name).exercise);
    const auto called = worker.call({{{"x", {model::Tensor::scalar(4.0)}}}});
    REQUIRE(std::holds_alternative<model::Value>(called.result));
    const auto& fields = std::get<model::Record>(std::get<model::Value>(called.result).data).fields;
    CHECK(fields.size() == 2);
  }
}
