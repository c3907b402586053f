#include "spec/properties.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "spec/expressions.hpp"
#include "spec/ids.hpp"
#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/scalars.hpp"
#include "spec/settings.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> ids_of(const std::vector<ReadCase>& cases) {
  std::vector<std::string> ids;
  for (const ReadCase& read : cases)
    if (!read.test_case.id.empty()) ids.push_back(read.test_case.id);
  return ids;
}

/// Reads one mapping of `properties:` piece by piece.
class PropertyReader {
 public:
  PropertyReader(const Node& node, const std::vector<std::string>& case_ids, Problems& problems)
      : node_(node), case_ids_(case_ids), problems_(problems) {}

  ReadProperty read(const model::Tolerance& tolerance) {
    read_.node = &node_;
    if (!is_mapping(node_, "a property", problems_)) return std::move(read_);
    refuse_unknown(node_, {"id", "description", "check", "points", "tolerance", "cases", "let", "forall"},
                   problems_);
    model::Property& property = read_.property;
    property.id = read_id(node_, "the property", problems_);
    if_present(node_, "description", [&](const Node& text) {
      property.description = read_text(text, "'description'", problems_).value_or("");
    });
    if_present(node_, "points",
               [&](const Node& points) { property.points = read_points(points, 1, problems_); });
    if_present(node_, "tolerance",
               [&](const Node& own) { property.tolerance = read_tolerance(own, tolerance, problems_); });
    property.cases = case_ids_;
    if_present(node_, "cases", [&](const Node& cases) { read_cases(cases); });
    read_.complete = true;
    if_present(node_, "forall", [&](const Node& names) {
      read_names(names, "forall", property.for_all, read_.places.for_all);
    });
    if_present(node_, "let",
               [&](const Node& names) { read_names(names, "let", property.let, read_.places.let); });
    read_check();
    return std::move(read_);
  }

 private:
  void read_cases(const Node& node) {
    const auto ids = read_texts(node, "'cases'", problems_);
    if (node.is_sequence() && node.items.empty())
      problems_.add(node.place, "'cases' is empty", "leave it out for all cases");
    for (const Node& item : node.items) {
      const bool is_read = std::find(ids.begin(), ids.end(), item.text) != ids.end();
      const bool is_known = std::find(case_ids_.begin(), case_ids_.end(), item.text) != case_ids_.end();
      if (!is_read || is_known || case_ids_.empty()) continue;
      const std::string hint = util::did_you_mean(item.text, case_ids_);
      problems_.add(item.place, fmt::format("there is no case {}", in_quotes(item.text)),
                    hint.empty() ? fmt::format("known here: {}", fmt::join(case_ids_, ", ")) : hint);
    }
    read_.property.cases = ids;
  }

  void read_names(const Node& node, std::string_view key, Texts& texts, std::vector<TextPlaces>& places) {
    if (!is_mapping(node, fmt::format("'{}'", key), problems_)) {
      read_.complete = false;
      return;
    }
    for (const Entry& entry : node.entries) {
      if (!is_identifier(entry.key)) {
        problems_.add(entry.place, fmt::format("{} cannot be a name of '{}'", in_quotes(entry.key), key),
                      "names are letters, digits and underscores, and do not begin with a digit");
        read_.complete = false;
      }
      const bool can_be_read = key != "forall" || !is_number_or_boolean(entry.value);
      if (!can_be_read)
        problems_.add(entry.value.place,
                      fmt::format("'{}' must be a list, found {}", entry.key, describe(entry.value)),
                      "write [0, 1], or an expression of a list such as arange(D)");
      auto expression =
          can_be_read ? read_expression(entry.value, "'" + entry.key + "'", problems_) : std::nullopt;
      read_.complete = read_.complete && expression.has_value();
      if (!expression) continue;
      texts.emplace_back(entry.key, std::move(expression->text));
      places.push_back(std::move(expression->places));
    }
  }

  static bool is_number_or_boolean(const Node& node) {
    return node.is_scalar() && kind_of(node) != ScalarKind::string;
  }

  void read_check() {
    const Node* node = require(node_, "check", "the property", problems_);
    auto check = node == nullptr ? std::nullopt : read_condition(*node, "'check'", problems_);
    read_.complete = read_.complete && check.has_value();
    if (!check) return;
    read_.property.check = std::move(check->text);
    read_.places.check = std::move(check->places);
  }

  const Node& node_;
  const std::vector<std::string>& case_ids_;
  Problems& problems_;
  ReadProperty read_;
};

const TextPlaces& places_of(const language::PropertyMistake& mistake, const PropertyPlaces& places) {
  using Part = language::PropertyMistake::Part;
  if (mistake.part == Part::let) return places.let.at(mistake.number);
  return mistake.part == Part::for_all ? places.for_all.at(mistake.number) : places.check;
}

}  // namespace

std::vector<ReadProperty> read_properties(const Node& node, const std::vector<ReadCase>& cases,
                                          const model::Tolerance& tolerance, Problems& problems) {
  std::vector<ReadProperty> properties;
  if (!is_sequence(node, "'properties'", problems)) return properties;
  const std::vector<std::string> case_ids = ids_of(cases);
  for (const Node& item : node.items)
    properties.push_back(PropertyReader(item, case_ids, problems).read(tolerance));
  return properties;
}

void check_property(const model::Property& property, const PropertyPlaces& places,
                    const language::Scope& scope, Problems& problems) {
  const auto compiled = language::Property::compile(property, scope);
  const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&compiled);
  if (mistakes == nullptr) return;
  for (const language::PropertyMistake& mistake : *mistakes)
    report(mistake.mistake, places_of(mistake, places), problems);
}

}  // namespace grader::spec
