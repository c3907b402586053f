#pragma once

#include <string>
#include <vector>

#include "model/exercise.hpp"

/// Four questions, one of each type, and their key.
namespace grader::support {

inline model::Exercise quiz() {
  using model::QuestionType;
  model::Exercise exercise;
  exercise.id = "texts/quiz";
  exercise.title = "A quiz";
  exercise.points = 4;
  exercise.kind = model::ExerciseKind::questions;
  exercise.questions = {
      {"colour", "Which colour is the sky?", QuestionType::choice, {{"a", "green"}, {"b", "blue"}}, {}, 1},
      {"even",
       "Which are even?",
       QuestionType::choices,
       {{"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"}},
       {},
       1},
      {"third", "A third, to two digits?", QuestionType::number, {}, {0, 0.005}, 1},
      {"why", "Why?", QuestionType::text, {}, {}, 1}};
  return exercise;
}

inline model::AnswerKey quiz_key() {
  return {{std::string("b"), {{"a", "Grass is."}, {"b", "So it is."}}, {}, ""},
          {std::vector<std::string>{"two", "four"},
           {{"two", "2 = 2·1."}, {"three", "3 leaves 1."}, {"four", "4 = 2·2."}, {"five", "5 leaves 1."}},
           {},
           ""},
          {1.0 / 3, {}, {{3, "That is its inverse."}, {0.25, "That is a quarter."}}, ""},
          {std::string("Because."), {}, {}, "Because it is so."}};
}

}  // namespace grader::support
