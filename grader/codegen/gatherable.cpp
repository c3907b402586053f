#include "codegen/gatherable.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "codegen/declared_names.hpp"
#include "codegen/outline.hpp"
#include "util/keywords.hpp"

namespace grader::codegen {
namespace {

using Kind = mutation::Token::Kind;
using Pieces = std::vector<Piece>;
using mutation::among;

// Names that reach past a file's end or its namespace, or that tell the namespace's name.
constexpr std::array kRefused = std::to_array<std::string_view>(
    {"asm", "extern", "typeid", "source_location", "import", "module", "export", "main", "assert", "friend",
     "gnu", "clang", "union", "target_type", "type_info", "type_index", "any_cast", "bad_any_cast"});
constexpr std::array kAttributes = std::to_array<std::string_view>(
    {"nodiscard", "maybe_unused", "noreturn", "fallthrough", "likely", "unlikely", "deprecated"});
constexpr std::array kReservedPrefixes =
    std::to_array<std::string_view>({"__", "grader_", "GRADER_", "EIGEN_"});
constexpr std::array kOwners = std::to_array<std::string_view>({"std", "Eigen", "grader"});

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// What the tokenizer and the compilers may see in different ways, or two compilers.
bool has_strange_characters(std::string_view source) {
  constexpr unsigned char kDelete = 0x7F;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const auto c = static_cast<unsigned char>(source[i]);
    if (c == '\r' && source.substr(i + 1, 1) == "\n") continue;
    if ((c < ' ' && c != '\n' && c != '\t') || c == kDelete) return true;
    if (c != '\\') continue;
    // A backslash joins lines even where blanks follow it.
    std::size_t next = i + 1;
    while (next < source.size() && is_blank(source[next])) ++next;
    if (next == source.size() || source[next] == '\n') return true;
  }
  return source.find("??") != std::string_view::npos;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

class Inspection {
 public:
  Inspection(const Pieces& pieces, const std::string& id, const std::set<std::string>& headers)
      : pieces_(pieces), id_(id), headers_(headers) {}

  /// Why the pieces are refused; empty where they are not.
  std::string refusal() {
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (const char* why = refusal_of(i)) return std::string(pieces_[i].text) + ": " + why;
    return {};
  }
  std::set<std::string> opened() { return std::move(opened_); }

 private:
  std::string_view text(std::size_t i) const {
    return i < pieces_.size() ? pieces_[i].text : std::string_view();
  }
  std::string_view before(std::size_t i) const { return i > 0 ? pieces_[i - 1].text : std::string_view(); }
  bool touches_next(std::size_t i) const {
    return i + 1 < pieces_.size() && pieces_[i].end() == pieces_[i + 1].offset;
  }

  const char* refusal_of(std::size_t i) {
    switch (pieces_[i].kind) {
      case Kind::directive:
        return refusal_of_directive(pieces_[i]);
      case Kind::name:
        return refusal_of_name(i);
      case Kind::text:
        return refusal_of_text(pieces_[i].text);
      case Kind::sign:
        return refusal_of_sign(i);
      case Kind::other:
        return "a character that means nothing";
      default:
        return nullptr;
    }
  }

  /// Only an include, of what is there already.
  const char* refusal_of_directive(const Piece& piece) const {
    constexpr const char* kWhy =
        "a directive that may reach past the file, or a header that is not there yet";
    std::string_view rest = piece.text.substr(1);
    const auto skip_blanks = [&] {
      while (!rest.empty() && is_blank(rest[0])) rest.remove_prefix(1);
    };
    skip_blanks();
    if (!piece.outside || piece.parentheses + piece.brackets > 0 || !rest.starts_with("include")) return kWhy;
    rest.remove_prefix(std::string_view("include").size());
    skip_blanks();
    const bool own = rest.starts_with('"');
    const std::size_t end = rest.find(own ? '"' : '>', 1);
    if ((!own && !rest.starts_with('<')) || end == std::string_view::npos) return kWhy;
    const std::string name(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
    skip_blanks();
    if (!rest.empty() && (!rest.starts_with("//") || rest.find("/*") != std::string_view::npos)) return kWhy;
    const bool there = own ? name == id_ + ".hpp" || name == "grader.hpp" : headers_.contains(name);
    return there ? nullptr : kWhy;
  }

  static const char* refusal_of_text(std::string_view text) {
    if (text.substr(0, text.find_first_of("\"'")).find('R') != std::string_view::npos) return "a raw string";
    return text.find("grader_") != std::string_view::npos ? "speaks of the grader's own names" : nullptr;
  }

  const char* refusal_of_sign(std::size_t i) const {
    const std::string_view sign = text(i);
    if (sign == "#") return "a directive in the middle of a line";
    if (sign == "[" && text(i + 1) == "[") return refusal_of_attributes(i + 2);
    if (sign == "::" && begins_name(i)) return "a name of the global namespace";
    if (!touches_next(i) || pieces_[i + 1].kind != Kind::sign) return nullptr;
    const std::string pair{sign.back(), text(i + 1).front()};
    for (const char* digraph : {"<%", "%>", "<:", ":>", "%:"})
      if (pair == digraph) return "may be a digraph";
    return nullptr;
  }

  bool begins_name(std::size_t i) const {
    const std::string_view last = before(i);
    if (last == ">" || last == ")") return false;
    return i == 0 || pieces_[i - 1].kind != Kind::name || util::is_cpp_keyword(last);
  }

  const char* refusal_of_attributes(std::size_t i) const {
    for (; i < pieces_.size() && !pieces_[i].is("]"); ++i) {
      const bool known = among(kAttributes, text(i)) || pieces_[i].kind == Kind::text;
      if (!known && !pieces_[i].is(",") && !pieces_[i].is("(") && !pieces_[i].is(")"))
        return "may be an attribute that changes how the file is compiled";
    }
    return nullptr;
  }

  const char* refusal_of_name(std::size_t i) {
    const std::string_view name = text(i);
    if (!is_ascii(name)) return "a name with letters that compilers see differently";
    const auto begins = [name](std::string_view prefix) { return name.starts_with(prefix); };
    if (std::any_of(kReservedPrefixes.begin(), kReservedPrefixes.end(), begins) ||
        (name.size() > 1 && name[0] == '_' && is_upper(name[1])))
      return "a reserved name";
    if (among(kRefused, name)) return "reaches past the file, or tells where it is";
    if (name == "any" && before(i) != "." && before(i) != "->") return "tells where it is";
    if (name == "enum" && ((text(i + 1) != "class" && text(i + 1) != "struct") || before(i) == "using"))
      return "declares names that are not looked for";
    if (name == "inline" && text(i + 1) == "namespace") return "declares names in the namespace around it";
    if (name == "using" && text(i + 1) == "namespace") return refusal_of_using(i + 2);
    if (name == "namespace" && before(i) != "using") return refusal_of_namespace(i + 1);
    if (!pieces_[i].outside) return nullptr;
    if (name == "operator") return "an operator for everybody";
    if (name == "template" && (text(i + 1) != "<" || text(i + 2) == ">"))
      return "instantiates or specialises what may be somebody else's";
    return nullptr;
  }

  /// Namespaces of the file's own would hide global names when they are opened.
  const char* refusal_of_using(std::size_t i) {
    std::string name;
    for (; i < pieces_.size() && (pieces_[i].kind == Kind::name || pieces_[i].is("::")); ++i)
      name += pieces_[i].text;
    const std::string_view first = std::string_view(name).substr(0, name.find(':'));
    if ((first != "std" && first != "Eigen") || text(i) != ";")
      return "opens a namespace that is not looked into";
    opened_.insert(name);
    return nullptr;
  }

  const char* refusal_of_namespace(std::size_t i) const {
    for (; i < pieces_.size() && (pieces_[i].kind == Kind::name || pieces_[i].is("::")); ++i)
      if (among(kOwners, text(i))) return "adds to a namespace that is not the file's own";
    return text(i) == "[" ? "a namespace with attributes" : nullptr;
  }

  const Pieces& pieces_;
  const std::string& id_;
  const std::set<std::string>& headers_;
  std::set<std::string> opened_;
};

}  // namespace

std::variant<Gatherable, NotGatherable> gatherable(std::string_view source, const std::string& exercise_id,
                                                   const std::set<std::string>& headers) {
  // Nobody writes more for an exercise, and judging it would take long.
  constexpr std::size_t kLongest = 65536;
  if (source.size() > kLongest) return NotGatherable{"too long"};
  if (has_strange_characters(source)) return NotGatherable{"strange characters"};
  auto pieces = outline(source);
  if (!pieces) return NotGatherable{"something is not closed"};
  Inspection inspection(*pieces, exercise_id, headers);
  if (auto why = inspection.refusal(); !why.empty()) return NotGatherable{std::move(why)};
  std::erase_if(*pieces, [](const Piece& piece) { return piece.kind == Kind::directive; });
  if (has_global_variable(*pieces)) return NotGatherable{"a variable outside of functions"};
  auto names = declared_names(*pieces);
  if (!names) return NotGatherable{"angle brackets that may be comparisons"};
  return Gatherable{std::move(*names), inspection.opened()};
}

}  // namespace grader::codegen
