#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "generate/stream.hpp"
#include "model/exercise.hpp"

namespace grader::generate {

/// Doubles below this are exact as integers, above it not all of them are.
inline constexpr double kLargestWhole = 9007199254740992.0;

/// One input while it is made: what it belongs to, and the sizes and int parameters known so far.
struct Making {
  const model::Exercise& exercise;
  const model::Case& test_case;
  std::uint64_t seed = 0;
  model::Index index = 0;
  model::Bindings bindings;
  model::Index attempt = 0;  // how many inputs a condition has refused in this place

  /// The place of this attempt among all inputs: attempts have random numbers of their own.
  model::Index stream_index() const { return index + (attempt << kAttemptShift); }
  /// The place among the edge cases, which are tried once.
  model::Index edge_index() const { return attempt == 0 ? index : std::numeric_limits<model::Index>::max(); }

  Origin origin() const { return {seed, exercise.id, test_case.id, {}, {}}; }
  static constexpr int kAttemptShift = 40;
};

/// A part of an input ("x", "weights.blocks[1].w1") with what its making needs: random numbers of its own,
/// arguments with their expressions evaluated, and a way to say what cannot be done.
class Part {
 public:
  Part(const Making& making, std::string path) : making_(making), path_(std::move(path)) {}

  Part field(const std::string& name) const { return {making_, path_ + "." + name}; }
  Part item(std::size_t index) const { return {making_, path_ + "[" + std::to_string(index) + "]"}; }

  Stream stream(std::string_view purpose) const;

  /// An argument of the generator, or `fallback` where it has none of this name.
  double number(const model::Generator& generator, std::string_view name, double fallback) const;
  model::Index whole(const model::Generator& generator, std::string_view name, model::Index fallback) const;
  model::Index whole(const model::Argument& argument, std::string_view name) const;

  const model::Bindings& bindings() const { return making_.bindings; }
  model::Index edge_index() const { return making_.edge_index(); }

  /// Throws util::GraderError: "a/b, case 'random', input x: …".
  [[noreturn]] void fail(const std::string& message) const;

 private:
  const Making& making_;
  std::string path_;
};

}  // namespace grader::generate
