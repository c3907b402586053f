#include "spec/expressions.hpp"

#include <fmt/format.h>

#include "spec/scalars.hpp"

namespace grader::spec {
namespace {

bool is_folded(const Node& node, std::string_view what, Problems& problems) {
  if (!node.is_scalar() || node.style != Node::Style::folded) return false;
  problems.add(node.place, fmt::format("{} cannot be a folded block (>)", what),
               "write it behind | or in quotes, so that places in it can be shown");
  return true;
}

ExpressionText text_of(const Node& scalar, Problems& problems) {
  ExpressionText result{scalar.text, places_of(scalar, problems.text())};
  // The line end of a block, behind which the end of the expression would be shown.
  result.text.erase(result.text.find_last_not_of(" \t\n") + 1);
  result.places.cut(result.text.size());
  return result;
}

void add_sign(ExpressionText& to, std::string_view sign, Place place) {
  to.text += sign;
  to.places.append(TextPlaces(place), sign.size());
}

std::optional<ExpressionText> read_list(const Node& list, std::string_view what, Problems& problems) {
  ExpressionText result{{}, TextPlaces(list.place)};
  const std::string item_name = fmt::format("an item of {}", what);
  bool is_good = true;
  Place end = list.place;
  add_sign(result, "[", list.place);
  for (const Node& node : list.items) {
    const auto item = read_expression(node, item_name, problems);
    is_good = is_good && item.has_value();
    if (!item) continue;
    if (result.text.size() > 1) add_sign(result, ", ", end);
    result.text += item->text;
    result.places.append(item->places, item->text.size());
    end = item->places.at(item->text.size());
  }
  add_sign(result, "]", end);
  return is_good ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace

std::optional<ExpressionText> read_condition(const Node& node, std::string_view what, Problems& problems) {
  if (node.is_sequence() || node.is_mapping()) {
    problems.add(node.place, fmt::format("{} must be text, found {}", what, describe(node)),
                 "put an expression that begins with a bracket in quotes");
    return std::nullopt;
  }
  if (is_folded(node, what, problems) || !read_text(node, what, problems)) return std::nullopt;
  return text_of(node, problems);
}

std::optional<ExpressionText> read_expression(const Node& node, std::string_view what, Problems& problems) {
  if (node.is_sequence()) return read_list(node, what, problems);
  const bool is_value = node.is_scalar() && kind_of(node) != ScalarKind::string;
  return is_value ? text_of(node, problems) : read_condition(node, what, problems);
}

void report(const language::Mistake& mistake, const TextPlaces& places, Problems& problems) {
  problems.add(places.at(mistake.offset), mistake.message, mistake.hint);
}

}  // namespace grader::spec
