#include "judge/questions.hpp"

#include <doctest/doctest.h>

#include "support/quiz.hpp"

using namespace grader;
using model::Verdict;

namespace {

judge::JudgedAnswer judged(std::size_t question, const model::Answer& answer) {
  return judge::judge_answer(support::quiz().questions.at(question), support::quiz_key().at(question),
                             answer);
}

std::vector<std::string> options(std::initializer_list<const char*> ids) { return {ids.begin(), ids.end()}; }

}  // namespace

TEST_CASE("a choice is right, or gets the explanation of what was chosen") {
  CHECK(judged(0, std::string("b")).verdict == Verdict::accepted);
  CHECK(judged(0, std::string("b")).message == "");
  CHECK(judged(0, std::string("a")).verdict == Verdict::wrong_answer);
  CHECK(judged(0, std::string("a")).message == "Grass is.");
}

TEST_CASE("choices are right as a whole, and only what was chosen wrongly is explained") {
  CHECK(judged(1, options({"two", "four"})).verdict == Verdict::accepted);
  CHECK(judged(1, options({"two", "three", "four"})).message == "three: 3 leaves 1.");
  CHECK(judged(1, options({"three", "five"})).message == "three: 3 leaves 1.\nfive: 5 leaves 1.");
  CHECK(judged(1, options({"two", "three"})).message == "three: 3 leaves 1.");
}

TEST_CASE("which options are missing is not said") {
  const auto result = judged(1, options({"four"}));
  CHECK(result.verdict == Verdict::wrong_answer);
  CHECK(result.message == "What is chosen belongs here, but not all that belongs is chosen.");
  CHECK(judged(1, options({"two"})).message == result.message);
}

TEST_CASE("a number may be off by the tolerance") {
  CHECK(judged(2, 0.33).verdict == Verdict::accepted);
  CHECK(judged(2, 0.338).verdict == Verdict::accepted);
  CHECK(judged(2, 0.339).verdict == Verdict::wrong_answer);
  CHECK(judged(2, 0.339).message == "0.339 is not it, within the tolerance of 0.005 + 0 |right|.");
}

TEST_CASE("an exact number has no tolerance to speak of") {
  model::Question question = support::quiz().questions.at(2);
  question.tolerance = {0, 0};
  CHECK(judge::judge_answer(question, support::quiz_key().at(2), 0.5).message == "0.5 is not it.");
}

TEST_CASE("a typical wrong number is explained, within the same tolerance") {
  CHECK(judged(2, 3.0).message == "That is its inverse.");
  CHECK(judged(2, 3.004).message == "That is its inverse.");
  CHECK(judged(2, 0.25).message == "That is a quarter.");
}

TEST_CASE("a text is not judged by guessing") {
  CHECK(judged(3, std::string("Because.")).verdict == Verdict::needs_review);
  CHECK(judged(3, std::string("?")).verdict == Verdict::needs_review);
}
