#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "spec/scalars.hpp"
#include "spec/yaml.hpp"

namespace grader::test {

/// YAML as an editor's schema check sees it: plain words are numbers and booleans where YAML 1.2 says so.
inline nlohmann::json as_json(const spec::Node& node) {
  if (node.is_null()) return nullptr;
  if (node.is_sequence()) {
    auto array = nlohmann::json::array();
    for (const spec::Node& item : node.items) array.push_back(as_json(item));
    return array;
  }
  if (node.is_mapping()) {
    auto object = nlohmann::json::object();
    for (const spec::Entry& entry : node.entries) object[entry.key] = as_json(entry.value);
    return object;
  }
  switch (spec::kind_of(node)) {
    case spec::ScalarKind::boolean:
      return node.text[0] == 't' || node.text[0] == 'T';
    case spec::ScalarKind::integer:
      if (const auto number = spec::to_int(node.text)) return *number;
      [[fallthrough]];
    case spec::ScalarKind::floating:
      return spec::to_float(node.text).value_or(std::numeric_limits<double>::infinity());
    case spec::ScalarKind::string:
      break;
  }
  return node.text;
}

/// Nothing where the text is no YAML.
inline std::optional<nlohmann::json> yaml_as_json(const std::string& text) {
  spec::Problems problems("", text);
  const auto root = spec::parse(problems);
  return root && problems.empty() ? std::optional(as_json(*root)) : std::nullopt;
}

}  // namespace grader::test
