#pragma once

#include <optional>

#include "generate/part.hpp"

namespace grader::generate {

/// An array, a scalar or a string for one part of an input, by its generator and, where there is one, its
/// edge case.
model::Value make_array(const model::Generator& generator, const model::ArrayType& type,
                        std::optional<model::Edge> edge, const Part& part);

/// A length of a list or of an axis `_`: from the generator's `length`, else 1 to 8.
model::Index make_length(const model::Generator& generator, std::optional<model::Edge> edge, const Part& part,
                         Stream& stream);

}  // namespace grader::generate
