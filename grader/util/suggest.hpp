#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grader::util {

/// Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of
/// neighbours each cost 1. Source: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, or an empty string where none is near enough to be what was meant
/// (at most a third of the longer word may differ).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "did you mean 'gamma'?" or an empty string.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace grader::util
