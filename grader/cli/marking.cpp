#include "cli/marking.hpp"

#include <fmt/ostream.h>

#include <charconv>
#include <istream>
#include <ostream>

#include "cli/markdown.hpp"
#include "report/value_text.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

constexpr std::size_t kIndent = 2;

void print_block(std::string_view heading, const std::string& text, std::size_t width, std::ostream& out) {
  out << heading << '\n';
  for (const std::string& line : util::word_wrap(text, width - kIndent))
    out << (line.empty() ? "" : std::string(kIndent, ' ')) << line << '\n';
}

/// The file may be anybody's: nothing in it steers the terminal.
void show(const TextAnswer& text, const Marking& marking, std::ostream& out) {
  fmt::print(out, "\n{}\n", util::printable(text.id(), util::Newlines::escape));
  print_block("Question", render_markdown(text.prompt, marking.width - kIndent), marking.width, out);
  print_block("Answer", util::printable(text.answer), marking.width, out);
  if (const auto model = marking.model_answer(text))
    print_block("Model answer", render_markdown(*model, marking.width - kIndent), marking.width, out);
}

std::optional<double> number_in(std::string line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
  line.erase(0, line.find_first_not_of(' '));
  double number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const bool is_all = error == std::errc() && end == line.data() + line.size();
  return is_all ? std::optional(number) : std::nullopt;
}

enum class Reply { settled, skipped, ended };

Reply ask(ResultsFile& results, const TextAnswer& text, const Marking& marking, std::istream& in,
          std::ostream& out) {
  const std::string most = report::points_text(text.max_score);
  for (std::string line;;) {
    fmt::print(out, "Points, 0 to {} (s skips, q ends): ", most);
    out.flush();
    if (!std::getline(in, line) || line == "q") return Reply::ended;
    if (line == "s") return Reply::skipped;
    const auto points = number_in(line);
    if (points && *points >= 0 && *points <= text.max_score) {
      results.settle(text.id(), *points, marking.comment);
      return Reply::settled;
    }
    fmt::print(out, "'{}' is no number from 0 to {}.\n", util::printable(line), most);
  }
}

}  // namespace

void mark_in_dialogue(ResultsFile& results, const Marking& marking, std::istream& in, std::ostream& out) {
  const std::vector<TextAnswer> texts = results.texts();
  for (const TextAnswer& text : texts) {
    if (text.is_marked) continue;
    show(text, marking, out);
    const Reply reply = ask(results, text, marking, in, out);
    if (reply == Reply::settled) marking.save();
    if (reply == Reply::ended) break;
  }
  out << '\n';
}

}  // namespace grader::cli
