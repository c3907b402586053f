#include <doctest/doctest.h>

#include <set>

#include "spec/read.hpp"
#include "support/files.hpp"
#include "support/json_schema.hpp"
#include "support/yaml_as_json.hpp"

using namespace grader;

namespace {

test::JsonSchema load(const std::string& name) {
  return test::JsonSchema(nlohmann::json::parse(test::read_file(test::source_dir() / "schemas" / name)));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// Mistakes that take more than one field, or the grammar of types, to see.
const std::set<std::string> kBeyondASchema{
    "compare_scalar",  "data_files",     "no_points",           "no_points_properties",
    "property_places", "property_types", "questions_no_points", "ragged",
    "shapes",          "symbols",        "where_health"};

/// What the course says for all its exercises, records above all: that of the nearest course.yaml.
spec::Defaults defaults_of(const std::filesystem::path& file) {
  const auto course = file.parent_path().parent_path() / "course.yaml";
  return std::filesystem::exists(course) ? spec::read_course(course, test::read_file(course)).defaults
                                         : spec::Defaults{};
}

bool is_accepted(const std::filesystem::path& file, const std::string& text) {
  if (file.filename() != "course.yaml")
    return spec::read_exercise(file, text, "a/b", defaults_of(file)).diagnostics.empty();
  try {
    spec::read_course(file, text);
    return true;
  } catch (const util::SpecError&) {
    return false;
  }
}

bool is_below(const std::filesystem::path& file, const std::string& folder) {
  return std::find(file.begin(), file.end(), folder) != file.end();
}

}  // namespace

TEST_CASE("the schemas accept every specification that the reader accepts") {
  const auto exercise_schema = load("exercise.schema.json");
  const auto course_schema = load("course.schema.json");
  int seen = 0;
  for (const auto& root : {test::source_dir() / "exercises", test::source_dir() / "tests" / "fixtures"})
    for (const auto& file : test::files_below(root, ".yaml")) {
      if (is_below(file, "bad_specs") || !is_below(file, "exercises")) continue;
      CAPTURE(file);
      const std::string text = test::read_file(file);
      const auto json = test::yaml_as_json(text);
      const bool is_course = file.filename() == "course.yaml";
      if (!json || !is_accepted(file, text)) continue;
      ++seen;
      CHECK(joined((is_course ? course_schema : exercise_schema).mistakes(*json)) == "");
    }
  CHECK(seen >= 14);
}

TEST_CASE("every specification that ships has no mistake") {
  for (const auto& file : test::files_below(test::source_dir() / "exercises", ".yaml")) {
    CAPTURE(file);
    const std::string text = test::read_file(file);
    if (file.filename() == "course.yaml")
      CHECK_NOTHROW(spec::read_course(file, text));
    else
      CHECK(util::render(spec::read_exercise(file, text, "a/b", defaults_of(file)).diagnostics) == "");
  }
}

TEST_CASE("the schema rejects what a schema can see") {
  const auto schema = load("exercise.schema.json");
  int rejected = 0;
  for (const auto& file :
       test::files_below(test::source_dir() / "tests" / "fixtures" / "bad_specs", ".yaml")) {
    const auto json = test::yaml_as_json(test::read_file(file));
    if (!json) continue;
    CAPTURE(file);
    const bool is_visible = !kBeyondASchema.contains(file.stem().string());
    CHECK(schema.mistakes(*json).empty() != is_visible);
    if (is_visible) ++rejected;
  }
  CHECK(rejected >= 15);
}

TEST_CASE("the validator of schemas sees what is wrong") {
  using nlohmann::json;
  const test::JsonSchema schema(json::parse(R"({
    "type": "object", "required": ["a"], "additionalProperties": false, "propertyNames": {"pattern": "^[ab]+$"},
    "dependencies": {"b": ["a"]},
    "properties": {"a": {"type": "integer", "minimum": 1, "maximum": 3},
                   "b": {"type": "array", "uniqueItems": true, "minItems": 1, "items": {"$ref": "#/definitions/word"}}},
    "definitions": {"word": {"type": "string", "minLength": 2, "maxLength": 3, "pattern": "^x"}}})"));
  CHECK(joined(schema.mistakes(json::parse(R"({"a": 2, "b": ["xä", "xyz"]})"))) == "");
  CHECK(joined(schema.mistakes(json::parse(R"({"a": 4})"))) == "/a: is too large\n");
  CHECK(joined(schema.mistakes(json::parse(R"({"a": 1.5})"))) == "/a: is not [\"integer\"]\n");
  CHECK(joined(schema.mistakes(json::parse(R"({"b": ["x", "xx", "xx"]})"))) ==
        ": lacks a\n: lacks a\n/b: has an item twice\n/b/0: is too short\n");
  CHECK(joined(schema.mistakes(json::parse(R"({"a": 1, "c": 2})"))) ==
        "/c: does not match ^[ab]+$\n/c: nothing is allowed here\n");
  CHECK(joined(schema.mistakes(json::parse("3"))) == ": is not [\"object\"]\n");
  CHECK_THROWS_WITH(test::JsonSchema(json::parse(R"({"items": {"format": "date"}})")),
                    "#/items/format: unknown keyword");
}
