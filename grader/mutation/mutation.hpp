#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace grader::mutation {

/// One small change to a C++ source that a test of it should notice.
struct Mutant {
  std::string operation;  // "swap axis", "drop term", …
  int line = 0;           // 1-based, where the change begins
  std::string before;     // the changed line(s) of the source, trimmed
  std::string after;      // the same line(s) as the mutant has them, trimmed
  std::string source;     // the whole mutated file
};

/// A longer source is refused with a GraderError; references have a hundredth of this.
constexpr std::size_t kMostBytes = std::size_t{128} << 10U;

/// All mutants of a source by their place in it, no two with the same text, none equal to the source. Only
/// what functions compute is changed: not their signatures, nor declared types, template arguments,
/// exceptions, or what a loop needs to end. A mutant need not compile, but nearly all do. Of a source whose
/// mutants would take more than 64 MiB, an even selection.
std::vector<Mutant> mutants(std::string_view source);

/// At most `count` of them, spread evenly over operations and lines, in the order they had.
std::vector<Mutant> sample(std::vector<Mutant> all, std::size_t count);

/// For the terminal, with no newline at the end:
///
///     layer_norm.cpp:9: drop eps
///     -  const Eigen::ArrayXd scale = (variance + eps).sqrt();
///     +  const Eigen::ArrayXd scale = (variance).sqrt();
std::string diff(const Mutant& mutant, const std::string& file);

}  // namespace grader::mutation
