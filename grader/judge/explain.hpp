#pragma once

#include <string>

#include "model/report.hpp"

namespace grader::judge {

/// One line on how an array differs: how many elements, the worst of them, by how much. The difference has
/// its values and errors filled in; `not_finite` is true of a worst element that is nan or infinite by
/// mistake.
std::string explain_numbers(const model::Difference& difference, bool not_finite);

/// One line on where two texts part.
std::string explain_text(const std::string& actual, const std::string& expected);

/// The first byte at which they differ, the length of the shorter one where it begins the other.
std::size_t first_difference(const std::string& actual, const std::string& expected);

/// "field normalized: ", "item [0]: ", or nothing for the whole result.
std::string path_label(const std::string& path);

}  // namespace grader::judge
