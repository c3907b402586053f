#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace grader::worker {

/// What AddressSanitizer or UndefinedBehaviorSanitizer found, in one line about the author's file, from what
/// they printed: "heap-buffer-overflow, READ of size 8 (AddressSanitizer) at vectors/total.cpp:7". Nothing
/// where they found nothing.
std::optional<std::string> sanitizer_finding(std::string_view output, const std::string& file);

}  // namespace grader::worker
