#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace grader::mutation {

/// A piece of a C++ source. The tokens of a source, joined, are the source; what is left open at its end (a
/// comment, a string) reaches to the end. `>` is always alone, because only the context says whether `>>`
/// closes two template argument lists.
struct Token {
  enum class Kind { space, comment, directive, name, number, text, sign, other };
  Kind kind = Kind::other;
  std::string_view text;
  std::size_t offset = 0;  // in bytes

  std::size_t end() const { return offset + text.size(); }
};

/// The source must outlive its tokens.
std::vector<Token> tokenize(std::string_view source);

/// Whether a word is one of a list.
template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace grader::mutation
