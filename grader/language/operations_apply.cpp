#include <cmath>
#include <limits>
#include <map>

#include "language/array_elementwise.hpp"
#include "language/array_linear.hpp"
#include "language/array_reduce.hpp"
#include "language/array_shape.hpp"
#include "language/operations.hpp"

namespace grader::language {
namespace {

using model::Index;
using model::Tensor;

/// The arguments of one call, read as what the function takes.
class OperationCall {
 public:
  OperationCall(std::string_view function, const std::vector<Operand>& arguments, Workspace& work)
      : function_(function), given_(arguments), arrays_(arguments.size()), work_(work) {}

  std::string_view function() const { return function_; }
  array::Budget& budget() const { return work_.budget(); }
  bool has(std::size_t i) const { return i < given_.size() && given_[i] != nullptr; }
  const model::Value& value(std::size_t i) const { return *given_[i]; }

  const Tensor& array(std::size_t i) {
    if (arrays_[i] == nullptr) arrays_[i] = as_array(given_[i], work_);
    return tensor(arrays_[i]);
  }
  const Tensor& scalar(std::size_t i) {
    real(i);
    return array(i);
  }
  Index integer(std::size_t i, Index otherwise) const {
    return has(i) ? int_of(given_[i], work_) : otherwise;
  }
  double real(std::size_t i) const { return real_of(given_[i], work_); }
  std::vector<Index> integers(std::size_t i) const {
    return has(i) ? ints_of(given_[i], work_) : std::vector<Index>();
  }
  /// One axis or none.
  std::vector<Index> axis(std::size_t i) const {
    return has(i) ? std::vector<Index>{int_of(given_[i], work_)} : std::vector<Index>();
  }
  array::Axes axes(std::size_t axis, std::size_t keepdims) const {
    return {integers(axis), !has(axis), has(keepdims) && bool_of(given_[keepdims], work_)};
  }
  std::vector<Operand> items(std::size_t i) const { return items_of(given_[i], work_); }
  Operand joined() const { return join(function_, items(0), has(1) ? given_[1] : nullptr, work_); }

 private:
  std::string_view function_;
  const std::vector<Operand>& given_;
  std::vector<Operand> arrays_;
  Workspace& work_;
};

using Apply = Tensor (*)(OperationCall&);
using FunctionTable = std::map<std::string_view, Apply>;

template <double (*function)(double)>
Tensor map(OperationCall& call) {
  return array::mapped(function, call.array(0), call.budget());
}

Tensor reduce(OperationCall& call) {
  return array::reduced(call.function(), call.array(0), call.axes(1, 2), call.budget());
}

Tensor arange(OperationCall& call) {
  const Tensor zero = Tensor::scalar(Index{0});
  const Tensor one = Tensor::scalar(Index{1});
  return array::arange(call.has(0) ? call.scalar(0) : zero, call.scalar(1),
                       call.has(2) ? call.scalar(2) : one, call.budget());
}

Tensor shape(OperationCall& call) {
  const model::Shape& sizes = call.array(0).shape;
  return array::make({static_cast<Index>(sizes.size())}, std::vector<Index>(sizes));
}

Tensor length(OperationCall& call) {
  if (const auto* text = std::get_if<std::string>(&call.value(0).data))
    return Tensor::scalar(static_cast<Index>(text->size()));
  if (const auto* list = std::get_if<model::List>(&call.value(0).data))
    return Tensor::scalar(static_cast<Index>(list->items.size()));
  const Tensor& array = call.array(0);
  if (array.shape.empty()) throw array::Error{"a scalar has no length"};
  return Tensor::scalar(array.shape.front());
}

void add_elementwise(FunctionTable& functions) {
  functions["abs"] = [](OperationCall& c) { return array::absolute(c.array(0), c.budget()); };
  functions["sqrt"] = map<std::sqrt>;
  functions["exp"] = map<std::exp>;
  functions["log"] = map<std::log>;
  functions["sin"] = map<std::sin>;
  functions["cos"] = map<std::cos>;
  functions["tanh"] = map<std::tanh>;
  functions["erf"] = map<std::erf>;
  functions["isfinite"] = [](OperationCall& c) { return array::isfinite(c.array(0), c.budget()); };
  functions["isnan"] = [](OperationCall& c) { return array::isnan(c.array(0), c.budget()); };
  functions["maximum"] = [](OperationCall& c) { return array::maximum(c.array(0), c.array(1), c.budget()); };
  functions["minimum"] = [](OperationCall& c) { return array::minimum(c.array(0), c.array(1), c.budget()); };
  functions["clip"] = [](OperationCall& c) {
    return array::minimum(array::maximum(c.array(0), c.array(1), c.budget()), c.array(2), c.budget());
  };
  functions["where"] = [](OperationCall& c) {
    return array::where(c.array(0), c.array(1), c.array(2), c.budget());
  };
  functions["round"] = [](OperationCall& c) {
    return array::rounded(c.array(0), c.integer(1, 0), c.budget());
  };
  functions["far"] = [](OperationCall& c) {
    return Tensor::boolean(array::far(c.array(0), c.array(1), c.array(2), c.budget()));
  };
}

void add_reductions(FunctionTable& functions) {
  for (const char* name : {"sum", "mean", "prod", "min", "max", "argmax", "any", "all", "norm"})
    functions[name] = reduce;
  for (const char* name : {"var", "std"})
    functions[name] = [](OperationCall& c) {
      return array::variance(c.array(0), c.axes(1, 3), c.has(2) ? c.real(2) : 0.0, c.function() == "std",
                             c.budget());
    };
  functions["cumsum"] = [](OperationCall& c) { return array::cumsum(c.array(0), c.axis(1), c.budget()); };
  functions["sort"] = [](OperationCall& c) { return array::sort(c.array(0), c.integer(1, -1), c.budget()); };
  functions["argsort"] = [](OperationCall& c) {
    return array::argsort(c.array(0), c.integer(1, -1), c.budget());
  };
  functions["unique"] = [](OperationCall& c) { return array::unique(c.array(0), c.budget()); };
  functions["dot"] = [](OperationCall& c) { return array::dot(c.array(0), c.array(1), c.budget()); };
  functions["matmul"] = [](OperationCall& c) { return array::matmul(c.array(0), c.array(1), c.budget()); };
  functions["svdvals"] = [](OperationCall& c) { return array::svdvals(c.array(0), c.budget()); };
}

void add_rearranging(FunctionTable& functions) {
  functions["transpose"] = [](OperationCall& c) { return array::transpose(c.array(0), c.budget()); };
  functions["reshape"] = [](OperationCall& c) {
    c.budget().work(c.budget().room(c.array(0).shape));
    return array::reshape(c.array(0), c.integers(1));
  };
  functions["broadcast_to"] = [](OperationCall& c) {
    return array::broadcast_to(c.array(0), c.integers(1), c.budget());
  };
  functions["flip"] = [](OperationCall& c) { return array::flip(c.array(0), c.integers(1), c.budget()); };
  functions["roll"] = [](OperationCall& c) {
    return array::roll(c.array(0), c.integer(1, 0), c.axis(2), c.budget());
  };
  functions["take"] = [](OperationCall& c) {
    return array::take(c.array(0), c.array(1), c.axis(2), c.budget());
  };
  functions["tril"] = [](OperationCall& c) { return array::tril(c.array(0), c.integer(1, 0), c.budget()); };
  functions["triu"] = [](OperationCall& c) { return array::triu(c.array(0), c.integer(1, 0), c.budget()); };
  functions["set"] = [](OperationCall& c) {
    return array::with_part(c.array(0), c.integers(1), c.array(2), c.budget());
  };
}

void add_making(FunctionTable& functions) {
  functions["eye"] = [](OperationCall& c) { return array::eye(c.integer(0, 0), c.budget()); };
  functions["zeros"] = [](OperationCall& c) {
    return array::full(c.integers(0), Tensor::scalar(0.0), c.budget());
  };
  functions["ones"] = [](OperationCall& c) {
    return array::full(c.integers(0), Tensor::scalar(1.0), c.budget());
  };
  functions["full"] = [](OperationCall& c) { return array::full(c.integers(0), c.array(1), c.budget()); };
  functions["arange"] = arange;
  functions["shape"] = shape;
  functions["size"] = [](OperationCall& c) { return Tensor::scalar(c.array(0).size()); };
  functions["len"] = length;
}

/// `set` of a list.
Operand with_item(const std::vector<Operand>& arguments, Workspace& work) {
  model::List list = std::get<model::List>(arguments.at(0)->data);
  const Index at = array::position(int_of(arguments.at(1), work), 0, static_cast<Index>(list.items.size()));
  for (const model::Value& item : list.items) work.budget().work(model::leaf_count(item));
  list.items[static_cast<std::size_t>(at)] = *arguments.at(2);
  return work.own(model::Value{std::move(list)});
}

const FunctionTable& all_functions() {
  static const FunctionTable functions = [] {
    FunctionTable all;
    add_elementwise(all);
    add_reductions(all);
    add_rearranging(all);
    add_making(all);
    return all;
  }();
  return functions;
}

}  // namespace

bool knows(std::string_view function) {
  return function == "concatenate" || function == "stack" || all_functions().count(function) > 0;
}

Operand apply(std::string_view function, const std::vector<Operand>& arguments, Workspace& work) {
  OperationCall call(function, arguments, work);
  if (function == "concatenate" || function == "stack") return call.joined();
  if (function == "set" && std::holds_alternative<model::List>(arguments.at(0)->data))
    return with_item(arguments, work);
  const auto found = all_functions().find(function);
  if (found == all_functions().end()) throw array::Error{"there is no such function"};
  return work.own(found->second(call));
}

}  // namespace grader::language
