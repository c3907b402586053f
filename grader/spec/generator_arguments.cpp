#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "generate/generate.hpp"
#include "generate/names.hpp"
#include "language/types.hpp"
#include "spec/generators.hpp"
#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "spec/symbols.hpp"
#include "spec/text_places.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

constexpr double kLargestWhole = 9007199254740992.0;  // 2^53: beyond it not every integer is a double
constexpr std::int64_t kLargestSize = 1'000'000;
constexpr std::int64_t kMostDecimals = 15;
constexpr std::string_view kHowToRange = "write a range as low..high, or a single number";

/// The two ends of "low..high"; the text twice where it is no range.
std::pair<std::string, std::string> ends_of(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return {text, text};
  const auto trimmed = [](std::string part) {
    part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
    part.erase(part.find_last_not_of(' ') + 1);
    return part;
  };
  return {trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2))};
}

/// One end of a range, as if it stood alone in the file.
Node end_node(const Node& range, std::string text) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.place = range.place;
  node.text = std::move(text);
  return node;
}

}  // namespace

std::optional<model::SizeRange> read_range(const Node& node, const std::string& what, Problems& problems) {
  const auto refuse = [&](std::string message) {
    problems.add(node.place, std::move(message), std::string(kHowToRange));
    return std::nullopt;
  };
  if (!node.is_scalar())
    return refuse(fmt::format("{} must be a size or a range, found {}", what, describe(node)));
  const auto [low_text, high_text] = ends_of(node.text);
  const auto low = to_int(low_text);
  const auto high = to_int(high_text);
  if (!low || !high)
    return refuse(fmt::format("{} must be a size or a range, found {}", what, describe(node)));
  if (*low > *high) return refuse(fmt::format("{}: the range {}..{} is empty", what, *low, *high));
  if (*low < 0 || *high > kLargestSize)
    return refuse(
        fmt::format("{}: sizes are between 0 and {}, found {}", what, kLargestSize, in_quotes(node.text)));
  return model::SizeRange{*low, *high};
}

void Generators::read_arguments(const Node& node, model::Generator& generator) {
  const std::string name = "'" + generate::to_string(generator.distribution) + "'";
  if (node.is_null() || !is_mapping(node, name, problems_)) return;
  const std::vector<std::string> known = generate::argument_names(generator.distribution);
  if (known.empty() && !node.entries.empty()) {
    problems_.add(node.place, fmt::format("{} takes no arguments", name));
    return;
  }
  refuse_unknown(node, known, problems_);
  for (const Entry& entry : node.entries)
    if (auto argument = read_argument(entry.value, "'" + entry.key + "'"))
      generator.arguments.insert_or_assign(entry.key, std::move(*argument));
}

std::optional<model::Argument> Generators::read_argument(const Node& node, const std::string& what) {
  const bool is_number = node.is_scalar() && kind_of(node) != ScalarKind::string;
  if (is_number) {
    const auto number = read_float(node, what, problems_);
    if (!number) return std::nullopt;
    if (std::isfinite(*number) &&
        (kind_of(node) != ScalarKind::integer || std::abs(*number) <= kLargestWhole))
      return *number;
    problems_.add(node.place,
                  fmt::format("{} must be finite and exact as a float, found {}", what, node.text));
    return std::nullopt;
  }
  const auto text = read_string(node, what, problems_);
  if (!text) return std::nullopt;
  auto parsed = language::parse_dim(*text);
  if (const auto* mistake = std::get_if<language::Mistake>(&parsed)) {
    problems_.add(place_in(node, mistake->offset, problems_.text()),
                  fmt::format("{} must be a number or an expression of sizes: {}", what, mistake->message),
                  mistake->hint);
    return std::nullopt;
  }
  auto& dim = std::get<model::Dim>(parsed);
  if (!are_known(dim, node)) return std::nullopt;
  return std::move(dim);
}

/// Whether every name of an expression will have a size when an input is made.
bool Generators::are_known(const model::Dim& dim, const Node& node) {
  const std::size_t before = problems_.count();
  std::set<std::string> names = symbols_of(function_);
  for (const model::Field& param : function_.params)
    if (is_int_parameter(function_, param.name)) names.insert(param.name);
  if (dim.op == model::Dim::Op::any) problems_.add(node.place, "'_' is no number");
  for_each_name(dim, [&](const std::string& name) {
    if (!names.contains(name))
      problems_.add(node.place, fmt::format("{} is neither a symbol nor an int parameter", in_quotes(name)),
                    util::did_you_mean(name, {names.begin(), names.end()}));
  });
  for_each_length(dim, [&](const std::string& name) {
    if (!has_length(function_, name))
      problems_.add(node.place, fmt::format("{} has no length", in_quotes(name)));
  });
  return problems_.count() == before;
}

void Generators::read_options(const Node& node, const model::ArrayType& type, const std::string& what,
                              model::Generator& generator) {
  if (!is_sequence(node, "'choice'", problems_)) return;
  if (node.items.empty()) problems_.add(node.place, "'choice' has nothing to choose from");
  // As in numpy, each element of an array is chosen on its own.
  for (const Node& item : node.items)
    if (auto value = values_.read(item, {model::ArrayType{type.element, {}}}, what))
      generator.options.push_back(std::move(*value));
}

void Generators::read_modifiers(const Node& node, model::Generator& generator) {
  const auto read_scale = [&](const Node& item) {
    const auto value = read_float(item, "'scale'", problems_);
    if (value && (*value == 0 || !std::isfinite(*value)))
      problems_.add(item.place, fmt::format("'scale' must be finite and not 0, found {}", item.text));
    else if (value)
      generator.scale.push_back(*value);
  };
  const auto read_edge = [&](const Node& item) {
    const auto text = read_string(item, "an item of 'edge'", problems_);
    if (!text) return;
    if (const auto edge = generate::edge_named(*text)) return generator.edge.push_back(*edge);
    const std::string hint = util::did_you_mean(*text, generate::edge_names());
    problems_.add(item.place, fmt::format("unknown edge case {}", in_quotes(*text)),
                  hint.empty() ? fmt::format("known: {}", fmt::join(generate::edge_names(), ", ")) : hint);
  };
  if_present(node, "scale", [&](const Node& scale) {
    if (scale.is_scalar()) return read_scale(scale);
    if (is_sequence(scale, "'scale'", problems_))
      std::for_each(scale.items.begin(), scale.items.end(), read_scale);
  });
  if_present(node, "edge", [&](const Node& edge) {
    if (is_sequence(edge, "'edge'", problems_))
      std::for_each(edge.items.begin(), edge.items.end(), read_edge);
  });
  if_present(node, "decimals", [&](const Node& decimals) {
    if (const auto value = read_int_within(decimals, "'decimals'", 0, kMostDecimals, problems_))
      generator.decimals = static_cast<int>(*value);
  });
}

void Generators::read_length(const Node& node, model::Generator& generator) {
  if (!node.is_scalar()) {
    problems_.add(node.place, fmt::format("'length' must be a size or a range, found {}", describe(node)),
                  std::string(kHowToRange));
    return;
  }
  const auto [low_text, high_text] = ends_of(node.text);
  generator.length_low = read_argument(end_node(node, low_text), "'length'");
  generator.length_high =
      low_text == high_text ? generator.length_low : read_argument(end_node(node, high_text), "'length'");
  if (!generator.length_low || !generator.length_high) return;
  const auto* low = std::get_if<double>(&*generator.length_low);
  const auto* high = std::get_if<double>(&*generator.length_high);
  const auto is_size = [](const double* end) {
    return end == nullptr || (*end >= 0 && *end == std::floor(*end));
  };
  if (!is_size(low) || !is_size(high))
    problems_.add(node.place, fmt::format("'length' must be made of sizes, found {}", in_quotes(node.text)));
  else if (low != nullptr && high != nullptr && *low > *high)
    problems_.add(node.place, fmt::format("'length': the range {} is empty", node.text),
                  std::string(kHowToRange));
}

}  // namespace grader::spec
