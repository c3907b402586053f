#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mutation/token.hpp"

namespace grader::mutation {

/// Tokens `first` up to, not including, `last`.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first >= last; }
  std::size_t size() const { return empty() ? 0 : last - first; }
  bool holds(std::size_t i) const { return i >= first && i < last; }
};

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A source as the tokens that mean something (no space, comments or directives), with the brackets among
/// them paired; `<` and `>` around template arguments are brackets, too. Looking beyond the ends is allowed
/// and finds an empty token. The source must outlive it.
class Code {
 public:
  explicit Code(std::string_view source);

  std::string_view source() const { return source_; }
  std::size_t size() const { return tokens_.size(); }
  Token::Kind kind(std::size_t i) const { return at(i).kind; }
  std::string_view text(std::size_t i) const { return at(i).text; }
  bool is(std::size_t i, std::string_view text) const { return at(i).text == text; }
  /// A name that is no keyword of a statement (types like `double` are names).
  bool is_name(std::size_t i) const;
  bool is_number(std::size_t i) const { return kind(i) == Token::Kind::number; }
  /// The other bracket, or kNone where there is none.
  std::size_t partner(std::size_t i) const { return i < size() ? partners_[i] : kNone; }
  bool opens(std::size_t i) const { return partner(i) != kNone && partner(i) > i; }
  bool closes(std::size_t i) const { return partner(i) != kNone && partner(i) < i; }
  /// Of template arguments.
  bool is_angle(std::size_t i) const { return partner(i) != kNone && (is(i, "<") || is(i, ">")); }
  /// The first token behind `i` and, where a bracket opens there, behind its partner.
  std::size_t next(std::size_t i) const { return opens(i) ? partner(i) + 1 : i + 1; }
  /// The first of these tokens outside inner brackets that is `text`, or range.last.
  std::size_t find(Range range, std::string_view text) const;
  /// The parts between `separator`s outside inner brackets; none of an empty range.
  std::vector<Range> split(Range range, std::string_view separator) const;

  /// As written, with the space and comments between the tokens.
  std::string text(Range range) const;
  std::size_t begin(std::size_t i) const { return i < size() ? tokens_[i].offset : source_.size(); }
  std::size_t end(std::size_t i) const { return i < size() ? tokens_[i].end() : source_.size(); }

 private:
  const Token& at(std::size_t i) const;
  void pair_brackets();
  void pair_angles();
  std::size_t angle_end(std::size_t open) const;

  std::string_view source_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> partners_;
};

}  // namespace grader::mutation
