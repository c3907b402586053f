#pragma once

#include <string>

#include "model/generator.hpp"

namespace grader::generate {

/// What stands around an array in its parameter's type, since one generator speaks for all of it.
struct Surroundings {
  bool list = false;
  bool optional = false;
};

/// misuse() for a generator of one array, scalar or string.
std::string array_misuse(const model::Generator& generator, const model::ArrayType& type,
                         const Surroundings& around);

/// What is wrong with `length`, `present`, and the distribution's own arguments, whatever the type is.
std::string common_misuse(const model::Generator& generator);

}  // namespace grader::generate
