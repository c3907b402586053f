#include "language/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "language/literal.hpp"
#include "language/token_reader.hpp"

namespace grader::language {
namespace {

using Kind = Expression::Kind;

constexpr std::array<std::string_view, 8> kComparisons{"~=", "!~", "==", "!=", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 2> kSums{"+", "-"};
constexpr std::array<std::string_view, 5> kTerms{"*", "/", "//", "%", "@"};

// Parentheses and signs both count, and people write both.
constexpr int kDeepestNesting = 2 * kDeepestExpression;

class Parser : private TokenReader {
 public:
  explicit Parser(std::string_view text) : TokenReader(text) {}

  Expression whole() {
    Expression result = check();
    if (peek().kind != Token::Kind::end) fail_expected("an operator or the end", peek());
    return result;
  }

 private:
  Expression check() {
    const Nested nested(*this, kDeepestNesting);
    Expression left = conjunction();
    while (at_word("or")) left = binary(std::move(left), &Parser::conjunction);
    return left;
  }

  Expression conjunction() {
    Expression left = negation();
    while (at_word("and")) left = binary(std::move(left), &Parser::negation);
    return left;
  }

  Expression negation() {
    if (!at_word("not")) return comparison();
    const Nested nested(*this, kDeepestNesting);
    const Token sign = take();
    return unary_of(sign, negation());
  }

  Expression comparison() {
    Expression left = sum();
    if (!at_one_of(kComparisons)) return left;
    left = binary(std::move(left), &Parser::sum);
    if (at_one_of(kComparisons)) fail(peek().offset, "comparisons do not chain", "write a < b and b < c");
    return left;
  }

  Expression sum() {
    Expression left = term();
    while (at_one_of(kSums)) left = binary(std::move(left), &Parser::term);
    return left;
  }

  Expression term() {
    Expression left = unary();
    while (at_one_of(kTerms)) left = binary(std::move(left), &Parser::unary);
    return left;
  }

  Expression unary() {
    const Nested nested(*this, kDeepestNesting);
    if (!at("-")) return power();
    const Token sign = take();
    return unary_of(sign, unary());
  }

  Expression power() {
    Expression left = post();
    if (!at("**")) return left;
    return binary(std::move(left), &Parser::unary);
  }

  Expression post() {
    Expression result = atom();
    for (;;) {
      const Token& next = peek();
      if (next.is("("))
        result = call(std::move(result));
      else if (next.is("["))
        result = index(std::move(result));
      else if (next.is("."))
        result = field(std::move(result));
      else
        return result;
    }
  }

  Expression call(Expression callee) {
    if (callee.kind != Kind::name || callee.end - callee.begin != callee.name.size())
      fail(peek().offset, "only a function can be called",
           callee.kind == Kind::field
               ? fmt::format("write {}(…), there are no methods and modules", callee.name)
               : "name the function before its arguments");
    callee.kind = Kind::call;
    take();
    if (!at(")")) {
      do {
        callee.arguments.push_back(argument());
        const auto size = callee.arguments.size();
        if (size > 1 && callee.arguments[size - 1].path.empty() && !callee.arguments[size - 2].path.empty())
          fail(callee.arguments.back().begin, "an argument without a name follows one with a name",
               "give this one its name, too");
      } while (take_if(","));
    }
    callee.end = close(")", "',' or ')'");
    return callee;
  }

  Argument argument() {
    Argument result;
    result.begin = peek().offset;
    result.value = check();
    if (!at("=")) return result;
    result.path = path_of(result.value);
    if (result.path.empty())
      fail(peek().offset, "what stands before '=' is no name", hint_for_no_name(result.value));
    take();
    result.value = check();
    return result;
  }

  static std::string hint_for_no_name(const Expression& target) {
    return target.kind == Kind::index ? "to replace an element write x = set(x, i, value)"
                                      : "write name = value, or '==' to compare";
  }

  Expression index(Expression indexed) {
    Expression result = around(Kind::index, std::move(indexed));
    const Token open = take();
    if (at("]"))
      fail(open.offset, "expected a subscript between '[' and ']'", "write ':' for all of an axis");
    do {
      result.subscripts.push_back(subscript());
    } while (take_if(","));
    result.end = close("]", "',', ':' or ']'");
    return result;
  }

  Subscript subscript() {
    Subscript result;
    if (at(".")) fail(peek().offset, "there is no '...' here", "write ':' once for each axis");
    if (!at(":")) result.index.push_back(sum());
    result.is_slice = at(":");
    if (!result.is_slice) return result;
    std::swap(result.start, result.index);
    take();
    if (!at_end_of_sum()) result.stop.push_back(sum());
    if (take_if(":") && !at_end_of_sum()) result.step.push_back(sum());
    return result;
  }

  bool at_end_of_sum() const {
    const Token& next = peek();
    return next.is(":") || next.is(",") || next.is("]");
  }

  Expression field(Expression record) {
    Expression result = around(Kind::field, std::move(record));
    take();
    const Token name = peek();
    if (name.kind != Token::Kind::name || is_keyword(name.text)) fail_expected("the name of a field", name);
    take();
    result.name = std::string(name.text);
    result.at = name.offset;
    result.end = name.offset + name.text.size();
    return result;
  }

  Expression atom() {
    const Token token = peek();
    if (token.is("(")) return parentheses();
    if (token.is("[")) return list();
    Expression result;
    result.begin = result.at = token.offset;
    result.end = token.offset + token.text.size();
    if (token.kind == Token::Kind::number) {
      const auto number = parse_number(token);
      if (const auto* mistake = std::get_if<Mistake>(&number)) throw ParseFailure{*mistake};
      result.number = std::get<Number>(number);
    } else if (token.kind == Token::Kind::string) {
      const auto text = parse_string(token);
      if (const auto* mistake = std::get_if<Mistake>(&text)) throw ParseFailure{*mistake};
      result.kind = Kind::text;
      result.name = std::get<std::string>(text);
    } else if (token.kind == Token::Kind::name && !is_keyword(token.text)) {
      result.kind = Kind::name;
      result.name = std::string(token.text);
    } else {
      if (token.kind == Token::Kind::unknown && (token.text[0] == '"' || token.text[0] == '\''))
        fail(token.offset, "this string has no end on its line",
             fmt::format("end it with {}", token.text[0]));
      fail_expected("a value", token);
    }
    take();
    return result;
  }

  Expression parentheses() {
    const Token open = take();
    Expression result = check();
    result.begin = open.offset;
    result.end = close(")", "an operator or ')'");
    return result;
  }

  Expression list() {
    Expression result;
    result.kind = Kind::list;
    result.begin = result.at = take().offset;
    if (!at("]")) {
      do {
        result.operands.push_back(check());
      } while (take_if(","));
    }
    result.end = close("]", "',' or ']'");
    return result;
  }

  /// At the sign between `left` and what `parse_right` is to read.
  Expression binary(Expression left, Expression (Parser::*parse_right)()) {
    const Token sign = take();
    Expression right = (this->*parse_right)();
    Expression result;
    result.kind = Kind::binary;
    result.begin = left.begin;
    result.end = right.end;
    result.at = sign.offset;
    result.name = std::string(sign.text);
    result.operands.push_back(std::move(left));
    result.operands.push_back(std::move(right));
    return result;
  }

  static Expression unary_of(const Token& sign, Expression operand) {
    Expression result = around(Kind::unary, std::move(operand));
    result.begin = result.at = sign.offset;
    result.name = std::string(sign.text);
    return result;
  }
};

/// Points to what is nested too deeply: a long sum is a tree as deep as it has signs.
std::optional<Mistake> find_too_deep(const Expression& expression, int depth) {
  if (depth > kDeepestExpression)
    return Mistake{expression.begin,
                   fmt::format("more than {} operations inside one another", kDeepestExpression),
                   "name a part of it in 'let:'"};
  for (const Expression* part : parts_of(expression))
    if (auto mistake = find_too_deep(*part, depth + 1)) return mistake;
  return std::nullopt;
}

}  // namespace

Parsed<Expression> parse_expression(std::string_view text) {
  if (text.size() > kLongestExpression)
    return Mistake{kLongestExpression, fmt::format("longer than {} bytes", kLongestExpression),
                   "name a part of it in 'let:'"};
  try {
    Expression result = Parser(text).whole();
    if (auto mistake = find_too_deep(result, 1)) return *mistake;
    return result;
  } catch (const ParseFailure& failure) {
    return failure.mistake;
  }
}

bool is_keyword(std::string_view name) { return name == "and" || name == "or" || name == "not"; }

}  // namespace grader::language
