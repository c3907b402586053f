#include "report/picture.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/number_text.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Index;

constexpr Index kMostRows = 6;
constexpr Index kWindowColumns = 16;  // either side of the worst one, before their width is known
constexpr std::size_t kTextBefore = 20;
constexpr std::size_t kNameWidth = 9;  // "expected" and a space

struct Span {
  Index first = 0;
  Index last = 0;  // inclusive
};

/// At most `count` of `size` places, `middle` among them and in the middle where there is room.
Span window(Index middle, Index size, Index count) {
  if (size <= count) return {0, size - 1};
  const Index first = std::clamp(middle - count / 2, Index{0}, size - count);
  return {first, first + count - 1};
}

/// An array as a table: its last axis across, all others down.
class Table {
 public:
  Table(const model::Difference& difference, std::size_t width, const Style& style)
      : difference_(difference),
        expected_(std::get<model::Tensor>(difference.expected.data)),
        actual_(std::get<model::Tensor>(difference.actual.data)),
        style_(style),
        columns_(expected_.shape.empty() ? 1 : expected_.shape.back()),
        rows_(expected_.size() / columns_) {
    shown_rows_ = window(difference.worst / columns_, rows_, kMostRows);
    shown_columns_ = window(worst_column(), columns_, 2 * kWindowColumns + 1);
    numbers_ = judge::choose_style(shown_pairs());
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row)
      label_width_ = std::max(label_width_, util::display_width(row_label(row)));
    narrow_to(width);
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    if (!expected_.shape.empty()) lines.push_back(header());
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row) add_row(row, lines);
    const bool is_part = shown_rows_.last - shown_rows_.first + 1 < rows_ || cut_left() || cut_right();
    if (is_part)
      lines.push_back(style_.quiet(
          fmt::format("(a part of {}, around the worst element)", model::to_string(expected_.shape))));
    return lines;
  }

 private:
  Index worst_column() const { return difference_.worst % columns_; }
  Index flat(Index row, Index column) const { return row * columns_ + column; }
  bool wrong(Index row, Index column) const {
    return difference_.wrong[static_cast<std::size_t>(flat(row, column))];
  }
  bool cut_left() const { return shown_columns_.first > 0; }
  bool cut_right() const { return shown_columns_.last + 1 < columns_; }

  std::vector<judge::NumberPair> shown_pairs() const {
    std::vector<judge::NumberPair> pairs;
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row)
      for (Index column = shown_columns_.first; column <= shown_columns_.last; ++column)
        pairs.push_back(
            {expected_.number(flat(row, column)), actual_.number(flat(row, column)), wrong(row, column)});
    return pairs;
  }
  std::string cell(const model::Tensor& tensor, Index row, Index column) const {
    const bool is_float = std::holds_alternative<std::vector<double>>(tensor.data) ||
                          std::holds_alternative<std::vector<float>>(tensor.data);
    return is_float ? numbers_(tensor.number(flat(row, column)))
                    : judge::exact_text(tensor, flat(row, column));
  }
  /// "[1,:]", empty where there is one row only: its index then stands above the columns.
  std::string row_label(Index row) const {
    if (rows_ == 1) return {};
    std::string text = judge::index_text(flat(row, 0), expected_.shape);
    return text.substr(0, text.rfind(',')) + ",:]";
  }
  std::string column_label(Index column) const {
    if (rows_ == 1) return judge::index_text(column, expected_.shape);
    return expected_.shape.size() == 2 ? fmt::format("[:,{}]", column) : fmt::format("[…,{}]", column);
  }
  std::size_t column_width(Index column) const {
    std::size_t width = expected_.shape.empty() ? 0 : util::display_width(column_label(column));
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row)
      width = std::max({width, cell(expected_, row, column).size(), cell(actual_, row, column).size()});
    return width;
  }
  std::size_t indent() const { return label_width_ + (label_width_ > 0 ? 1 : 0) + kNameWidth; }

  /// Takes columns away, the one farther from the worst first, until a line fits.
  void narrow_to(std::size_t width) {
    std::size_t used = indent() + 6;  // two gaps marked by …
    for (Index column = shown_columns_.first; column <= shown_columns_.last; ++column)
      used += column_width(column) + 2;
    while (used > width && shown_columns_.first < shown_columns_.last) {
      const bool left = worst_column() - shown_columns_.first > shown_columns_.last - worst_column();
      used -= column_width(left ? shown_columns_.first : shown_columns_.last) + 2;
      left ? ++shown_columns_.first : --shown_columns_.last;
    }
  }

  /// One line of cells; `text` gives a column's text, `paint` its colour.
  template <class TextOf, class Paint>
  std::string cells(TextOf text, Paint paint, std::string_view gap) const {
    std::string line = cut_left() ? fmt::format(" {}", gap) : "";
    for (Index column = shown_columns_.first; column <= shown_columns_.last; ++column) {
      const std::string shown = text(column);
      const std::size_t width = column_width(column);
      line += std::string(2 + width - std::min(width, util::display_width(shown)), ' ');
      line += paint(column, shown);
    }
    line += cut_right() ? fmt::format("  {}", gap) : "";
    return line.substr(1);
  }
  std::string header() const {
    const auto plain = [this](Index, const std::string& text) { return style_.quiet(text); };
    return std::string(indent(), ' ') + cells([this](Index c) { return column_label(c); }, plain, "…");
  }
  std::string name(Index row, bool first, std::string_view what) const {
    std::string text;
    if (label_width_ > 0)
      text = style_.quiet(util::pad_right(first ? row_label(row) : "", label_width_)) + " ";
    return text + util::pad_right(what, kNameWidth);
  }
  void add_row(Index row, std::vector<std::string>& lines) const {
    const auto plain = [](Index, const std::string& text) { return text; };
    const auto wanted = [&](Index column) { return cell(expected_, row, column); };
    const auto yours = [&](Index column) { return cell(actual_, row, column); };
    bool any = false;
    for (Index column = shown_columns_.first; column <= shown_columns_.last; ++column)
      any = any || wrong(row, column);
    if (!any) {
      lines.push_back(name(row, true, "both") + cells(yours, plain, "…"));
      return;
    }
    const auto painted = [&](Index column, const std::string& text) {
      return wrong(row, column) ? style_.bad(text) : text;
    };
    lines.push_back(name(row, true, "expected") + cells(wanted, plain, "…"));
    lines.push_back(name(row, false, "yours") + cells(yours, painted, "…"));
    if (expected_.size() > 1) lines.push_back(marks(row));
  }
  std::string marks(Index row) const {
    const auto carets = [&](Index column) {
      return wrong(row, column) ? std::string(cell(actual_, row, column).size(), '^') : std::string();
    };
    const auto painted = [&](Index, const std::string& text) { return style_.bad(text); };
    std::string line = std::string(indent(), ' ') + cells(carets, painted, " ");
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }

  const model::Difference& difference_;
  const model::Tensor& expected_;
  const model::Tensor& actual_;
  Style style_;
  Index columns_;
  Index rows_;
  Span shown_rows_;
  Span shown_columns_;
  judge::NumberStyle numbers_;
  std::size_t label_width_ = 0;
};

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
  const auto shown = [&](const std::string& name, const std::string& text) {
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
  return is_table ? Table(difference, width, style).lines() : one_line_each(difference, width);
}

}  // namespace grader::report
