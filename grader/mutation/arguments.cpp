#include <algorithm>
#include <array>

#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

// Their order does not matter.
constexpr std::array<std::string_view, 8> kCommutative = {"max",     "min",     "hypot", "dot",
                                                          "maximum", "minimum", "swap",  "gcd"};

/// One name of a known type, or of a type that nobody knows here.
bool is_plain(const Code& code, Range range) {
  return range.size() == 1 && code.is_name(range.first) && !code.is(range.first, "this");
}

bool may_stand_for(const Syntax& syntax, Range a, Range b) {
  const Code& code = syntax.code();
  if (!is_plain(code, a) || !is_plain(code, b) || code.text(a) == code.text(b)) return false;
  const Outline& outline = syntax.outline();
  return outline.type_of(code.text(a.first), a.first) == outline.type_of(code.text(b.first), b.first);
}

void swap_neighbours(const Syntax& syntax, const std::vector<Range>& values, Edits& edits) {
  const Code& code = syntax.code();
  for (std::size_t k = 0; k + 1 < values.size(); ++k) {
    if (!may_stand_for(syntax, values[k], values[k + 1])) continue;
    edits.push_back({"swap arguments",
                     {replacement(code, values[k], code.text(values[k + 1])),
                      replacement(code, values[k + 1], code.text(values[k]))}});
  }
}

/// The next parameter of the same type, or null where there is no other.
const Declared* sibling(const Function& function, std::string_view name) {
  const auto& all = function.parameters;
  const auto own = std::find_if(all.begin(), all.end(), [&](const Declared& d) { return d.name == name; });
  if (own == all.end()) return nullptr;
  const auto count = static_cast<std::size_t>(all.end() - all.begin());
  const auto at = static_cast<std::size_t>(own - all.begin());
  for (std::size_t k = 1; k < count; ++k) {
    const Declared& other = all[(at + k) % count];
    if (other.type == own->type && !other.name.empty() && other.name != name) return &other;
  }
  return nullptr;
}

}  // namespace

Edits swap_arguments(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!syntax.may_change(i) || !code.opens(i)) continue;
    const bool is_commutative =
        i > 0 && std::find(kCommutative.begin(), kCommutative.end(), code.text(i - 1)) != kCommutative.end();
    const bool is_list = code.is(i, "{") || (syntax.is_call(i) && !is_commutative);
    if (is_list) swap_neighbours(syntax, syntax.arguments(i), edits);
  }
  return edits;
}

Edits change_name(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (const Function& function : syntax.outline().functions) {
    for (std::size_t i = function.body.first; i < function.body.last; ++i) {
      const bool is_own = !code.is(i - 1, ".") && !code.is(i - 1, "->") && !code.is(i - 1, "::");
      // Parameters of the same type often have the same size.
      const bool is_asked = code.is(i + 1, ".") && (code.is(i + 2, "rows") || code.is(i + 2, "cols") ||
                                                    code.is(i + 2, "size") || code.is(i + 2, "dimension"));
      if (!code.is_name(i) || !is_own || is_asked || !syntax.may_change(i)) continue;
      if (const Declared* other = sibling(function, code.text(i)))
        edits.push_back({"change name", {replacement(code, {i, i + 1}, other->name)}});
    }
  }
  return edits;
}

}  // namespace grader::mutation
