#pragma once

#include <optional>
#include <string>

#include "model/type.hpp"
#include "model/value.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// Reads nested lists as an array with as many axes as `type` says, whatever their sizes. Every wrong element
/// and every row that is shorter or longer than those before it is reported; a wrong number of axes only
/// once.
std::optional<model::Tensor> read_array(const Node& node, const model::ArrayType& type,
                                        const std::string& what, Problems& problems);

/// {shape: [0, 3]}: an array that has no elements.
std::optional<model::Tensor> read_empty_array(const Node& mapping, const model::ArrayType& type,
                                              const std::string& what, Problems& problems);

/// An array without elements to begin with, of the right element type; numbers are appended to it one by one.
model::Tensor no_elements(model::Scalar element);

}  // namespace grader::spec
