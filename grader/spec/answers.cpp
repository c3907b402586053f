#include "spec/answers.hpp"

#include <string>

#include "spec/answer.hpp"
#include "spec/mapping.hpp"
#include "util/text.hpp"

namespace grader::spec {
namespace {

/// The lines from `id:` to the next key. All others are empty in `text`, so that places stay what they are.
struct AnswerLines {
  std::string text;
  int first = 0;
  int last = 0;
};

/// Nothing where no line begins so.
std::optional<AnswerLines> lines_of_answer(std::string_view text, const std::string& id) {
  AnswerLines found;
  bool is_inside = false;
  int number = 0;
  for (const std::string_view line : util::split_lines(text)) {
    ++number;
    const bool goes_on =
        line.empty() ||
        (std::string_view(" \t\r#-]}").find(line[0]) != std::string_view::npos && !line.starts_with("---"));
    if (!goes_on)
      is_inside = found.first == 0 && line.starts_with(id) && line.substr(id.size()).starts_with(':');
    if (is_inside) {
      if (found.first == 0) found.first = number;
      found.last = number;
      found.text += line;
    }
    found.text += '\n';
  }
  return found.first > 0 ? std::optional(std::move(found)) : std::nullopt;
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
      read_one_by_one(problems.take());
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

  /// A file that is no YAML as a whole may have only one bad line. What is `wrong` with it is said where an
  /// answer is, or else of the file.
  void read_one_by_one(std::vector<util::Diagnostic> wrong) {
    bool is_said = false;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      const auto lines = lines_of_answer(text_, questions_[i].id);
      Problems problems(file_, lines ? std::string_view(lines->text) : std::string_view());
      const auto root = lines ? parse(problems) : std::nullopt;
      ReadAnswer& answer = result_.answers[i];
      answer.is_lost = !lines;
      if (root && root->is_mapping())
        read_from(*root, lines->text, i);
      else if (lines)
        answer.mistakes = mistakes_in(*lines, wrong, problems.take());
      is_said = is_said || !answer.mistakes.empty();
    }
    if (!is_said) result_.mistakes = std::move(wrong);
  }

  /// The lines alone may be wrong in another way: an alias is unknown there.
  static std::vector<util::Diagnostic> mistakes_in(const AnswerLines& lines,
                                                   const std::vector<util::Diagnostic>& of_file,
                                                   std::vector<util::Diagnostic> of_lines) {
    std::vector<util::Diagnostic> found;
    for (const util::Diagnostic& mistake : of_file)
      if (mistake.where.line >= lines.first && mistake.where.line <= lines.last) found.push_back(mistake);
    return found.empty() ? of_lines : found;
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
