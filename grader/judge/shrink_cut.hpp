#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/type.hpp"

namespace grader::judge {

/// The names of sizes that no symbol or int parameter has: "len(path)" of a list or a string, "path:axis" of
/// an axis `_`.
std::string length_name(const std::string& path);
std::string axis_name(const std::string& path, std::size_t axis);

/// Sizes that shrink together, and which of their indices stay, in ascending order.
struct Cut {
  std::set<std::string> names;
  model::Index size = 0;  // before
  std::vector<model::Index> keep;
  bool mend = false;  // what arrays lose by it is put right: see shrink_mend.hpp
};

/// The input with every axis, list and string cut that depends on these sizes; an int parameter gets the new
/// size. Along "2*D" the blocks of D shrink, along "P + D" its part; of other expressions the first indices
/// stay. Nothing where some size would be negative or nothing can fill it.
std::optional<model::Arguments> cut_input(const model::Function& function, const model::Arguments& arguments,
                                          const model::Bindings& bindings, const Cut& cut);

}  // namespace grader::judge
