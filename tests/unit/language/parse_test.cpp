#include "language/parse.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;
using language::Expression;

namespace {

std::string tree(const Expression& expression);

std::string part(const std::vector<Expression>& given) { return given.empty() ? "" : tree(given[0]); }

std::string subscript(const language::Subscript& subscript) {
  if (!subscript.is_slice) return part(subscript.index);
  return part(subscript.start) + ":" + part(subscript.stop) + ":" + part(subscript.step);
}

std::string argument(const language::Argument& argument) {
  std::string path;
  for (const std::string& name : argument.path) path += (path.empty() ? "" : ".") + name;
  return (path.empty() ? "" : path + " = ") + tree(argument.value);
}

/// The tree with parentheses around all that belongs together.
std::string tree(const Expression& expression) {
  std::string text;
  switch (expression.kind) {
    case Expression::Kind::number:
      if (const auto* whole = std::get_if<std::int64_t>(&expression.number)) return std::to_string(*whole);
      return std::to_string(std::get<double>(expression.number));
    case Expression::Kind::text:
      return "<" + expression.name + ">";
    case Expression::Kind::name:
      return expression.name;
    case Expression::Kind::list:
      for (const Expression& item : expression.operands) text += (text.empty() ? "" : ", ") + tree(item);
      return "[" + text + "]";
    case Expression::Kind::unary:
      return "(" + expression.name + " " + tree(expression.operands[0]) + ")";
    case Expression::Kind::binary:
      return "(" + tree(expression.operands[0]) + " " + expression.name + " " + tree(expression.operands[1]) +
             ")";
    case Expression::Kind::call:
      for (const auto& given : expression.arguments) text += (text.empty() ? "" : ", ") + argument(given);
      return expression.name + "(" + text + ")";
    case Expression::Kind::index:
      for (const auto& given : expression.subscripts) text += (text.empty() ? "" : ", ") + subscript(given);
      return tree(expression.operands[0]) + "[" + text + "]";
    case Expression::Kind::field:
      return tree(expression.operands[0]) + "." + expression.name;
  }
  return text;
}

/// The tree, or the mistake as "offset: message | hint".
std::string parse(std::string_view text) {
  const auto parsed = language::parse_expression(text);
  if (const auto* mistake = std::get_if<language::Mistake>(&parsed))
    return std::to_string(mistake->offset) + ": " + mistake->message + " | " + mistake->hint;
  return tree(std::get<Expression>(parsed));
}

std::string repeat(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("operators bind as in Python") {
  CHECK(parse("1 + 2 * 3 - 4") == "((1 + (2 * 3)) - 4)");
  CHECK(parse("a / b // c % d @ e") == "((((a / b) // c) % d) @ e)");
  CHECK(parse("-x ** 2") == "(- (x ** 2))");
  CHECK(parse("2 ** -x ** 2") == "(2 ** (- (x ** 2)))");
  CHECK(parse("a ** b ** c") == "(a ** (b ** c))");
  CHECK(parse("--x * -y") == "((- (- x)) * (- y))");
  CHECK(parse("not a == b and c or d") == "(((not (a == b)) and c) or d)");
  CHECK(parse("a or b or c and d") == "((a or b) or (c and d))");
  CHECK(parse("not not a") == "(not (not a))");
  CHECK(parse("(a + b) * c") == "((a + b) * c)");
  CHECK(parse("a ~= b and c !~ d") == "((a ~= b) and (c !~ d))");
  CHECK(parse("a<=b") == "(a <= b)");
  CHECK(parse("a - b - c") == "((a - b) - c)");
}

TEST_CASE("calls, subscripts and fields follow one another") {
  CHECK(parse("f(x = x + 3) ~= out") == "(f(x = (x + 3)) ~= out)");
  CHECK(parse("f(x = 2*x, eps = 4*eps)") == "f(x = (2 * x), eps = (4 * eps))");
  CHECK(parse("f(weights.wo = 0 * weights.wo).y[0]") == "f(weights.wo = (0 * weights.wo)).y[0]");
  CHECK(parse("sum(x, axis=-1, keepdims=true)") == "sum(x, axis = (- 1), keepdims = true)");
  CHECK(parse("f()") == "f()");
  CHECK(parse("x[1:, :-1, ::2, 3, i:j:k]") == "x[1::, :(- 1):, ::2, 3, i:j:k]");
  CHECK(parse("x[:]") == "x[::]");
  CHECK(parse("weights.blocks[0].w1[1, 2]") == "weights.blocks[0].w1[1, 2]");
  CHECK(parse("[1, [2, x], []]") == "[1, [2, x], []]");
  CHECK(parse("f(a == b)") == "f((a == b))");
}

TEST_CASE("numbers and strings") {
  CHECK(parse("12") == "12");
  CHECK(parse("9223372036854775807") == "9223372036854775807");
  CHECK(parse("2.5") == "2.500000");
  CHECK(parse("25e-1") == "2.500000");
  CHECK(parse("2.5E+0") == "2.500000");
  CHECK(parse(".5") == "0.500000");
  CHECK(parse("2.") == "2.000000");
  CHECK(parse("1e2") == "100.000000");
  CHECK(parse("1e-5 - 1") == "(0.000010 - 1)");
  CHECK(parse("'it' == \"it\"") == "(<it> == <it>)");
  CHECK(parse(R"('a\n\t\\\'"')") == "<a\n\t\\'\">");
  CHECK(parse("'β ≠ γ'") == "<β ≠ γ>");
}

TEST_CASE("expressions know their bytes") {
  const std::string text = "  (a + b) * f(x = [1])[0].y";
  const auto parsed = language::parse_expression(text);
  const auto& product = std::get<Expression>(parsed);
  const auto bytes = [&](const Expression& e) { return text.substr(e.begin, e.end - e.begin); };
  CHECK(bytes(product) == "(a + b) * f(x = [1])[0].y");
  CHECK(product.at == text.find('*'));
  CHECK(bytes(product.operands[0]) == "(a + b)");
  CHECK(product.operands[0].at == text.find('+'));
  const Expression& field = product.operands[1];
  CHECK(bytes(field) == "f(x = [1])[0].y");
  CHECK(field.at == text.size() - 1);
  CHECK(bytes(field.operands[0]) == "f(x = [1])[0]");
  const Expression& call = field.operands[0].operands[0];
  CHECK(bytes(call) == "f(x = [1])");
  CHECK(call.arguments[0].begin == text.find("x ="));
  CHECK(bytes(call.arguments[0].value) == "[1]");
}

TEST_CASE("what stands at the wrong place is named") {
  CHECK(parse("") == "0: expected a value, found the end | ");
  CHECK(parse("x +") == "3: expected a value, found the end | ");
  CHECK(parse("x y") == "2: expected an operator or the end, found 'y' | ");
  CHECK(parse("(x + y") == "6: expected an operator or ')', found the end | ");
  CHECK(parse("f(x") == "3: expected ',' or ')', found the end | ");
  CHECK(parse("f(x,)") == "4: expected a value, found ')' | ");
  CHECK(parse("[1, 2") == "5: expected ',' or ']', found the end | ");
  CHECK(parse("x[1") == "3: expected ',', ':' or ']', found the end | ");
  CHECK(parse("x[]") == "1: expected a subscript between '[' and ']' | write ':' for all of an axis");
  CHECK(parse("x[1,]") == "4: expected a value, found ']' | ");
  CHECK(parse("x[..., 0]") == "2: there is no '...' here | write ':' once for each axis");
  CHECK(parse("x[x > 0]") == "4: expected ',', ':' or ']', found '>' | ");
  CHECK(parse("x.") == "2: expected the name of a field, found the end | ");
  CHECK(parse("x.1") == "1: expected an operator or the end, found '.1' | ");
  CHECK(parse("and x") == "0: expected a value, found 'and' | ");
  CHECK(parse("a < b < c") == "6: comparisons do not chain | write a < b and b < c");
  CHECK(parse("a ~= b == c") == "7: comparisons do not chain | write a < b and b < c");
  CHECK(parse("x ~= \xff") == "5: expected a value, found '\xff' | ");
  CHECK(parse("+x") == "0: expected a value, found '+' | ");
}

TEST_CASE("what other languages write is translated") {
  CHECK(parse("x = y") ==
        "2: expected an operator or the end, found '=' | write '~=' for equal within the tolerance, '==' for "
        "exactly equal");
  CHECK(parse("(x = y)") ==
        "3: expected an operator or ')', found '=' | write '~=' for equal within the tolerance, '==' for "
        "exactly "
        "equal");
  CHECK(parse("a && b") == "2: expected an operator or the end, found '&&' | write 'and'");
  CHECK(parse("a || b") == "2: expected an operator or the end, found '||' | write 'or'");
  CHECK(parse("!a") == "0: expected a value, found '!' | write 'not'");
  CHECK(parse("x^2") == "1: expected an operator or the end, found '^' | write '**' for a power");
  CHECK(parse("x != y") == "(x != y)");
  CHECK(parse("a if b else c") ==
        "2: expected an operator or the end, found 'if' | write where(condition, x, y)");
  CHECK(parse("a ≤ b") == "2: expected an operator or the end, found '≤' | write '<='");
  CHECK(parse("np.sum(x)") ==
        "6: only a function can be called | write sum(…), there are no methods and modules");
  CHECK(parse("f(x)(y)") == "4: only a function can be called | name the function before its arguments");
  CHECK(parse("f(x[0] = 1)") ==
        "7: what stands before '=' is no name | to replace an element write x = set(x, i, value)");
  CHECK(parse("f(2 = x)") == "4: what stands before '=' is no name | write name = value, or '==' to compare");
  CHECK(parse("f(x = 1, y)") ==
        "9: an argument without a name follows one with a name | give this one its name, too");
}

TEST_CASE("numbers and strings that are none") {
  CHECK(parse("1.2.3") == "0: '1.2.3' is not a number | numbers are written like 12, 2.5 and 1e-5");
  CHECK(parse("2x") == "0: '2x' is not a number | numbers are written like 12, 2.5 and 1e-5");
  CHECK(parse("1e") == "0: '1e' is not a number | numbers are written like 12, 2.5 and 1e-5");
  CHECK(parse("1_000") == "0: '1_000' is not a number | numbers are written like 12, 2.5 and 1e-5");
  CHECK(parse("0x10") == "0: '0x10' is not a number | numbers are written like 12, 2.5 and 1e-5");
  CHECK(parse("9223372036854775808") ==
        "0: '9223372036854775808' is out of range for 64 bits | write it with a point, as a float");
  CHECK(parse("1e999") == "0: '1e999' is out of range for a double | write inf or 0");
  CHECK(parse("x == 'abc") == "5: this string has no end on its line | end it with '");
  CHECK(parse("'a\nb'") == "0: this string has no end on its line | end it with '");
  CHECK(parse(R"('a\d')") == "2: strings know \\n, \\t, \\\\, \\' and \\\" | write \\\\ for a backslash");
  CHECK(parse("'\\") == "0: this string has no end on its line | end it with '");
}

TEST_CASE("hostile text is refused, not recursed into") {
  const std::string name_it = "name a part of it in 'let:'";
  CHECK(parse(repeat("(", 1999)) == "60: nested too deeply | " + name_it);
  CHECK(parse(repeat("[", 1999)) == "60: nested too deeply | " + name_it);
  CHECK(parse(repeat("-", 1999)) == "119: nested too deeply | " + name_it);
  CHECK(parse(repeat("not ", 499)) == "476: nested too deeply | " + name_it);
  CHECK(parse(repeat("2**", 600)) == "357: nested too deeply | " + name_it);
  CHECK(parse(repeat("f(", 900)) == "120: nested too deeply | " + name_it);
  CHECK(parse("1" + repeat("+1", 900)) == "0: more than 60 operations inside one another | " + name_it);
  CHECK(parse("x" + repeat(".x", 900)) == "0: more than 60 operations inside one another | " + name_it);
  CHECK(parse("x" + repeat("[0]", 600)) == "0: more than 60 operations inside one another | " + name_it);
  CHECK(parse("1" + repeat("+1", 59)).size() > 59);
  CHECK(parse(repeat("1", 2001)) == "2000: longer than 2000 bytes | " + name_it);
}
