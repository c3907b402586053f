#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "course/course.hpp"
#include "pipeline/grade.hpp"
#include "pipeline/implementation.hpp"
#include "pipeline/remembered_answers.hpp"
#include "pipeline/remembered_results.hpp"

namespace grader::pipeline {

/// What one run over a submission takes from earlier ones and leaves for later ones. A result is taken where
/// all that it depends on is the same: the solution and those it uses, the specification with its files,
/// references and pitfalls, the seed, the compiler with its flags and headers, the isolation, and this
/// program. Without a cache, or with a compiler that cannot say what it depends on, nothing is remembered.
/// Thread-safe.
class Memory {
 public:
  Memory(const course::Course& course, const std::filesystem::path& submission, const Services& services,
         const GradeOptions& options);

  /// The key of a result; empty where none is remembered. `source` is the solution's text, `read` reads those
  /// it uses.
  std::string key(const model::Exercise& exercise, const std::string& source, const ReadSolution& read,
                  std::stop_token stop);

  /// The result with this key, where it may be taken from an earlier run.
  std::optional<model::ExerciseResult> find(const model::Exercise& exercise, const std::string& key);
  /// Keeps it where it is worth remembering.
  void keep(const model::Exercise& exercise, const std::string& key, const model::ExerciseResult& result);
  /// Writes the results that were kept.
  void save();

  /// Answers of references to the inputs of an exercise; null where none are remembered.
  std::unique_ptr<RememberedAnswers> answers(const model::Exercise& exercise, std::stop_token stop);

 private:
  /// What the references of an exercise and its inputs depend on; nothing where nothing is remembered.
  std::optional<build::KeyBuilder> ingredients(const model::Exercise& exercise, std::stop_token stop);
  /// Stands for what the course holds of an exercise, which may be long and is an ingredient of many keys.
  std::string texts_key(const model::Exercise& exercise);

  const course::Course& course_;
  const Services& services_;
  const GradeOptions& options_;
  std::optional<RememberedResults> results_;
  std::mutex mutex_;
  std::map<std::string, std::string> texts_keys_;  // by exercise
};

}  // namespace grader::pipeline
