#include <doctest/doctest.h>

#include "unit/build/gathering.hpp"

using namespace grader;
using gathering::Folder;

namespace {

constexpr const char* kBase =
    "static double helper(double x) { return 2 * x; }\ndouble base(double x) { return helper(x); }";
constexpr const char* kMiddle =
    "static double helper(double x) { return x + 1; }\ndouble middle(double x) { return helper(base(x)); }";
constexpr const char* kTop = "double top(double x) { return 10 * middle(x); }";

/// top calls middle, which calls base; none of them depends on the fillers.
void add_tower(Folder& folder) {
  folder.add_fillers();
  folder.add("base", kBase);
  folder.add("middle", kMiddle, {"base"});
  folder.add("top", kTop, {"middle"});
  folder.add("aloof", "double aloof(double x) { return x; }", {"base"});
}

}  // namespace

TEST_CASE("solutions call one another, in one group and between groups") {
  for (const int jobs : {1, 4}) {
    Folder folder;
    add_tower(folder);
    folder.gather(jobs);
    REQUIRE(folder.built.size() == 7);
    CHECK(folder.call("base", 3) == "6.000000");
    CHECK(folder.call("middle", 3) == "7.000000");
    CHECK(folder.call("top", 3) == "70.000000");
    CHECK(folder.gathered("middle").calls == std::vector<std::string>{"n/base"});
    CHECK(folder.gathered("top").calls == std::vector<std::string>{"n/middle"});
    CHECK(folder.gathered("aloof").calls.empty());
  }
}

TEST_CASE("an edited solution is linked with what was compiled before, by whoever calls it") {
  Folder folder;
  add_tower(folder);
  folder.gather(2);
  const auto before = folder.gathered("fill_a").executable;
  folder.sources["n/base"] =
      "#include \"n/base.hpp\"\ndouble base(double x) { return 3 * x; }\n" + folder.once;
  folder.gather(2);
  CHECK(folder.call("base", 3) == "9.000000");
  CHECK(folder.call("middle", 3) == "10.000000");
  CHECK(folder.call("top", 3) == "100.000000");
  CHECK(folder.gathered("fill_a").executable == before);
  CHECK(folder.gathered("top").executable != before);

  SUBCASE("and the earlier one again") {
    Folder again;
    again.once = folder.once;
    add_tower(again);
    again.gather(2);
    CHECK(again.call("top", 3) == "70.000000");
  }
}

TEST_CASE("code of others that an object holds is not in the executable of who shares a file with them") {
  const std::string text = "a text that is theirs alone";
  const std::string number("\xe7\xc2\x5e\xde\xc0\xe7\xc2\x5e");  // as the code holds it
  const auto holds = [](const build::Built& built, const std::string& what) {
    return util::read_file(built.executable).value().find(what) != std::string::npos;
  };
  Folder theirs;
  theirs.add_fillers();
  theirs.add("secret",
             "static const char* theirs() { return \"" + text +
                 "\"; }\ndouble secret(double x) { return static_cast<double>(\n"
                 "    0x5ec2e7c0de5ec2e7ULL ^ static_cast<unsigned long long>(x + theirs()[int(x)])); }");
  theirs.gather();
  CHECK(holds(theirs.gathered("secret"), text));
  CHECK(holds(theirs.gathered("secret"), number));

  Folder mine;
  mine.once = theirs.once;
  mine.add_fillers();
  mine.add("caller", "double caller(double x) { return 2 * fill_a(x); }", {"fill_a"});
  mine.gather();
  CHECK(mine.call("caller", 3) == "6.000000");
  CHECK_FALSE(holds(mine.gathered("caller"), text));
  CHECK_FALSE(holds(mine.gathered("caller"), number));
}

TEST_CASE("what was compiled with references is not used for a solution, though its text be the same") {
  Folder course;
  course.add_fillers();
  course.add("secret", "double secret(double x) { return x; }");
  course.gather(1, build::Author::course);
  Folder other;
  other.once = course.once;
  other.add_fillers();
  SUBCASE("of a student") {
    other.gather(1, build::Author::student);
    CHECK(other.gathered("fill_a").executable != course.gathered("fill_a").executable);
  }
  SUBCASE("but for the course again") {
    other.gather(1, build::Author::course);
    CHECK(other.gathered("fill_a").executable == course.gathered("fill_a").executable);
  }
  CHECK(other.call("fill_a", 3) == "3.000000");
}

TEST_CASE("a solution that calls one that does not compile says so as it does alone") {
  Folder folder;
  folder.add_fillers();
  folder.add("base", "double base(double x) { return y; }");
  folder.add("middle", kMiddle, {"base"});
  folder.add("aloof", "double aloof(double x) { return x; }", {"base"});
  folder.gather();
  CHECK(folder.is_gathered("aloof"));
  CHECK(!folder.is_gathered("base"));
  const auto built = folder.is_gathered("middle") ? folder.built.at("n/middle") : folder.alone("middle");
  const auto& failure = std::get<build::BuildFailure>(built);
  CHECK(failure.verdict == model::Verdict::prerequisite_failed);
  CHECK(failure.message == "it calls your solution of n/base, which does not compile");
}

TEST_CASE("a solution that calls one that is compiled alone is built alone") {
  Folder folder;
  folder.add_fillers();
  folder.add("base", "#define TWO 2\ndouble base(double x) { return TWO * x; }");
  folder.add("middle", kMiddle, {"base"});
  folder.gather();
  CHECK(folder.is_gathered("fill_a"));
  CHECK(!folder.is_gathered("middle"));
  const auto built = folder.alone("middle");
  REQUIRE(std::holds_alternative<build::Built>(built));
  CHECK(folder.call(std::get<build::Built>(built), "middle", 3) == "7.000000");
}

TEST_CASE("a solution that defines what it should call is told as it is alone") {
  Folder folder;
  folder.add_fillers();
  folder.add("base", kBase);
  folder.add("middle", "double base(double x) { return 5 * x; }\ndouble middle(double x) { return base(x); }",
             {"base"});
  folder.gather();
  CHECK(folder.is_gathered("base"));
  CHECK(!folder.is_gathered("middle"));
}
