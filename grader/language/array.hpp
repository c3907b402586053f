#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/value.hpp"

/// Arrays with numpy's meaning: what the property language computes with. All of it is total: what numpy
/// would not do is an Error, and a Budget bounds what an expression may cost. The arrays hold bools, ints or
/// doubles; float32 becomes double before it gets here (`widened`).
namespace grader::language::array {

using model::Index;
using model::Shape;
using model::Tensor;

/// Why something cannot be computed: "index 3 is out of bounds for axis 0 with size 3".
struct Error {
  std::string message;
};

/// What one evaluation may use. Every operation pays before it works.
class Budget {
 public:
  /// Pays for element operations.
  void work(Index operations);
  /// The number of elements of a new array of this shape, for which there must be room.
  Index room(const Shape& shape) const;
  /// Arrays that stay alive for a while.
  void hold(Index elements) { alive_ += elements; }
  void release(Index elements) { alive_ -= elements; }

 private:
  Index worked_ = 0;
  Index alive_ = 0;
};

inline constexpr Index kMostWork = 100'000'000;
inline constexpr Index kMostElements = 10'000'000;
inline constexpr std::size_t kMostAxes = 16;

/// What elements are, in the order in which numpy promotes them.
enum class Kind { boolean, integer, real };
Kind kind_of(const Tensor& x);

/// The elements as another kind; a number is true where it is not 0. Never from real to integer.
Tensor converted(const Tensor& x, Kind kind);
Tensor widened(const Tensor& x);

Tensor make(Shape shape, std::vector<double> elements);
Tensor make(Shape shape, std::vector<std::int64_t> elements);
Tensor make(Shape shape, std::vector<std::uint8_t> elements);

/// The shape that both broadcast to.
Shape broadcast_shape(const Shape& a, const Shape& b);
bool broadcasts(const Shape& a, const Shape& b);

/// "[2, 3]", "[]" for a scalar: as an author would write it.
std::string shape_text(const Shape& shape);

/// The axis as a number from 0; negative ones count from the end.
std::size_t axis_of(Index axis, std::size_t rank);
/// An index as a number from 0 that is below `size`; negative ones count from the end.
Index position(Index index, std::size_t axis, Index size);

/// Elements as a T: those of the array where it holds T, else a copy.
template <class T>
class Elements {
 public:
  explicit Elements(const Tensor& x) {
    const auto* same = std::get_if<std::vector<T>>(&x.data);
    if (same == nullptr) own_ = std::get<std::vector<T>>(converted(x, kKind).data);
    all_ = same != nullptr ? same : &own_;
  }
  Elements(const Elements&) = delete;
  Elements& operator=(const Elements&) = delete;

  T operator[](Index i) const { return (*all_)[static_cast<std::size_t>(i)]; }
  const std::vector<T>& all() const { return *all_; }

 private:
  static constexpr Kind kKind = std::is_same_v<T, double>         ? Kind::real
                                : std::is_same_v<T, std::int64_t> ? Kind::integer
                                                                  : Kind::boolean;
  std::vector<T> own_;
  const std::vector<T>* all_ = nullptr;
};

/// Calls `f` with the element type that a kind is held in: f(double{}), f(std::int64_t{}), f(std::uint8_t{}).
template <class F>
auto with_kind(Kind kind, F f) {
  if (kind == Kind::real) return f(double{});
  if (kind == Kind::integer) return f(std::int64_t{});
  return f(std::uint8_t{});
}

}  // namespace grader::language::array
