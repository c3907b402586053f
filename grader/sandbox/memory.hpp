#pragma once

#include <cstdint>
#include <filesystem>

namespace grader::sandbox {

/// How much memory processes that are started now may take, in MiB, before the machine or the container runs
/// out of it: what the kernel calls available, or the limit of the control group that `root` is where that is
/// less. Large where nothing is known. `root` stands for "/" in tests.
std::int64_t available_mib(const std::filesystem::path& root = "/");

}  // namespace grader::sandbox
