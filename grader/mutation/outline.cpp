#include "mutation/outline.hpp"

#include <algorithm>

#include "mutation/statements.hpp"

namespace grader::mutation {
namespace {

// As deep as namespaces and classes are read into; recursion must not depend on the input.
constexpr std::size_t kDeepest = 100;

/// Finds functions and constants among the declarations of namespaces and classes.
class Scopes {
 public:
  Scopes(const Code& code, Outline& outline) : code_(code), outline_(outline), statements_(code, outline) {}

  void read(Range range) {
    if (++depth_ < kDeepest)
      for (std::size_t i = range.first; i < range.last;) i = std::max(i + 1, declaration(i, range.last));
    --depth_;
  }

 private:
  std::size_t declaration(std::size_t i, std::size_t last) {
    const std::string_view word = code_.text(i);
    if (word == "template" || word == "alignas" || word == "[") return code_.next(i + (word == "[" ? 0 : 1));
    if (word == "using" || word == "typedef" || word == "static_assert" || word == "friend" || word == "enum")
      return code_.find({i, last}, ";") + 1;
    const bool is_linkage = word == "extern" && code_.kind(i + 1) == Token::Kind::text;
    if (word == "namespace" || word == "struct" || word == "class" || word == "union" || is_linkage) {
      std::size_t open = i;
      while (open < last && !code_.is(open, "{") && !code_.is(open, ";") && !code_.is(open, "="))
        open = code_.next(open);
      if (!code_.is(open, "{")) return code_.find({open, last}, ";") + 1;
      if (!code_.opens(open)) return last;
      read({open + 1, code_.partner(open)});
      return code_.partner(open) + 1;
    }
    if (word == ";" || word == ":" || word == "public" || word == "private" || word == "protected")
      return i + 1;
    return function_or_variable(i, last);
  }

  std::size_t function_or_variable(std::size_t first, std::size_t last) {
    std::size_t parameters = kNone;
    for (std::size_t i = first; i < last; i = code_.next(i)) {
      const std::string_view word = code_.text(i);
      if (word == ";") return i + 1;
      if (word == "operator") {
        const std::size_t open = code_.is(i + 1, "(") ? code_.next(i + 1) : code_.find({i, last}, "(");
        i = open - 1;
      } else if (word == "(" && code_.opens(i) && parameters == kNone) {
        parameters = i;
      } else if (word == "=" && parameters == kNone) {
        return variable(first, i, last);
      } else if (word == "{") {
        if (!code_.opens(i)) return last;
        const std::size_t behind = code_.partner(i) + 1;
        const bool initializes_member = code_.is(behind, ",") || code_.is(behind, "{");
        if (parameters == kNone || initializes_member) continue;
        function(first, parameters, {i + 1, code_.partner(i)});
        return behind;
      }
    }
    return last;
  }

  std::size_t variable(std::size_t first, std::size_t equals, std::size_t last) {
    const std::size_t end = code_.find({equals, last}, ";");
    const std::size_t name = type_end(code_, first);
    if (name != kNone && name < equals)
      outline_.globals.insert_or_assign(std::string(code_.text(name)), type_text(code_, {first, name}));
    statements_.expression({equals + 1, end});
    return end + 1;
  }

  void function(std::size_t first, std::size_t open, Range body) {
    Function found;
    const std::size_t name = type_end(code_, first);
    if (name != kNone && name < open) found.returns = type_text(code_, {first, name});
    const std::size_t arrow = code_.partner(open) + 1;
    if (code_.is(arrow, "->")) found.returns = type_text(code_, {arrow + 1, body.first - 1});
    found.parameters = parameters(code_, {open + 1, code_.partner(open)});
    found.body = body;
    for (const Declared& parameter : found.parameters)
      found.types.insert_or_assign(parameter.name, parameter.type);
    outline_.functions.push_back(std::move(found));
    statements_.body(outline_.functions.size() - 1);
  }

  const Code& code_;
  Outline& outline_;
  StatementReader statements_;
  std::size_t depth_ = 0;
};

}  // namespace

const Function* Outline::function_at(std::size_t token) const {
  const auto found = std::find_if(functions.begin(), functions.end(),
                                  [&](const Function& f) { return f.body.holds(token); });
  return found == functions.end() ? nullptr : &*found;
}

std::string_view Outline::type_of(std::string_view name, std::size_t token) const {
  if (const Function* function = function_at(token))
    if (const auto local = function->types.find(name); local != function->types.end()) return local->second;
  const auto global = globals.find(name);
  return global == globals.end() ? std::string_view() : std::string_view(global->second);
}

Outline outline(const Code& code) {
  Outline result;
  result.uses.assign(code.size(), Use::fixed);
  result.regions.assign(code.size(), 0);
  Scopes(code, result).read({0, code.size()});
  return result;
}

}  // namespace grader::mutation
