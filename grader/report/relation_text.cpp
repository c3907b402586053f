#include "report/relation_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "report/sides.hpp"
#include "report/table.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Relation;
using model::Tensor;
using model::Value;
using Lines = std::vector<std::string>;

constexpr std::size_t kMargin = 2;
constexpr std::size_t kMostParts = 3;
constexpr std::size_t kMostNames = 6;
constexpr std::size_t kMostCalls = 6;
constexpr std::size_t kMostCallsInBrief = 2;
constexpr std::size_t kMostLines = 3;     // of one name or call
constexpr std::size_t kLongestSide = 30;  // columns; a longer text is called the left or the right side

void add_indented(const Lines& added, Lines& lines) {
  for (const std::string& line : added) lines.push_back(std::string(kMargin, ' ') + line);
}

/// Wrapped, lines after the first indented, the last one cut where there are more.
Lines hanging(const std::string& text, std::size_t width) {
  Lines wrapped = util::word_wrap(text, width - kMargin);
  const bool is_cut = wrapped.size() > kMostLines;
  if (is_cut) wrapped.resize(kMostLines);
  for (std::size_t i = 1; i < wrapped.size(); ++i) wrapped[i].insert(0, kMargin, ' ');
  if (is_cut) wrapped.back() = util::truncate(wrapped.back() + " …", width);
  return wrapped;
}

/// What changed in the result on a line of its own where one is too short for both.
Lines call_lines(const std::string& call, std::size_t width) {
  const std::size_t effect = call.rfind(" changed ");
  if (util::display_width(call) <= width || effect == std::string::npos) return hanging(call, width);
  Lines lines = hanging(call.substr(0, effect), width);
  add_indented(hanging(call.substr(effect + 1), width - kMargin), lines);
  return lines;
}

std::string side_name(const std::string& text, std::string_view otherwise) {
  return util::display_width(text) <= kLongestSide ? text : std::string(otherwise);
}

/// A side that is written as the value that it is ("0", "[2, 3]") need not be shown again.
bool says_its_value(std::string text, const Value& value) {
  const auto without_spaces = [](std::string from) {
    from.erase(std::remove(from.begin(), from.end(), ' '), from.end());
    return from;
  };
  if (without_spaces(text) == without_spaces(value_text(value))) return true;
  char* end = nullptr;
  std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size();
}

Lines one_line_each(const Relation& part, std::size_t width) {
  const std::string left = side_name(part.left_text, "left side");
  const std::string right = side_name(part.right_text, "right side");
  const std::size_t column = std::max(util::display_width(left), util::display_width(right)) + 1;
  const auto line = [&](const std::string& name, const Value& value) {
    return util::truncate(util::pad_right(name, column) + value_text(value), width);
  };
  Lines lines = {line(left, part.left)};
  if (!says_its_value(part.right_text, part.right)) lines.push_back(line(right, part.right));
  return lines;
}

Lines sides_picture(const Relation& part, const model::Difference* difference, std::size_t width,
                    const Style& style) {
  const std::optional<Sides> sides = sides_of(part, difference);
  if (!sides) return one_line_each(part, width);
  TableContent content{{}, sides->marked, sides->worst, sides->agree};
  const auto add = [&content](const std::string& name, const Tensor& side, bool is_known) {
    if (!is_known || !side.shape.empty()) content.sides.push_back({name, &side});
  };
  add(side_name(part.left_text, "left side"), sides->left, says_its_value(part.left_text, part.left));
  add(side_name(part.right_text, "right side"), sides->right, says_its_value(part.right_text, part.right));
  return content.sides.empty() ? Lines{} : table(content, width, style);
}

/// A property that is no comparison, such as "isfinite(out)".
Lines truth_picture(const Relation& relation, std::size_t width, const Style& style) {
  const auto* truth = std::get_if<Tensor>(&relation.left.data);
  const auto* elements = truth == nullptr ? nullptr : std::get_if<std::vector<std::uint8_t>>(&truth->data);
  if (elements == nullptr || truth->shape.empty() || elements->empty()) return {};
  std::vector<bool> marked;
  for (const std::uint8_t element : *elements) marked.push_back(element == 0);
  const auto first = std::find(marked.begin(), marked.end(), true) - marked.begin();
  const model::Index worst = static_cast<std::size_t>(first) == marked.size() ? 0 : first;
  return table({{{side_name(relation.left_text, "value"), truth}}, marked, worst, false}, width, style);
}

bool has_sides(const Relation& relation) { return !relation.sign.empty(); }

Lines pictures(const Relation& relation, const std::vector<model::Difference>& differences,
               const Surroundings& around) {
  const std::size_t width = around.width - kMargin;
  if (!has_sides(relation)) return truth_picture(relation, width, around.style);
  const bool in_parts = std::any_of(differences.begin(), differences.end(),
                                    [](const auto& difference) { return !difference.path.empty(); });
  if (!in_parts)
    return sides_picture(relation, differences.empty() ? nullptr : &differences.front(), width, around.style);
  Lines lines;
  for (std::size_t i = 0; i < differences.size() && i < kMostParts; ++i) {
    Relation part = relation;
    part.left = differences[i].actual;
    part.right = differences[i].expected;
    lines.push_back(util::truncate(util::printable(differences[i].path, util::Newlines::escape), width));
    for (std::string& line : sides_picture(part, &differences[i], width, around.style))
      lines.push_back(std::move(line));
  }
  if (differences.size() > kMostParts)
    lines.push_back(fmt::format("… and {} more parts differ", differences.size() - kMostParts));
  return lines;
}

/// "c = 3, shifted = [3, 4]", those that there is room for.
Lines names_of(const Relation& relation) {
  Lines names;
  for (const auto& [name, value] : relation.names) {
    if (names.size() == kMostNames) break;
    names.push_back(fmt::format("{} = {}", name, value_text(value)));
  }
  return names;
}

void add_heading(const Relation& relation, bool has_picture, const Surroundings& around, Lines& lines) {
  const std::string says =
      does_not_hold(relation) + (relation.sign == "!~" ? " (the sides should differ)" : "");
  const Lines names = names_of(relation);
  const std::string with = names.empty() ? "" : fmt::format(" with {}", fmt::join(names, ", "));
  const std::string end = has_picture ? ":" : "";
  if (util::display_width(says + with + end) <= around.width) {
    lines.push_back(says + with + end);
    return;
  }
  for (std::string& line : hanging(says + (names.empty() ? end : " with"), around.width))
    lines.push_back(std::move(line));
  for (const std::string& name : names) add_indented(hanging(name, around.width - kMargin), lines);
  if (relation.names.size() > names.size()) lines.push_back("  … and more names");
}

}  // namespace

std::string does_not_hold(const Relation& relation) {
  if (!has_sides(relation)) return relation.left_text + " does not hold";
  return fmt::format("{} {} {} does not hold", relation.left_text, relation.sign, relation.right_text);
}

std::vector<std::string> relation_text(const Relation& relation,
                                       const std::vector<model::Difference>& differences,
                                       const Surroundings& around) {
  const Lines picture = pictures(relation, differences, around);
  Lines lines;
  add_heading(relation, !picture.empty(), around, lines);
  add_indented(picture, lines);
  return lines;
}

std::vector<std::string> calls_text(const Relation& relation, const Surroundings& around) {
  const std::size_t most = around.detail == Detail::full ? kMostCalls : kMostCallsInBrief;
  Lines lines;
  for (std::size_t i = 0; i < relation.calls.size() && i < most; ++i)
    for (std::string& line : call_lines(relation.calls[i], around.width)) lines.push_back(std::move(line));
  if (relation.calls.size() > most) lines.push_back("… and more calls");
  return lines;
}

}  // namespace grader::report
