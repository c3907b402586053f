#include <fmt/format.h>

#include <algorithm>

#include "model/closeness.hpp"
#include "spec/answer.hpp"
#include "spec/answers.hpp"
#include "spec/mapping.hpp"
#include "spec/scalars.hpp"

namespace grader::spec {
namespace {

/// Reads the entry of one question.
class EntryReader {
 public:
  EntryReader(const model::Question& question, Problems& problems)
      : question_(question), problems_(problems) {}

  model::KeyEntry read(const Node& node) {
    if (!is_mapping(node, fmt::format("the key's entry '{}'", question_.id), problems_))
      return std::move(entry_);
    refuse_unknown(node, {"answer", "explanation"}, problems_);
    const std::string what = fmt::format("the key's entry '{}'", question_.id);
    if (const Node* answer = require(node, "answer", what, problems_)) read_right_answer(*answer);
    const Node* explanation = node.find("explanation");
    if (explanation == nullptr) {
      if (!question_.options.empty()) require(node, "explanation", what, problems_);
    } else if (is_mapping(*explanation, "'explanation'", problems_)) {
      read_explanation(*explanation);
    }
    if (question_.type == model::QuestionType::text && entry_.model_answer.empty())
      if (const auto* text = std::get_if<std::string>(&entry_.answer)) entry_.model_answer = *text;
    return std::move(entry_);
  }

 private:
  void read_right_answer(const Node& node) {
    const std::size_t before = problems_.count();
    const auto answer = read_answer(node, question_, problems_);
    if (answer)
      entry_.answer = *answer;
    else if (problems_.count() == before)
      problems_.add(node.place, fmt::format("the key has no answer to '{}'", question_.id));
    has_answer_ = answer.has_value();
  }

  void read_explanation(const Node& node) {
    for (const Entry& entry : node.entries) {
      const std::string what = fmt::format("the explanation of '{}'", entry.key);
      const auto text = read_text(entry.value, what, problems_);
      switch (question_.type) {
        case model::QuestionType::choice:
        case model::QuestionType::choices:
          explain_option(entry, text.value_or(""));
          break;
        case model::QuestionType::number:
          explain_number(entry, text.value_or(""));
          break;
        case model::QuestionType::text:
          explain_text(entry, text.value_or(""));
          break;
      }
    }
    for (const model::Option& option : question_.options)
      if (node.find(option.id) == nullptr)
        problems_.add(node.place,
                      fmt::format("the option '{}' of '{}' has no explanation", option.id, question_.id),
                      "whoever chooses it is told what is wrong, or right, about it");
  }

  void explain_option(const Entry& entry, const std::string& text) {
    if (has_option(question_, entry.key))
      entry_.of_options.emplace_back(entry.key, text);
    else
      report_unknown_option(entry.key, "'explanation'", question_, entry.place, problems_);
  }

  void explain_number(const Entry& entry, const std::string& text) {
    const auto number = to_float(entry.key);
    if (!number) {
      problems_.add(entry.place,
                    fmt::format("'explanation' of a number explains numbers, found {}", in_quotes(entry.key)),
                    "its keys are typical wrong answers: {0.5: what was confused to get it}");
      return;
    }
    const auto* right = has_answer_ ? std::get_if<double>(&entry_.answer) : nullptr;
    if (right != nullptr && !model::compare_numbers(*number, *right, question_.tolerance).wrong)
      problems_.add(entry.place, fmt::format("{} is right within the tolerance", entry.key),
                    "only wrong numbers are explained");
    entry_.of_numbers.emplace_back(*number, text);
  }

  void explain_text(const Entry& entry, const std::string& text) {
    if (entry.key == "model")
      entry_.model_answer = text;
    else
      problems_.add(entry.place, fmt::format("unknown key {}", in_quotes(entry.key)),
                    "the explanation of a text is {model: an answer for whoever marks}");
  }

  const model::Question& question_;
  Problems& problems_;
  model::KeyEntry entry_;
  bool has_answer_ = false;
};

}  // namespace

ReadKey read_key(const std::filesystem::path& shown_as, std::string_view text,
                 const std::vector<model::Question>& questions) {
  Problems problems(shown_as, text);
  ReadKey result;
  const auto root = parse(problems, "write {answer: …, explanation: {…}} for every question");
  if (root && is_mapping(*root, "a key", problems)) {
    refuse_unknown_questions(*root, questions, problems);
    model::AnswerKey key;
    for (const model::Question& question : questions) {
      const Node* node = root->find(question.id);
      if (node == nullptr)
        problems.add({}, fmt::format("the question '{}' has no entry", question.id),
                     fmt::format("add {}: {{answer: …, explanation: {{…}}}}", question.id));
      else
        key.push_back(EntryReader(question, problems).read(*node));
    }
    result.key = std::move(key);
  }
  result.mistakes = problems.take();
  if (!result.mistakes.empty()) result.key.reset();
  return result;
}

}  // namespace grader::spec
