#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/array.hpp"
#include "model/exercise.hpp"
#include "model/value.hpp"

/// What an evaluation does with values: it reads them as arrays and numbers, compares them and applies the
/// functions of the language. What does not fit is an array::Error.
namespace grader::language {

/// A value on its way through an evaluation: a parameter's as it lies there, part of another, or a new one.
/// Never changed, so that it can be shared.
using Operand = std::shared_ptr<const model::Value>;

/// A value that outlives the evaluation.
Operand borrowed(const model::Value& value);
/// A part of a value, which it keeps alive.
Operand part_of(const Operand& whole, const model::Value& part);

/// Holds the values that an evaluation makes to its bounds.
class Workspace {
 public:
  array::Budget& budget() { return budget_; }
  Operand own(model::Value value);
  Operand own(model::Tensor tensor) { return own(model::Value{std::move(tensor)}); }
  Operand truth(bool value) { return own(model::Tensor::boolean(value)); }

 private:
  array::Budget budget_;
};

/// "a string", "a list", "float[2, 3]": what a value is, for messages.
std::string kind_text(const model::Value& value);

/// The value as an array without float32: also of a list whose items are arrays of one shape.
Operand as_array(const Operand& value, Workspace& work);
/// Of what `as_array` gave.
const model::Tensor& tensor(const Operand& array);
/// What a list, or an array along its first axis, consists of.
std::vector<Operand> items_of(const Operand& value, Workspace& work);

model::Index int_of(const Operand& value, Workspace& work);
double real_of(const Operand& value, Workspace& work);
bool bool_of(const Operand& value, Workspace& work);
/// A list of ints, or one alone: a shape, axes.
std::vector<model::Index> ints_of(const Operand& value, Workspace& work);
/// Whether a bool, or all of an array of bools, is true.
bool truth_of(const Operand& value, Workspace& work);

/// An array where the items are arrays of one shape, else a list.
Operand list_of(const std::vector<Operand>& items, Workspace& work);

/// + - * / // % ** @.
Operand arithmetic(std::string_view sign, const Operand& left, const Operand& right, Workspace& work);
/// == != < <= > >=; strings, records, optionals and lists are equal or not as a whole.
Operand compare(std::string_view sign, const Operand& left, const Operand& right, Workspace& work);
/// `~=`: within the tolerance everywhere. NaN never is.
bool close(const model::Value& left, const model::Value& right, const model::Tolerance& tolerance,
           Workspace& work);
/// `!~`: clearly different somewhere. What is not finite never is.
bool differs(const model::Value& left, const model::Value& right, const model::Tolerance& tolerance,
             Workspace& work);

/// A function of the table in functions.hpp on its arguments in that order, none where one is left out. Not
/// those whose arguments are no values: fd, has; nor allclose, which is `all_close`.
Operand apply(std::string_view function, const std::vector<Operand>& arguments, Workspace& work);
bool knows(std::string_view function);
bool all_close(const Operand& a, const Operand& b, const model::Tolerance& tolerance, Workspace& work);
/// concatenate or stack.
Operand join(std::string_view function, const std::vector<Operand>& parts, const Operand& axis,
             Workspace& work);

}  // namespace grader::language
