#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "language/expression.hpp"
#include "language/property.hpp"
#include "language/static_type.hpp"

namespace grader::language {

// What compile() leaves for evaluate(), inside this room only.

using NamedExpression = std::pair<std::string, Expression>;

struct Property::Compiled {
  std::string text;  // of the check; expressions hold places in it
  Expression check;
  std::vector<NamedExpression> let;
  std::vector<NamedExpression> for_all;
  std::vector<std::string> let_texts;
  std::vector<std::string> for_all_texts;
  std::optional<model::Tolerance> tolerance;
  model::Function function;
  std::vector<model::Function> used;
};

struct Quantity::Compiled {
  std::string text;
  Expression expression;
  StaticType type;
  model::Function function;
  std::vector<model::Function> used;
};

struct Condition::Compiled {
  std::string text;
  Expression check;
  model::Function function;
};

}  // namespace grader::language
