#include "language/lexer.hpp"

#include <algorithm>

namespace grader::language {
namespace {

// Not <cctype>: what a letter is must not depend on the locale, and bytes above 127 are no letters.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_sign(char c) { return std::string_view("[](){}<>,:+-*/").find(c) != std::string_view::npos; }
bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

Lexer::Lexer(std::string_view text) : text_(text), next_(scan()) {}

Token Lexer::take() {
  const Token token = next_;
  next_ = scan();
  return token;
}

Token Lexer::scan() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  const std::size_t start = at_;
  const auto token = [&](Token::Kind kind) { return Token{kind, text_.substr(start, at_ - start), start}; };
  const auto skip_while = [&](auto belongs) {
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
  };
  if (at_ == text_.size()) return token(Token::Kind::end);
  const char first = text_[at_++];
  if (is_letter(first)) {
    skip_while([](char c) { return is_letter(c) || is_digit(c); });
    return token(Token::Kind::name);
  }
  if (is_digit(first)) {
    // Letters and points are taken along, so that "2.5" and "2x" are one wrong number and not two tokens.
    skip_while([](char c) { return is_letter(c) || is_digit(c) || c == '.'; });
    return token(Token::Kind::number);
  }
  if (is_sign(first)) {
    if (text_.substr(start, 2) == "//") ++at_;
    return token(Token::Kind::sign);
  }
  skip_while(is_inside_character);
  return token(Token::Kind::unknown);
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
