#include <fmt/format.h>

#include <algorithm>

#include "codegen/codegen.hpp"
#include "judge/questions.hpp"
#include "pipeline/audit_room.hpp"
#include "pipeline/questions.hpp"
#include "util/files.hpp"

namespace grader::pipeline {
namespace {

using model::Verdict;

/// A wrong answer, and what has to be said to it.
struct WrongAnswer {
  model::Answer answer;
  std::string name;  // "option b"
  std::string explanation;
};

/// Every option that is wrong: alone, or beside the right ones.
std::vector<WrongAnswer> wrong_options(const model::Question& question, const model::KeyEntry& key) {
  std::vector<WrongAnswer> wrong;
  for (const model::Option& option : question.options) {
    const std::string explanation = judge::explanation_of(key, option.id);
    if (const auto* right = std::get_if<std::string>(&key.answer)) {
      if (*right != option.id) wrong.push_back({option.id, "the option " + option.id, explanation});
    } else if (const auto* several = std::get_if<std::vector<std::string>>(&key.answer)) {
      if (std::find(several->begin(), several->end(), option.id) != several->end()) continue;
      std::vector<std::string> chosen = *several;
      chosen.push_back(option.id);
      wrong.push_back({std::move(chosen), "the option " + option.id, option.id + ": " + explanation});
    }
  }
  return wrong;
}

std::vector<WrongAnswer> wrong_answers(const model::Question& question, const model::KeyEntry& key) {
  std::vector<WrongAnswer> wrong = wrong_options(question, key);
  for (const auto& [number, text] : key.of_numbers)
    wrong.push_back({number, fmt::format("the number {}", number), text});
  return wrong;
}

class QuestionsAuditor {
 public:
  QuestionsAuditor(const AuditTask& task, model::ExerciseAudit& audit)
      : exercise_(task.exercise), key_(task.course.key(task.exercise)), audit_(audit) {
    file_ = task.course.reference_file(exercise_);
  }

  void run() {
    audit_.questions.emplace();
    audit_.checks = static_cast<model::Index>(exercise_.questions.size());
    examine_stub();
    examine_key();
    for (std::size_t i = 0; i < exercise_.questions.size(); ++i)
      examine_wrong_answers(exercise_.questions[i], key_.at(i));
  }

 private:
  model::ExerciseResult judged(std::string_view text) const {
    model::ExerciseResult result;
    judge_answers(exercise_, key_, file_, text, result);
    return result;
  }

  void examine_stub() {
    for (const model::CheckResult& check : judged(codegen::stub(exercise_)).checks) {
      if (check.verdict == Verdict::not_implemented)
        ++audit_.stub_fails;
      else
        audit_.findings.push_back(
            fmt::format("the stub answers the question {}: {}", check.id, model::to_string(check.verdict)));
    }
  }

  /// The file itself, as if a student had written it.
  void examine_key() {
    audit_.questions->key_passes = true;
    for (const model::CheckResult& check : judged(util::read_file(file_).value_or("")).checks) {
      if (check.verdict == Verdict::needs_review) {
        ++audit_.questions->for_review;
      } else if (check.verdict != Verdict::accepted) {
        audit_.questions->key_passes = false;
        audit_.findings.push_back(fmt::format("the key's own answer to {} does not pass: {}", check.id,
                                              model::to_string(check.verdict)));
      }
    }
  }

  void examine_wrong_answers(const model::Question& question, const model::KeyEntry& key) {
    for (const WrongAnswer& wrong : wrong_answers(question, key)) {
      ++audit_.questions->wrong;
      const judge::JudgedAnswer judged = judge::judge_answer(question, key, wrong.answer);
      if (judged.verdict == Verdict::wrong_answer && judged.message == wrong.explanation)
        ++audit_.questions->explained;
      else if (judged.verdict == Verdict::wrong_answer)
        audit_.findings.push_back(fmt::format("{} of {} gets the explanation of another: {}", wrong.name,
                                              question.id, judged.message));
      else
        audit_.findings.push_back(fmt::format("{} of {} is not judged to be wrong", wrong.name, question.id));
    }
  }

  const model::Exercise& exercise_;
  const model::AnswerKey& key_;
  model::ExerciseAudit& audit_;
  std::filesystem::path file_;
};

}  // namespace

void audit_questions(const AuditTask& task, model::ExerciseAudit& audit) {
  QuestionsAuditor(task, audit).run();
}

}  // namespace grader::pipeline
