#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/problems.hpp"

namespace grader::spec {

struct Entry;

/// A YAML file as a tree of plain values that know their places. Only what a specification may be made of:
/// anchors, aliases, tags and keys that are not text are reported while parsing, and so are duplicate keys.
struct Node {
  enum class Kind { null, scalar, sequence, mapping };
  Kind kind = Kind::null;
  Place place;         // of a value left out: its key's
  std::string text;    // of a scalar
  bool plain = false;  // a scalar without quotes, so that true is no string
  std::vector<Node> items;
  std::vector<Entry> entries;

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_null() const { return kind == Kind::null; }
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Place place;  // of the key
  Node value;
};

/// The one document of `problems.text()`; nothing where it cannot be understood. Files may be hostile: size,
/// depth and the number of nodes are bounded.
std::optional<Node> parse(Problems& problems, std::string_view hint_if_empty = {});

/// What a plain scalar means in YAML 1.2; quoted ones are strings.
enum class ScalarKind { string, boolean, integer, floating };
ScalarKind kind_of(const Node& scalar);

/// "the number 3", "a list", "nothing": what was found, for messages.
std::string describe(const Node& node);

/// The place of byte `offset` of a scalar's text: exact where the text stands in the file as it is (one line
/// without escapes), else the scalar's own.
Place place_in(const Node& scalar, std::size_t offset, std::string_view file_text);

}  // namespace grader::spec
