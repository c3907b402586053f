#include "spec/ids.hpp"

#include <fmt/format.h>

#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/scalars.hpp"

namespace grader::spec {

std::string read_id(const Node& mapping, std::string_view what, Problems& problems) {
  const Node* id = require(mapping, "id", what, problems);
  const auto text = id == nullptr ? std::nullopt : read_string(*id, "'id'", problems);
  if (!text) return {};
  if (!is_check_id(*text))
    problems.add(id->place, fmt::format("{} cannot be an id", in_quotes(*text)),
                 "ids are lower-case letters, digits, '-' and '_', as in worked-example");
  return *text;
}

void Ids::add(const std::string& id, const Node& mapping) {
  const Node* node = mapping.find("id");
  if (node == nullptr || id.empty()) return;
  const auto [earlier, is_new] = lines_.emplace(id, node->place.line);
  if (!is_new)
    problems_.add(node->place, fmt::format("duplicate id {}", in_quotes(id)),
                  fmt::format("it is in line {} already", earlier->second));
}

}  // namespace grader::spec
