#include "language/foreign.hpp"

#include <array>
#include <utility>

namespace grader::language {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 24> kForeign{{
    {"=", "write '~=' for equal within the tolerance, '==' for exactly equal"},
    {"&&", "write 'and'"},
    {"&", "write 'and'"},
    {"||", "write 'or'"},
    {"|", "write 'or'"},
    {"!", "write 'not'"},
    {"~", "write 'not', or '~=' to compare within the tolerance"},
    {"^", "write '**' for a power"},
    {"?", "write where(condition, x, y)"},
    {"if", "write where(condition, x, y)"},
    {"is", "write '=='"},
    {"in", "write any(list == value)"},
    {"for", "name the values in 'forall:'"},
    {"lambda", "name a part of the property in 'let:'"},
    {"{", "there are no dicts and sets; lists stand in [ ]"},
    {"≈", "write '~='"},
    {"≤", "write '<='"},
    {"≥", "write '>='"},
    {"≠", "write '!='"},
    {"−", "write '-'"},
    {"×", "write '*'"},
    {"·", "write '*', or '@' for a product of matrices"},
    {"²", "write '** 2'"},
    {"√", "write sqrt(x)"},
}};

}  // namespace

std::string hint_for_foreign(std::string_view text) {
  for (const auto& [foreign, hint] : kForeign)
    if (text == foreign) return std::string(hint);
  return {};
}

}  // namespace grader::language
