#include <fmt/format.h>

#include <algorithm>

#include "language/types.hpp"
#include "spec/names.hpp"
#include "spec/read.hpp"
#include "spec/signature.hpp"
#include "spec/text.hpp"
#include "spec/validate.hpp"
#include "util/error.hpp"

namespace grader::spec {
namespace {

using language::Lexer;
using language::Token;

/// Thrown inside the parser only, after the mistake was reported.
struct NoSignature {};

/// signature := result NAME '(' fields? ')'  ;  result := type | '{' fields '}'  ;  fields := field (','
/// field)* field := NAME ':' type
class SignatureParser {
 public:
  SignatureParser(std::string_view text, const Defaults& defaults, Problems& problems)
      : lexer_(text), records_(defaults.records, problems), names_(records_.names()), problems_(problems) {}

  model::Function parse() {
    model::Function function;
    std::vector<model::Field> result;
    const bool is_unnamed = lexer_.peek().is("{");
    if (is_unnamed) {
      lexer_.take();
      result = fields("}", "a field");
    } else {
      function.returns = type();
    }
    const Token name = lexer_.take();
    if (name.kind != Token::Kind::name)
      fail(name, fmt::format("expected the function's name, found {}", language::describe(name)));
    function.name = usable(name, "a function");
    expect("(", "the function's name");
    function.params = fields(")", "a parameter");
    if (lexer_.peek().kind != Token::Kind::end)
      fail(lexer_.peek(), fmt::format("unexpected {}", language::describe(lexer_.peek())));
    if (is_unnamed) function.returns = unnamed(function.name, std::move(result), name);
    for (const model::Field& param : function.params)
      if (param.name == function.name)
        fail(name, fmt::format("the parameter '{}' has the name of the function", param.name));
    return function;
  }

 private:
  static Place place(const Token& token) { return {1, static_cast<int>(token.offset) + 1}; }

  [[noreturn]] void fail(const Token& at, std::string message, std::string hint = {}) {
    problems_.add(place(at), std::move(message), std::move(hint));
    throw NoSignature{};
  }

  void expect(std::string_view sign, std::string_view after) {
    const Token token = lexer_.take();
    if (!token.is(sign))
      fail(token, fmt::format("expected '{}' after {}, found {}", sign, after, language::describe(token)));
  }

  std::string usable(const Token& name, std::string_view what) {
    if (!is_usable_name(name.text, what, place(name), problems_)) throw NoSignature{};
    return std::string(name.text);
  }

  model::Type type() {
    auto parsed = language::parse_type(lexer_, names_);
    if (auto* found = std::get_if<model::Type>(&parsed)) return std::move(*found);
    const auto& mistake = std::get<language::Mistake>(parsed);
    problems_.add({1, static_cast<int>(mistake.offset) + 1}, mistake.message, mistake.hint);
    throw NoSignature{};
  }

  std::vector<model::Field> fields(std::string_view close, std::string_view what) {
    std::vector<model::Field> found;
    while (!lexer_.peek().is(close)) {
      if (!found.empty()) expect(",", "a type");
      const Token name = lexer_.take();
      if (name.kind != Token::Kind::name)
        fail(name, fmt::format("expected the name of {}, found {}", what, language::describe(name)));
      const auto same = [&](const model::Field& field) { return field.name == name.text; };
      if (std::any_of(found.begin(), found.end(), same))
        fail(name, fmt::format("the name {} is there twice", in_quotes(name.text)));
      std::string text = usable(name, what);
      expect(":", "a name");
      found.push_back({std::move(text), type()});
    }
    lexer_.take();
    return found;
  }

  model::Type unnamed(const std::string& function, std::vector<model::Field> result, const Token& at) {
    if (result.empty()) fail(at, "the result has no fields");
    auto def = std::make_shared<model::RecordDef>();
    def->name = result_record_name(function);
    def->fields = std::move(result);
    if (records_.has(def->name))
      fail(at, fmt::format("the result would be a record '{}', which there is already", def->name));
    return {model::RecordType{std::move(def)}};
  }

  Lexer lexer_;
  Records records_;
  language::RecordNames names_;
  Problems& problems_;
};

}  // namespace

model::Function read_signature(std::string_view text, const Defaults& defaults) {
  // Line ends would move the place of what comes after them, and mean nothing here.
  std::string line(text.substr(0, 4000));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  Problems problems("signature", line);
  model::Function function;
  try {
    if (is_text(line, problems)) {
      function = SignatureParser(line, defaults, problems).parse();
      const auto place = [&](const std::string&, const std::string& name) {
        const std::size_t offset = line.find(name);
        return Place{1, static_cast<int>(offset == std::string::npos ? 0 : offset) + 1};
      };
      check_sizes(function, place, problems);
    }
  } catch (const NoSignature&) {
    // What is wrong has been collected.
  }
  if (!problems.empty())
    throw util::UsageError(util::render(problems.take()) +
                           "  a signature looks like 'float[B, D] my_exercise(x: float[B, D], eps: float)'");
  return function;
}

}  // namespace grader::spec
