#include "spec/text_places.hpp"

#include <algorithm>

namespace grader::spec {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The length of the line end at the beginning of `text`, 0 where there is none.
std::size_t break_length(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  return text.starts_with('\n') || text.starts_with('\r') ? 1 : 0;
}

std::size_t utf8_length(unsigned long code) {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/// Goes through the file and through a scalar's text at once, as the YAML library does when it reads it.
/// Stops where they contradict each other.
class Follower {
 public:
  Follower(const Node& scalar, std::string_view file_text)
      : style_(scalar.style), text_(scalar.text), here_(scalar.place), places_(scalar.place) {
    rest_ = file_text.substr(std::min(scalar.begin, file_text.size()));
  }

  /// Whether the whole text was found.
  bool follow() {
    if (style_ == Node::Style::folded) return false;
    if (style_ == Node::Style::literal) return follow_block();
    if (style_ != Node::Style::plain) advance(1);
    while (!is_done())
      if (!step()) return false;
    return true;
  }

  TextPlaces take() { return std::move(places_); }

 private:
  bool is_done() const { return places_.size() == text_.size(); }

  void advance(std::size_t count) {
    for (const char byte : rest_.substr(0, count)) {
      ++here_.column;
      if (byte == '\n') here_ = {here_.line + 1, 1};
    }
    rest_.remove_prefix(std::min(count, rest_.size()));
  }

  void skip_blanks() { advance(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  /// The next `bytes` of the text are written as the next `length` of the file.
  void take_over(std::size_t bytes, std::size_t length) {
    const Place begin = here_;
    advance(length);
    for (std::size_t i = 0; i < bytes && !is_done(); ++i) places_.add(begin, here_);
  }

  bool take_same() {
    if (rest_.empty() || rest_[0] != text_[places_.size()]) return false;
    take_over(1, 1);
    return true;
  }

  bool step() {
    const std::size_t blanks = std::min(rest_.find_first_not_of(" \t"), rest_.size());
    if (break_length(rest_.substr(blanks)) > 0) {
      advance(blanks);
      return fold(" ");
    }
    for (std::size_t i = 0; i < blanks && !is_done(); ++i)
      if (!take_same()) return false;
    if (is_done()) return true;
    if (style_ == Node::Style::single_quoted && rest_.starts_with('\'')) {
      if (!rest_.starts_with("''")) return false;
      take_over(1, 2);
      return true;
    }
    if (style_ == Node::Style::double_quoted && rest_.starts_with('"')) return false;
    if (style_ == Node::Style::double_quoted && rest_.starts_with('\\')) return take_escape();
    return take_same();
  }

  /// A line end within plain or quoted text is a blank, or a newline for every empty line behind it.
  bool fold(std::string_view joint) {
    const Place begin = here_;
    std::size_t breaks = 0;
    while (const std::size_t length = break_length(rest_)) {
      advance(length);
      skip_blanks();
      ++breaks;
    }
    const std::string_view rest_of_text = text_.substr(places_.size());
    std::size_t joined = breaks == 1 ? joint.size() : 0;
    if (!rest_of_text.starts_with(breaks == 1 ? joint : "\n")) return false;
    // The library drops some of the empty lines at the end of a quoted text.
    while (joined + 1 < breaks && joined < rest_of_text.size() && rest_of_text[joined] == '\n') ++joined;
    for (std::size_t i = 0; i < joined; ++i) places_.add(begin, here_);
    return true;
  }

  bool take_escape() {
    if (break_length(rest_.substr(1)) > 0) {
      advance(1);
      return fold("");
    }
    const char kind = rest_.size() > 1 ? rest_[1] : ' ';
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
      const std::string code(rest_.substr(std::min<std::size_t>(2, rest_.size()), digits));
      if (code.size() < digits || code.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
        return false;
      take_over(utf8_length(std::stoul(code, nullptr, 16)), 2 + digits);
      return true;
    }
    // Line and paragraph separator; the others are single characters of ASCII (but for two of Latin-1, which
    // versions of the library write in different ways).
    if (kind == 'N' || kind == '_') return false;
    take_over(kind == 'L' || kind == 'P' ? 3 : 1, 2);
    return true;
  }

  /// A line of a literal block is a line of the text, indented.
  bool follow_block() {
    advance(std::min(rest_.find('\n'), rest_.size()) + 1);
    while (!is_done()) {
      const std::string_view line =
          text_.substr(places_.size(), text_.find('\n', places_.size()) - places_.size());
      std::string_view source = rest_.substr(0, rest_.find('\n'));
      if (source.ends_with('\r')) source.remove_suffix(1);
      if (!source.ends_with(line)) return false;
      const std::size_t indentation = source.size() - line.size();
      if (!std::all_of(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(indentation), is_blank))
        return false;
      advance(indentation);
      while (!is_done() && text_[places_.size()] != '\n') take_same();
      take_over(1, break_length(rest_));
    }
    return true;
  }

  Node::Style style_;
  std::string_view text_;
  Place here_;  // of rest_
  std::string_view rest_;
  TextPlaces places_;
};

}  // namespace

void TextPlaces::add(Place place, Place end) {
  const bool continues =
      !runs_.empty() && place.line == runs_.back().place.line &&
      place.column == runs_.back().place.column + static_cast<int>(size_ - runs_.back().offset);
  if (!continues) runs_.push_back({size_, place});
  ++size_;
  end_ = end;
}

void TextPlaces::append(const TextPlaces& other, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) add(other.at(i), other.at(i + 1));
}

void TextPlaces::cut(std::size_t bytes) {
  if (bytes >= size_) return;
  end_ = at(bytes);
  size_ = bytes;
  while (!runs_.empty() && runs_.back().offset >= size_) runs_.pop_back();
}

Place TextPlaces::at(std::size_t offset) const {
  if (offset >= size_) return end_;
  const auto is_behind = [](std::size_t at, const Run& run) { return at < run.offset; };
  const Run& run = *std::prev(std::upper_bound(runs_.begin(), runs_.end(), offset, is_behind));
  return {run.place.line, run.place.column + static_cast<int>(offset - run.offset)};
}

TextPlaces places_of(const Node& scalar, std::string_view file_text) {
  Follower follower(scalar, file_text);
  return follower.follow() ? follower.take() : TextPlaces(scalar.place);
}

Place place_in(const Node& scalar, std::size_t offset, std::string_view file_text) {
  return places_of(scalar, file_text).at(offset);
}

}  // namespace grader::spec
