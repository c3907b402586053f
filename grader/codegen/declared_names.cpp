#include "codegen/declared_names.hpp"

#include <algorithm>
#include <array>

#include "util/keywords.hpp"

namespace grader::codegen {
namespace {

using Kind = mutation::Token::Kind;
using Pieces = std::vector<Piece>;
using mutation::among;

constexpr std::array kNamed = std::to_array<std::string_view>({"struct", "class", "namespace", "concept"});
constexpr std::array kFollow = std::to_array<std::string_view>({"(", "=", ";", "{", "[", ",", ":", ")", "]"});
constexpr std::array kPointers = std::to_array<std::string_view>({"*", "&", "&&"});
// Between the beginning of a statement and the name of a function that it declares.
constexpr std::array kInTypes = std::to_array<std::string_view>({"::", "<", ">", "*", "&", "&&", ","});
constexpr std::array kNoTypes =
    std::to_array<std::string_view>({"return", "co_return", "co_yield", "co_await", "throw", "new", "delete",
                                     "goto", "case", "sizeof", "using"});
constexpr std::array kStatementEnds = std::to_array<std::string_view>({";", "{", "}"});
constexpr std::array kHeads = std::to_array<std::string_view>({"if", "for", "while", "switch"});
constexpr std::array kFundamental = std::to_array<std::string_view>(
    {"const",  "static",    "inline",  "unsigned", "signed",   "int",     "long",
     "short",  "char",      "bool",    "float",    "double",   "auto",    "std",
     "size_t", "ptrdiff_t", "int64_t", "int32_t",  "uint64_t", "uint32_t"});
constexpr std::array kNoVariables =
    std::to_array<std::string_view>({"using", "typedef", "struct", "class", "enum", "template", "namespace",
                                     "static_assert", "concept", "constexpr", "constinit", "consteval"});

class Collector {
 public:
  explicit Collector(const Pieces& pieces) : pieces_(pieces) {}

  std::optional<std::set<std::string>> run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!pieces_[i].outside) {
        if (is_name(i) && is(i + 1, "(") && declares_in_block(i)) add(i);
      } else if (is(i, "using") && is(i + 1, "namespace")) {
        while (i < pieces_.size() && !is(i, ";")) ++i;
      } else if (is(i, "template")) {
        if (!skip_parameters(i)) return std::nullopt;
      } else {
        if (is_name(i) && may_be_declared(i)) add(i);
        if (pieces_[i].parentheses + pieces_[i].brackets == 0 && !follow_statement(i)) return std::nullopt;
      }
    }
    return std::move(names_);
  }

 private:
  bool is(std::size_t i, std::string_view word) const { return i < pieces_.size() && pieces_[i].is(word); }
  std::string_view before(std::size_t i) const { return i > 0 ? pieces_[i - 1].text : std::string_view(); }
  bool is_name(std::size_t i) const {
    return pieces_[i].kind == Kind::name && !util::is_cpp_keyword(pieces_[i].text);
  }
  void add(std::size_t i) { names_.emplace(pieces_[i].text); }

  /// What a comparison may look like ends in doubt: then nothing is known of the statement.
  bool follow_statement(std::size_t i) {
    const Piece& piece = pieces_[i];
    if (piece.is(";") || piece.is("{") || piece.is("}")) {
      if (angles_ != 0) return false;
      if (!piece.is("{")) initializer_ = initializer_ && piece.is("}");
      if (piece.is(";")) using_ = false;
    } else if (piece.is("using")) {
      using_ = true;
    } else if (piece.is("=")) {
      initializer_ = true;
    } else if (piece.is(",") && angles_ == 0) {
      initializer_ = false;
    } else if (piece.is("<") && !initializer_ && i > 0 && pieces_[i - 1].kind == Kind::name) {
      ++angles_;
    } else if (piece.is(">") && angles_ > 0) {
      --angles_;
    } else if (angles_ > 0 && (piece.is(">=") || piece.is("<=>") || piece.is("<<"))) {
      return false;
    }
    return true;
  }

  /// From `template` to the end of its parameters.
  bool skip_parameters(std::size_t& i) const {
    int depth = 0;
    const int outer = pieces_[i].parentheses;
    for (++i; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.is(";") || piece.is("{") || piece.is(">=") || piece.is("<=>") || piece.is("<<")) return false;
      if (piece.parentheses != outer) continue;
      if (piece.is("<")) ++depth;
      if (piece.is(">") && --depth == 0) return true;
    }
    return false;
  }

  bool may_be_declared(std::size_t i) const {
    const std::string_view last = before(i);
    if (among(kNamed, last)) return true;
    if (i + 1 >= pieces_.size() || !among(kFollow, pieces_[i + 1].text)) return false;
    if (initializer_) return false;
    if (last == "::" || last == "." || last == "->") return using_;
    if (pieces_[i].parentheses > 0) return is_declared_in_parentheses(i);
    return angles_ == 0;
  }

  /// As in `int (*name)(int)`; not what has a type before it, as parameters have.
  bool is_declared_in_parentheses(std::size_t i) const {
    while (i > 0 && (among(kPointers, before(i)) || before(i) == "const" || before(i) == "::")) --i;
    return before(i) == "(";
  }

  /// A function declared in a block is one of the namespace around it. Some variables look like one.
  bool declares_in_block(std::size_t i) const {
    std::size_t names = 0;
    for (; i > 0; --i) {
      const Piece& last = pieces_[i - 1];
      if (last.kind == Kind::name && among(kNoTypes, last.text)) return false;
      names += last.kind == Kind::name ? 1U : 0U;
      if (last.kind != Kind::name && last.kind != Kind::number && !among(kInTypes, last.text)) break;
    }
    return names > 0 && begins_statement(i);
  }

  /// Whether what stands before piece `i` ends a statement, is a label, or the head of an if or a loop.
  bool begins_statement(std::size_t i) const {
    const std::string_view last = before(i);
    if (last == ")") return among(kHeads, before(matching(i - 1)));
    if (last != ":") return i == 0 || among(kStatementEnds, last);
    while (i > 0 && !among(kStatementEnds, before(i)) && before(i) != "?") --i;
    return before(i) != "?";
  }

  /// Where the parenthesis that piece `i` closes is opened.
  std::size_t matching(std::size_t i) const {
    const int outer = pieces_[i].parentheses;
    while (i > 0 && !(is(i, "(") && pieces_[i].parentheses == outer)) --i;
    return i;
  }

  const Pieces& pieces_;
  std::set<std::string> names_;
  bool initializer_ = false;
  bool using_ = false;
  int angles_ = 0;
};

/// One statement outside of functions, up to what ends its first declarator.
bool is_global_variable(const Pieces& pieces, std::size_t begin, std::size_t end) {
  if (end - begin < 2) return false;
  bool is_static = false;
  bool is_const = false;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (pieces[i].is("(") || among(kNoVariables, pieces[i].text)) return false;
    is_static = is_static || pieces[i].is("static");
    is_const = (is_const || pieces[i].is("const")) && !pieces[i].is("*");
  }
  for (std::size_t i = begin; i + 1 < end; ++i)
    if (pieces[i].kind == Kind::name && !among(kFundamental, pieces[i].text)) return true;
  return !is_static && !is_const;
}

}  // namespace

std::optional<std::set<std::string>> declared_names(const Pieces& pieces) { return Collector(pieces).run(); }

bool has_global_variable(const Pieces& pieces) {
  std::size_t begin = 0;
  bool ended = false;  // the declarator; what follows up to the statement's end is its value
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].outside) {
      begin = i + 1;
      continue;
    }
    const bool at_end = pieces[i].is(";") || pieces[i].is("}");
    const bool ends = at_end || pieces[i].is("=") || pieces[i].is("{") || pieces[i].is("[");
    if (ends && !ended && is_global_variable(pieces, begin, i)) return true;
    ended = (ended || ends) && !at_end;
    if (at_end) begin = i + 1;
  }
  return false;
}

}  // namespace grader::codegen
