#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "mutation/mutation.hpp"

namespace grader::mutation {

using Lines = std::vector<std::string>;

/// The changed lines of the mutants of one kind.
inline Lines made(std::string_view operation, std::string_view source) {
  Lines lines;
  for (const Mutant& mutant : mutants(source))
    if (mutant.operation == operation) lines.push_back(mutant.after);
  return lines;
}

/// "operation: changed line" for all mutants.
inline Lines made(std::string_view source) {
  Lines lines;
  for (const Mutant& mutant : mutants(source)) lines.push_back(mutant.operation + ": " + mutant.after);
  return lines;
}

}  // namespace grader::mutation

namespace doctest {
template <>
struct StringMaker<grader::mutation::Lines> {
  static String convert(const grader::mutation::Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n    " + line;
    return text.c_str();
  }
};
}  // namespace doctest
