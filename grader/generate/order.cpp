#include "generate/order.hpp"

#include <algorithm>
#include <functional>

#include "generate/conform.hpp"

namespace grader::generate {
namespace {

using model::Dim;

using Visit = std::function<void(const Dim&)>;

void each_name(const Dim& dim, const Visit& visit) {
  if (dim.op == Dim::Op::name || dim.op == Dim::Op::length) visit(dim);
  for (const Dim& operand : dim.operands) each_name(operand, visit);
}

void each_name(const model::Type& type, const Visit& visit) {
  if (const auto* array = std::get_if<model::ArrayType>(&type.data)) {
    for (const Dim& dim : array->dims) each_name(dim, visit);
  } else if (const auto* list = std::get_if<model::ListType>(&type.data)) {
    each_name(*list->item, visit);
  } else if (const auto* optional = std::get_if<model::OptionalType>(&type.data)) {
    each_name(*optional->item, visit);
  } else {
    for (const model::Field& field : std::get<model::RecordType>(type.data).def->fields)
      each_name(field.type, visit);
  }
}

void each_name(const model::Argument& argument, const Visit& visit) {
  if (const auto* dim = std::get_if<Dim>(&argument)) each_name(*dim, visit);
}

void each_name(const model::Generator& generator, const Visit& visit) {
  for (const auto& argument : generator.arguments) each_name(argument.second, visit);
  if (generator.length_low) each_name(*generator.length_low, visit);
  if (generator.length_high) each_name(*generator.length_high, visit);
  for (const auto& field : generator.fields) each_name(field.second, visit);
}

/// Depth-first, so that what a parameter needs stands before it.
class Sorter {
 public:
  Sorter(const model::Function& function, const model::Generation& generation)
      : function_(function), generation_(generation) {}

  Order sorted() {
    for (const model::Field& param : function_.params) add(param);
    return std::move(order_);
  }

 private:
  void add(const model::Field& param) {
    if (!order_.cycle.empty() || done_.contains(param.name)) return;
    const auto open = std::find(open_.begin(), open_.end(), param.name);
    if (open != open_.end()) {
      order_.cycle.assign(open, open_.end());
      return;
    }
    open_.push_back(param.name);
    const Visit add_needed = [this](const Dim& dim) {
      for (const model::Field& other : function_.params)
        if (other.name == dim.name && (dim.op == Dim::Op::length || is_int_parameter(function_, dim.name)))
          add(other);
    };
    each_name(param.type, add_needed);
    if (const auto* generator = generator_of(generation_, param.name)) each_name(*generator, add_needed);
    open_.pop_back();
    done_.insert(param.name);
    order_.params.push_back(&param);
  }

  const model::Function& function_;
  const model::Generation& generation_;
  Order order_;
  std::vector<std::string> open_;
  std::set<std::string> done_;
};

}  // namespace

Order order_of(const model::Function& function, const model::Generation& generation) {
  return Sorter(function, generation).sorted();
}

std::set<std::string> symbols_of(const model::Type& type, const model::Function& function) {
  std::set<std::string> symbols;
  each_name(type, [&](const Dim& dim) {
    if (dim.op == Dim::Op::name && !is_int_parameter(function, dim.name)) symbols.insert(dim.name);
  });
  return symbols;
}

std::set<std::string> symbols_of(const model::Function& function) {
  std::set<std::string> symbols;
  for (const model::Field& param : function.params) symbols.merge(symbols_of(param.type, function));
  return symbols;
}

const model::Generator* generator_of(const model::Generation& generation, const std::string& param) {
  for (const auto& [name, generator] : generation.inputs)
    if (name == param) return &generator;
  return nullptr;
}

void bind_constants(const model::Generation& generation, const model::Function& function,
                    model::Bindings& bindings) {
  model::Arguments constants;
  for (const model::Field& param : function.params) {
    const model::Generator* generator = generator_of(generation, param.name);
    if (generator == nullptr || generator->distribution != model::Distribution::constant ||
        generator->options.empty())
      continue;
    if (auto value = conform(generator->options[0], param.type))
      constants.fields.emplace_back(param.name, std::move(*value));
  }
  model::bind(function, constants, bindings);
}

bool is_int_parameter(const model::Function& function, const std::string& name) {
  return std::any_of(function.params.begin(), function.params.end(), [&](const model::Field& param) {
    return param.name == name && model::is_scalar(param.type, model::Scalar::int64);
  });
}

}  // namespace grader::generate
