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
  /// How a scalar is written: as it is, in quotes, in a block behind | or behind >.
  enum class Style { plain, single_quoted, double_quoted, literal, folded };
  Kind kind = Kind::null;
  Style style = Style::plain;
  Place place;            // of a value left out: its key's
  std::size_t begin = 0;  // of a scalar: the byte of the file at `place`
  std::string text;       // of a scalar
  std::vector<Node> items;
  std::vector<Entry> entries;

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_null() const { return kind == Kind::null; }
  /// Without quotes, so that true is no string.
  bool is_plain() const { return is_scalar() && style == Style::plain; }
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

}  // namespace grader::spec
