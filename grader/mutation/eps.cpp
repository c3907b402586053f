#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

/// eps, kEps, my_epsilon, 1e-5: what keeps a division from zero.
bool is_eps(const Code& code, Range range) {
  if (range.size() != 1) return false;
  std::string text(code.text(range.first));
  if (code.is_number(range.first)) return text.find("e-") != std::string::npos;
  // As a word of its own: `steps` is no eps.
  if (text.rfind("eps", 0) == 0) return true;
  for (const char* word : {"Eps", "_eps", "EPS"})
    if (text.find(word) != std::string::npos) return true;
  return false;
}

/// A + eps, at its plus.
struct Guarded {
  Range value;
  Range eps;
};

bool find_guarded(const Syntax& syntax, std::size_t plus, Guarded& found) {
  if (!syntax.code().is(plus, "+") || syntax.precedence(plus) == 0 || !syntax.may_change(plus)) return false;
  found = {syntax.left(plus), syntax.right(plus)};
  return is_eps(syntax.code(), found.eps) && !found.value.empty();
}

std::string in_place(const Syntax& syntax, Range range, const std::string& text) {
  return syntax.is_whole(range) ? text : "(" + text + ")";
}

/// (a + eps).sqrt() and std::sqrt(a + eps): the guard leaves the root.
void move_out(const Syntax& syntax, const Guarded& guarded, Edits& edits) {
  const Code& code = syntax.code();
  const std::size_t open = guarded.value.first - 1;
  if (guarded.value.first == 0 || code.partner(open) != guarded.eps.last || !code.is(open, "(")) return;
  const std::string eps = " + " + code.text(guarded.eps);
  const std::size_t method = guarded.eps.last + 2;
  const bool is_method =
      syntax.is_method(method) && (code.is(method, "sqrt") || code.is(method, "cwiseSqrt"));
  Range whole;
  std::string text;
  if (is_method) {
    whole = {open, code.next(method + 1)};
    text = syntax.operand(guarded.value, kTightest) + "." + std::string(code.text(method)) + "()" + eps;
  } else if (open > 0 && code.is(open - 1, "sqrt")) {
    whole = {syntax.postfix_begin(open - 1), guarded.eps.last + 1};
    text = code.text({whole.first, open}) + "(" + code.text(guarded.value) + ")" + eps;
  } else {
    return;
  }
  edits.push_back({"move eps", {replacement(code, whole, in_place(syntax, whole, text))}});
}

/// a.sqrt() + eps and std::sqrt(a) + eps: the guard goes into the root.
void move_in(const Syntax& syntax, const Guarded& guarded, Edits& edits) {
  const Code& code = syntax.code();
  const std::size_t close = guarded.value.last - 1;
  if (!code.is(close, ")") || !code.closes(close)) return;
  const std::size_t name = code.partner(close) - 1;
  if (syntax.postfix_begin(close) != guarded.value.first) return;
  const Range whole{guarded.value.first, guarded.eps.last};
  const std::string eps = " + " + code.text(guarded.eps);
  std::string text;
  if (syntax.is_method(name) && (code.is(name, "sqrt") || code.is(name, "cwiseSqrt")))
    text = "(" + code.text({whole.first, name - 1}) + eps + ")." + std::string(code.text(name)) + "()";
  else if (code.is(name, "sqrt"))
    text = code.text({whole.first, name + 2}) + code.text({name + 2, close}) + eps + ")";
  else
    return;
  edits.push_back({"move eps", {replacement(code, whole, text)}});
}

}  // namespace

Edits drop_eps(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  Guarded guarded;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (find_guarded(syntax, i, guarded))
      edits.push_back({"drop eps", {removal_with_space_before(code, {i, guarded.eps.last})}});
    const bool is_floor =
        code.is(i, "max") && syntax.is_call(i + 1) && syntax.may_change(i) && !syntax.is_method(i);
    if (!is_floor) continue;
    const std::vector<Range> values = syntax.arguments(i + 1);
    if (values.size() != 2 || is_eps(code, values[0]) == is_eps(code, values[1])) continue;
    const Range value = is_eps(code, values[0]) ? values[1] : values[0];
    const Range whole{syntax.postfix_begin(i), code.next(i + 1)};
    edits.push_back({"drop eps", {replacement(code, whole, syntax.operand(value, kTightest))}});
  }
  return edits;
}

Edits move_eps(const Syntax& syntax) {
  Edits edits;
  Guarded guarded;
  for (std::size_t i = 0; i < syntax.code().size(); ++i) {
    if (!find_guarded(syntax, i, guarded)) continue;
    move_out(syntax, guarded, edits);
    move_in(syntax, guarded, edits);
  }
  return edits;
}

}  // namespace grader::mutation
