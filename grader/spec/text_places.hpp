#pragma once

#include <string_view>
#include <vector>

#include "spec/yaml.hpp"

namespace grader::spec {

/// Where in its file each byte of a text stands. A text is not always in the file as it is: quotes have
/// escapes, blocks are indented, lines of plain text are joined. Holds on to nothing, so that it may outlive
/// the tree of the file.
class TextPlaces {
 public:
  /// Nothing is known of the text but where it begins.
  explicit TextPlaces(Place begin = {}) : end_(begin) {}

  /// The text's next byte is what stands from `place` to before `end`.
  void add(Place place, Place end);
  /// The text goes on with the first bytes of another one.
  void append(const TextPlaces& other, std::size_t bytes);
  /// The text ends after its first bytes.
  void cut(std::size_t bytes);

  std::size_t size() const { return size_; }
  /// Of a byte of the text, or of the end for those behind it.
  Place at(std::size_t offset) const;

 private:
  /// Bytes that stand beside each other, the first of them byte `offset` of the text.
  struct Run {
    std::size_t offset = 0;
    Place place;
  };

  Place end_;
  std::size_t size_ = 0;
  std::vector<Run> runs_;
};

/// Of the bytes of a scalar's text. Folded blocks are not followed: all places are that of their beginning,
/// and so are those of a text that is not where the scalar begins.
TextPlaces places_of(const Node& scalar, std::string_view file_text);

/// The place of one byte.
Place place_in(const Node& scalar, std::size_t offset, std::string_view file_text);

}  // namespace grader::spec
