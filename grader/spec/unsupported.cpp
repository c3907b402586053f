#include "spec/unsupported.hpp"

#include <fmt/format.h>

namespace grader::spec {

void refuse_unsupported(const Node& mapping, Level level, Problems& problems) {
  for (const Entry& entry : mapping.entries)
    for (const UnsupportedKey& unsupported : kUnsupported)
      if (unsupported.level == level && unsupported.key == entry.key)
        problems.add(entry.place,
                     fmt::format("`{}` is not supported by this version of grader yet", entry.key),
                     "leave it out until then");
}

std::vector<std::string> with_unsupported(std::vector<std::string> known, Level level) {
  for (const UnsupportedKey& unsupported : kUnsupported)
    if (unsupported.level == level) known.emplace_back(unsupported.key);
  return known;
}

}  // namespace grader::spec
