#include "course/course.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "support/files.hpp"
#include "util/error.hpp"

using namespace grader;

namespace {

namespace fs = std::filesystem;

/// A course in a directory of its own, removed at the end.
class TemporaryCourse {
 public:
  TemporaryCourse() {
    std::string pattern = (fs::temp_directory_path() / "grader-course-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
    write("exercises/course.yaml", "format_version: 1\ntitle: A course\n");
  }
  TemporaryCourse(const TemporaryCourse&) = delete;
  TemporaryCourse& operator=(const TemporaryCourse&) = delete;
  ~TemporaryCourse() {
    std::error_code error;
    fs::remove_all(root_, error);
  }

  const fs::path& root() const { return root_; }

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }

  /// A right exercise; `more` is further YAML, `type` the type of its parameter.
  void add(const std::string& id, const std::string& more = "", const std::string& function = "",
           const std::string& type = "float") const {
    const std::string name = function.empty() ? id.substr(id.find('/') + 1) : function;
    write("exercises/" + id + ".yaml",
          "format_version: 1\ntitle: t\nstatement: s\n" + more + "function: {name: " + name +
              ", params: {x: \"" + type +
              "\"}, returns: int}\ncases: [{id: a, generate: {count: 1, x: 1}}]\n");
    write("reference/" + id + ".cpp", "");
  }

  course::Course load(course::Sources sources = course::Sources::read) const {
    return course::Course::load(root_, nullptr, sources);
  }

  /// They are the same where the sources of references are not read.
  std::string mistakes() const {
    const std::string found = util::render(load().diagnostics());
    CHECK(util::render(load(course::Sources::looked_for).diagnostics()) == found);
    return test::replace_all(found, root_.generic_string() + "/", "");
  }

 private:
  fs::path root_;
};

std::string ids(const std::vector<const model::Exercise*>& exercises) {
  std::string text;
  for (const model::Exercise* exercise : exercises) text += (text.empty() ? "" : " ") + exercise->id;
  return text;
}

std::string usage_error(const course::Course& course, const std::vector<std::string>& chosen) {
  try {
    return "chose " + ids(course.select(chosen));
  } catch (const util::UsageError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("exercises come in the order of course.yaml, then by name") {
  const TemporaryCourse course;
  course.write("exercises/course.yaml",
               "format_version: 1\ntitle: A course\ntopics:\n  - {name: zeta, title: The last letter, "
               "exercises: [b]}\n");
  for (const char* id : {"zeta/a", "zeta/b", "zeta/c", "beta/w", "alpha/y"}) course.add(id);
  course.write("exercises/zeta/notes.md", "no exercise");
  course.write("exercises/zeta/data/corpus.yaml", "data, not an exercise");
  course.write("exercises/images/picture.svg", "no topic");
  const auto loaded = course.load();
  CHECK(course.mistakes() == "");
  CHECK(loaded.title() == "A course");
  CHECK(ids(loaded.select({})) == "zeta/b zeta/a zeta/c alpha/y beta/w");
  REQUIRE(loaded.topics().size() == 3);
  CHECK(loaded.topics()[0].title == "The last letter");
  CHECK(loaded.topics()[1].title == "alpha");
  CHECK(loaded.reference_file(loaded.at("beta/w")) == course.root() / "reference/beta/w.cpp");
  CHECK(course::solution_file("student", loaded.at("beta/w")) == "student/beta/w.cpp");
  CHECK(loaded.at("beta/w").topic() == "beta");
}

TEST_CASE("exercises are chosen by id, by a name that is unique, or by topic") {
  const TemporaryCourse course;
  for (const char* id : {"one/same", "two/same", "two/softmax", "two/linear"}) course.add(id, "", "f");
  const auto loaded = course.load();
  CHECK(ids(loaded.select({"two/same"})) == "two/same");
  CHECK(ids(loaded.select({"softmax", "one/same", "two/softmax"})) == "one/same two/softmax");
  CHECK(ids(loaded.select({"two/"})) == "two/linear two/same two/softmax");
  CHECK(usage_error(loaded, {"same"}) ==
        "'same' is the name of 2 exercises\n  write one of one/same and two/same");
  CHECK(usage_error(loaded, {"sofmax"}) ==
        "there is no exercise 'sofmax'\n  did you mean 'softmax'? `grader list` shows all exercises");
  CHECK(usage_error(loaded, {"tow/"}) ==
        "there is no topic 'tow/'\n  did you mean 'two/'? `grader list` shows all exercises");
  CHECK(usage_error(loaded, {"Softmax"}) ==
        "there is no exercise 'Softmax'\n  did you mean 'softmax'? `grader list` shows all exercises");
  CHECK(usage_error(loaded, {""}) == "there is no exercise ''\n  `grader list` shows all exercises");
  CHECK(usage_error(loaded, {"quaternion"}) ==
        "there is no exercise 'quaternion'\n  `grader list` shows all exercises");
}

TEST_CASE("a mistake stops those who ask for the exercise or for one that uses it, and nobody else") {
  const TemporaryCourse course;
  course.add("t/good");
  course.add("t/bad", "unknown: 1\n");
  course.add("t/user", "uses: [bad]\n");
  course.add("t/user_of_user", "uses: [t/user]\n");
  const auto loaded = course.load();
  CHECK(ids(loaded.select({"good"})) == "t/good");
  CHECK(loaded.exercises().size() == 3);
  CHECK(loaded.at("t/user").uses == std::vector<std::string>{"t/bad"});
  for (const std::vector<std::string>& chosen :
       {std::vector<std::string>{"bad"}, {"t/user"}, {"t/user_of_user"}, {"t/"}, {}})
    CHECK_THROWS_AS(loaded.select(chosen), util::SpecError);
}

TEST_CASE("what uses: can have wrong is reported where it stands") {
  const TemporaryCourse course;
  course.add("t/a", "uses: [t/b]\n");
  course.add("t/b", "uses: [c]\n");
  course.add("t/c", "uses: [t/a, t/missng, t/missing]\n");
  course.add("t/missing", "uses: [missing]\n");
  course.add("u/twice", "uses: [t/missing, missing]\n");
  CHECK(course.mistakes() ==
        "exercises/t/a.yaml:4:8: error: exercises use each other in a circle: t/a -> t/b -> t/c -> t/a\n"
        "    uses: [t/b]\n"
        "           ^\n"
        "  one of them must do without the other\n"
        "exercises/t/b.yaml:4:8: error: exercises use each other in a circle: t/b -> t/c -> t/a -> t/b\n"
        "    uses: [c]\n"
        "           ^\n"
        "  one of them must do without the other\n"
        "exercises/t/c.yaml:4:8: error: exercises use each other in a circle: t/c -> t/a -> t/b -> t/c\n"
        "    uses: [t/a, t/missng, t/missing]\n"
        "           ^\n"
        "  one of them must do without the other\n"
        "exercises/t/c.yaml:4:13: error: there is no exercise 't/missng'\n"
        "    uses: [t/a, t/missng, t/missing]\n"
        "                ^\n"
        "  did you mean 't/missing'?\n"
        "exercises/t/missing.yaml:4:8: error: exercises use each other in a circle: t/missing -> t/missing\n"
        "    uses: [missing]\n"
        "           ^\n"
        "  one of them must do without the other\n"
        "exercises/u/twice.yaml:4:19: error: 'uses' names 't/missing' twice\n"
        "    uses: [t/missing, missing]\n"
        "                      ^\n");
}

TEST_CASE("functions and records that would meet under one name are reported") {
  const TemporaryCourse course;
  const std::string record = "records: {Pair: {a: float, b: float}}\n";
  course.add("t/a", "records: {Pair: {a: float}}\n", "f", "Pair");
  course.add("t/b", record, "g", "Pair");
  course.add("t/c", "uses: [a, b]\n", "f");
  for (const char* id : {"t/a", "t/b"}) {
    const std::string file = std::string("exercises/") + id + ".yaml";
    std::string text = test::read_file(course.root() / file);
    course.write(
        file, test::replace_all(text, "x: 1}", id == std::string("t/a") ? "x: {a: 1}}" : "x: {a: 1, b: 2}}"));
  }
  CHECK(course.mistakes() ==
        "exercises/t/c.yaml:4:8: error: the function 'f' of t/a is that of t/c too\n"
        "    uses: [a, b]\n"
        "           ^\n"
        "  a solution that uses both could not tell them apart\n"
        "exercises/t/c.yaml:4:11: error: the record 'Pair' of t/b is not the one of t/a\n"
        "    uses: [a, b]\n"
        "              ^\n"
        "  share it by declaring it in course.yaml, or rename one of them\n");
}

TEST_CASE("what is on disk and what is said of it are held against each other") {
  const TemporaryCourse course;
  course.write("exercises/course.yaml",
               "format_version: 1\ntitle: A course\ntopics: [{name: t, exercises: [a, gone]}, nowhere]\n");
  course.add("t/a");
  course.add("t/Upper");
  fs::remove(course.root() / "reference/t/a.cpp");
  CHECK(course.mistakes() ==
        "exercises/t/a.yaml:4:18: error: the reference 'reference/t/a.cpp' is missing\n"
        "    function: {name: a, params: {x: \"float\"}, returns: int}\n"
        "                     ^\n"
        "  it defines the function as a correct solution does\n"
        "exercises/course.yaml:3:35: error: there is no exercise 't/gone'\n"
        "    topics: [{name: t, exercises: [a, gone]}, nowhere]\n"
        "                                      ^\n"
        "  its specification is expected in exercises/t/gone.yaml\n"
        "exercises/t/Upper.yaml: error: 'Upper' cannot be the name of an exercise\n"
        "  such names are lower-case letters, digits and '_', and begin with a letter\n"
        "exercises/course.yaml:3:43: error: the topic 'nowhere' has no exercises\n"
        "    topics: [{name: t, exercises: [a, gone]}, nowhere]\n"
        "                                              ^\n"
        "  specifications of the topic are expected in exercises/nowhere\n");
  CHECK_THROWS_AS(course.load().select({"t/gone"}), util::SpecError);
  CHECK_THROWS_AS(course.load().select({"nowhere/"}), util::SpecError);
}

TEST_CASE("pitfalls and their files are held against each other") {
  const TemporaryCourse course;
  course.add(
      "t/a",
      "pitfalls:\n  - {id: right, message: m}\n  - {id: a-very-long-name-that-goes-on-and-on, message: m}\n");
  course.add("t/b");
  course.add("t/c");
  course.write("reference/t/a.pitfalls/right.cpp", "");
  course.write("reference/t/a.pitfalls/rihgt.cpp", "");
  course.write("reference/t/a.pitfalls/helper.hpp", "no implementation");
  course.write("reference/t/b.pitfalls/Wrong Name.cpp", "");
  course.write("reference/t/c.pitfalls/.hidden.cpp", "");
  CHECK(course.mistakes() ==
        "exercises/t/a.yaml:4:1: error: the file 'reference/t/a.pitfalls/rihgt.cpp' belongs to no pitfall\n"
        "    pitfalls:\n"
        "    ^\n"
        "  add {id: rihgt, message: …} to `pitfalls:`, or remove the file\n"
        "exercises/t/a.yaml:6:10: error: the pitfall's implementation "
        "'reference/t/a.pitfalls/a-very-long-name-that-goes-on-and-on.cpp' is missing\n"
        "      - {id: a-very-long-name-that-goes-on-and-on, message: m}\n"
        "             ^\n"
        "  it defines the function with this mistake in it\n"
        "exercises/t/b.yaml:4:18: error: the file 'reference/t/b.pitfalls/Wrong Name.cpp' belongs to no "
        "pitfall\n"
        "    function: {name: b, params: {x: \"float\"}, returns: int}\n"
        "                     ^\n"
        "  rename it: pitfalls are called by lower-case letters, digits, '-' and '_', as in wrong-axis\n");
  const auto loaded = course.load();
  CHECK(loaded.pitfall_file(loaded.at("t/c"), "eps") == course.root() / "reference/t/c.pitfalls/eps.cpp");
}

TEST_CASE("sources that were not read are missed by whoever needs them, and not taken for empty") {
  const TemporaryCourse folder;
  folder.add("a/one", "pitfalls: [{id: swapped, message: m}]\n");
  folder.write("reference/a/one.cpp", "the reference");
  folder.write("reference/a/one.pitfalls/swapped.cpp", "the pitfall");
  folder.add("a/two", "uses: [one]\n");
  folder.add("a/three");
  const course::Course all = folder.load();
  CHECK(all.reference_source(all.at("a/one")) == "the reference");
  CHECK(all.pitfall_source(all.at("a/one"), "swapped") == "the pitfall");
  CHECK(all.texts(all.at("a/one")).size() == 4);

  course::Course shown = folder.load(course::Sources::looked_for);
  const model::Exercise& exercise = shown.at("a/one");
  CHECK(exercise.pitfalls.size() == 1);
  CHECK_THROWS_AS(shown.reference_source(exercise), util::GraderError);
  CHECK_THROWS_AS(shown.pitfall_source(exercise, "swapped"), util::GraderError);
  CHECK_THROWS_AS(shown.texts(exercise), util::GraderError);

  shown.read_sources({&shown.at("a/two")});
  CHECK(shown.texts(shown.at("a/two")) == all.texts(all.at("a/two")));
  CHECK(shown.texts(exercise) == all.texts(all.at("a/one")));  // which the other one uses
  CHECK_THROWS_AS(shown.reference_source(shown.at("a/three")), util::GraderError);
  folder.write("reference/a/one.cpp", "edited");
  shown.read_sources({&exercise});
  CHECK(shown.reference_source(exercise) == "the reference");  // as it was when it was read
}

TEST_CASE("of a course may be read what is asked for and what that uses, and means the same") {
  const TemporaryCourse folder;
  folder.add("a/one");
  folder.add("a/two", "uses: [a/one]\n");
  folder.add("a/three", "uses: [two]\n");
  folder.add("a/wrong", "uses: [nobody]\n");
  folder.add("b/user", "uses: [wrong]\n");
  folder.add("b/one");
  folder.add("c/alone");
  const auto read = [&folder](const std::vector<std::string>& chosen) {
    const auto course = course::Course::load(folder.root(), nullptr, course::Sources::read, chosen);
    std::string found;
    for (const model::Exercise& exercise : course.exercises()) found += " " + exercise.id;
    const auto told = [&chosen](const course::Course& by) -> std::string {
      try {
        return ids(by.select(chosen));
      } catch (const std::exception& error) {
        return error.what();
      }
    };
    CHECK(told(course) == told(folder.load()));
    return found;
  };
  CHECK(read({"a/one"}) == " a/one");
  CHECK(read({"three"}) == " a/one a/three a/two");
  CHECK(read({"three", "b/one"}) == " a/one a/three a/two b/one");
  CHECK(read({"c/"}) == " c/alone");
  CHECK(read({"c/", "alone", "c/alone"}) == " c/alone");
  // Whatever is a mistake is told as where all is known.
  const std::string all = " a/one a/three a/two b/one b/user c/alone";
  for (const std::string mistake : {"one", "tow", "d/", "", "a/wrong/", "a/wrong", "b/user", "b/"}) {
    CAPTURE(mistake);
    CHECK(read({"a/two", mistake}) == all);
  }
  CHECK(read({}) == all);
}

TEST_CASE("properties may call the functions of uses:, which are checked with them") {
  const TemporaryCourse course;
  course.add("t/a");
  course.add(
      "t/b",
      "uses: [a]\nproperties:\n  - {id: good, check: out == a(x)}\n  - {id: bad, check: out == a(x) +}\n");
  // What cannot be known is not reported twice.
  course.add("t/c", "uses: [none]\nproperties:\n  - {id: p, check: out == none(x)}\n");
  course.add("t/d", "uses: [e]\nproperties:\n  - {id: p, check: out == e(x)}\n");
  course.write("exercises/t/e.yaml", "format_version: 2\n");
  CHECK(course.mistakes() ==
        "exercises/t/b.yaml:7:35: error: expected a value, found the end\n"
        "      - {id: bad, check: out == a(x) +}\n"
        "                                      ^\n"
        "exercises/t/c.yaml:4:8: error: there is no exercise 'none'\n"
        "    uses: [none]\n"
        "           ^\n"
        "exercises/t/e.yaml:1:17: error: format version 2 is not known\n"
        "    format_version: 2\n"
        "                    ^\n"
        "  this grader reads version 1; a newer one may read this file\n");
}

TEST_CASE("a course is found from inside it, and a missing one is said") {
  const TemporaryCourse course;
  fs::create_directories(course.root() / "student/deep");
  CHECK(course::Course::find(course.root() / "student/deep") == fs::canonical(course.root()));
  CHECK(course::Course::find("/") == std::nullopt);
  CHECK_THROWS_WITH_AS(course::Course::load("/nowhere"),
                       "there is no course in '/nowhere': /nowhere/exercises/course.yaml cannot be read\n"
                       "  name its directory with --course DIR",
                       util::UsageError);
  course.write("exercises/course.yaml", "titel: x\n");
  CHECK_THROWS_AS(course.load(), util::SpecError);
}

TEST_CASE("the course that ships has no mistakes") {
  const auto loaded = course::Course::load(test::source_dir());
  CHECK(util::render(loaded.diagnostics()) == "");
  CHECK(loaded.exercises().size() >= 13);
}
