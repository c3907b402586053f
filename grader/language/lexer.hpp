#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace grader::language {

/// A part of a text written in a signature or (later) in a property: a name, a number or a sign. Signs are
/// one character but for `//`. Bytes that belong to nothing become tokens of kind `unknown`, so that
/// the parser says what it expected instead.
struct Token {
  enum class Kind { name, number, sign, unknown, end };
  Kind kind = Kind::end;
  std::string_view text;
  std::size_t offset = 0;  // in bytes, from the beginning of the text

  bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
};

/// Cuts a text into tokens, one at a time and with one of lookahead. The text must outlive the lexer.
class Lexer {
 public:
  explicit Lexer(std::string_view text);
  const Token& peek() const { return next_; }
  Token take();

 private:
  Token scan();

  std::string_view text_;
  std::size_t at_ = 0;
  Token next_;
};

/// "'x'", or "the end" for the last token: how messages name what was found.
std::string describe(const Token& token);

}  // namespace grader::language
