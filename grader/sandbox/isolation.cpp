#include "sandbox/isolation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace grader::sandbox {

int Isolation::level() const {
  const bool separate = filter && (unused_user || !needs_user);
  if (!separate || !(landlock || namespaces)) return 0;
  if (!namespaces) return 1;
  return control_groups ? 3 : 2;
}

std::string Isolation::text() const {
  std::vector<std::string> parts;
  const auto add = [&parts](bool there, const char* name) {
    if (there) parts.emplace_back(name);
  };
  add(namespaces, "namespaces");
  add(control_groups, "cgroup");
  add(landlock, "landlock");
  add(filter, "seccomp");
  add(unused_user, "unused uid");
  add(parts.empty(), "clean environment, process groups");
  parts.emplace_back("rlimits");
  const std::string lacks = missing.empty() ? "" : fmt::format("; {}", fmt::join(missing, ", "));
  return fmt::format("{} ({}{})", level(), fmt::join(parts, ", "), lacks);
}

}  // namespace grader::sandbox
