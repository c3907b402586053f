#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace grader::model {

using Index = std::int64_t;
using Shape = std::vector<Index>;

/// The element types a specification can name: float, float32, int, bool, string.
enum class Scalar { float64, float32, int64, boolean, string };

/// An array of numbers or booleans of any rank, row-major as in numpy; a scalar is an array of rank 0 with
/// one element. `data` holds exactly `size()` elements, booleans as bytes 0 and 1.
struct Tensor {
  using Data = std::variant<std::vector<double>, std::vector<float>, std::vector<std::int64_t>,
                            std::vector<std::uint8_t>>;
  Shape shape;
  Data data = std::vector<double>{0.0};

  static Tensor scalar(double value) { return {{}, std::vector<double>{value}}; }
  static Tensor scalar(std::int64_t value) { return {{}, std::vector<std::int64_t>{value}}; }
  static Tensor boolean(bool value) {
    return {{}, std::vector<std::uint8_t>{value ? std::uint8_t{1} : std::uint8_t{0}}};
  }
  /// `count` zeros of the given element type; `element` must not be Scalar::string.
  static Tensor zeros(Scalar element, Shape shape);

  Scalar element() const;
  Index size() const;
  /// Element number `flat` in row-major order as a double; exact but for integers above 2^53.
  double number(Index flat) const;
  bool operator==(const Tensor&) const = default;
};

struct Value;

struct List {
  std::vector<Value> items;
  bool operator==(const List&) const;
};

/// Holds one item or none.
struct Optional {
  std::vector<Value> item;
  bool operator==(const Optional&) const;
};

/// Fields in the order of their declaration. The arguments of a call are a record of the parameters.
struct Record {
  std::vector<std::pair<std::string, Value>> fields;
  const Value* find(std::string_view name) const;
  bool operator==(const Record&) const;
};

/// What travels across the process border: a plain value without behaviour. Equality is exact (NaN differs
/// from itself, -0 equals 0); judging is the judge's work.
struct Value {
  std::variant<Tensor, std::string, List, Optional, Record> data;
  bool operator==(const Value&) const;
};

namespace detail {
/// Never called: clang 14 understands the circle Value, Record, pair<string, Value> only where it meets the
/// destructor of Value before anything else of it.
inline void destroy_first(Value& value) { value.~Value(); }
}  // namespace detail

using Arguments = Record;

/// Number of elements of an array of this shape; shapes that come from outside are checked for overflow
/// before.
Index element_count(const Shape& shape);

/// "2×4", or "scalar" for rank 0.
std::string to_string(const Shape& shape);

/// The index of element number `flat` of an array of this shape, in row-major order.
Shape unravel(Index flat, const Shape& shape);

/// How much memory a value takes, but for what holds it together.
std::size_t byte_count(const Value& value);

/// How many numbers, booleans and strings a value holds, at all depths.
Index leaf_count(const Value& value);

}  // namespace grader::model
