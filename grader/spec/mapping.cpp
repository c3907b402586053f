#include "spec/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "spec/scalars.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

bool has_kind(const Node& node, Node::Kind kind, std::string_view what, std::string_view wanted,
              Problems& problems) {
  if (node.kind == kind) return true;
  if (node.is_null())
    problems.add(node.place, fmt::format("{} has no value", what),
                 fmt::format("expected {}; leave the key out where there is nothing to say", wanted));
  else
    problems.add(node.place, fmt::format("{} must be {}, found {}", what, wanted, describe(node)));
  return false;
}

}  // namespace

bool is_mapping(const Node& node, std::string_view what, Problems& problems) {
  return has_kind(node, Node::Kind::mapping, what, "a mapping", problems);
}

bool is_sequence(const Node& node, std::string_view what, Problems& problems) {
  return has_kind(node, Node::Kind::sequence, what, "a list", problems);
}

void refuse_unknown(const Node& mapping, const std::vector<std::string>& known, Problems& problems) {
  for (const Entry& entry : mapping.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::string hint = util::did_you_mean(entry.key, known);
    problems.add(entry.place, fmt::format("unknown key {}", in_quotes(entry.key)),
                 hint.empty() ? fmt::format("known here: {}", fmt::join(known, ", ")) : hint);
  }
}

const Node* require(const Node& mapping, std::string_view key, std::string_view what, Problems& problems) {
  const Node* node = mapping.find(key);
  if (node == nullptr) problems.add(mapping.place, fmt::format("{} lacks the key '{}'", what, key));
  return node;
}

void if_present(const Node& mapping, std::string_view key, const std::function<void(const Node&)>& read) {
  if (const Node* node = mapping.find(key)) read(*node);
}

std::vector<std::string> read_texts(const Node& node, std::string_view what, Problems& problems) {
  std::vector<std::string> texts;
  if (!is_sequence(node, what, problems)) return texts;
  constexpr std::size_t kMost = 1000;
  if (node.items.size() > kMost) {
    problems.add(node.place, fmt::format("{} has more than {} items", what, kMost));
    return texts;
  }
  for (const Node& item : node.items) {
    auto text = read_text(item, fmt::format("an item of {}", what), problems);
    if (!text) continue;
    if (std::find(texts.begin(), texts.end(), *text) != texts.end())
      problems.add(item.place, fmt::format("{} names {} twice", what, in_quotes(*text)));
    else
      texts.push_back(std::move(*text));
  }
  return texts;
}

}  // namespace grader::spec
