#pragma once

#include <cstdint>
#include <filesystem>

namespace grader::sandbox {

/// How much memory processes that are started now may take, in MiB: what the kernel calls available, or the
/// whole limit of the container's control group where that is less. The largest number where neither is
/// known. `root` stands for "/" in tests.
std::int64_t available_mib(const std::filesystem::path& root = "/");

}  // namespace grader::sandbox
