#include "mutation/token.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace grader::mutation {
namespace {

// Not <cctype>: what a letter is must not depend on the locale. Bytes above 127 belong to names.
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Longest first.
constexpr std::array<std::string_view, 23> kLongSigns = {"<=>", "<<=", "...", "->*", "::", "->", "++", "--",
                                                         "<<",  "<=",  ">=",  "==",  "!=", "&&", "||", "+=",
                                                         "-=",  "*=",  "/=",  "%=",  "&=", "|=", "^="};
constexpr std::string_view kSigns = "()[]{}<>;:,.?+-*/%=!&|^~#";

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    while (at_ < source_.size()) {
      const std::size_t start = at_;
      const Token::Kind kind = scan();
      tokens.push_back({kind, source_.substr(start, at_ - start), start});
      if (kind != Token::Kind::space && kind != Token::Kind::comment) line_begins_ = false;
      if (kind == Token::Kind::directive || tokens.back().text.find('\n') != std::string_view::npos)
        line_begins_ = true;
    }
    return tokens;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }
  bool begins(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

  /// Behind the next `mark`, or to the end.
  void skip_past(std::string_view mark) {
    const std::size_t found = source_.find(mark, at_);
    at_ = found == std::string_view::npos ? source_.size() : found + mark.size();
  }

  Token::Kind scan() {
    const char c = peek();
    if (is_space(c) || begins("\\\n")) return space();
    if (begins("//") || begins("/*")) return comment();
    if (c == '#' && line_begins_) return directive();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (is_letter(c)) return name();
    if (c == '"' || c == '\'') return quoted(c);
    return sign();
  }

  Token::Kind space() {
    while (is_space(peek()) || begins("\\\n")) at_ += is_space(peek()) ? 1 : 2;
    return Token::Kind::space;
  }

  Token::Kind comment() {
    if (begins("//")) {
      to_line_end();
    } else {
      at_ += 2;
      skip_past("*/");
    }
    return Token::Kind::comment;
  }

  void to_line_end() {
    while (at_ < source_.size() && peek() != '\n') at_ += begins("\\\n") ? 2 : 1;
  }

  Token::Kind directive() {
    while (at_ < source_.size() && peek() != '\n') {
      if (begins("/*"))
        comment();
      else
        at_ += begins("\\\n") ? 2 : 1;
    }
    return Token::Kind::directive;
  }

  Token::Kind number() {
    while (is_letter(peek()) || is_digit(peek()) || peek() == '.' || is_inside_number()) ++at_;
    return Token::Kind::number;
  }

  /// A digit separator, or the sign of an exponent.
  bool is_inside_number() const {
    if (peek() == '\'') return is_letter(peek(1)) || is_digit(peek(1));
    const bool is_exponent =
        at_ > 0 && std::string_view("eEpP").find(source_[at_ - 1]) != std::string_view::npos;
    return is_exponent && (peek() == '+' || peek() == '-');
  }

  Token::Kind name() {
    const std::size_t start = at_;
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    const std::string_view word = source_.substr(start, at_ - start);
    const bool is_raw = word == "R" || word == "LR" || word == "uR" || word == "UR" || word == "u8R";
    const bool is_prefix = word == "L" || word == "u" || word == "U" || word == "u8";
    if (is_raw && peek() == '"') return raw();
    if (is_prefix && (peek() == '"' || peek() == '\'')) return quoted(peek());
    return Token::Kind::name;
  }

  Token::Kind quoted(char quote) {
    ++at_;
    // A string ends with its line: one that is left open must not swallow the rest of the file.
    while (at_ < source_.size() && peek() != quote && peek() != '\n') at_ += peek() == '\\' ? 2 : 1;
    at_ = std::min(at_ + (peek() == quote ? 1 : 0), source_.size());
    return Token::Kind::text;
  }

  Token::Kind raw() {
    const std::size_t start = ++at_;
    const std::size_t open = source_.find('(', start);
    if (open == std::string_view::npos) {
      at_ = source_.size();
      return Token::Kind::text;
    }
    std::string end = ")";
    end += source_.substr(start, open - start);
    end += '"';
    skip_past(end);
    return Token::Kind::text;
  }

  Token::Kind sign() {
    const auto known = std::find_if(kLongSigns.begin(), kLongSigns.end(), [&](auto s) { return begins(s); });
    if (known != kLongSigns.end()) {
      at_ += known->size();
      return Token::Kind::sign;
    }
    return kSigns.find(source_[at_++]) == std::string_view::npos ? Token::Kind::other : Token::Kind::sign;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool line_begins_ = true;
};

}  // namespace

std::vector<Token> tokenize(std::string_view source) { return Tokenizer(source).run(); }

}  // namespace grader::mutation
