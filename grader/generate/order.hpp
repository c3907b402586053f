#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/generator.hpp"

namespace grader::generate {

/// Which parameters must be made before others: a size or an argument may name an int parameter, or be the
/// length of a list. Parameters that need nothing keep the signature's order.
struct Order {
  std::vector<const model::Field*> params;
  std::vector<std::string> cycle;  // parameters that need each other; `params` is not complete then
};

Order order_of(const model::Function& function, const model::Generation& generation);

/// The names that stand for symbols in the function's parameters: all but int parameters and lengths.
std::set<std::string> symbols_of(const model::Function& function);
std::set<std::string> symbols_of(const model::Type& type, const model::Function& function);

/// The generator of a parameter; nullptr where there is none.
const model::Generator* generator_of(const model::Generation& generation, const std::string& param);

/// Binds what arrays written out in the specification say about sizes: they decide before `dims`.
void bind_constants(const model::Generation& generation, const model::Function& function,
                    model::Bindings& bindings);

/// Whether an int parameter has this name, so that sizes may use it.
bool is_int_parameter(const model::Function& function, const std::string& name);

}  // namespace grader::generate
