#pragma once

#include <functional>
#include <optional>

#include "generate/part.hpp"

namespace grader::generate {

/// Where the single elements of an array come from, the same for random arrays and for edge cases: a draw,
/// the closed range that no element leaves, and the steps of a ramp.
template <typename T>
struct Elements {
  std::function<T()> draw;
  T low{};
  T high{};
  std::function<T(model::Index place, model::Index count)> ramp;  // element `place` of `count`
};

/// For the distributions of single numbers: integers, uniform, normal, lognormal, exponential, choice. Draws
/// come from `stream`, which must outlive the result. Floats are rounded and multiplied by one of the
/// generator's scales; `edge` matters only where it changes the draws (tiny, huge).
Elements<double> real_elements(const model::Generator& generator, std::optional<model::Edge> edge,
                               const Part& part, Stream& stream);

/// For the elements of int arrays: integers and choice.
Elements<std::int64_t> whole_elements(const model::Generator& generator, const Part& part, Stream& stream);

/// One of the generator's scales, drawn per input; 1 where there is none.
double drawn_scale(const model::Generator& generator, const Part& part);

/// 1e-3 for tiny, 1e3 for huge, else 1.
double edge_factor(std::optional<model::Edge> edge);

}  // namespace grader::generate
