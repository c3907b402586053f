#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "model/questions.hpp"
#include "util/diagnostic.hpp"

namespace grader::spec {

// Answers to questions, as files: a student's `{id: answer}`, and the key,
// `{id: {answer, explanation: {option: text}}}`. A key is a valid answers file, too.

/// The answer to one question, or what is wrong with it, or neither where it was left empty.
struct ReadAnswer {
  std::optional<model::Answer> answer;
  std::vector<util::Diagnostic> mistakes;
  bool is_lost = false;  // nobody can tell: the file is no YAML, and the answer was not found in it
};

struct ReadAnswers {
  std::vector<ReadAnswer> answers;         // one for each question
  std::vector<util::Diagnostic> mistakes;  // of the file, which belong to none of them
};

/// Reads a student's file. It may hold anything; a mistake in one answer leaves the others as they are, even
/// one that keeps the file from being YAML. Of two answers to one question the first counts.
ReadAnswers read_answers(const std::filesystem::path& shown_as, std::string_view text,
                         const std::vector<model::Question>& questions);

/// The key, or everything that is wrong with it.
struct ReadKey {
  std::optional<model::AnswerKey> key;
  std::vector<util::Diagnostic> mistakes;
};

/// Reads a key: every question has an answer of its type, every option an explanation, and no explained
/// wrong number is right.
ReadKey read_key(const std::filesystem::path& shown_as, std::string_view text,
                 const std::vector<model::Question>& questions);

}  // namespace grader::spec
