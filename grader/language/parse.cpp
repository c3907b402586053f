#include "language/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "language/foreign.hpp"
#include "language/literal.hpp"

namespace grader::language {
namespace {

using Kind = Expression::Kind;

/// Thrown inside the parser only; its users get a value.
struct Failure {
  Mistake mistake;
};

[[noreturn]] void fail(std::size_t offset, std::string message, std::string hint = {}) {
  throw Failure{{offset, std::move(message), std::move(hint)}};
}

[[noreturn]] void fail_expected(std::string_view what, const Token& found) {
  fail(found.offset, fmt::format("expected {}, found {}", what, describe(found)),
       hint_for_foreign(found.text));
}

constexpr std::array<std::string_view, 8> kComparisons{"~=", "!~", "==", "!=", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 2> kSums{"+", "-"};
constexpr std::array<std::string_view, 5> kTerms{"*", "/", "//", "%", "@"};

template <std::size_t N>
bool is_one_of(const Token& token, const std::array<std::string_view, N>& signs) {
  return token.kind == Token::Kind::sign && std::find(signs.begin(), signs.end(), token.text) != signs.end();
}

class Parser {
 public:
  explicit Parser(std::string_view text) : lexer_(text, Lexer::Language::properties) {}

  Expression whole() {
    Expression result = check();
    if (lexer_.peek().kind != Token::Kind::end) fail_expected("an operator or the end", lexer_.peek());
    return result;
  }

 private:
  /// Counts how deep the parser's functions are inside one another.
  class Nested {
   public:
    explicit Nested(Parser& parser) : parser_(parser) {
      if (parser_.depth_ == kDeepestExpression) fail(parser_.lexer_.peek().offset, "nested too deeply");
      ++parser_.depth_;
    }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
    ~Nested() { --parser_.depth_; }

   private:
    Parser& parser_;
  };

  Expression check() {
    const Nested nested(*this);
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
    const Nested nested(*this);
    const Token sign = take();
    return unary_of(sign, negation());
  }

  Expression comparison() {
    Expression left = sum();
    if (!is_one_of(lexer_.peek(), kComparisons)) return left;
    left = binary(std::move(left), &Parser::sum);
    if (is_one_of(lexer_.peek(), kComparisons))
      fail(lexer_.peek().offset, "comparisons do not chain", "write a < b and b < c");
    return left;
  }

  Expression sum() {
    Expression left = term();
    while (is_one_of(lexer_.peek(), kSums)) left = binary(std::move(left), &Parser::term);
    return left;
  }

  Expression term() {
    Expression left = unary();
    while (is_one_of(lexer_.peek(), kTerms)) left = binary(std::move(left), &Parser::unary);
    return left;
  }

  Expression unary() {
    const Nested nested(*this);
    if (!lexer_.peek().is("-")) return power();
    const Token sign = take();
    return unary_of(sign, unary());
  }

  Expression power() {
    Expression left = post();
    if (!lexer_.peek().is("**")) return left;
    return binary(std::move(left), &Parser::unary);
  }

  Expression post() {
    Expression result = atom();
    for (;;) {
      const Token& next = lexer_.peek();
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
      fail(lexer_.peek().offset, "only a function can be called", "name the function before its arguments");
    callee.kind = Kind::call;
    take();
    if (!lexer_.peek().is(")")) {
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
    result.begin = lexer_.peek().offset;
    result.value = check();
    if (!lexer_.peek().is("=")) return result;
    if (!path_of(result.value, result.path))
      fail(lexer_.peek().offset, "what stands before '=' is no name", hint_for_no_name(result.value));
    take();
    result.value = check();
    return result;
  }

  static std::string hint_for_no_name(const Expression& target) {
    return target.kind == Kind::index ? "to replace an element write x = set(x, i, value)"
                                      : "write name = value, or '==' to compare";
  }

  static bool path_of(const Expression& expression, std::vector<std::string>& path) {
    if (expression.kind == Kind::field) {
      if (!path_of(expression.operands[0], path)) return false;
    } else if (expression.kind != Kind::name) {
      return false;
    }
    path.push_back(expression.name);
    return true;
  }

  Expression index(Expression indexed) {
    Expression result = around(Kind::index, std::move(indexed));
    const Token open = take();
    if (lexer_.peek().is("]"))
      fail(open.offset, "expected a subscript between '[' and ']'", "write ':' for all of an axis");
    do {
      result.subscripts.push_back(subscript());
    } while (take_if(","));
    result.end = close("]", "',', ':' or ']'");
    return result;
  }

  Subscript subscript() {
    Subscript result;
    if (lexer_.peek().is("."))
      fail(lexer_.peek().offset, "there is no '...' here", "write ':' once for each axis");
    if (!lexer_.peek().is(":")) result.index.push_back(sum());
    result.is_slice = lexer_.peek().is(":");
    if (!result.is_slice) return result;
    std::swap(result.start, result.index);
    take();
    if (!at_end_of_sum()) result.stop.push_back(sum());
    if (take_if(":") && !at_end_of_sum()) result.step.push_back(sum());
    return result;
  }

  bool at_end_of_sum() const {
    const Token& next = lexer_.peek();
    return next.is(":") || next.is(",") || next.is("]");
  }

  Expression field(Expression record) {
    Expression result = around(Kind::field, std::move(record));
    take();
    const Token name = lexer_.peek();
    if (name.kind != Token::Kind::name || is_keyword(name.text)) fail_expected("the name of a field", name);
    take();
    result.name = std::string(name.text);
    result.at = name.offset;
    result.end = name.offset + name.text.size();
    return result;
  }

  Expression atom() {
    const Token token = lexer_.peek();
    if (token.is("(")) return parentheses();
    if (token.is("[")) return list();
    Expression result;
    result.begin = result.at = token.offset;
    result.end = token.offset + token.text.size();
    if (token.kind == Token::Kind::number) {
      const auto number = parse_number(token);
      if (const auto* mistake = std::get_if<Mistake>(&number)) throw Failure{*mistake};
      result.number = std::get<Number>(number);
    } else if (token.kind == Token::Kind::string) {
      const auto text = parse_string(token);
      if (const auto* mistake = std::get_if<Mistake>(&text)) throw Failure{*mistake};
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
    if (!lexer_.peek().is("]")) {
      do {
        result.operands.push_back(check());
      } while (take_if(","));
    }
    result.end = close("]", "',' or ']'");
    return result;
  }

  /// Takes the sign that ends something and says where that end is.
  std::size_t close(std::string_view sign, std::string_view expected) {
    if (!lexer_.peek().is(sign)) fail_expected(expected, lexer_.peek());
    return take().offset + sign.size();
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

  static Expression around(Kind kind, Expression operand) {
    Expression result;
    result.kind = kind;
    result.begin = result.at = operand.begin;
    result.end = operand.end;
    result.operands.push_back(std::move(operand));
    return result;
  }

  bool at_word(std::string_view word) const {
    return lexer_.peek().kind == Token::Kind::name && lexer_.peek().text == word;
  }
  Token take() { return lexer_.take(); }
  bool take_if(std::string_view sign) {
    if (!lexer_.peek().is(sign)) return false;
    take();
    return true;
  }

  Lexer lexer_;
  int depth_ = 0;
};

/// Points to what is nested too deeply: a long sum is a tree as deep as it has signs.
std::optional<Mistake> find_too_deep(const Expression& expression, int depth) {
  if (depth > kDeepestExpression)
    return Mistake{expression.begin,
                   fmt::format("more than {} operations inside one another", kDeepestExpression),
                   "name a part of it in 'let:'"};
  const auto look = [&](const auto& parts) -> std::optional<Mistake> {
    for (const Expression& part : parts)
      if (auto mistake = find_too_deep(part, depth + 1)) return mistake;
    return std::nullopt;
  };
  if (auto mistake = look(expression.operands)) return mistake;
  for (const Argument& argument : expression.arguments)
    if (auto mistake = find_too_deep(argument.value, depth + 1)) return mistake;
  for (const Subscript& subscript : expression.subscripts)
    for (const auto* parts : {&subscript.index, &subscript.start, &subscript.stop, &subscript.step})
      if (auto mistake = look(*parts)) return mistake;
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
  } catch (const Failure& failure) {
    return failure.mistake;
  }
}

bool is_keyword(std::string_view name) { return name == "and" || name == "or" || name == "not"; }

}  // namespace grader::language
