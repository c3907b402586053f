#include "spec/answers.hpp"

#include <algorithm>
#include <string>

#include "spec/answer.hpp"
#include "spec/mapping.hpp"
#include "util/text.hpp"

namespace grader::spec {
namespace {

/// Only the lines from `id:` to the next key; all others are empty, so that places stay what they are.
/// Nothing where no line begins so.
std::optional<std::string> lines_of_answer(std::string_view text, const std::string& id) {
  std::string lines;
  bool is_inside = false;
  bool is_found = false;
  for (const std::string_view line : util::split_lines(text)) {
    const bool goes_on =
        line.empty() ||
        (std::string_view(" \t\r#-]}").find(line[0]) != std::string_view::npos && !line.starts_with("---"));
    if (!goes_on) {
      is_inside = !is_found && line.starts_with(id) && line.substr(id.size()).starts_with(':');
      is_found = is_found || is_inside;
    }
    if (is_inside) lines += line;
    lines += '\n';
  }
  return is_found ? std::optional(std::move(lines)) : std::nullopt;
}

/// As in a key, an answer may be in a mapping, where everything beside it is the key's.
const Node* answer_in(const Node& node, Problems& problems) {
  if (!node.is_mapping()) return &node;
  return require(node, "answer", "the answer", problems);
}

class AnswersReader {
 public:
  AnswersReader(const std::filesystem::path& file, std::string_view text,
                const std::vector<model::Question>& questions)
      : file_(file), text_(text), questions_(questions) {
    result_.answers.resize(questions.size());
  }

  ReadAnswers read() {
    if (is_blank(text_)) return std::move(result_);
    Problems problems(file_, text_);
    const auto root = parse(problems);
    if (root && is_mapping(*root, "an answers file", problems)) {
      for (std::size_t i = 0; i < questions_.size(); ++i) read_from(*root, text_, i);
      refuse_unknown_questions(*root, questions_, problems);
      result_.mistakes = problems.take();
    } else {
      read_one_by_one();
      // What belongs to one answer is said there.
      const bool is_said = std::any_of(result_.answers.begin(), result_.answers.end(),
                                       [](const ReadAnswer& answer) { return !answer.mistakes.empty(); });
      if (!is_said) result_.mistakes = problems.take();
    }
    return std::move(result_);
  }

 private:
  void read_from(const Node& root, std::string_view text, std::size_t i) {
    const Node* node = root.find(questions_[i].id);
    if (node == nullptr) return;
    Problems problems(file_, text);
    const Node* answer = answer_in(*node, problems);
    if (answer != nullptr) result_.answers[i].answer = read_answer(*answer, questions_[i], problems);
    result_.answers[i].mistakes = problems.take();
  }

  /// A file that is no YAML as a whole may have only one bad line.
  void read_one_by_one() {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      const auto lines = lines_of_answer(text_, questions_[i].id);
      Problems problems(file_, lines ? std::string_view(*lines) : std::string_view());
      const auto root = lines ? parse(problems) : std::nullopt;
      if (root && root->is_mapping())
        read_from(*root, *lines, i);
      else if (lines)
        result_.answers[i].mistakes = problems.take();
      else
        result_.answers[i].is_lost = true;
    }
  }

  const std::filesystem::path& file_;
  std::string_view text_;
  const std::vector<model::Question>& questions_;
  ReadAnswers result_;
};

}  // namespace

ReadAnswers read_answers(const std::filesystem::path& shown_as, std::string_view text,
                         const std::vector<model::Question>& questions) {
  return AnswersReader(shown_as, text, questions).read();
}

}  // namespace grader::spec
