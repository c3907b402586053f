#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/value.hpp"

namespace grader::model {

/// One dimension of an array type as written in a signature: a number, a symbol or the name of an int
/// parameter (both `name`), `_` for any size, or an expression of them.
struct Dim {
  enum class Op { number, name, any, add, subtract, multiply, floor_divide, minimum, maximum, length };
  Op op = Op::any;
  Index number = 0;           // Op::number
  std::string name;           // Op::name, and the list's name for Op::length
  std::vector<Dim> operands;  // two for the arithmetic operations, at least one for minimum and maximum

  static Dim of(Index number) { return {Op::number, number, {}, {}}; }
  static Dim symbol(std::string name) { return {Op::name, 0, std::move(name), {}}; }
  bool operator==(const Dim&) const = default;
};

/// What the names of a signature stand for on one input: symbols and int parameters under their names, the
/// length of list and rank-1 parameters under "len(name)".
using Bindings = std::map<std::string, Index, std::less<>>;

/// The number a dimension stands for; nothing for `_`, for a name that is not bound and on overflow or a
/// division by zero.
std::optional<Index> evaluate(const Dim& dim, const Bindings& bindings);

/// As it would be written: "2*D", "min(N, D)".
std::string to_string(const Dim& dim);

struct Type;
struct Field;

/// A named struct. Types share it, so that a type is complete in itself.
struct RecordDef {
  std::string name;
  std::vector<Field> fields;
};

struct ArrayType {
  Scalar element = Scalar::float64;
  std::vector<Dim> dims;  // empty for a scalar; always empty for Scalar::string
};
struct ListType {
  std::shared_ptr<const Type> item;
};
struct OptionalType {
  std::shared_ptr<const Type> item;
};
struct RecordType {
  std::shared_ptr<const RecordDef> def;
};

struct Type {
  std::variant<ArrayType, ListType, OptionalType, RecordType> data;
};

struct Field {
  std::string name;
  Type type;
};

/// The function a student writes. `returns` of a mapping without a name is a record called
/// <FunctionInCamelCase>Result.
struct Function {
  std::string name;
  std::vector<Field> params;
  Type returns;
};

/// As it would be written in a specification: "float[B, 2*D]", "list<BlockWeights>".
std::string to_string(const Type& type);
std::string to_string(Scalar element);

bool is_scalar(const Type& type, Scalar element);
bool same_type(const Type& a, const Type& b);

/// A value does not have its type's form. `path` names the part ("weights.blocks[1].w1", empty for the
/// whole).
struct Misfit {
  enum class Kind { type, shape };
  Kind kind = Kind::type;
  std::string path;
  std::string message;  // "is 3×4, expected [B, D] = 2×4"
};

/// Adds what `arguments` bind: symbols by the sizes that stand alone in a parameter's type, int parameters by
/// their values, lengths of lists. The first input that binds a symbol decides; contradictions are misfits.
std::vector<Misfit> bind(const Function& function, const Arguments& arguments, Bindings& bindings);

/// Holds `value` against `type`, every dimension evaluated under `bindings`. A symbol that is not bound fits
/// any size, but the same one wherever it stands.
std::vector<Misfit> check(const Value& value, const Type& type, const Bindings& bindings);

}  // namespace grader::model
