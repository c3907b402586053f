#include "report/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace grader::report {
namespace {

constexpr std::size_t kRows = 8;
constexpr std::size_t kWidest = 64;
constexpr std::string_view kPoint = "•";  // a value
constexpr std::string_view kLine = "·";   // between two of them

std::string number_text(double number) { return fmt::format("{:.4g}", number); }

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
};

Range range_of(const std::vector<double>& values) {
  Range range;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  }
  return range;
}

/// The columns of the curve, each with the row that it is drawn in.
class Curve {
 public:
  Curve(const std::vector<double>& values, std::size_t columns)
      : values_(values), columns_(columns), range_(range_of(values)) {}

  std::string row(std::size_t row) const {
    std::string text;
    for (std::size_t column = 0; column < columns_; ++column) {
      const bool is_here = row_of(column) == row;
      text += !is_here ? " " : is_value(column) ? kPoint : kLine;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

  std::string label(std::size_t row) const {
    if (row == 0) return number_text(range_.high);
    return row + 1 == rows() ? number_text(range_.low) : "";
  }

  std::size_t rows() const { return range_.low < range_.high ? kRows : 1; }

 private:
  double place(std::size_t column) const {
    if (columns_ < 2) return 0;
    return static_cast<double>(column) * static_cast<double>(values_.size() - 1) /
           static_cast<double>(columns_ - 1);
  }

  /// Whether the column is the nearest one of some value.
  bool is_value(std::size_t column) const {
    if (columns_ < 2) return true;
    const double index = std::round(place(column));
    const double nearest =
        std::round(index * static_cast<double>(columns_ - 1) / static_cast<double>(values_.size() - 1));
    return static_cast<std::size_t>(nearest) == column;
  }

  std::optional<std::size_t> row_of(std::size_t column) const {
    const double at = place(column);
    const auto left = static_cast<std::size_t>(at);
    const std::size_t right = std::min(left + 1, values_.size() - 1);
    const double part = at - static_cast<double>(left);
    const double value = part == 0 ? values_[left] : values_[left] + part * (values_[right] - values_[left]);
    if (!std::isfinite(value)) return std::nullopt;
    if (rows() == 1) return 0;
    // Halved, for the difference of large numbers may be too large for a double.
    const double down = (range_.high / 2 - value / 2) / (range_.high / 2 - range_.low / 2);
    return static_cast<std::size_t>(std::lround(down * static_cast<double>(rows() - 1)));
  }

  const std::vector<double>& values_;
  std::size_t columns_;
  Range range_;
};

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

std::vector<std::string> plot(const std::vector<double>& values, std::size_t width) {
  if (values.empty()) return {"no values"};
  const Range range = range_of(values);
  if (range.low > range.high) return {"no finite values"};
  const std::size_t margin = std::max(number_text(range.low).size(), number_text(range.high).size());
  const std::size_t room = std::min(kWidest, width > margin + 3 ? width - margin - 2 : 1);
  const std::size_t columns = values.size() == 1 ? 1 : room;
  const Curve curve(values, columns);
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < curve.rows(); ++row)
    lines.push_back(fmt::format("{:>{}} ┤{}", curve.label(row), margin, curve.row(row)));
  const std::string last = std::to_string(values.size() - 1);
  lines.push_back(fmt::format("{:>{}} └{}", "", margin, repeated("─", columns)));
  const std::size_t gap = columns > last.size() + 1 ? columns - last.size() - 1 : 1;
  const std::string places = values.size() == 1 ? "0" : "0" + std::string(gap, ' ') + last;
  lines.push_back(fmt::format("{:>{}}  {}", "", margin, places));
  return lines;
}

}  // namespace grader::report
