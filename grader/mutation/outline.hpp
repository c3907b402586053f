#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mutation/code.hpp"
#include "mutation/declaration.hpp"

namespace grader::mutation {

/// What a token may be changed for. `fixed` is everything that declares, throws, or keeps a loop from running
/// for ever; `loop_head` is the start and the condition of a `for`, where fewer changes make sense.
enum class Use { fixed, loop_head, expression };

struct Function {
  std::string returns;  // as type_text
  std::vector<Declared> parameters;
  Range body;                                             // between the braces
  std::map<std::string, std::string, std::less<>> types;  // of its parameters and variables, by name
};

struct Statement {
  enum class Kind { declaration, assignment, call, returned, other };
  Kind kind = Kind::other;
  Range range;       // without its semicolon
  Range value;       // what is behind `=`, `+=`, …, or `return`; may be empty
  std::string type;  // declared, or what the function returns
};

struct ForLoop {
  Range start;
  Range condition;
};

/// Where in a source which kind of code stands.
struct Outline {
  std::vector<Use> uses;             // of each token
  std::vector<std::size_t> regions;  // equal for tokens of the same expression, ignoring lambdas within it
  std::vector<Function> functions;
  std::vector<Statement> statements;  // those that may be changed
  std::vector<ForLoop> loops;
  std::vector<Range> conditions;  // of `if`
  std::map<std::string, std::string, std::less<>> globals;

  const Function* function_at(std::size_t token) const;
  /// Of a name used at that token; empty where nobody declares it.
  std::string_view type_of(std::string_view name, std::size_t token) const;
};

Outline outline(const Code& code);

}  // namespace grader::mutation
