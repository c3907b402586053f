#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "language/evaluate.hpp"

namespace grader::language {
namespace {

using array::Error;
using model::Tensor;
using model::Value;

constexpr double kPi = 3.14159265358979323846;

std::optional<Tensor> constant(std::string_view name) {
  if (name == "true") return Tensor::boolean(true);
  if (name == "false") return Tensor::boolean(false);
  if (name == "pi") return Tensor::scalar(kPi);
  if (name == "inf") return Tensor::scalar(std::numeric_limits<double>::infinity());
  return std::nullopt;
}

bool is_float32(const Value& value) {
  const auto* array = std::get_if<Tensor>(&value.data);
  return array != nullptr && array->element() == model::Scalar::float32;
}

}  // namespace

Operand Evaluator::given(const Value& part, const Operand& whole) {
  Operand result = part_of(whole, part);
  if (!is_float32(part)) return result;
  const auto known =
      std::find_if(widened_.begin(), widened_.end(), [&](const auto& entry) { return entry.first == &part; });
  if (known != widened_.end()) return known->second;
  result = as_array(result, work_);
  // Only what lives as long as the evaluation can be told by its address.
  if (whole == nullptr) widened_.emplace_back(&part, result);
  return result;
}

const Named* Evaluator::find_named(std::string_view name) const {
  const auto found =
      std::find_if(named_.begin(), named_.end(), [&](const Named& named) { return named.name == name; });
  return found == named_.end() ? nullptr : &*found;
}

const model::Bindings& Evaluator::sizes() {
  if (!sizes_) model::bind(surroundings_.function, surroundings_.input, sizes_.emplace());
  return *sizes_;
}

Operand Evaluator::name(const Expression& expression) {
  const std::string& name = expression.name;
  if (const Named* named = find_named(name)) {
    if (named->value == nullptr) throw Error{fmt::format("'{}' is not known yet", name)};
    if (!moved_.empty() && changes_inside_differences(*named))
      throw Error{fmt::format("'{}' does not change inside fd; write it out", name)};
    return named->value;
  }
  if (name == "out") return out();
  if (const Value* value = calls_.parameter(name)) return given(*value, nullptr);
  if (const auto size = sizes().find(name); size != sizes().end())
    return work_.own(Tensor::scalar(size->second));
  if (auto value = constant(name)) return work_.own(*std::move(value));
  throw Error{"there is nothing of this name"};
}

Operand Evaluator::out() {
  if (surroundings_.out == nullptr) throw Error{"a condition on inputs has no 'out'"};
  if (!moved_.empty()) throw Error{"'out' does not change inside fd; write f()"};
  return given(*surroundings_.out, nullptr);
}

std::vector<const Expression*> Evaluator::with_lets(const Expression& expression,
                                                    std::vector<bool>& used) const {
  std::vector<const Expression*> all{&expression};
  used.assign(named_.size(), false);
  const auto add = [&](const Expression& part) {
    const Named* named = part.kind == Expression::Kind::name ? find_named(part.name) : nullptr;
    if (named == nullptr) return false;
    const auto at = static_cast<std::size_t>(named - named_.data());
    if (!used[at] && named->is_let) all.push_back(named->source.expression);
    used[at] = true;
    return false;
  };
  for (std::size_t i = 0; i < all.size(); ++i) any_part(*all[i], add);
  return all;
}

bool Evaluator::changes_inside_differences(const Named& named) {
  const auto changes = [&](const Expression& part) {
    if (part.kind == Expression::Kind::call) return part.name == "f" || part.name == "ref";
    return part.kind == Expression::Kind::name &&
           (part.name == "out" || std::find(moved_.begin(), moved_.end(), part.name) != moved_.end());
  };
  const auto [known, is_new] = changes_.try_emplace(named.source.expression, false);
  if (is_new) {
    std::vector<bool> used;
    for (const Expression* expression : with_lets(*named.source.expression, used))
      known->second = known->second || any_part(*expression, changes);
  }
  return known->second;
}

}  // namespace grader::language
