#pragma once

#include <optional>
#include <utility>

#include "generate/part.hpp"

namespace grader::generate {

/// An array, a scalar or a string for one part of an input, by its generator and, where there is one, its
/// edge case.
model::Value make_array(const model::Generator& generator, const model::ArrayType& type,
                        std::optional<model::Edge> edge, const Part& part);

/// The lowest and the highest length of a list or of an axis `_`: the generator's `length`, else 1 to 8.
std::pair<model::Index, model::Index> length_range(const model::Generator& generator, const Part& part);

/// A length from this range.
model::Index make_length(const model::Generator& generator, std::optional<model::Edge> edge, const Part& part,
                         Stream& stream);

}  // namespace grader::generate
