#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "language/dimension.hpp"
#include "model/type.hpp"

namespace grader::language {

// What is known of an expression's value before there are inputs.

struct StaticType;
struct StaticField;

/// What elements are, in the order in which numpy promotes them. float and float32 are both `real`.
enum class Element { boolean, integer, real };

/// An array of known rank. `values` are those of an int, or of the elements of a short array of ints, as far
/// as they can be said in symbols: so `zeros([B, 2*D])` has a shape.
struct StaticArray {
  Element element = Element::real;
  SymbolicShape shape;  // empty for a scalar
  std::optional<std::vector<Dimension>> values;

  bool is_scalar() const { return shape.empty(); }
  /// The value of an int; unknown where it cannot be said.
  Dimension value() const;
};

struct StaticText {};

/// A list as it was written, `items` one by one, or of a parameter: any number of `item`.
struct StaticList {
  std::shared_ptr<const std::vector<StaticType>> items;  // none for a parameter's
  std::shared_ptr<const StaticType> item;                // none for a list that was written
  Dimension length;
  std::size_t leaves = 0;  // how much was written, at all depths
  std::optional<StaticArray>
      array;  // that a written list is where an array is wanted: its items have one shape
};

struct StaticOptional {
  std::shared_ptr<const StaticType> item;
};

struct StaticRecord {
  std::string name;
  std::shared_ptr<const std::vector<StaticField>> fields;
};

struct StaticType {
  std::variant<StaticArray, StaticText, StaticList, StaticOptional, StaticRecord> data;
};

struct StaticField {
  std::string name;
  StaticType type;
};

StaticType scalar_of(Element element);
StaticType truth_value();
/// An int of this value.
StaticType integer_of(Dimension value);
StaticType array_of(Element element, SymbolicShape shape);
/// A list that was written. Names of lists can be repeated in lists, so that the author of a hostile text
/// needs few letters for many leaves: whoever makes lists looks at them.
StaticType list_of(std::vector<StaticType> items);

/// "float[B, D]", "list<int>", "optional<bool[T, T]>", "BlockWeights": as it would stand in a signature.
std::string text_of(const StaticType& type);
std::string text_of(const StaticArray& array);
std::string text_of(Element element);

/// The item of an optional, anything else as it is: what an optional is when it is used as a value.
const StaticType& used_as_value(const StaticType& type);

/// The array that this is used as: also of an optional array, and of a list that was written and whose items
/// are arrays of one shape. Nothing where it is none.
std::optional<StaticArray> as_array(const StaticType& type);

const StaticType* find_field(const StaticRecord& record, std::string_view name);

/// What is known of a value that is one of these two; nothing where they have nothing in common.
std::optional<StaticType> common_type(const StaticType& a, const StaticType& b);

/// What symbols, int parameters and "len(name)" stand for.
using Sizes = std::map<std::string, Dimension, std::less<>>;

/// Adds the symbols that stand alone in a type, each for itself; those in expressions follow from them.
void add_symbols(const model::Type& type, Sizes& sizes);

Dimension evaluate(const model::Dim& dim, const Sizes& sizes);
/// A type of a signature with its sizes replaced by what they stand for.
StaticType instantiate(const model::Type& type, const Sizes& sizes);

}  // namespace grader::language
