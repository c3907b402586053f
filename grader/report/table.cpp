#include "report/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/number_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Index;

constexpr Index kMostRows = 6;
constexpr Index kWindowColumns = 16;  // either side of the worst one, before their width is known

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

bool is_single(const TableSide& side) { return side.values->shape.empty(); }

class Table {
 public:
  Table(const TableContent& content, std::size_t width, const Style& style)
      : content_(content),
        shape_(array_of(content).values->shape),
        size_(array_of(content).values->size()),
        style_(style),
        columns_(shape_.empty() ? 1 : shape_.back()),
        rows_(size_ / columns_) {
    for (const TableSide& side : content.sides) {
      if (shape_.empty() || !is_single(side)) arrays_.push_back(side);
      name_width_ = std::max(name_width_, util::display_width(side.name));
    }
    if (merges() && rows_ > 1) name_width_ = std::max(name_width_, std::string_view("both").size());
    shown_rows_ = window(content.worst / columns_, rows_, kMostRows);
    shown_columns_ = window(worst_column(), columns_, 2 * kWindowColumns + 1);
    numbers_ = judge::choose_style(shown_pairs());
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row)
      label_width_ = std::max(label_width_, util::display_width(row_label(row)));
    narrow_to(width);
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    if (!shape_.empty()) lines.push_back(header());
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row) add_row(row, lines);
    for (const TableSide& side : content_.sides)
      if (!shape_.empty() && is_single(side))
        lines.push_back(name(0, false, side.name) + " " + numbers_of(side, 0));
    const bool is_part = shown_rows_.last - shown_rows_.first + 1 < rows_ || cut_left() || cut_right();
    if (is_part)
      lines.push_back(
          style_.quiet(fmt::format("(a part of {}, around the worst element)", model::to_string(shape_))));
    return lines;
  }

 private:
  static const TableSide& array_of(const TableContent& content) {
    const bool first_is_single = is_single(content.sides.front());
    return first_is_single ? content.sides.back() : content.sides.front();
  }
  bool merges() const { return content_.merge && arrays_.size() > 1; }
  Index worst_column() const { return content_.worst % columns_; }
  Index flat(Index row, Index column) const { return row * columns_ + column; }
  bool marked(Index row, Index column) const {
    return content_.marked[static_cast<std::size_t>(flat(row, column))];
  }
  bool cut_left() const { return shown_columns_.first > 0; }
  bool cut_right() const { return shown_columns_.last + 1 < columns_; }

  std::vector<judge::NumberPair> shown_pairs() const {
    const auto number = [](const TableSide& side, Index at) {
      return side.values->number(is_single(side) ? 0 : at);
    };
    std::vector<judge::NumberPair> pairs;
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row)
      for (Index column = shown_columns_.first; column <= shown_columns_.last; ++column)
        pairs.push_back({number(content_.sides.front(), flat(row, column)),
                         number(content_.sides.back(), flat(row, column)), marked(row, column)});
    return pairs;
  }
  std::string numbers_of(const TableSide& side, Index at) const {
    const model::Scalar element = side.values->element();
    const bool is_float = element == model::Scalar::float64 || element == model::Scalar::float32;
    return is_float ? numbers_(side.values->number(at)) : judge::exact_text(*side.values, at);
  }
  std::string cell(const TableSide& side, Index row, Index column) const {
    return numbers_of(side, flat(row, column));
  }
  /// "[1,:]", empty where there is one row only: its index then stands above the columns.
  std::string row_label(Index row) const {
    if (rows_ == 1) return {};
    std::string text = judge::index_text(flat(row, 0), shape_);
    return text.substr(0, text.rfind(',')) + ",:]";
  }
  std::string column_label(Index column) const {
    if (rows_ == 1) return judge::index_text(column, shape_);
    return shape_.size() == 2 ? fmt::format("[:,{}]", column) : fmt::format("[…,{}]", column);
  }
  std::size_t column_width(Index column) const {
    std::size_t width = shape_.empty() ? 0 : util::display_width(column_label(column));
    for (Index row = shown_rows_.first; row <= shown_rows_.last; ++row)
      for (const TableSide& side : arrays_) width = std::max(width, cell(side, row, column).size());
    return width;
  }
  std::size_t indent() const { return label_width_ + (label_width_ > 0 ? 1 : 0) + name_width_ + 1; }

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
    return text + util::pad_right(what, name_width_ + 1);
  }
  bool any_marked(Index row) const {
    for (Index column = shown_columns_.first; column <= shown_columns_.last; ++column)
      if (marked(row, column)) return true;
    return false;
  }
  void add_row(Index row, std::vector<std::string>& lines) const {
    const bool any = any_marked(row);
    const auto line_of = [&](const TableSide& side, bool first, const std::string& what) {
      const auto text = [&](Index column) { return cell(side, row, column); };
      const auto paint = [&](Index column, const std::string& shown) {
        return side.in_question && marked(row, column) ? style_.bad(shown) : shown;
      };
      lines.push_back(name(row, first, what) + cells(text, paint, "…"));
    };
    if (!any && merges()) return line_of(arrays_.back(), true, "both");
    for (std::size_t i = 0; i < arrays_.size(); ++i) line_of(arrays_[i], i == 0, arrays_[i].name);
    if (any && size_ > 1) lines.push_back(marks(row));
  }
  std::string marks(Index row) const {
    const auto carets = [&](Index column) {
      return marked(row, column) ? std::string(cell(arrays_.back(), row, column).size(), '^') : std::string();
    };
    const auto painted = [&](Index, const std::string& text) { return style_.bad(text); };
    std::string line = std::string(indent(), ' ') + cells(carets, painted, " ");
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }

  const TableContent& content_;
  const model::Shape& shape_;
  Index size_;
  Style style_;
  Index columns_;
  Index rows_;
  std::vector<TableSide> arrays_;  // without a single number beside an array
  Span shown_rows_;
  Span shown_columns_;
  judge::NumberStyle numbers_;
  std::size_t name_width_ = 0;
  std::size_t label_width_ = 0;
};

}  // namespace

std::vector<std::string> table(const TableContent& content, std::size_t width, const Style& style) {
  return Table(content, width, style).lines();
}

}  // namespace grader::report
