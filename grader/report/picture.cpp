#include "report/picture.hpp"

#include "report/table.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

constexpr std::size_t kTextBefore = 20;
constexpr std::size_t kNameWidth = 9;  // "expected" and a space

std::vector<std::string> one_line_each(const model::Difference& difference, std::size_t width) {
  return {util::truncate("expected " + value_text(difference.expected), width),
          util::truncate("yours    " + value_text(difference.actual), width)};
}

std::size_t character_start(const std::string& text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

std::vector<std::string> text_picture(const model::Difference& difference, std::size_t width,
                                      const Style& style) {
  const auto& expected = std::get<std::string>(difference.expected.data);
  const auto& actual = std::get<std::string>(difference.actual.data);
  const std::size_t at = character_start(actual, static_cast<std::size_t>(difference.worst));
  const std::size_t start = character_start(actual, at > kTextBefore ? at - kTextBefore : 0);
  const std::string dots = start > 0 ? "…" : "";
  const auto shown = [&](const std::string& name, std::string_view text) {
    return util::truncate(name + dots + util::quoted(text.substr(start)), width);
  };
  // The part both have in common, as it is shown, without its closing quote.
  const std::string common = util::quoted(actual.substr(start, at - start));
  const std::size_t column = kNameWidth + util::display_width(dots + common) - 1;
  return {shown("expected ", expected), shown("yours    ", actual),
          std::string(column, ' ') + style.bad("^")};
}

}  // namespace

std::vector<std::string> picture(const model::Difference& difference, std::size_t width, const Style& style) {
  if (std::holds_alternative<std::string>(difference.expected.data) &&
      std::holds_alternative<std::string>(difference.actual.data))
    return text_picture(difference, width, style);
  const auto* expected = std::get_if<model::Tensor>(&difference.expected.data);
  const auto* actual = std::get_if<model::Tensor>(&difference.actual.data);
  const bool is_table = expected != nullptr && actual != nullptr && expected->shape == actual->shape &&
                        expected->size() > 0 && expected->data.index() == actual->data.index() &&
                        difference.wrong.size() == static_cast<std::size_t>(expected->size());
  if (!is_table) return one_line_each(difference, width);
  return table({{{"expected", expected, false}, {"yours", actual}}, difference.wrong, difference.worst, true},
               width, style);
}

}  // namespace grader::report
