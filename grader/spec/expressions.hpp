#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/types.hpp"
#include "spec/text_places.hpp"

namespace grader::spec {

/// A text of the property language, and where in the file it stands.
struct ExpressionText {
  std::string text;
  TextPlaces places;
};

/// What must be written as text: `check:` and the items of `where:`. Folded blocks are refused, since places
/// in them cannot be shown.
std::optional<ExpressionText> read_condition(const Node& node, std::string_view what, Problems& problems);

/// What may be YAML's own value as well, as in `let: {k: 2}` and `forall: {i: [0, 1, D - 1]}`: a number, a
/// boolean, text that is an expression, or a list of these.
std::optional<ExpressionText> read_expression(const Node& node, std::string_view what, Problems& problems);

/// What is wrong with the text, at its place.
void report(const language::Mistake& mistake, const TextPlaces& places, Problems& problems);

}  // namespace grader::spec
