#include "judge/closed_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "judge/closed_form_names.hpp"
#include "judge/closed_form_samples.hpp"
#include "judge/explain.hpp"

namespace grader::judge {
namespace {

using model::Index;
using model::Tensor;

constexpr std::size_t kEnoughElements = 4;
constexpr std::size_t kEnoughObservations = 3;

double largest_rounding(const Samples& samples) {
  double rounding = 0;
  for (const Sample& sample : samples) rounding = std::max(rounding, rounding_of(*sample.expected));
  return rounding;
}

bool same_shapes(const Samples& samples) {
  return std::all_of(samples.begin(), samples.end(),
                     [](const Sample& sample) { return sample.actual->shape == sample.expected->shape; });
}

/// Elements as they are compared: `noise` is what an element may be off by whatever its size.
struct Element {
  double actual = 0;
  double expected = 0;
  double noise = 0;
};

/// The elements of each observation.
std::vector<std::pair<std::size_t, std::vector<Element>>> elements_of(const Samples& samples) {
  std::vector<std::pair<std::size_t, std::vector<Element>>> all;
  for (const Sample& sample : samples) {
    if (all.empty() || all.back().first != sample.observation) all.push_back({sample.observation, {}});
    const double noise = noise_of(*sample.expected);
    for (Index i = 0; i < sample.expected->size(); ++i)
      all.back().second.push_back({sample.actual->number(i), sample.expected->number(i), noise});
  }
  return all;
}

/// How much was seen. With a single value everywhere a factor and a summand cannot be told apart.
class Evidence {
 public:
  void add_observation() { ++observations_; }
  void add(double expected, double rounding) {
    ++elements_;
    if (elements_ == 1) first_ = expected;
    differing_ = differing_ || std::fabs(expected - first_) > 1e3 * rounding * std::fabs(first_);
  }
  bool is_enough() const {
    return differing_ && (elements_ >= kEnoughElements || observations_ >= kEnoughObservations);
  }

 private:
  std::size_t elements_ = 0;
  std::size_t observations_ = 0;
  double first_ = 0;
  bool differing_ = false;
};

bool all_equal(const std::vector<SeenNumber>& numbers, double rounding) {
  return std::all_of(numbers.begin(), numbers.end(), [&](const SeenNumber& seen) {
    return std::fabs(seen.number - numbers[0].number) <= rounding * std::fabs(numbers[0].number);
  });
}

/// Four digits; whole numbers in full.
std::string number_text(double number) {
  const double whole = std::round(number);
  if (std::fabs(number - whole) <= 1e-9 * std::fabs(number) && std::fabs(number) < 1e9)
    return fmt::format("{:.0f}", whole);
  return fmt::format("{:.4g}", number);
}

/// The one factor of these elements; nothing where there is none, 0 where all are 0.
std::optional<double> factor_of(const std::vector<Element>& elements, double rounding) {
  const auto by_size = [](const Element& a, const Element& b) {
    return std::fabs(a.expected) < std::fabs(b.expected);
  };
  const auto largest = std::max_element(elements.begin(), elements.end(), by_size);
  if (largest == elements.end()) return 0;
  const double factor = largest->expected == 0 ? 0 : largest->actual / largest->expected;
  for (const Element& element : elements) {
    const double wanted = factor * element.expected;
    const double noise = std::fabs(factor) * element.noise;
    if (!(std::fabs(element.actual - wanted) <= rounding * std::fabs(wanted) + noise)) return std::nullopt;
  }
  return factor;
}

std::string factor_text(const std::vector<Observation>& observations, const Samples& samples) {
  const double rounding = largest_rounding(samples);
  std::vector<SeenNumber> factors;
  Evidence evidence;
  for (const auto& [observation, elements] : elements_of(samples)) {
    const auto factor = factor_of(elements, rounding);
    if (!factor) return {};
    bool any = false;
    for (const Element& element : elements) {
      if (std::fabs(element.expected) <= element.noise) continue;
      evidence.add(element.expected, rounding);
      any = true;
    }
    if (!any) continue;
    if (*factor == 0) return {};
    evidence.add_observation();
    factors.push_back({observation, *factor});
  }
  if (!evidence.is_enough()) return {};
  if (all_equal(factors, rounding)) {
    const double factor = factors.back().number;
    if (std::fabs(factor - 1) <= rounding) return {};
    if (std::fabs(factor + 1) <= rounding) return "yours = -expected everywhere";
    return fmt::format("yours = {} × expected everywhere", number_text(factor));
  }
  const auto name = named(observations, factors, rounding, Formulas::all);
  if (!name) return {};
  return fmt::format("yours = {} × expected everywhere = {}, {}", number_text(name->value), name->text,
                     name->with);
}

/// The one number that was added to these elements; nothing where there is none.
std::optional<double> summand_of(const std::vector<Element>& elements, double rounding) {
  const double summand = elements[0].actual - elements[0].expected;
  for (const Element& element : elements) {
    // The difference of two numbers has their rounding errors.
    const double noise = 1e-5 * rounding * (std::fabs(element.actual) + std::fabs(element.expected));
    const double off = std::fabs(element.actual - element.expected - summand);
    if (!(off <= rounding * std::fabs(summand) + noise)) return std::nullopt;
  }
  return summand;
}

std::string sum_text(const std::string& summand) {
  return summand[0] == '-' ? "expected - " + summand.substr(1) : "expected + " + summand;
}

std::string summand_text(const std::vector<Observation>& observations, const Samples& samples) {
  const double rounding = largest_rounding(samples);
  std::vector<SeenNumber> summands;
  Evidence evidence;
  for (const auto& [observation, elements] : elements_of(samples)) {
    if (elements.empty()) continue;
    const auto summand = summand_of(elements, rounding);
    if (!summand) return {};
    for (const Element& element : elements) {
      // What is lost in rounding is no summand.
      if (std::fabs(*summand) <= rounding * std::fabs(element.expected)) return {};
      evidence.add(element.expected, rounding);
    }
    evidence.add_observation();
    summands.push_back({observation, *summand});
  }
  if (!evidence.is_enough()) return {};
  if (all_equal(summands, rounding))
    return fmt::format("yours = {} everywhere", sum_text(number_text(summands.back().number)));
  const auto name = named(observations, summands, rounding, Formulas::names);
  if (!name) return {};
  return fmt::format("yours = {} everywhere = {}, {}", sum_text(number_text(name->value)),
                     sum_text(name->text), name->with);
}

// The same elements in other places.

struct Arrangement {
  const char* text;
  std::size_t lowest_rank;
  std::size_t highest_rank;
  bool swaps_axes;
  Index (*source)(Index row, Index column, Index rows, Index columns);  // of an element of the result
};

constexpr Arrangement kArrangements[] = {
    {"expected transposed", 2, 2, true,
     [](Index row, Index column, Index rows, Index) { return column * rows + row; }},
    {"expected reversed", 1, 1, false,
     [](Index, Index column, Index, Index columns) { return columns - 1 - column; }},
    {"expected with its rows reversed", 2, 2, false,
     [](Index row, Index column, Index rows, Index columns) { return (rows - 1 - row) * columns + column; }},
    {"expected with its columns reversed", 2, 2, false,
     [](Index row, Index column, Index, Index columns) { return row * columns + columns - 1 - column; }},
};

/// How many elements show that this is how they are arranged; nothing where they are not.
std::optional<std::size_t> shown_by(const Arrangement& arrangement, const Sample& sample) {
  const Tensor& actual = *sample.actual;
  const Tensor& expected = *sample.expected;
  model::Shape shape = expected.shape;
  if (shape.size() < arrangement.lowest_rank || shape.size() > arrangement.highest_rank) return std::nullopt;
  if (arrangement.swaps_axes) std::reverse(shape.begin(), shape.end());
  if (actual.shape != shape) return std::nullopt;
  const bool other_shape = shape != expected.shape;
  const Index columns = shape.back();
  const Index rows = columns == 0 ? 0 : actual.size() / columns;
  const double rounding = rounding_of(expected);
  const double scale = scale_of(expected);
  std::size_t shown = 0;
  for (Index i = 0; i < actual.size(); ++i) {
    const double wanted = expected.number(arrangement.source(i / columns, i % columns, rows, columns));
    if (!(std::fabs(actual.number(i) - wanted) <= rounding * std::fabs(wanted) + noise_of(expected)))
      return std::nullopt;
    if (other_shape || std::fabs(expected.number(i) - wanted) > 1e3 * rounding * scale) ++shown;
  }
  return shown;
}

std::string arrangement_text(const Samples& samples) {
  for (const Arrangement& arrangement : kArrangements) {
    std::size_t shown = 0;
    const bool fits = std::all_of(samples.begin(), samples.end(), [&](const Sample& sample) {
      const auto by_this = shown_by(arrangement, sample);
      shown += by_this.value_or(0);
      return by_this.has_value();
    });
    if (fits && shown >= kEnoughElements) return fmt::format("yours = {}", arrangement.text);
  }
  return {};
}

std::string text_of(const std::vector<Observation>& observations, const Samples& samples) {
  if (!same_shapes(samples)) return arrangement_text(samples);
  std::string text = factor_text(observations, samples);
  if (text.empty()) text = summand_text(observations, samples);
  if (text.empty()) text = arrangement_text(samples);
  return text;
}

}  // namespace

std::string closed_form(const std::vector<Observation>& observations) {
  const auto fields = differing_samples(observations);
  if (!fields || fields->empty()) return {};
  std::string common;
  for (const auto& [path, samples] : *fields) {
    const std::string text = text_of(observations, samples);
    if (text.empty() || (!common.empty() && text != common)) return {};
    common = text;
  }
  return fields->size() == 1 ? path_label(fields->begin()->first) + common : common;
}

}  // namespace grader::judge
