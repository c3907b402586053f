#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/scaffold.hpp"
#include "codegen/cpp_types.hpp"
#include "spec/symbols.hpp"

namespace grader::cli {
namespace {

/// Where in the parameters each name of a size can be read, as C++. Parameters come before parts of records,
/// those before items of lists and values of optionals, which need not be there.
class SizeSources {
 public:
  explicit SizeSources(const model::Function& function) {
    for (const model::Field& param : function.params) {
      if (model::is_scalar(param.type, model::Scalar::int64)) offer(param.name, param.name, 0);
      visit(param.type, param.name, 0);
    }
  }

  std::string of(const std::string& name) const {
    const auto found = sources_.find(name);
    return found == sources_.end() ? "1" : found->second.second;
  }

 private:
  void offer(const std::string& name, const std::string& expression, int rank) {
    const auto known = sources_.find(name);
    if (known == sources_.end() || rank < known->second.first) sources_[name] = {rank, expression};
  }

  void visit(const model::Type& type, const std::string& path, int rank) {
    if (const auto* array = std::get_if<model::ArrayType>(&type.data)) return visit_array(*array, path, rank);
    if (const auto* list = std::get_if<model::ListType>(&type.data))
      return visit(*list->item, path + ".at(0)", rank + 10);
    if (const auto* optional = std::get_if<model::OptionalType>(&type.data))
      return visit(*optional->item, path + ".value()", rank + 20);
    for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
      visit(field.type, path + "." + field.name, rank + 1);
  }

  void visit_array(const model::ArrayType& array, const std::string& path, int rank) {
    const std::size_t axes = array.dims.size();
    for (std::size_t axis = 0; axis < axes; ++axis) {
      if (array.dims[axis].op != model::Dim::Op::name) continue;
      const std::string read = axes == 1   ? ".size()"
                               : axes == 2 ? (axis == 0 ? ".rows()" : ".cols()")
                                           : fmt::format(".dimension({})", axis);
      offer(array.dims[axis].name, path + read, rank);
    }
  }

  std::map<std::string, std::pair<int, std::string>> sources_;
};

class ReferenceText {
 public:
  explicit ReferenceText(const model::Function& function) : sources_(function) {}

  /// The statements of the body.
  std::string body(const model::Type& type) const {
    const auto* record = std::get_if<model::RecordType>(&type.data);
    if (record == nullptr) return fmt::format("  return {};\n", zero(type));
    return fmt::format("  {} result;\n{}  return result;\n", record->def->name,
                       assignments(*record->def, "result"));
  }

 private:
  /// Only arrays need a size; what else a record holds starts out as zero, empty or absent.
  std::string assignments(const model::RecordDef& def, const std::string& path) const {
    std::string text;
    for (const model::Field& field : def.fields) {
      const std::string part = path + "." + field.name;
      const auto* array = std::get_if<model::ArrayType>(&field.type.data);
      if (array != nullptr && !array->dims.empty())
        text += fmt::format("  {} = {};\n", part, zero(field.type));
      if (const auto* inner = std::get_if<model::RecordType>(&field.type.data))
        text += assignments(*inner->def, part);
    }
    return text;
  }

  std::string zero(const model::Type& type) const {
    if (std::holds_alternative<model::ListType>(type.data)) return "{}";
    if (std::holds_alternative<model::OptionalType>(type.data)) return "std::nullopt";
    const auto& array = std::get<model::ArrayType>(type.data);
    if (array.dims.empty()) return zero_scalar(array.element);
    std::string sizes;
    for (const model::Dim& dim : array.dims) sizes += (sizes.empty() ? "" : ", ") + size(dim);
    const std::string name = codegen::cpp_type(type);
    if (array.dims.size() > 2) return fmt::format("{}({}).setZero()", name, sizes);
    if (array.element == model::Scalar::boolean) return fmt::format("{}::Constant({}, false)", name, sizes);
    return fmt::format("{}::Zero({})", name, sizes);
  }

  static std::string zero_scalar(model::Scalar element) {
    switch (element) {
      case model::Scalar::float64:
        return "0.0";
      case model::Scalar::float32:
        return "0.0F";
      case model::Scalar::int64:
        return "0";
      case model::Scalar::boolean:
        return "false";
      case model::Scalar::string:
        return "\"\"";
    }
    return {};
  }

  std::string size(const model::Dim& dim) const {
    using Op = model::Dim::Op;
    switch (dim.op) {
      case Op::number:
        return std::to_string(dim.number);
      case Op::name:
        return sources_.of(dim.name);
      case Op::any:
        return "1";
      case Op::length:
        return fmt::format("std::ssize({})", dim.name);
      case Op::add:
        return operation(dim, "+");
      case Op::subtract:
        return operation(dim, "-");
      case Op::multiply:
        return operation(dim, "*");
      case Op::floor_divide:
        return operation(dim, "/");
      case Op::minimum:
        return extreme(dim, "min");
      case Op::maximum:
        return extreme(dim, "max");
    }
    return {};
  }

  std::string operation(const model::Dim& dim, std::string_view sign) const {
    return fmt::format("({} {} {})", size(dim.operands[0]), sign, size(dim.operands[1]));
  }

  std::string extreme(const model::Dim& dim, std::string_view name) const {
    std::string list;
    for (const model::Dim& operand : dim.operands) list += (list.empty() ? "" : ", ") + size(operand);
    return fmt::format("std::{}<Eigen::Index>({{{}}})", name, list);
  }

  SizeSources sources_;
};

}  // namespace

std::string scaffold_reference(const NewExercise& exercise) {
  std::string text = fmt::format(
      "// The reference of {}: what it returns is what students are held against.\n"
      "// TO BE WRITTEN. Until then it returns zeros of the right shape, so that everything else can be "
      "tried.\n"
      "#include \"{}.hpp\"\n\n",
      exercise.id, exercise.id);
  text += codegen::cpp_signature(exercise.function) + " {\n";
  return text + ReferenceText(exercise.function).body(exercise.function.returns) + "}\n";
}

}  // namespace grader::cli
