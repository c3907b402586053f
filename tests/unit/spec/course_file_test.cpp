#include <doctest/doctest.h>

#include "spec/read.hpp"

using namespace grader;

namespace {

std::string mistakes(std::string_view text) {
  try {
    spec::read_course("course.yaml", text);
  } catch (const util::SpecError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("course.yaml gives the order of topics and the defaults") {
  const auto course = spec::read_course("course.yaml", R"(format_version: 1
title: The course
topics:
  - name: first
    title: The first topic
    exercises: [b, a]
  - second
tolerance: {atol: 0.5}
limits: {time_s: 1}
scoring: all_or_nothing
records:
  Block: {attention: Attention, gamma: "float[D]"}
  Attention: {wq: "float[D, D]"}
)");
  CHECK(course.title == "The course");
  REQUIRE(course.topics.size() == 2);
  CHECK(course.topics[0].title == "The first topic");
  CHECK(course.topics[0].exercises == std::vector<std::string>{"b", "a"});
  CHECK(course.topics[0].exercise_places[1].column == 20);
  CHECK(course.topics[1].name == "second");
  CHECK(course.topics[1].title == "second");
  CHECK(course.defaults.tolerance.atol == 0.5);
  CHECK(course.defaults.tolerance.rtol == model::Tolerance{}.rtol);
  CHECK(course.defaults.limits.time_s == 1);
  CHECK(course.defaults.scoring == model::Scoring::all_or_nothing);
  REQUIRE(course.defaults.records.size() == 2);
  CHECK(course.defaults.records[0]->name == "Block");
}

TEST_CASE("every mistake of course.yaml is reported") {
  CHECK(mistakes("title: 3\ntopics: [A, {title: x}, b, b, {name: c, exercises: [d, d, E]}]\nlimts: {}\n") ==
        "course.yaml:1:1: error: the key 'format_version' is missing\n"
        "    title: 3\n"
        "    ^\n"
        "  begin the file with `format_version: 1`\n"
        "course.yaml:1:8: error: 'title' must be text, found the number 3\n"
        "    title: 3\n"
        "           ^\n"
        "  put it in quotes\n"
        "course.yaml:2:10: error: 'A' cannot be the name of a topic\n"
        "    topics: [A, {title: x}, b, b, {name: c, exercises: [d, d, E]}]\n"
        "             ^\n"
        "  such names are lower-case letters, digits and '_', and begin with a letter\n"
        "course.yaml:2:13: error: the topic lacks the key 'name'\n"
        "    topics: [A, {title: x}, b, b, {name: c, exercises: [d, d, E]}]\n"
        "                ^\n"
        "course.yaml:2:28: error: the topic 'b' is there twice\n"
        "    topics: [A, {title: x}, b, b, {name: c, exercises: [d, d, E]}]\n"
        "                               ^\n"
        "course.yaml:2:56: error: the exercise 'd' is there twice\n"
        "    topics: [A, {title: x}, b, b, {name: c, exercises: [d, d, E]}]\n"
        "                                                           ^\n"
        "course.yaml:2:59: error: 'E' cannot be the name of an exercise\n"
        "    topics: [A, {title: x}, b, b, {name: c, exercises: [d, d, E]}]\n"
        "                                                              ^\n"
        "  such names are lower-case letters, digits and '_', and begin with a letter\n"
        "course.yaml:3:1: error: unknown key 'limts'\n"
        "    limts: {}\n"
        "    ^\n"
        "  did you mean 'limits'?\n");
}

TEST_CASE("records that double with every line are refused before they are built") {
  std::string text = "format_version: 1\ntitle: t\nrecords:\n  R0: {a: float, b: float}\n";
  for (int i = 1; i < 15; ++i) {
    const std::string before = "R" + std::to_string(i - 1);
    text += "  R" + std::to_string(i) + ": {a: " + before + ", b: " + before + "}\n";
  }
  CHECK(mistakes(text) ==
        "course.yaml:13:3: error: the record 'R9' is too large\n"
        "      R9: {a: R8, b: R8}\n"
        "      ^\n"
        "  at most 1000 values in 16 levels of records\n");
}
