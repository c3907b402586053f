#include "spec/version.hpp"

#include <fmt/format.h>

#include "spec/scalars.hpp"

namespace grader::spec {

bool has_known_version(const Node& root, Problems& problems) {
  constexpr std::int64_t kVersion = 1;
  const Node* node = root.find("format_version");
  if (node == nullptr) {
    problems.add(root.place, "the key 'format_version' is missing",
                 fmt::format("begin the file with `format_version: {}`", kVersion));
    // The rest is most likely what it seems to be, and its mistakes are worth knowing in the same go.
    return true;
  }
  const auto version = read_int(*node, "'format_version'", problems);
  if (!version) return true;
  if (*version == kVersion) return true;
  problems.add(node->place, fmt::format("format version {} is not known", *version),
               fmt::format("this grader reads version {}; a newer one may read this file", kVersion));
  return false;
}

}  // namespace grader::spec
