#pragma once

#include "spec/yaml.hpp"

namespace grader::spec {

/// Whether the file is written in the format that this program knows. Of a file in another one nothing else
/// is reported, since its fields may mean something else.
bool has_known_version(const Node& root, Problems& problems);

}  // namespace grader::spec
