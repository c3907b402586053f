#pragma once

#include <set>
#include <string>
#include <string_view>
#include <variant>

/// Which files may be compiled together with others in one translation unit, each in a namespace of its own,
/// and mean there what they mean alone. Judged by tokens, so that no is always safe to say: a file that is
/// refused is compiled alone, which only takes longer.
namespace grader::codegen {

/// What has to be known of a file to compile it with others.
struct Gatherable {
  std::set<std::string> names;   // that it may declare outside of functions and classes, and some more
  std::set<std::string> opened;  // namespaces of its using directives: "std", "Eigen", "std::numbers"
};

struct NotGatherable {
  std::string why;
};

/// `headers` are those that the precompiled header has included: another one would be read inside of the
/// namespace.
std::variant<Gatherable, NotGatherable> gatherable(std::string_view source, const std::string& exercise_id,
                                                   const std::set<std::string>& headers);

}  // namespace grader::codegen
