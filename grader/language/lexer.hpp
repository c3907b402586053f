#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace grader::language {

/// A part of a text written in a signature or in a property: a name, a number, a string or a sign. The
/// longest sign wins. Bytes that belong to nothing become tokens of kind `unknown`, so that the parser says
/// what it expected instead.
struct Token {
  enum class Kind { name, number, string, sign, unknown, end };
  Kind kind = Kind::end;
  std::string_view text;
  std::size_t offset = 0;  // in bytes, from the beginning of the text

  bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
};

/// Cuts a text into tokens, one at a time and with one of lookahead. The text must outlive the lexer.
class Lexer {
 public:
  /// Types know few signs and whole numbers. Properties know more: numbers like 1e-5, strings, and the signs
  /// of other languages (`&&`), so that messages can name them.
  enum class Language { types, properties };

  explicit Lexer(std::string_view text, Language language = Language::types);
  const Token& peek() const { return next_; }
  Token take();

 private:
  Token scan();
  bool begins_number() const;
  void skip_number();
  bool skip_string();
  void skip_sign();

  std::string_view text_;
  Language language_;
  std::size_t at_ = 0;
  Token next_;
};

/// "'x'", or "the end" for the last token: how messages name what was found.
std::string describe(const Token& token);

}  // namespace grader::language
