#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/generator.hpp"

namespace grader::generate {

/// The words of a specification for distributions and edge cases, and back; nothing for an unknown word.
/// `constant` is no word of a specification: a plain value stands for it.
std::string to_string(model::Distribution distribution);
std::string to_string(model::Edge edge);
std::optional<model::Distribution> distribution_named(std::string_view name);
std::optional<model::Edge> edge_named(std::string_view name);

/// All words, for "did you mean".
std::vector<std::string> distribution_names();
std::vector<std::string> edge_names();

}  // namespace grader::generate
