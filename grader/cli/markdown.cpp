#include "cli/markdown.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "cli/plain_math.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::string_view without_indent(std::string_view line) {
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  return line;
}

std::size_t indent_of(std::string_view line) { return line.size() - without_indent(line).size(); }

/// Bytes of "- ", "* " or "12. "; 0 where the line begins no item.
std::size_t marker_length(std::string_view text) {
  if (text.starts_with("- ") || text.starts_with("* ")) return 2;
  std::size_t digits = 0;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) ++digits;
  return digits > 0 && text.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

/// The place where a run that opened with `mark` before `start` is closed; npos where it is not.
std::size_t closing(std::string_view text, std::size_t start, std::string_view mark) {
  if (start >= text.size() || is_space(text[start])) return std::string_view::npos;
  for (std::size_t at = text.find(mark, start + 1); at != std::string_view::npos;
       at = text.find(mark, at + 1))
    if (!is_space(text[at - 1])) return at;
  return std::string_view::npos;
}

/// Formulas become plain signs, emphasis loses its stars, code keeps its ticks.
std::string inline_text(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const bool code = text[at] == '`';
    const std::string_view mark = text.substr(at).starts_with("**") ? text.substr(at, 2) : text.substr(at, 1);
    const bool marked = code || text[at] == '$' || text[at] == '*';
    const std::size_t end = marked ? closing(text, at + mark.size(), mark) : std::string_view::npos;
    if (end == std::string_view::npos) {
      result += text[at++];
      continue;
    }
    const std::string_view inner = text.substr(at + mark.size(), end - at - mark.size());
    if (code)
      result += text.substr(at, end + 1 - at);
    else
      result += text[at] == '$' ? plain_math(inner) : inline_text(inner);
    at = end + mark.size();
  }
  return result;
}

class Renderer {
 public:
  explicit Renderer(std::size_t width) : width_(width) {}

  std::string render(std::string_view markdown) {
    lines_ = util::split_lines(markdown);
    for (at_ = 0; at_ < lines_.size();) block();
    while (result_.ends_with("\n\n")) result_.pop_back();
    return result_;
  }

 private:
  void block() {
    const std::string_view text = without_indent(lines_[at_]);
    if (text.empty()) return blank();
    if (text.starts_with("```")) return fenced();
    if (text.starts_with("$$")) return formula();
    if (text.starts_with('#')) return heading();
    if (text.starts_with('|')) return table();
    paragraph();
  }

  void blank() {
    if (!result_.empty() && !result_.ends_with("\n\n")) result_ += '\n';
    item_indent_ = 0;
    ++at_;
  }

  void fenced() {
    for (++at_; at_ < lines_.size() && !without_indent(lines_[at_]).starts_with("```"); ++at_)
      put(4, std::string(lines_[at_]));
    ++at_;
  }

  void table() {
    for (; at_ < lines_.size() && without_indent(lines_[at_]).starts_with('|'); ++at_)
      put(2, inline_text(without_indent(lines_[at_])));
  }

  void heading() {
    std::string_view text = without_indent(lines_[at_++]);
    text.remove_prefix(std::min(text.find_first_not_of('#'), text.size()));
    put(0, inline_text(without_indent(text)));
  }

  /// From $$ to $$; what follows on the last line is a paragraph.
  void formula() {
    std::string text(without_indent(lines_[at_++]).substr(2));
    std::size_t end = text.find("$$");
    while (end == std::string::npos && at_ < lines_.size()) {
      text += ' ';
      text += lines_[at_++];
      end = text.find("$$");
    }
    for (const std::string& line : display_math(std::string_view(text).substr(0, end)))
      wrapped(line, std::string(item_indent_ + 4, ' '), std::string(item_indent_ + 8, ' '));
    if (end != std::string::npos && end + 2 < text.size())
      wrapped(inline_text(without_indent(std::string_view(text).substr(end + 2))), "", "");
  }

  bool begins_block(std::string_view line) const {
    const std::string_view text = without_indent(line);
    return text.empty() || text.starts_with("```") || text.starts_with("$$") || text.starts_with('|') ||
           marker_length(text) > 0;
  }

  /// A paragraph, or one item of a list with the lines that belong to it.
  void paragraph() {
    const std::string_view first = lines_[at_++];
    const std::string_view text = without_indent(first);
    const std::size_t marker = marker_length(text);
    const std::size_t indent = marker > 0 ? indent_of(first) + marker : item_indent_;
    if (marker > 0) item_indent_ = indent;
    std::string whole(text.substr(marker));
    while (at_ < lines_.size() && !begins_block(lines_[at_])) {
      whole += ' ';
      whole += without_indent(lines_[at_++]);
    }
    const std::string head = std::string(indent - marker, ' ') + std::string(text.substr(0, marker));
    wrapped(inline_text(whole), head, std::string(indent, ' '));
  }

  void wrapped(const std::string& text, const std::string& head, const std::string& further) {
    const std::size_t room = width_ > further.size() + 20 ? width_ - further.size() : 20;
    bool first = true;
    for (const std::string& line : util::word_wrap(text, room)) {
      result_ += (first ? head : further) + line + "\n";
      first = false;
    }
  }

  void put(std::size_t indent, const std::string& line) {
    result_ += (line.empty() ? "" : std::string(indent, ' ')) + line + "\n";
  }

  std::size_t width_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::size_t item_indent_ = 0;
  std::string result_;
};

}  // namespace

std::string render_markdown(std::string_view markdown, std::size_t width) {
  return Renderer(width).render(util::printable(markdown));
}

}  // namespace grader::cli
