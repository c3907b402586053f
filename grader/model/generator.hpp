#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/type.hpp"

namespace grader::model {

/// An argument of a distribution: a number, or an expression of dims ("high: V").
using Argument = std::variant<double, Dim>;

/// The names of numpy's random Generator, then those of our own. `constant` is a plain value in the
/// specification.
enum class Distribution {
  constant,
  integers,
  uniform,
  normal,
  lognormal,
  exponential,
  dirichlet,
  choice,
  permutation,
  orthogonal,
  spd,
  one_hot,
  causal_mask,
};

/// Inputs that break careless code, made before the random ones where a specification asks for them.
enum class Edge {
  zeros,
  ones,
  constant,
  constant_row,
  repeated_rows,
  one_hot,
  ramp,
  length_1,
  tiny,
  huge,
};

/// How the values of one parameter, one field of a record or one item of a list are made.
struct Generator {
  Generator();  // not implicit, so that clang 14 accepts the generators of `fields`
  Distribution distribution = Distribution::normal;
  std::map<std::string, Argument, std::less<>> arguments;  // mean, std, low, high, scale of a distribution, …
  std::vector<Value> options;  // constant: the one value; choice: what to choose from
  std::vector<double> scale;   // results are multiplied by one of these, drawn per input
  std::vector<Edge> edge;
  std::optional<int> decimals;                            // rounding of floats, default 3 places of a draw
  std::optional<Argument> length_low, length_high;        // of a list
  double present = 0.5;                                   // chance that an optional has a value
  std::vector<std::pair<std::string, Generator>> fields;  // of a record
};

/// An inclusive range of sizes for one symbol.
struct SizeRange {
  Index low = 1;
  Index high = 1;
};

/// The `generate:` part of a case.
struct Generation {
  Index count = 1;
  std::vector<std::pair<std::string, SizeRange>> dims;
  std::vector<std::pair<std::string, Generator>> inputs;
};

}  // namespace grader::model
