#pragma once

#include <string>
#include <vector>

namespace grader::course {

/// Those of the ids that a text may mean: one that it is, those of a topic where it is "topic/", else all of
/// that name. More than one without "topic/" is a mistake of whoever wrote it, and so is none.
std::vector<std::string> ids_meant(const std::string& text, const std::vector<std::string>& ids);

/// "layer_norm" of "normalization/layer_norm".
std::string name_of(const std::string& id);

}  // namespace grader::course
