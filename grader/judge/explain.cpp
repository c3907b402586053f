#include "judge/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "judge/number_text.hpp"
#include "util/text.hpp"

namespace grader::judge {
namespace {

constexpr std::size_t kExcerpt = 24;
constexpr double kBarely = 1.05;

struct Worst {
  const model::Tensor& actual;
  const model::Tensor& expected;
  const model::Difference& difference;

  bool is_float() const {
    return expected.element() == model::Scalar::float64 || expected.element() == model::Scalar::float32;
  }
  std::string yours() const { return one_of(actual, true); }
  std::string wanted() const { return one_of(expected, false); }
  bool both_finite() const {
    return std::isfinite(actual.number(difference.worst)) && std::isfinite(expected.number(difference.worst));
  }

 private:
  std::string one_of(const model::Tensor& tensor, bool is_actual) const {
    if (!is_float()) return exact_text(tensor, difference.worst);
    const NumberPair pair{expected.number(difference.worst), actual.number(difference.worst), true};
    return choose_style({pair})(is_actual ? pair.actual : pair.expected);
  }
};

std::string tolerance_text(double times) {
  if (std::isinf(times)) return "where the tolerance is 0";
  if (times < kBarely) return "just above the tolerance";
  return fmt::format("{} times the tolerance", error_text(times));
}

std::string error_phrase(const Worst& worst) {
  const model::Difference& difference = worst.difference;
  const std::string off =
      std::isinf(difference.absolute_error) ? "more than 1.8e+308" : error_text(difference.absolute_error);
  const std::string relative = std::isinf(difference.relative_error)
                                   ? ""
                                   : fmt::format(" (relative {})", error_text(difference.relative_error));
  const std::string times = tolerance_text(difference.times_tolerance);
  return fmt::format("off by {}{}, {}", off, relative, times);
}

std::string explain_scalar(const Worst& worst) {
  const std::string values = fmt::format("returned {}, expected {}", worst.yours(), worst.wanted());
  if (!worst.is_float() || !worst.both_finite()) return values;
  return fmt::format("{}: {}", values, error_phrase(worst));
}

std::string count_phrase(const model::Difference& difference, model::Index size) {
  return fmt::format("{} of {} elements differ", difference.wrong_count, size);
}

/// Steps back to the first byte of the character that `at` is in.
std::size_t character_start(const std::string& text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

std::string excerpt(const std::string& text, std::size_t at) {
  const std::string_view rest = std::string_view(text).substr(character_start(text, at));
  const std::string_view shown = util::cut_utf8(rest, kExcerpt);
  return util::quoted(shown) + (shown.size() < rest.size() ? "…" : "");
}

}  // namespace

std::string explain_numbers(const model::Difference& difference, bool not_finite) {
  const auto& actual = std::get<model::Tensor>(difference.actual.data);
  const auto& expected = std::get<model::Tensor>(difference.expected.data);
  const Worst worst{actual, expected, difference};
  if (expected.shape.empty()) return explain_scalar(worst);
  const std::string index = index_text(difference.worst, expected.shape);
  const std::string count = count_phrase(difference, expected.size());
  if (not_finite)
    return fmt::format("{} is {}, expected {}; {}", index, worst.yours(), worst.wanted(), count);
  if (expected.element() == model::Scalar::boolean)
    return fmt::format("{}; the first {} is {}, expected {}", count, index, worst.yours(), worst.wanted());
  if (!worst.is_float() || !worst.both_finite())
    return fmt::format("{}; worst {} is {}, expected {}", count, index, worst.yours(), worst.wanted());
  return fmt::format("{}; worst {}: {}", count, index, error_phrase(worst));
}

std::size_t first_difference(const std::string& actual, const std::string& expected) {
  const auto parts = std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end());
  return static_cast<std::size_t>(parts.first - actual.begin());
}

std::string explain_text(const std::string& actual, const std::string& expected) {
  const std::size_t at = first_difference(actual, expected);
  if (at == actual.size())
    return fmt::format("the text ends at [{}], expected it to go on with {}", at, excerpt(expected, at));
  if (at == expected.size())
    return fmt::format("the text goes on at [{}] with {}, expected it to end there", at, excerpt(actual, at));
  return fmt::format("the text differs from [{}] on: {}, expected {}", at, excerpt(actual, at),
                     excerpt(expected, at));
}

std::string path_label(const std::string& path) {
  if (path.empty()) return {};
  return fmt::format("{} {}: ", path.front() == '[' ? "item" : "field", path);
}

}  // namespace grader::judge
