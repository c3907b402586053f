#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generate/stream.hpp"
#include "model/generator.hpp"

namespace grader::generate {

/// How the sizes of one input are to relate to each other.
struct SizeWishes {
  bool square = false;             // all symbols that can be equal are equal
  std::set<std::string> length_1;  // of size 1 where their range allows
};

/// Draws a size for every symbol that `bindings` does not hold yet and binds it. Different symbols get
/// different sizes wherever the ranges allow it, so that a missing transpose shows. Each symbol has a stream
/// of its own.
void draw_sizes(const std::vector<std::pair<std::string, model::SizeRange>>& ranges, const SizeWishes& wishes,
                const Origin& origin, model::Index index, model::Bindings& bindings);

}  // namespace grader::generate
