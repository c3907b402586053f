#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/value.hpp"

namespace grader::language {

/// A size that is known by its symbols only: a polynomial over atoms in normal form, so that `2*D - D` and
/// `D` are the same. An atom is a symbol, or what a quotient, a remainder, a minimum or a maximum looks like
/// written out. A size of which nothing is known is `unknown`, and so is one that grows out of all
/// proportion.
class Dimension {
 public:
  Dimension() = default;  // unknown
  static Dimension number(model::Index value);
  static Dimension atom(std::string name);

  bool is_unknown() const { return !terms_.has_value(); }
  std::optional<model::Index> constant() const;
  /// A known polynomial of symbols only: without quotients, remainders, minima and maxima.
  bool is_plain() const;
  bool is(model::Index value) const { return constant() == value; }

  /// Whether it counts from the end as a subscript: -1, -k. Nothing where that cannot be told, as of `i - T`.
  std::optional<bool> counts_from_end() const;

  friend Dimension operator+(const Dimension& a, const Dimension& b);
  friend Dimension operator-(const Dimension& a, const Dimension& b);
  friend Dimension operator*(const Dimension& a, const Dimension& b);
  friend Dimension floor_divide(const Dimension& a, const Dimension& b);
  friend Dimension remainder(const Dimension& a, const Dimension& b);
  friend Dimension minimum(const Dimension& a, const Dimension& b);
  friend Dimension maximum(const Dimension& a, const Dimension& b);

  /// The same normal form; two unknown ones are not the same.
  friend bool operator==(const Dimension& a, const Dimension& b) { return a.terms_ && a.terms_ == b.terms_; }

  /// "2*D + 1", "_" for an unknown one.
  std::string text() const;

 private:
  using Monomial = std::vector<std::string>;  // atoms, sorted; empty for the constant term
  using Terms = std::map<Monomial, model::Index>;

  explicit Dimension(Terms terms) : terms_(std::move(terms)) {}
  /// Adds factor · other, or becomes unknown.
  void add(const Dimension& other, model::Index factor);
  /// The exact quotient by factor · atoms, where there is one.
  std::optional<Dimension> divided_by(const Monomial& atoms, model::Index factor) const;
  std::string operand_text() const;
  static Dimension extreme(const Dimension& a, const Dimension& b, bool smaller);

  std::optional<Terms> terms_;  // no term is 0
};

/// Whether two sizes may be one: a size that is unknown agrees with every other.
bool agree(const Dimension& a, const Dimension& b);

using SymbolicShape = std::vector<Dimension>;

/// "[B, D]"; "[]" for a scalar.
std::string text_of(const SymbolicShape& shape);

}  // namespace grader::language
