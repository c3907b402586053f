#pragma once

#include <filesystem>
#include <vector>

#include "course/disk.hpp"

namespace grader::course {

/// Replaces the names in `uses:` by ids and adds what only several files together can have wrong to the
/// diagnostics of each: unknown and circular uses, a missing reference, functions or records that would meet
/// under one name.
void check_together(std::vector<SpecFile>& specs, const std::filesystem::path& root);

}  // namespace grader::course
