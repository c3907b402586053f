#include "pipeline/remembered_specs.hpp"

#include <doctest/doctest.h>

#include <map>
#include <mutex>
#include <set>

#include "classroom.hpp"
#include "course/course.hpp"
#include "pipeline/records.hpp"
#include "support/files.hpp"

using namespace grader;
using classroom::write;
namespace fs = std::filesystem;

namespace {

/// What is remembered, and what of it was of use.
class Watched : public course::Readings {
 public:
  explicit Watched(course::Readings& readings) : readings_(readings) {}
  std::optional<model::Exercise> find(const std::string& id, std::string_view course,
                                      std::string_view specification) override {
    return noted(taken, id, readings_.find(id, course, specification));
  }
  void keep(const std::string& id, std::string_view course, std::string_view specification,
            const model::Exercise& exercise) override {
    readings_.keep(id, course, specification, exercise);
    const std::lock_guard lock(mutex_);
    kept.insert(id);
  }
  bool found_sound(const std::string& id, std::string_view texts) override {
    return noted(sound, id, readings_.found_sound(id, texts));
  }
  void keep_sound(const std::string& id, std::string_view texts) override { readings_.keep_sound(id, texts); }
  std::optional<model::AnswerKey> find_key(const std::string& id, std::string_view texts,
                                           std::string_view key) override {
    return noted(keys, id, readings_.find_key(id, texts, key));
  }
  void keep_key(const std::string& id, std::string_view texts, std::string_view key,
                const model::AnswerKey& read) override {
    readings_.keep_key(id, texts, key, read);
  }
  void save() override { readings_.save(); }

  std::set<std::string> taken, kept;
  std::set<std::string> sound, keys;  // taken as well

 private:
  template <class Found>
  Found noted(std::set<std::string>& ids, const std::string& id, Found found) {
    const std::lock_guard lock(mutex_);
    if (found) ids.insert(id);
    return found;
  }

  course::Readings& readings_;
  std::mutex mutex_;
};

using Ids = std::set<std::string>;

const Ids kThree{"a/ask", "a/half", "a/quarter"};

/// Everything that a course says, as text.
std::string told(const course::Course& course) {
  std::string text = course.title() + "\n" + util::render(course.diagnostics());
  for (const model::Exercise& exercise : course.exercises()) {
    text += exercise.spec_file.string() + "\n" + pipeline::to_record(exercise);
    if (exercise.kind == model::ExerciseKind::questions) text += pipeline::to_record(course.key(exercise));
    for (const auto& [name, bytes] : course.texts(exercise)) text += name + "\n" + std::string(bytes);
  }
  return text;
}

/// Four exercises: one uses another and has a pitfall, one takes a value from a file, one asks.
struct Shelf {
  Shelf() {
    write(path("exercises/course.yaml"), "format_version: 1\ntitle: Test\ntopics: [a]\n");
    spec("half", "x: float", "float", "");
    spec("quarter", "x: float", "float",
         "uses: [half]\nproperties: [{id: twice, check: half(half(x)) ~= out}]\n"
         "pitfalls: [{id: wrong, message: No.}]\n");
    spec("read", "x: string", "int", "", "{file: data/text.txt}");
    write(path("exercises/a/data/text.txt"), "words\n");
    write(path("exercises/a/ask.yaml"),
          "format_version: 1\ntitle: T\nstatement: S.\nkind: questions\n"
          "questions: [{id: q, type: number, prompt: \"How many?\"}]\n");
    key("2");
    write(path("reference/a/quarter.pitfalls/wrong.cpp"), "double quarter(double x) { return x; }\n");
  }
  fs::path path(const fs::path& file) const { return folder.path() / file; }
  void key(const std::string& answer) const {
    write(path("reference/a/ask.yaml"), "q: {answer: " + answer + ", explanation: {1: No.}}\n");
  }
  void spec(const std::string& name, const std::string& parameter, const std::string& returns,
            const std::string& more, const std::string& x = "1") const {
    write(path("exercises/a/" + name + ".yaml"),
          "format_version: 1\ntitle: T\nstatement: S.\nfunction: {name: " + name + ", params: {" + parameter +
              "}, returns: " + returns + "}\ncases:\n  - {id: one, input: {x: " + x + "}}\n" + more);
    write(path("reference/a/" + name + ".cpp"), "// " + name + "\n");
  }
  /// Loads the course, holds what it says against what it says when all of it is read, and returns whose
  /// specifications were not read again.
  Ids load() {
    pipeline::RememberedSpecs remembered(build::Cache(path("cache")), folder.path());
    Watched watched(remembered);
    const auto course = course::Course::load(folder.path(), &watched);
    CHECK(told(course) == told(course::Course::load(folder.path())));
    kept = watched.kept;
    sound = watched.sound;
    keys = watched.keys;
    mistakes = test::replace_all(util::render(course.diagnostics()), folder.path().string() + "/", "");
    return watched.taken;
  }

  util::TemporaryDirectory folder{fs::temp_directory_path()};
  Ids kept, sound, keys;
  std::string mistakes;
};

}  // namespace

TEST_CASE("a specification is read once, and what it says is the same ever after") {
  Shelf shelf;
  CHECK(shelf.load() == Ids{});
  CHECK(shelf.mistakes == "");
  // One that takes values from a file depends on more than its own text.
  CHECK(shelf.kept == kThree);
  CHECK(shelf.load() == kThree);
  CHECK(shelf.kept == Ids{});
  CHECK(shelf.mistakes == "");

  SUBCASE("until its text changes") {
    const fs::path file = shelf.path("exercises/a/half.yaml");
    write(file, test::replace_all(test::read_file(file), "title: T", "title: Another"));
    CHECK(shelf.load() == Ids{"a/ask", "a/quarter"});
    CHECK(shelf.load() == kThree);
  }
  SUBCASE("until the course's defaults change") {
    write(shelf.path("exercises/course.yaml"),
          "format_version: 1\ntitle: Test\ntopics: [a]\ntolerance: {rtol: 1e-3, atol: 0}\n");
    CHECK(shelf.load() == Ids{});
    CHECK(shelf.load() == kThree);
  }
  SUBCASE("whatever became of the cache") {
    for (const auto& entry : fs::recursive_directory_iterator(shelf.path("cache/specs")))
      if (entry.is_regular_file()) write(entry.path(), test::read_file(entry.path()).substr(1));
    CHECK(shelf.load() == Ids{});
    CHECK(shelf.load() == kThree);
  }
  SUBCASE("and a file that it names is read each time") {
    write(shelf.path("exercises/a/data/text.txt"), "other words\n");
    CHECK(shelf.load() == kThree);
  }
}

TEST_CASE("mistakes that are found later have their places although the specification was not read again") {
  Shelf shelf;
  shelf.load();
  const auto has_mistake = [&](const std::string& mistake) {
    CHECK(shelf.load().contains("a/quarter"));
    CAPTURE(shelf.mistakes);
    CHECK(shelf.mistakes.find(mistake) != std::string::npos);
  };
  SUBCASE("a function that a property calls has another signature") {
    shelf.spec("half", "x: \"float[N]\"", "\"float[N]\"", "", "[1]");
    has_mistake("exercises/a/quarter.yaml:8:43: error: 'x' of half is float here");
  }
  SUBCASE("an exercise that it uses is gone") {
    fs::remove(shelf.path("exercises/a/half.yaml"));
    has_mistake("exercises/a/quarter.yaml:7:8: error: there is no exercise 'half'");
  }
  SUBCASE("the reference is missing") {
    fs::remove(shelf.path("reference/a/quarter.cpp"));
    has_mistake("exercises/a/quarter.yaml:4:18: error: the reference 'reference/a/quarter.cpp' is missing");
  }
  SUBCASE("a pitfall is missing") {
    fs::remove(shelf.path("reference/a/quarter.pitfalls/wrong.cpp"));
    has_mistake("exercises/a/quarter.yaml:9:17: error: the pitfall's implementation");
  }
}

TEST_CASE("what is said of others is checked again when they change, and a key is read again when it does") {
  Shelf shelf;
  shelf.load();
  CHECK(shelf.sound == Ids{});
  CHECK(shelf.keys == Ids{});
  shelf.load();
  CHECK(shelf.sound == Ids{"a/quarter"});
  CHECK(shelf.keys == Ids{"a/ask"});

  SUBCASE("another text of what is used") {
    shelf.spec("half", "x: float", "float", "");
    const fs::path file = shelf.path("exercises/a/half.yaml");
    write(file, test::replace_all(test::read_file(file), "title: T", "title: Another"));
    shelf.load();
    CHECK(shelf.sound == Ids{});
  }
  SUBCASE("another text of its own") {
    const fs::path file = shelf.path("exercises/a/quarter.yaml");
    write(file, test::replace_all(test::read_file(file), "half(half(x))", "half(half(y))"));
    shelf.load();
    CHECK(shelf.sound == Ids{});
    CHECK(shelf.mistakes.find("'y'") != std::string::npos);
    shelf.load();
    CHECK(shelf.sound == Ids{});
    CHECK(shelf.mistakes.find("'y'") != std::string::npos);
  }
  SUBCASE("another key") {
    shelf.key("3");
    shelf.load();
    CHECK(shelf.keys == Ids{});
    shelf.load();
    CHECK(shelf.keys == Ids{"a/ask"});
  }
  SUBCASE("a key with a mistake") {
    for (int time = 0; time < 2; ++time) {
      shelf.key("many");
      shelf.load();
      CHECK(shelf.keys == Ids{});
      CHECK(shelf.mistakes.find("reference/a/ask.yaml:1:") != std::string::npos);
    }
  }
}

TEST_CASE("mistakes are found each time") {
  Shelf shelf;
  shelf.spec("half", "x: flot", "float", "");
  for (int time = 0; time < 2; ++time) {
    CHECK_FALSE(shelf.load().contains("a/half"));
    CHECK_FALSE(shelf.kept.contains("a/half"));
    CHECK(shelf.mistakes.find("'flot'") != std::string::npos);
  }
}

TEST_CASE("a course that lies elsewhere remembers its own") {
  Shelf one;
  Shelf other;
  one.load();
  pipeline::RememberedSpecs remembered(build::Cache(one.path("cache")), other.folder.path());
  Watched watched(remembered);
  course::Course::load(other.folder.path(), &watched);
  CHECK(watched.taken == Ids{});
}

TEST_CASE("every exercise of the courses becomes the same again from its record") {
  std::size_t count = 0;
  for (const char* root : {"", "tests/fixtures/course"}) {
    const auto course = course::Course::load(test::source_dir() / root);
    for (const model::Exercise& exercise : course.exercises()) {
      const std::string record = pipeline::to_record(exercise);
      const auto again = pipeline::exercise_from(record);
      REQUIRE(again);
      CHECK(pipeline::to_record(*again) == record);
      CHECK(again->statement == exercise.statement);
      CHECK(again->cases.size() == exercise.cases.size());
      CHECK_FALSE(pipeline::exercise_from(record + "x"));
      CHECK_FALSE(pipeline::exercise_from(record.substr(0, record.size() / 2)));
      ++count;
    }
  }
  CHECK(count >= 70);
}
