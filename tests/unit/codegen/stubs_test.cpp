#include <doctest/doctest.h>

#include "codegen/codegen.hpp"
#include "support/quiz.hpp"

using namespace grader;

TEST_CASE("the stub of questions has every prompt as comments and a place for every answer") {
  model::Exercise exercise = support::quiz();
  exercise.questions[0].prompt =
      "A prompt that the author broke\nsomewhere, and that goes on for longer than a line of a comment "
      "is.\n\n"
      "- with a list\n- of two";
  exercise.questions[0].options[1].text =
      "blue, as everybody has seen who looked up on a day without clouds, "
      "though not at night";
  CHECK(codegen::stub(exercise) == R"(# A quiz. What it is about: grader show texts/quiz
#
# Write each answer behind its colon, with a blank between:
#   name: b           one option
#   name: [a, c]      several options, or one in brackets: [a]
#   name: 0.25        a number, also 1e-3; no fractions, no commas
#   name: |           a text, in indented lines below
# What stays empty is still to be done.

# 1. A prompt that the author broke somewhere, and that goes on for longer than a line
#    of a comment is.
#
#    - with a list
#    - of two
#    One of these:
#      a  green
#      b  blue, as everybody has seen who looked up on a day without clouds, though not
#         at night
colour:

# 2. Which are even?
#    All of these that are right, as a list:
#      two    2
#      three  3
#      four   4
#      five   5
even:

# 3. A third, to two digits?
#    A number.
third:

# 4. Why?
#    In your own words. A person will read it.
why:
)");
}

TEST_CASE("the stub speaks only of the forms that are asked for") {
  model::Exercise exercise = support::quiz();
  exercise.questions.resize(1);
  CHECK(codegen::stub(exercise).find("name: b ") != std::string::npos);
  CHECK(codegen::stub(exercise).find("0.25") == std::string::npos);
}

TEST_CASE("an untouched stub of questions, with or without its comments") {
  const model::Exercise exercise = support::quiz();
  CHECK(codegen::is_untouched_stub(codegen::stub(exercise), exercise));
  CHECK(codegen::is_untouched_stub("colour: \neven:\r\n\n# thinking about it\nthird:\nwhy:", exercise));
  CHECK_FALSE(codegen::is_untouched_stub("colour: b\neven:\nthird:\nwhy:\n", exercise));
  CHECK_FALSE(codegen::is_untouched_stub("", exercise));
}
