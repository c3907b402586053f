#include "report/shown_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/plot.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kMostShownLines = 20;
constexpr std::size_t kLongestShownText = 8 * 1024;
constexpr std::size_t kLongestValue = 60;

std::vector<double> numbers_of(const model::Tensor& tensor) {
  std::vector<double> numbers;
  for (model::Index i = 0; i < tensor.size(); ++i) numbers.push_back(tensor.number(i));
  return numbers;
}

/// "124,439,808": parameters are counted in millions.
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string scalar_text(const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data))
    return util::truncate(util::printable(*text, util::Newlines::escape), kLongestValue);
  const auto& tensor = std::get<model::Tensor>(value.data);
  if (const auto* ints = std::get_if<std::vector<std::int64_t>>(&tensor.data)) return grouped(ints->at(0));
  if (tensor.element() == model::Scalar::boolean) return tensor.number(0) != 0 ? "true" : "false";
  return fmt::format("{:.6g}", tensor.number(0));
}

Lines table_lines(const model::Record& record) {
  std::size_t names = 0;
  std::size_t values = 0;
  for (const auto& [name, value] : record.fields) {
    names = std::max(names, util::display_width(name));
    values = std::max(values, util::display_width(scalar_text(value)));
  }
  Lines lines;
  for (const auto& [name, value] : record.fields)
    lines.push_back(util::pad_right(name, names) + "  " + util::pad_left(scalar_text(value), values));
  return lines;
}

Lines text_lines(const std::string& text, std::size_t width) {
  const std::string printable = util::printable_within(text, kLongestShownText);
  Lines lines;
  for (const std::string_view line : util::split_lines(printable))
    for (const std::string& part : util::hard_wrap(line, width)) lines.push_back("| " + part);
  if (lines.size() <= kMostShownLines) return lines;
  const std::size_t more = lines.size() - kMostShownLines;
  lines.resize(kMostShownLines);
  lines.push_back(fmt::format("… {} more lines", more));
  return lines;
}

Lines lines_of(const model::Value& value, std::size_t width) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return text_lines(*text, width - 2);
  if (const auto* record = std::get_if<model::Record>(&value.data)) return table_lines(*record);
  return plot(numbers_of(std::get<model::Tensor>(value.data)), width);
}

}  // namespace

std::vector<std::string> shown_text(const model::ShownPart& part, std::size_t width) {
  constexpr std::size_t kIndent = 2;
  Lines lines{util::printable(part.title, util::Newlines::escape) + ":"};
  for (const std::string& line : lines_of(part.value, width - kIndent))
    lines.push_back(std::string(kIndent, ' ') + line);
  return lines;
}

}  // namespace grader::report
