#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/generator.hpp"

namespace grader::generate {

/// Finds the sizes of symbols that no axis shows alone ("2*P"), by trying: adds the first values inside of
/// their ranges with which `arguments` fit the function's types to `bindings`. False where there are none; a
/// bounded number is tried.
bool solve_sizes(const model::Function& function, const model::Arguments& arguments,
                 const std::vector<std::pair<std::string, model::SizeRange>>& ranges,
                 model::Bindings& bindings);

}  // namespace grader::generate
