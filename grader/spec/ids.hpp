#pragma once

#include <map>
#include <string>
#include <string_view>

#include "spec/yaml.hpp"

namespace grader::spec {

/// The id of a case, a property or a pitfall: what `id:` of the mapping says, even where it cannot be one, or
/// nothing. `what` is the mapping ("the case"). Reports what is wrong with it.
std::string read_id(const Node& mapping, std::string_view what, Problems& problems);

/// Ids that must differ from each other.
class Ids {
 public:
  explicit Ids(Problems& problems) : problems_(problems) {}
  /// `id` is what was read from the mapping.
  void add(const std::string& id, const Node& mapping);

 private:
  Problems& problems_;
  std::map<std::string, int> lines_;
};

}  // namespace grader::spec
