#pragma once

#include <filesystem>
#include <vector>

#include "course/disk.hpp"

namespace grader::course {

/// Replaces the names in `uses:` by ids and adds what only several files together can have wrong to the
/// diagnostics of each: unknown and circular uses, a missing reference, pitfalls without a file and files
/// without a pitfall, functions or records that would meet under one name, properties that call functions of
/// `uses:` in a wrong way. Keys of questions are read: they can have mistakes.
void check_together(std::vector<SpecFile>& specs, const std::filesystem::path& root,
                    const ReadContext& course);

}  // namespace grader::course
