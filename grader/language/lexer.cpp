#include "language/lexer.hpp"

#include <algorithm>
#include <array>

namespace grader::language {
namespace {

// Not <cctype>: what a letter is must not depend on the locale, and bytes above 127 are no letters.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

constexpr std::string_view kTypeSigns = "[](){}<>,:+-*/";
constexpr std::string_view kPropertySigns = "[](){}<>,:+-*/%@.=!~^&|?;";
constexpr std::array<std::string_view, 1> kLongTypeSigns{"//"};
constexpr std::array<std::string_view, 10> kLongPropertySigns{
    "//", "**", "~=", "!~", "==", "!=", "<=", ">=", "&&", "||"};

}  // namespace

Lexer::Lexer(std::string_view text, Language language) : text_(text), language_(language), next_(scan()) {}

Token Lexer::take() {
  const Token token = next_;
  next_ = scan();
  return token;
}

Token Lexer::scan() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  const std::size_t start = at_;
  const auto token = [&](Token::Kind kind) { return Token{kind, text_.substr(start, at_ - start), start}; };
  if (at_ == text_.size()) return token(Token::Kind::end);
  const char first = text_[at_];
  if (is_letter(first)) {
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    return token(Token::Kind::name);
  }
  if (begins_number()) {
    skip_number();
    return token(Token::Kind::number);
  }
  if (language_ == Language::properties && (first == '"' || first == '\''))
    return token(skip_string() ? Token::Kind::string : Token::Kind::unknown);
  const auto signs = language_ == Language::types ? kTypeSigns : kPropertySigns;
  if (signs.find(first) != std::string_view::npos) {
    skip_sign();
    return token(Token::Kind::sign);
  }
  ++at_;
  while (at_ < text_.size() && is_inside_character(text_[at_])) ++at_;
  return token(Token::Kind::unknown);
}

bool Lexer::begins_number() const {
  if (is_digit(text_[at_])) return true;
  return language_ == Language::properties && text_[at_] == '.' && at_ + 1 < text_.size() &&
         is_digit(text_[at_ + 1]);
}

/// Letters and points are taken along, so that "2x" and "1.2.3" are one wrong number and not two tokens.
void Lexer::skip_number() {
  const auto belongs = [&](char c) {
    if (is_letter(c) || is_digit(c) || c == '.') return true;
    const char before = text_[at_ - 1];
    return language_ == Language::properties && (c == '+' || c == '-') && (before == 'e' || before == 'E');
  };
  ++at_;
  while (at_ < text_.size() && belongs(text_[at_])) ++at_;
}

/// To the quote that ends it; to the end of the line where there is none.
bool Lexer::skip_string() {
  const char quote = text_[at_++];
  while (at_ < text_.size() && text_[at_] != '\n') {
    const char c = text_[at_++];
    if (c == quote) return true;
    if (c == '\\' && at_ < text_.size() && text_[at_] != '\n') ++at_;
  }
  return false;
}

void Lexer::skip_sign() {
  const std::string_view two = text_.substr(at_, 2);
  const auto is_long = [&](const auto& signs) {
    return std::find(signs.begin(), signs.end(), two) != signs.end();
  };
  at_ += (language_ == Language::types ? is_long(kLongTypeSigns) : is_long(kLongPropertySigns)) ? 2 : 1;
}

std::string describe(const Token& token) {
  if (token.kind == Token::Kind::end) return "the end";
  constexpr std::size_t kLongest = 40;
  std::string text;
  for (const char c : token.text.substr(0, kLongest))
    text += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  return "'" + text + (token.text.size() > kLongest ? "..." : "") + "'";
}

}  // namespace grader::language
