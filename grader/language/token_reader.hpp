#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/lexer.hpp"
#include "language/types.hpp"

namespace grader::language {

/// Thrown inside the parser only; its users get a value.
struct ParseFailure {
  Mistake mistake;
};

/// What the parser's rules are written with: looking at the next token, taking it, refusing it.
class TokenReader {
 public:
  explicit TokenReader(std::string_view text) : lexer_(text, Lexer::Language::properties) {}

  const Token& peek() const { return lexer_.peek(); }
  Token take() { return lexer_.take(); }
  bool at(std::string_view sign) const { return peek().is(sign); }
  bool at_word(std::string_view word) const {
    return peek().kind == Token::Kind::name && peek().text == word;
  }
  template <class Signs>
  bool at_one_of(const Signs& signs) const {
    for (const std::string_view sign : signs)
      if (at(sign)) return true;
    return false;
  }
  bool take_if(std::string_view sign);
  /// Takes the sign that ends something and says where that end is.
  std::size_t close(std::string_view sign, std::string_view expected);

  [[noreturn]] static void fail(std::size_t offset, std::string message, std::string hint = {});
  [[noreturn]] static void fail_expected(std::string_view what, const Token& found);

  /// Counts how deep the parser's functions are inside one another.
  class Nested {
   public:
    Nested(TokenReader& reader, int deepest);
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
    ~Nested() { --reader_.depth_; }

   private:
    TokenReader& reader_;
  };

 private:
  Lexer lexer_;
  int depth_ = 0;
};

}  // namespace grader::language
