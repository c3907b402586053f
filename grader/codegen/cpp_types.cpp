#include "codegen/cpp_types.hpp"

#include <fmt/format.h>

#include <cctype>

namespace grader::codegen {
namespace {

std::string cpp_scalar(model::Scalar element) {
  switch (element) {
    case model::Scalar::float64:
      return "double";
    case model::Scalar::float32:
      return "float";
    case model::Scalar::int64:
      return "std::int64_t";
    case model::Scalar::boolean:
      return "bool";
    case model::Scalar::string:
      return "std::string";
  }
  return {};
}

/// Eigen has short names for matrices of double and float.
std::string eigen_type(std::string_view shape, model::Scalar element) {
  if (element == model::Scalar::float64) return fmt::format("Eigen::{}Xd", shape);
  if (element == model::Scalar::float32) return fmt::format("Eigen::{}Xf", shape);
  return fmt::format("Eigen::{}X<{}>", shape, cpp_scalar(element));
}

std::string cpp_array(const model::ArrayType& array) {
  switch (array.dims.size()) {
    case 0:
      return cpp_scalar(array.element);
    case 1:
      return eigen_type("Vector", array.element);
    case 2:
      return eigen_type("Matrix", array.element);
    default:
      return fmt::format("Eigen::Tensor<{}, {}, Eigen::RowMajor>", cpp_scalar(array.element),
                         array.dims.size());
  }
}

bool is_number(const model::Type& type) {
  const auto* array = std::get_if<model::ArrayType>(&type.data);
  return array != nullptr && array->dims.empty() && array->element != model::Scalar::string;
}

}  // namespace

std::string cpp_type(const model::Type& type) {
  struct Name {
    std::string operator()(const model::ArrayType& array) const { return cpp_array(array); }
    std::string operator()(const model::ListType& list) const {
      return fmt::format("std::vector<{}>", cpp_type(*list.item));
    }
    std::string operator()(const model::OptionalType& optional) const {
      return fmt::format("std::optional<{}>", cpp_type(*optional.item));
    }
    std::string operator()(const model::RecordType& record) const { return record.def->name; }
  };
  return std::visit(Name{}, type.data);
}

std::string cpp_parameter(const model::Field& param) {
  const std::string type = cpp_type(param.type);
  return is_number(param.type) ? fmt::format("{} {}", type, param.name)
                               : fmt::format("const {}& {}", type, param.name);
}

std::string cpp_signature(const model::Function& function) {
  constexpr std::size_t kWidth = 98;
  const std::string start = fmt::format("{} {}(", cpp_type(function.returns), function.name);
  std::string text = start;
  std::size_t column = start.size();
  for (std::size_t i = 0; i < function.params.size(); ++i) {
    const bool last = i + 1 == function.params.size();
    const std::string param = cpp_parameter(function.params[i]) + (last ? ")" : ",");
    if (i > 0 && column + 1 + param.size() > kWidth) {
      text += "\n" + std::string(start.size(), ' ');
      column = start.size();
    } else if (i > 0) {
      text += " ";
      ++column;
    }
    text += param;
    column += param.size();
  }
  return function.params.empty() ? text + ")" : text;
}

std::string camel_case(std::string_view name) {
  std::string result;
  bool upper = true;
  for (const char c : name) {
    if (c == '_') {
      upper = true;
      continue;
    }
    result += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = false;
  }
  return result;
}

std::string symbol(const std::string& id) {
  std::string name = "grader_function_" + id;
  const auto slash = name.find('/');
  return name.replace(slash, 1, "__");
}

}  // namespace grader::codegen
