#pragma once

#include <array>
#include <string_view>

#include "spec/yaml.hpp"

namespace grader::spec {

enum class Level { exercise, test_case };

struct UnsupportedKey {
  Level level;
  std::string_view key;
};

/// Fields of the format whose meaning is not built yet. They are refused by name and never silently ignored:
/// a property that is not looked at would be worse than none. Whoever builds one deletes its line.
inline constexpr std::array<UnsupportedKey, 3> kUnsupported{
    {{Level::exercise, "show"}, {Level::exercise, "kind"}, {Level::exercise, "questions"}}};

/// Reports those that `mapping` has.
void refuse_unsupported(const Node& mapping, Level level, Problems& problems);

/// Adds them to the keys that are known, so that they are not reported as unknown too.
std::vector<std::string> with_unsupported(std::vector<std::string> known, Level level);

}  // namespace grader::spec
