// Solutions that are compiled together are each in a namespace of its own, which their authors know nothing
// of: what they are shown has the names that they wrote.
#ifndef GRADER_HARNESS_SOLUTION_NAMES_HPP
#define GRADER_HARNESS_SOLUTION_NAMES_HPP

#include <string>

namespace grader::harness {

/// What the name of such a namespace begins with.
inline constexpr const char* kSolutionNamespace = "grader_solution_";

/// A text as it would be without them: of "grader_solution_a__b_1::Point" it leaves "Point".
inline std::string without_solution_namespaces(std::string text) {
  for (auto at = text.find(kSolutionNamespace); at != std::string::npos;
       at = text.find(kSolutionNamespace, at)) {
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", at);
    const bool qualifies = end != std::string::npos && text.compare(end, 2, "::") == 0;
    if (qualifies)
      text.erase(at, end + 2 - at);
    else
      ++at;
  }
  return text;
}

}  // namespace grader::harness

#endif  // GRADER_HARNESS_SOLUTION_NAMES_HPP
