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
      for (std::size_t i = 0; i < questions_.size(); ++i)
        result_.answers[i] = read_from(*root, text_, questions_[i]);
      refuse_unknown_questions(*root, questions_, problems);
      result_.mistakes = problems.take();
    } else {
      read_one_by_one(problems.take());
    }
    return std::move(result_);
  }

 private:
  ReadAnswer read_from(const Node& root, std::string_view text, const model::Question& question) const {
    ReadAnswer read;
    const Node* node = root.find(question.id);
    if (node == nullptr) return read;
    Problems problems(file_, text);
    const Node* answer = answer_in(*node, problems);
    if (answer != nullptr) read.answer = read_answer(*answer, question, problems);
    read.mistakes = problems.take();
    return read;
  }

  /// A file that is no YAML as a whole may have only one bad line. What is `wrong` with it is said where an
  /// answer is, or else of the file.
  void read_one_by_one(std::vector<util::Diagnostic> wrong) {
    bool is_said = false;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      const auto lines = lines_of_answer(text_, questions_[i].id);
      if (lines)
        result_.answers[i] = read_alone(*lines, wrong, questions_[i]);
      else
        result_.answers[i].is_lost = true;
      is_said = is_said || !result_.answers[i].mistakes.empty();
    }
    if (!is_said) result_.mistakes = std::move(wrong);
  }

  ReadAnswer read_alone(const AnswerLines& lines, const std::vector<util::Diagnostic>& wrong,
                        const model::Question& question) const {
    Problems problems(file_, lines.text);
    const auto root = parse(problems);
    if (root && root->is_mapping()) return read_from(*root, lines.text, question);
    return {{}, mistakes_in(lines, wrong, problems.take()), false};
  }

  /// The lines alone may be wrong in another way: an alias is unknown there.
  static std::vector<util::Diagnostic> mistakes_in(const AnswerLines& lines,
                                                   const std::vector<util::Diagnostic>& of_file,
                                                   std::vector<util::Diagnostic> of_lines) {
    std::vector<util::Diagnostic> found;
    for (const util::Diagnostic& mistake : of_file)
      if (mistake.where.line >= lines.first && mistake.where.line <= lines.last) found.push_back(mistake);
    if (!found.empty()) return found;
    // A bracket that nobody closes is missed at the end of the file; it is looked for where the answer
    // begins.
    for (util::Diagnostic& mistake : of_lines)
      if (mistake.where.line > lines.last) {
        mistake.where.line = lines.first;
        mistake.where.column = 1;
        mistake.source_line = util::line_of(lines.text, lines.first);
      }
    return of_lines;
  }

  const std::filesystem::path& file_;
  std::string_view text_;
  const std::vector<model::Question>& questions_;
  ReadAnswers result_;
};

}  // namespace

ReadAnswers read_answers(const std::filesystem::path& shown_as, std::string_view text,
                         const std::vector<model::Question>& questions) {
  // Some editors put a byte order mark in front, and their users never see it.
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return AnswersReader(shown_as, text, questions).read();
}

}  // namespace grader::spec
