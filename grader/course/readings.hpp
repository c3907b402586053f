#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/exercise.hpp"

namespace grader::course {

/// What a specification's text was read as before, kept by whoever has a place for it: reading is most of
/// what the commands do that grade nothing. Implementations are thread-safe.
class Readings {
 public:
  virtual ~Readings() = default;

  /// The exercise as the specification alone says it, its file's place left out; nothing where these texts,
  /// of course.yaml and of the specification, were not read before or had mistakes.
  virtual std::optional<model::Exercise> find(const std::string& id, std::string_view course,
                                              std::string_view specification) = 0;
  virtual void keep(const std::string& id, std::string_view course, std::string_view specification,
                    const model::Exercise& exercise) = 0;

  /// Whether nothing was wrong with what a specification says of functions of others when `texts`, which
  /// stand for its own text, for theirs and for course.yaml, were the same.
  virtual bool found_sound(const std::string& id, std::string_view texts) = 0;
  virtual void keep_sound(const std::string& id, std::string_view texts) = 0;

  /// The key of questions; `texts` stand for course.yaml and the specification, `key` is the file's text.
  virtual std::optional<model::AnswerKey> find_key(const std::string& id, std::string_view texts,
                                                   std::string_view key) = 0;
  virtual void keep_key(const std::string& id, std::string_view texts, std::string_view key,
                        const model::AnswerKey& read) = 0;

  /// Called when a whole course was read.
  virtual void save() = 0;
};

}  // namespace grader::course
