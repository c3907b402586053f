#pragma once

#include "generate/part.hpp"

namespace grader::generate {

/// Whether the elements of an array or a scalar are in range of its generator, under one of its scales. The
/// sizes were looked at before. Throws util::GraderError where the generator has no range at all under these
/// sizes.
bool elements_in_range(const model::Generator& generator, const model::Tensor& tensor, const Part& part);

/// Whether an array has the structure that its generator gives to the whole of it; true for generators that
/// make elements one by one.
bool structure_in_range(const model::Generator& generator, const model::Tensor& tensor);

/// Whether the elements of an array are made together rather than one by one.
bool is_structured(model::Distribution distribution);

}  // namespace grader::generate
