#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace grader::build {

/// The sources of the harness, as they were when the grader was built: name and content.
const std::vector<std::pair<std::string_view, std::string_view>>& harness_files();

/// One of them; empty for a name that is none.
std::string_view harness_file(std::string_view name);

}  // namespace grader::build
