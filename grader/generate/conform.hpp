#pragma once

#include <optional>

#include "model/type.hpp"

namespace grader::generate {

/// A value written in a specification in the form of `type`: numbers become elements of its kind where that
/// loses nothing (1 for a float, 2.0 for an int). Nothing where it is of another form; sizes are not looked
/// at, ranks are.
std::optional<model::Value> conform(const model::Value& value, const model::Type& type);

/// A scalar of the given element kind.
std::optional<model::Tensor> conform(const model::Value& value, model::Scalar element);

}  // namespace grader::generate
