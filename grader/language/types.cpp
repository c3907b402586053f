#include "language/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "util/suggest.hpp"

namespace grader::language {
namespace {

using model::Dim;
using model::Scalar;
using model::Type;

constexpr int kDeepest = 16;
constexpr std::size_t kMostAxes = 8;

constexpr std::array<std::pair<std::string_view, Scalar>, 5> kScalars{{{"float", Scalar::float64},
                                                                       {"float32", Scalar::float32},
                                                                       {"int", Scalar::int64},
                                                                       {"bool", Scalar::boolean},
                                                                       {"string", Scalar::string}}};

/// What the same thing is called in C++, numpy and JSON.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kOtherNames{{{"double", "float"},
                                                                                     {"float64", "float"},
                                                                                     {"number", "float"},
                                                                                     {"real", "float"},
                                                                                     {"int64", "int"},
                                                                                     {"int64_t", "int"},
                                                                                     {"integer", "int"},
                                                                                     {"long", "int"},
                                                                                     {"boolean", "bool"},
                                                                                     {"str", "string"},
                                                                                     {"text", "string"},
                                                                                     {"vector", "list"}}};

struct Operator {
  std::string_view sign;
  int precedence;
  Dim::Op op;
};
constexpr std::array<Operator, 4> kOperators{{{"+", 1, Dim::Op::add},
                                              {"-", 1, Dim::Op::subtract},
                                              {"*", 2, Dim::Op::multiply},
                                              {"//", 2, Dim::Op::floor_divide}}};

/// Thrown inside the parser only; its users get a value.
struct Failure {
  Mistake mistake;
};

[[noreturn]] void fail(const Token& at, std::string message, std::string hint = {}) {
  throw Failure{{at.offset, std::move(message), std::move(hint)}};
}

std::string hint_for_type(std::string_view name, const RecordNames& records) {
  for (const auto& [other, ours] : kOtherNames)
    if (name == other) return fmt::format("did you mean '{}'?", ours);
  std::vector<std::string> candidates = builtin_types();
  candidates.insert(candidates.end(), records.all.begin(), records.all.end());
  const std::string hint = util::did_you_mean(name, candidates);
  return hint.empty() ? "types are float, float32, int, bool, string, list<T>, optional<T> and records"
                      : hint;
}

class Parser {
 public:
  Parser(Lexer& lexer, const RecordNames& records) : lexer_(lexer), records_(records) {}

  Type type() {
    const Nested nested(*this);
    const Token name = lexer_.take();
    if (name.kind != Token::Kind::name) fail(name, fmt::format("expected a type, found {}", describe(name)));
    if (name.text == "list") return {model::ListType{item()}};
    if (name.text == "optional") return {optional(name)};
    for (const auto& [text, scalar] : kScalars)
      if (name.text == text) return {array(scalar)};
    return record(name);
  }

  Dim dim() {
    if (lexer_.peek().kind == Token::Kind::name && lexer_.peek().text == "_") {
      lexer_.take();
      return {};
    }
    return sum(1);
  }

  void expect_end() {
    const Token& token = lexer_.peek();
    if (token.kind != Token::Kind::end) fail(token, fmt::format("unexpected {}", describe(token)));
  }

 private:
  /// Counts how deep types and parentheses are nested.
  class Nested {
   public:
    explicit Nested(Parser& parser) : parser_(parser) {
      if (parser_.depth_ == kDeepest) fail(parser_.lexer_.peek(), "nested too deeply");
      ++parser_.depth_;
    }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
    ~Nested() { --parser_.depth_; }

   private:
    Parser& parser_;
  };

  void expect(std::string_view sign, std::string_view after) {
    const Token token = lexer_.take();
    if (!token.is(sign))
      fail(token, fmt::format("expected '{}' after {}, found {}", sign, after, describe(token)));
  }

  std::shared_ptr<const Type> item() {
    expect("<", "list or optional");
    auto inner = std::make_shared<const Type>(type());
    expect(">", "the type of the item");
    return inner;
  }

  model::OptionalType optional(const Token& name) {
    model::OptionalType result{item()};
    if (std::holds_alternative<model::OptionalType>(result.item->data))
      fail(name, "an optional of an optional cannot be told from an optional", "write optional<T> once");
    return result;
  }

  model::ArrayType array(Scalar element) {
    model::ArrayType result{element, {}};
    if (!lexer_.peek().is("[")) return result;
    if (element == Scalar::string) fail(lexer_.peek(), "there are no arrays of strings", "use list<string>");
    const Token open = lexer_.take();
    do {
      result.dims.push_back(dim());
    } while (take_if(","));
    if (result.dims.size() > kMostAxes)
      fail(open, fmt::format("an array has at most {} axes, this one has {}", kMostAxes, result.dims.size()));
    expect("]", "the dimensions");
    return result;
  }

  Type record(const Token& name) {
    auto def = records_.find ? records_.find(name.text) : nullptr;
    if (def == nullptr) {
      // A record that exists but cannot be used has been reported by whoever looked it up.
      if (std::find(records_.all.begin(), records_.all.end(), name.text) != records_.all.end())
        fail(name, "");
      fail(name, fmt::format("unknown type {}", describe(name)), hint_for_type(name.text, records_));
    }
    if (lexer_.peek().is("["))
      fail(lexer_.peek(), "arrays hold float, float32, int or bool", fmt::format("use list<{}>", name.text));
    return {model::RecordType{std::move(def)}};
  }

  /// Precedence climbing: reads operators that bind at least as strongly as `weakest`.
  Dim sum(int weakest) {
    const Nested nested(*this);
    Dim left = atom();
    while (const Operator* found = operator_at(lexer_.peek(), weakest)) {
      lexer_.take();
      Dim right = sum(found->precedence + 1);
      left = {found->op, 0, {}, {std::move(left), std::move(right)}};
    }
    return left;
  }

  static const Operator* operator_at(const Token& token, int weakest) {
    if (token.is("/")) fail(token, "sizes are whole numbers", "write '//' for the quotient rounded down");
    for (const Operator& candidate : kOperators)
      if (token.is(candidate.sign) && candidate.precedence >= weakest) return &candidate;
    return nullptr;
  }

  Dim atom() {
    const Token token = lexer_.take();
    if (token.kind == Token::Kind::number) return number(token);
    if (token.kind == Token::Kind::name) return name(token);
    if (!token.is("(")) fail(token, fmt::format("expected a size, found {}", describe(token)));
    Dim inner = sum(1);
    expect(")", "the expression");
    return inner;
  }

  static Dim number(const Token& token) {
    model::Index value = 0;
    const char* const end = token.text.data() + token.text.size();
    const auto [stop, error] = std::from_chars(token.text.data(), end, value);
    if (error != std::errc{} || stop != end)
      fail(token, fmt::format("{} is not a size", describe(token)), "sizes are whole numbers in 64 bits");
    return Dim::of(value);
  }

  Dim name(const Token& token) {
    if (token.text == "_") fail(token, "'_' stands alone and for any size", "give the size a name");
    if (token.text == "min") return call(Dim::Op::minimum, token.text);
    if (token.text == "max") return call(Dim::Op::maximum, token.text);
    if (token.text == "len") return length();
    if (lexer_.peek().is("("))
      fail(token, fmt::format("unknown function {}", describe(token)), "sizes know min, max and len");
    return Dim::symbol(std::string(token.text));
  }

  Dim call(Dim::Op op, std::string_view function) {
    expect("(", function);
    Dim result{op, 0, {}, {}};
    do {
      result.operands.push_back(sum(1));
    } while (take_if(","));
    expect(")", "the arguments");
    return result;
  }

  Dim length() {
    expect("(", "len");
    const Token list = lexer_.take();
    if (list.kind != Token::Kind::name)
      fail(list, fmt::format("expected the name of a list parameter, found {}", describe(list)));
    expect(")", "the argument");
    return {Dim::Op::length, 0, std::string(list.text), {}};
  }

  bool take_if(std::string_view sign) {
    if (!lexer_.peek().is(sign)) return false;
    lexer_.take();
    return true;
  }

  Lexer& lexer_;
  const RecordNames& records_;
  int depth_ = 0;
};

template <class T, class Parse>
Parsed<T> parse_all(std::string_view text, const RecordNames& records, Parse parse) {
  if (text.size() > kLongestType)
    return Mistake{kLongestType, fmt::format("longer than {} characters", kLongestType), {}};
  Lexer lexer(text);
  Parser parser(lexer, records);
  try {
    T result = parse(parser);
    parser.expect_end();
    return result;
  } catch (const Failure& failure) {
    return failure.mistake;
  }
}

}  // namespace

RecordNames names_of(const std::vector<std::shared_ptr<const model::RecordDef>>& records) {
  RecordNames names;
  for (const auto& record : records) names.all.push_back(record->name);
  names.find = [records](std::string_view name) -> std::shared_ptr<const model::RecordDef> {
    for (const auto& record : records)
      if (record->name == name) return record;
    return nullptr;
  };
  return names;
}

Parsed<Type> parse_type(std::string_view text, const RecordNames& records) {
  return parse_all<Type>(text, records, [](Parser& parser) { return parser.type(); });
}

Parsed<Dim> parse_dim(std::string_view text) {
  return parse_all<Dim>(text, {}, [](Parser& parser) { return parser.dim(); });
}

Parsed<Type> parse_type(Lexer& lexer, const RecordNames& records) {
  try {
    return Parser(lexer, records).type();
  } catch (const Failure& failure) {
    return failure.mistake;
  }
}

const std::vector<std::string>& builtin_types() {
  static const std::vector<std::string> names{"float",  "float32", "int",     "bool",
                                              "string", "list",    "optional"};
  return names;
}

}  // namespace grader::language
