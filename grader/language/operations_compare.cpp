#include <cmath>
#include <functional>

#include "language/array_elementwise.hpp"
#include "language/array_view.hpp"
#include "language/operations.hpp"
#include "model/closeness.hpp"

namespace grader::language {
namespace {

using model::Tensor;
using model::Tolerance;
using model::Value;

// By how much noise is smaller than what differs.
constexpr double kClearly = 100;

bool is_array(const Value& value) { return std::holds_alternative<Tensor>(value.data); }
bool is_list(const Value& value) { return std::holds_alternative<model::List>(value.data); }

bool near(double a, double e, const Tolerance& tolerance) {
  return !std::isnan(a) && !std::isnan(e) && !model::compare_numbers(a, e, tolerance).wrong;
}

bool clearly_apart(double a, double e, const Tolerance& tolerance) {
  if (!std::isfinite(a) || !std::isfinite(e) || a == e) return false;
  return std::abs(a - e) >= kClearly * (tolerance.atol + tolerance.rtol * std::abs(e));
}

/// What a comparison does with two numbers, and with two parts that are not even of one form.
struct Rules {
  std::function<bool(double, double)> reals;
  std::function<bool(std::int64_t, std::int64_t)> exact;
  bool misfit;  // what it says of parts of other forms
  bool every;   // whether all parts must say yes, or one
  Workspace& work;
};

template <class T, class F>
bool fold_elements(const Tensor& a, const Tensor& b, bool every, F f) {
  const array::Elements<T> x(a), y(b);
  const model::Index count = std::max(a.size(), b.size());
  const bool one_x = a.shape.empty();
  const bool one_y = b.shape.empty();
  for (model::Index i = 0; i < count; ++i)
    if (f(x[one_x ? 0 : i], y[one_y ? 0 : i]) != every) return !every;
  return every;
}

/// Of the same shape, or one of them a scalar.
bool fold_arrays(const Tensor& a, const Tensor& b, const Rules& rules) {
  if (a.shape != b.shape && !a.shape.empty() && !b.shape.empty()) return rules.misfit;
  if (a.size() == 0 || b.size() == 0) return rules.every;
  rules.work.budget().work(a.size() + b.size());
  if (std::max(array::kind_of(a), array::kind_of(b)) == array::Kind::real)
    return fold_elements<double>(a, b, rules.every, rules.reals);
  return fold_elements<std::int64_t>(a, b, rules.every, rules.exact);
}

bool fold(const Value& left, const Value& right, const Rules& rules);

template <class Items, class Part>
bool fold_items(const Items& left, const Items& right, const Rules& rules, Part part) {
  rules.work.budget().work(1);
  if (left.size() != right.size()) return rules.misfit;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (fold(part(left[i]), part(right[i]), rules) != rules.every) return !rules.every;
  return rules.every;
}

/// Of two values of the same form.
struct Fold {
  const Value& other;
  const Rules& rules;

  bool operator()(const Tensor& left) const { return fold_arrays(left, std::get<Tensor>(other.data), rules); }
  bool operator()(const std::string& left) const {
    rules.work.budget().work(static_cast<model::Index>(left.size()));
    // Strings have no tolerance: the same is near, another clearly apart.
    return rules.exact(left == std::get<std::string>(other.data) ? 0 : 1, 0);
  }
  bool operator()(const model::List& left) const {
    return fold_items(left.items, std::get<model::List>(other.data).items, rules, std::identity());
  }
  bool operator()(const model::Optional& left) const {
    return fold_items(left.item, std::get<model::Optional>(other.data).item, rules, std::identity());
  }
  bool operator()(const model::Record& left) const {
    return fold_items(left.fields, std::get<model::Record>(other.data).fields, rules,
                      [](const auto& field) -> const Value& { return field.second; });
  }
};

bool fold(const Value& left, const Value& right, const Rules& rules) {
  if (left.data.index() == right.data.index()) return std::visit(Fold{right, rules}, left.data);
  const bool mixed = (is_array(left) && is_list(right)) || (is_list(left) && is_array(right));
  if (!mixed) return rules.misfit;
  // A list that was written is an array where it can be one; a list beside it is read the same way.
  const Operand array = list_of(items_of(borrowed(is_list(left) ? left : right), rules.work), rules.work);
  if (!is_array(*array)) return rules.misfit;
  return is_list(left) ? fold(*array, right, rules) : fold(left, *array, rules);
}

bool equal(const Value& left, const Value& right, Workspace& work) {
  return close(left, right, {0, 0}, work);
}

void refuse_order(const Value& value) {
  if (!is_array(value) && !is_list(value)) throw array::Error{kind_text(value) + " has no order"};
}

}  // namespace

bool close(const Value& left, const Value& right, const Tolerance& tolerance, Workspace& work) {
  return fold(
      left, right,
      {[&](double a, double e) { return near(a, e, tolerance); }, std::equal_to<>(), false, true, work});
}

bool differs(const Value& left, const Value& right, const Tolerance& tolerance, Workspace& work) {
  return fold(left, right,
              {[&](double a, double e) { return clearly_apart(a, e, tolerance); }, std::not_equal_to<>(),
               true, false, work});
}

Operand compare(std::string_view sign, const Operand& left, const Operand& right, Workspace& work) {
  const bool equality = sign == "==" || sign == "!=";
  if (!equality) refuse_order(*left);
  if (!equality) refuse_order(*right);
  if (equality && !(is_array(*left) && is_array(*right)))
    return work.truth(equal(*left, *right, work) == (sign == "=="));
  const Operand a = as_array(left, work);
  const Operand b = as_array(right, work);
  // As arrays of other shapes are compared in Python: they are not equal, which is no error.
  if (equality && !array::broadcasts(tensor(a).shape, tensor(b).shape)) return work.truth(sign == "!=");
  return work.own(array::compared(sign, tensor(a), tensor(b), work.budget()));
}

bool all_close(const Operand& a, const Operand& b, const Tolerance& tolerance, Workspace& work) {
  const Operand left = as_array(a, work);
  const Operand right = as_array(b, work);
  const model::Shape shape = array::broadcast_shape(tensor(left).shape, tensor(right).shape);
  const auto wide = [&](const Operand& x) {
    return array::gather(tensor(x), array::broadcast(array::whole(tensor(x).shape), shape), work.budget());
  };
  // Unlike `~=`, also for ints.
  return close(Value{array::converted(wide(left), array::Kind::real)},
               Value{array::converted(wide(right), array::Kind::real)}, tolerance, work);
}

}  // namespace grader::language
