#pragma once

#include <functional>
#include <string>

namespace grader::cli {

/// What is wrong with the text of an option; empty where nothing is, as CLI11 asks. Our own, because CLI11's
/// words change with its versions.
using Check = std::function<std::string(const std::string&)>;

/// A whole number from `low` to `high`.
Check whole_number(int low, int high);

/// A number between 0 and 100.
Check percentage();

}  // namespace grader::cli
