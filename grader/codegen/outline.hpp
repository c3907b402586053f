#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mutation/token.hpp"

namespace grader::codegen {

/// A token that is neither white space nor a comment, and where it stands.
struct Piece : mutation::Token {
  bool outside = false;  // in no braces but those of namespaces
  int parentheses = 0;   // around it; they themselves count as outside of what they enclose
  int brackets = 0;

  bool is(std::string_view word) const { return text == word; }
};

/// A source's pieces; nothing where parentheses, brackets or braces do not match, or where a comment, a
/// string or a character is not closed. The source must outlive them.
std::optional<std::vector<Piece>> outline(std::string_view source);

}  // namespace grader::codegen
