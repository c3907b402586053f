#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/exercise.hpp"

namespace grader::model {

/// A mutant of the reference that no check tells from the reference.
struct Survivor {
  std::string operation;  // "swap axis"
  int line = 0;           // of the reference
  std::string before;     // that line
  std::string after;      // and what the mutant has in its place
  std::string waived;     // the reason, where the specification waives it
};

/// What is counted where the exercise asks questions: there is nothing to compile, to seed or to mutate.
struct QuestionsAudit {
  bool key_passes = false;
  Index for_review = 0;  // texts, which the key cannot pass alone
  Index wrong = 0;       // wrong options, and typical wrong numbers
  Index explained = 0;   // those that fail and get their own explanation
};

/// What `grader audit` found out about one exercise. Numbers that were not measured, because something before
/// failed, stay 0.
struct ExerciseAudit {
  std::string id;
  std::string reference_file;
  Index checks = 0;
  Index stub_fails = 0;  // how many checks the stub fails
  Index seeds = 0;       // with how many of them the reference passes all checks
  Index pitfalls = 0;
  Index recognised = 0;  // pitfalls that fail and are named as themselves and nothing else
  Index mutants = 0;     // that compile
  Index detected = 0;    // by some check
  std::vector<Survivor> survivors;
  Index properties = 0;
  std::vector<std::string> idle_properties;  // that no pitfall and no mutant violates
  Tolerance tolerance;                       // the exercise's
  // By how much each pitfall differs from the reference where it shows best, in units of the tolerance.
  std::vector<double> pitfall_distances;
  // The corridor, in units of the tolerance: the largest difference that rounding makes, and the smallest by
  // which a pitfall shows. Without pitfalls that differ in numbers there is no upper end.
  double noise = 0;
  std::optional<double> nearest_pitfall;
  std::optional<QuestionsAudit> questions;
  std::vector<std::string> findings;  // what is to be mended, each in a few lines; empty for a good exercise
  double wall_s = 0;
};

}  // namespace grader::model
