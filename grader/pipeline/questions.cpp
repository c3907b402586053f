#include "pipeline/questions.hpp"

#include "judge/questions.hpp"
#include "pipeline/checks.hpp"
#include "spec/answers.hpp"

namespace grader::pipeline {
namespace {

using model::Verdict;

std::string rendered(const std::vector<util::Diagnostic>& mistakes) {
  std::string text = util::render(mistakes);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

void judge_one(const model::Question& question, const model::KeyEntry& key, const spec::ReadAnswer& read,
               model::CheckResult& check) {
  check.answer = read.answer;
  check.message =
      read.is_lost ? "Not found in the file, which is no YAML as a whole." : rendered(read.mistakes);
  if (!read.mistakes.empty() || read.is_lost) {
    check.verdict = Verdict::rejected;
  } else if (!read.answer) {
    check.verdict = Verdict::not_implemented;
  } else {
    judge::JudgedAnswer judged = judge::judge_answer(question, key, *read.answer);
    check.verdict = judged.verdict;
    check.message = std::move(judged.message);
  }
  check.failed_inputs = check.verdict == Verdict::accepted || check.verdict == Verdict::needs_review ? 0 : 1;
}

}  // namespace

void judge_answers(const model::Exercise& exercise, const model::AnswerKey& key,
                   const std::filesystem::path& file, std::string_view text, model::ExerciseResult& result) {
  const spec::ReadAnswers read = spec::read_answers(file, text, exercise.questions);
  result.message = rendered(read.mistakes);
  result.checks = all_checks(exercise);
  for (std::size_t i = 0; i < exercise.questions.size(); ++i)
    judge_one(exercise.questions[i], key.at(i), read.answers[i], result.checks[i]);
  // What is said of the whole file need not be said once more for each answer that is not in it.
  if (!result.message.empty())
    for (std::size_t i = 0; i < exercise.questions.size(); ++i)
      if (read.answers[i].is_lost) result.checks[i].message.clear();
}

}  // namespace grader::pipeline
