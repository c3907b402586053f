#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/tolerance.hpp"

namespace grader::model {

// Exercises of kind questions: what is asked, what was answered, and the key that an answer is held against.
// The key is a part of the reference; like every reference it is never shown to a student.

enum class QuestionType { choice, choices, number, text };

struct Option {
  std::string id;  // what a student writes: "a"
  std::string text;
};

struct Question {
  std::string id;
  std::string prompt;
  QuestionType type = QuestionType::choice;
  std::vector<Option> options;  // of choice and choices, at least two
  Tolerance tolerance;          // of number, every level resolved
  double points = 1;
};

/// An option's id for a choice, several in the order of the question's options for choices, a finite number,
/// or a text.
using Answer = std::variant<std::string, std::vector<std::string>, double>;

/// The right answer to one question, and what explains the others.
struct KeyEntry {
  Answer answer;                                                // of a text: one of many that would do
  std::vector<std::pair<std::string, std::string>> of_options;  // each option's id and explanation
  std::vector<std::pair<double, std::string>> of_numbers;  // typical wrong numbers and where they come from
  std::string model_answer;                                // of a text, for whoever marks
};

/// One entry for each question, in their order.
using AnswerKey = std::vector<KeyEntry>;

}  // namespace grader::model
