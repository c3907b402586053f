#pragma once

#include <string>
#include <string_view>

#include "model/exercise.hpp"

namespace grader::codegen {

/// The C++ type of a signature's type: "Eigen::MatrixXd", "std::optional<Eigen::MatrixX<bool>>",
/// "BlockWeights".
std::string cpp_type(const model::Type& type);

/// How the course's own code takes a parameter: numbers and booleans by value, everything else by const
/// reference.
std::string cpp_parameter(const model::Field& param);

/// "Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, double eps)", broken into lines that fit an editor.
std::string cpp_signature(const model::Function& function);

/// "layer_norm" -> "LayerNorm".
std::string camel_case(std::string_view name);

/// A linker name for the function of exercise `id`, the same however its parameters are taken.
std::string symbol(const std::string& id);

}  // namespace grader::codegen
