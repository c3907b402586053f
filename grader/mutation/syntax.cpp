#include "mutation/syntax.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace grader::mutation {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 18> kOperators = {{{"*", kProduct},
                                                                          {"/", kProduct},
                                                                          {"%", kProduct},
                                                                          {"+", kSum},
                                                                          {"-", kSum},
                                                                          {"<<", 8},
                                                                          {"<", kOrder},
                                                                          {">", kOrder},
                                                                          {"<=", kOrder},
                                                                          {">=", kOrder},
                                                                          {"==", kEquality},
                                                                          {"!=", kEquality},
                                                                          {"&", 5},
                                                                          {"^", 4},
                                                                          {"|", 3},
                                                                          {"&&", kAnd},
                                                                          {"||", kOr},
                                                                          {"<=>", 8}}};

}  // namespace

int Syntax::precedence(std::size_t i) const {
  if (i == 0 || code_.kind(i) != Token::Kind::sign || code_.is_angle(i) || !ends_operand(i - 1)) return 0;
  const auto found =
      std::find_if(kOperators.begin(), kOperators.end(), [&](auto& o) { return code_.is(i, o.first); });
  if (found == kOperators.end()) return 0;
  // `>>` is two tokens.
  if (found->first == ">" && (code_.is(i + 1, ">") || code_.is(i + 1, ">="))) return 8;
  return found->second;
}

bool Syntax::ends_operand(std::size_t i) const {
  return code_.is_name(i) || code_.is_number(i) || code_.kind(i) == Token::Kind::text || code_.closes(i);
}

bool Syntax::is_unary(std::size_t i) const {
  const bool is_sign =
      code_.is(i, "-") || code_.is(i, "+") || code_.is(i, "!") || code_.is(i, "*") || code_.is(i, "&");
  return is_sign && (i == 0 || !ends_operand(i - 1));
}

bool Syntax::is_inside(std::size_t i, std::size_t sign) const {
  return i < code_.size() && outline_.regions[i] == outline_.regions[sign] && use(i) != Use::fixed;
}

Range Syntax::right(std::size_t sign) const {
  const int own = precedence(sign);
  std::size_t i = sign + 1;
  while (i - sign < kLongestOperand && (is_inside(i, sign) || code_.is_angle(i))) {
    const bool ends =
        code_.closes(i) || code_.is(i, ",") || code_.is(i, ";") || code_.is(i, "?") || code_.is(i, ":");
    const int other = precedence(i);
    if (ends || (other != 0 && other <= own)) break;
    i = code_.next(i);
  }
  return {sign + 1, i};
}

/// The first token of the operands to the left that bind at least so tightly.
std::size_t Syntax::left_end(std::size_t sign, int at_least) const {
  std::size_t i = sign;
  while (i > 0 && sign - i < kLongestOperand) {
    const std::size_t before = i - 1;
    if (code_.closes(before)) {
      i = code_.partner(before);
      continue;
    }
    const std::string_view text = code_.text(before);
    const bool is_name = code_.kind(before) == Token::Kind::name && code_.is_name(before);
    const bool is_value = is_name || code_.is_number(before) || code_.kind(before) == Token::Kind::text;
    const bool belongs = is_value || text == "." || text == "->" || text == "::" || text == "++" ||
                         text == "--" || text == "~" || is_unary(before) || precedence(before) >= at_least;
    if (!is_inside(before, sign) || !belongs) break;
    i = before;
  }
  return i;
}

Range Syntax::left(std::size_t sign) const { return {left_end(sign, precedence(sign)), sign}; }

std::vector<Chain> Syntax::chains(int wanted) const {
  std::vector<Chain> found;
  std::vector<bool> seen(code_.size(), false);
  for (std::size_t i = 0; i < code_.size(); ++i) {
    if (seen[i] || precedence(i) != wanted || !may_change_or_bounds(i) || code_.is(i, "%")) continue;
    Chain chain;
    chain.operands.push_back(left(i));
    for (std::size_t sign = i; precedence(sign) == wanted; sign = chain.operands.back().last) {
      seen[sign] = true;
      chain.signs.push_back(sign);
      chain.operands.push_back(right(sign));
    }
    found.push_back(std::move(chain));
  }
  return found;
}

std::size_t Syntax::postfix_begin(std::size_t last) const {
  std::size_t i = last;
  while (last - i < kLongestOperand) {
    if (code_.closes(i)) {
      i = code_.partner(i);
      const bool is_called = i > 0 && (code_.is_name(i - 1) || code_.closes(i - 1));
      if (!is_called) return i;
      --i;
      continue;
    }
    const bool is_joined = i > 1 && (code_.is(i - 1, ".") || code_.is(i - 1, "->") || code_.is(i - 1, "::"));
    const bool continues = is_joined && (code_.is_name(i - 2) || code_.closes(i - 2));
    if (!continues) return i;
    i -= 2;
  }
  return i;
}

bool Syntax::is_method(std::size_t i) const {
  return i > 1 && code_.is_name(i) && (code_.is(i - 1, ".") || code_.is(i - 1, "->")) &&
         code_.is(i + 1, "(") && code_.opens(i + 1);
}

bool Syntax::is_call(std::size_t open) const {
  return open > 0 && code_.is(open, "(") && code_.opens(open) && use(open) != Use::fixed &&
         (code_.is_name(open - 1) || code_.closes(open - 1));
}

bool Syntax::is_whole(Range range) const {
  const auto is_bound = [&](std::size_t i) {
    return precedence(i) != 0 || is_unary(i) || code_.is(i, ".") || code_.is(i, "->") || code_.is(i, "?") ||
           (code_.opens(i) && !code_.is(i, "{") && i == range.last);
  };
  return (range.first == 0 || !is_bound(range.first - 1)) && !is_bound(range.last);
}

std::string Syntax::operand(Range range, int wanted) const {
  bool is_loose = is_unary(range.first) && wanted > kProduct;
  for (std::size_t i = range.first; i < range.last; i = code_.next(i)) {
    const int found = precedence(i);
    const bool is_list = code_.is(i, "?") || code_.is(i, ",") || (code_.is(i, "[") && i == range.first);
    is_loose = is_loose || (found != 0 && found < wanted) || is_list;
  }
  return is_loose ? "(" + code_.text(range) + ")" : code_.text(range);
}

}  // namespace grader::mutation
