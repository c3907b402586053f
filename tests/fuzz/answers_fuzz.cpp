#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "judge/questions.hpp"
#include "spec/answers.hpp"
#include "support/quiz.hpp"

// Whatever bytes a student hands in as answers, reading them ends with answers or with diagnostics, one or
// the other for each question, and what is read can be judged. The same bytes as a key end as a key or with
// diagnostics; a key is an answers file too, and its own answers are right.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace grader;
  static const model::Exercise exercise = support::quiz();
  static const model::AnswerKey key = support::quiz_key();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const spec::ReadAnswers read = spec::read_answers("student/texts/quiz.yaml", text, exercise.questions);
  if (read.answers.size() != exercise.questions.size()) std::abort();
  util::render(read.mistakes);
  for (std::size_t i = 0; i < read.answers.size(); ++i) {
    const spec::ReadAnswer& answer = read.answers[i];
    util::render(answer.mistakes);
    if (answer.answer && (!answer.mistakes.empty() || answer.is_lost)) std::abort();
    if (answer.answer) judge::judge_answer(exercise.questions[i], key[i], *answer.answer);
  }
  const spec::ReadKey as_key = spec::read_key("reference/texts/quiz.yaml", text, exercise.questions);
  if (as_key.key.has_value() != as_key.mistakes.empty()) std::abort();
  if (!as_key.key) return 0;
  for (std::size_t i = 0; i < as_key.key->size(); ++i) {
    const model::KeyEntry& entry = (*as_key.key)[i];
    judge::judge_answer(exercise.questions[i], entry, key[i].answer);
    if (!read.answers[i].answer || *read.answers[i].answer != entry.answer) std::abort();
    const model::Verdict verdict = judge::judge_answer(exercise.questions[i], entry, entry.answer).verdict;
    if (verdict != model::Verdict::accepted && verdict != model::Verdict::needs_review) std::abort();
  }
  return 0;
}
