#include "mutation/declaration.hpp"

#include <algorithm>
#include <array>

namespace grader::mutation {
namespace {

constexpr std::array<std::string_view, 10> kSpecifiers = {"const",    "constexpr", "static",   "inline",
                                                          "volatile", "mutable",   "typename", "thread_local",
                                                          "extern",   "register"};
constexpr std::array<std::string_view, 7> kIntegerParts = {"int",    "long", "short", "unsigned",
                                                           "signed", "char", "size_t"};
constexpr std::array<std::string_view, 4> kIntegers = {"Eigen::Index", "Index", "std::size_t",
                                                       "std::ptrdiff_t"};

bool begins(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

bool is_integer(std::string_view type) {
  if (among(kIntegers, type)) return true;
  if (begins(type, "std::")) type.remove_prefix(5);
  const std::string_view width = type.substr(0, type.find_first_of("0123456789"));
  if (width == "int" || width == "uint" || width == "int_fast" || width == "uint_fast") return true;
  return among(kIntegerParts, type.substr(0, type.find(' ')));
}

/// Behind `name<…>::name…`.
std::size_t qualified_end(const Code& code, std::size_t i) {
  if (code.is(i, "::")) ++i;
  if (!code.is_name(i)) return kNone;
  while (code.is_name(i)) {
    const bool is_decltype = code.is(i, "decltype") && code.opens(i + 1);
    i = is_decltype || (code.is(i + 1, "<") && code.opens(i + 1)) ? code.partner(i + 1) + 1 : i + 1;
    if (!code.is(i, "::")) return i;
    ++i;
  }
  return kNone;
}

}  // namespace

Shape shape_of_type(std::string_view type) {
  if (type.empty() || type == "auto") return Shape::unknown;
  if (type == "double" || type == "float" || type == "long double") return Shape::real;
  if (type == "bool") return Shape::boolean;
  if (is_integer(type)) return Shape::integer;
  if (!begins(type, "Eigen::")) return Shape::other;
  type.remove_prefix(7);
  if (begins(type, "Ref<") || begins(type, "Map<")) return Shape::matrix;
  if (begins(type, "Tensor")) return Shape::tensor;
  if (begins(type, "Array")) return Shape::array;
  const bool is_matrix = begins(type, "Matrix") || begins(type, "Vector") || begins(type, "RowVector");
  return is_matrix ? Shape::matrix : Shape::other;
}

std::size_t type_end(const Code& code, std::size_t i) {
  bool has_name = false;
  for (;;) {
    const std::string_view word = code.text(i);
    if (among(kSpecifiers, word)) {
      ++i;
    } else if (among(kIntegerParts, word) || (has_name && word == "double")) {
      has_name = true;
      ++i;
    } else {
      if (has_name) break;
      i = qualified_end(code, i);
      if (i == kNone) return kNone;
      has_name = true;
    }
  }
  while (code.is(i, "*") || code.is(i, "&") || code.is(i, "&&") || code.is(i, "const") || code.is(i, "..."))
    ++i;
  return i;
}

std::string type_text(const Code& code, Range type) {
  std::string text;
  for (std::size_t i = type.first; i < type.last; ++i) {
    const std::string_view word = code.text(i);
    if (among(kSpecifiers, word) || word == "&" || word == "&&") continue;
    const bool needs_space = i > type.first && code.kind(i) == Token::Kind::name &&
                             code.kind(i - 1) == Token::Kind::name && !text.empty();
    if (needs_space) text += ' ';
    text += word;
    if (word == ",") text += ' ';
  }
  return text;
}

std::vector<Declared> parameters(const Code& code, Range range) {
  std::vector<Declared> found;
  for (const Range& part : code.split(range, ",")) {
    const std::size_t end = type_end(code, part.first);
    if (end == kNone || end > part.last) continue;
    const bool has_name = end < part.last && code.is_name(end);
    found.push_back({has_name ? std::string(code.text(end)) : "", type_text(code, {part.first, end})});
  }
  return found;
}

}  // namespace grader::mutation
