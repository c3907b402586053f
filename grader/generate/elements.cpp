#include "generate/elements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "generate/conform.hpp"
#include "generate/decimal.hpp"
#include "generate/elementary.hpp"

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;
using model::Generator;
using model::Index;

constexpr double kLargest = std::numeric_limits<double>::max();

double short_product(double a, double b) {
  const auto result = product(shortest(a), shortest(b));
  return result ? to_double(*result) : a * b;
}

/// What all distributions of reals share: places, and the factor of scale and edge.
struct Form {
  int places = 3;
  double factor = 1;
  double operator()(double value) const { return rounded_product(value, places, factor); }
};

/// Edge cases of a distribution without bounds have a scale of their own, so that huge is not made small
/// again.
Form unbounded_form(const Generator& generator, std::optional<Edge> edge, const Part& part, double spread) {
  const double factor = edge ? edge_factor(edge) : drawn_scale(generator, part);
  return {generator.decimals.value_or(places_for(spread)), factor};
}

Elements<double> unbounded(std::function<double()> draw, Form form, double low) {
  const double first = low > 0 ? 1 : 0;
  return {[draw = std::move(draw), form, low] { return std::max(low, form(draw())); }, low, kLargest,
          [first](Index place, Index) { return first + static_cast<double>(place); }};
}

Elements<double> normal(const Generator& generator, std::optional<Edge> edge, const Part& part,
                        Stream& stream) {
  const double mean = part.number(generator, "mean", 0);
  const double std = part.number(generator, "std", 1);
  if (std < 0) part.fail(fmt::format("'normal' needs std >= 0, it is {}", std));
  const Form form = unbounded_form(generator, edge, part, std > 0 ? std : std::fabs(mean));
  return unbounded([=, &stream] { return mean + std * stream.normal(); }, form, -kLargest);
}

Elements<double> lognormal(const Generator& generator, std::optional<Edge> edge, const Part& part,
                           Stream& stream) {
  const double mean = part.number(generator, "mean", 0);
  const double sigma = part.number(generator, "sigma", 1);
  if (sigma < 0) part.fail(fmt::format("'lognormal' needs sigma >= 0, it is {}", sigma));
  const Form form = unbounded_form(generator, edge, part, natural_exp(mean));
  // What would be rounded to 0 becomes the smallest number there is with so many places.
  const double smallest = to_double({1, -form.places});
  return unbounded([=, &stream] { return natural_exp(mean + sigma * stream.normal()); }, form,
                   short_product(smallest, form.factor));
}

Elements<double> exponential(const Generator& generator, std::optional<Edge> edge, const Part& part,
                             Stream& stream) {
  const double scale = part.number(generator, "scale", 1);
  if (!(scale > 0)) part.fail(fmt::format("'exponential' needs scale > 0, it is {}", scale));
  const Form form = unbounded_form(generator, edge, part, scale);
  return unbounded([=, &stream] { return scale * stream.exponential(); }, form, 0);
}

/// `value` to so many places, moved to the next such number inside [low, high) where rounding left it.
double rounded_within(double value, int places, double low, double high) {
  auto decimal = rounded(value, places);
  if (!decimal) return value;
  if (to_double(*decimal) < low) ++decimal->digits;
  if (to_double(*decimal) >= high) --decimal->digits;
  const double result = to_double(*decimal);
  return low <= result && result < high ? result : value;
}

Elements<double> uniform(const Generator& generator, std::optional<Edge> edge, const Part& part,
                         Stream& stream) {
  const double low = part.number(generator, "low", 0);
  const double high = part.number(generator, "high", 1);
  const double width = high - low;
  if (!(width > 0)) part.fail(fmt::format("'uniform' needs low < high, they are {} and {}", low, high));
  const int places = generator.decimals.value_or(places_for(width));
  const double scale = drawn_scale(generator, part);
  const double factor = short_product(scale, edge_factor(edge));
  const double lowest = short_product(low, scale);
  const double highest = short_product(high, scale);
  const auto draw = [=, &stream] {
    const double value = rounded_within(low + width * stream.uniform(), places, low, high);
    return std::clamp(short_product(value, factor), lowest, highest);
  };
  const auto ramp = [=](Index place, Index count) {
    const double part_of_width =
        static_cast<double>(place) / static_cast<double>(std::max<Index>(1, count - 1));
    return std::clamp(rounded_product(low + width * part_of_width, places, scale), lowest, highest);
  };
  return {draw, lowest, highest, ramp};
}

Elements<std::int64_t> integers(const Generator& generator, const Part& part, Stream& stream) {
  const Index low = part.whole(generator, "low", 0);
  const Index high = part.whole(generator, "high", 0);
  if (low >= high)
    part.fail(fmt::format("'integers' needs low < high, they are {} and {} (high is excluded)", low, high));
  const auto ramp = [low, high](Index place, Index) {
    const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    return static_cast<Index>(static_cast<std::uint64_t>(low) + static_cast<std::uint64_t>(place) % width);
  };
  return {[low, high, &stream] { return stream.between(low, high - 1); }, low, high - 1, ramp};
}

template <typename T>
Elements<T> choice(std::vector<T> values, const Part& part, Stream& stream) {
  if (values.empty()) part.fail("'choice' has nothing to choose from");
  Elements<T> elements;
  elements.low = std::numeric_limits<T>::lowest();
  elements.high = std::numeric_limits<T>::max();
  elements.draw = [values, &stream] { return values[stream.below(values.size())]; };
  elements.ramp = [values](Index place, Index) {
    return values[static_cast<std::size_t>(place) % values.size()];
  };
  return elements;
}

Elements<double> real_integers(const Generator& generator, const Part& part, Stream& stream) {
  const Elements<std::int64_t> whole = integers(generator, part, stream);
  const double scale = drawn_scale(generator, part);
  const auto real = [scale](Index value) { return short_product(static_cast<double>(value), scale); };
  return {[=] { return real(whole.draw()); }, real(whole.low), real(whole.high),
          [=](Index place, Index count) { return real(whole.ramp(place, count)); }};
}

Elements<double> real_choice(const Generator& generator, const Part& part, Stream& stream) {
  const double scale = drawn_scale(generator, part);
  std::vector<double> values;
  for (const model::Value& option : generator.options)
    if (const auto* tensor = std::get_if<model::Tensor>(&option.data);
        tensor != nullptr && tensor->size() == 1)
      values.push_back(short_product(tensor->number(0), scale));
  return choice(std::move(values), part, stream);
}

}  // namespace

Elements<double> real_elements(const Generator& generator, std::optional<Edge> edge, const Part& part,
                               Stream& stream) {
  switch (generator.distribution) {
    case Distribution::integers:
      return real_integers(generator, part, stream);
    case Distribution::uniform:
      return uniform(generator, edge, part, stream);
    case Distribution::lognormal:
      return lognormal(generator, edge, part, stream);
    case Distribution::exponential:
      return exponential(generator, edge, part, stream);
    case Distribution::choice:
      return real_choice(generator, part, stream);
    default:
      return normal(generator, edge, part, stream);
  }
}

Elements<std::int64_t> whole_elements(const Generator& generator, const Part& part, Stream& stream) {
  if (generator.distribution == Distribution::integers) return integers(generator, part, stream);
  std::vector<std::int64_t> values;
  for (const model::Value& option : generator.options)
    if (const auto tensor = conform(option, model::Scalar::int64))
      values.push_back(std::get<std::vector<std::int64_t>>(tensor->data)[0]);
  return choice(std::move(values), part, stream);
}

double drawn_scale(const Generator& generator, const Part& part) {
  return generator.scale.empty() ? 1 : generator.scale[part.stream("scale").below(generator.scale.size())];
}

double edge_factor(std::optional<Edge> edge) {
  if (edge == Edge::tiny) return 1e-3;
  return edge == Edge::huge ? 1e3 : 1;
}

}  // namespace grader::generate
