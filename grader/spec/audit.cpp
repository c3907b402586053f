#include "spec/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "spec/ids.hpp"
#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/scalars.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

constexpr std::int64_t kMostSeeds = 1'000'000;
constexpr std::int64_t kMostMutants = 100'000;

const std::vector<std::string> kOptimisations{"O0", "O2"};

std::string text_of(const Node& node, const std::string& key, std::string_view what, Problems& problems) {
  const Node* value = require(node, key, what, problems);
  return value == nullptr ? "" : read_text(*value, "'" + key + "'", problems).value_or("");
}

ReadPitfall read_pitfall(const Node& node, Problems& problems) {
  ReadPitfall read;
  if (!is_mapping(node, "a pitfall", problems)) return read;
  refuse_unknown(node, {"id", "message"}, problems);
  read.pitfall.id = read_id(node, "the pitfall", problems);
  read.pitfall.message = text_of(node, "message", "the pitfall", problems);
  read.has_id = is_check_id(read.pitfall.id);
  if (read.has_id) read.place = node.find("id")->place;
  return read;
}

std::optional<model::Index> read_count(const Node& audit, const std::string& key, std::int64_t most,
                                       Problems& problems) {
  const Node* node = audit.find(key);
  return node == nullptr ? std::nullopt : read_int_within(*node, "'" + key + "'", 1, most, problems);
}

std::vector<std::string> read_optimisations(const Node& node, Problems& problems) {
  const auto levels = read_texts(node, "'optimisation'", problems);
  if (node.is_sequence() && node.items.empty())
    problems.add(node.place, "'optimisation' is empty", "leave it out for O0 and O2");
  for (const Node& item : node.items) {
    const auto is_it = [&](const std::string& level) { return level == item.text; };
    if (std::any_of(levels.begin(), levels.end(), is_it) &&
        std::none_of(kOptimisations.begin(), kOptimisations.end(), is_it))
      problems.add(item.place, fmt::format("'optimisation' knows O0 and O2, found {}", in_quotes(item.text)),
                   util::did_you_mean(item.text, kOptimisations));
  }
  return levels;
}

std::string without_margins(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

/// One line of the reference's source.
std::string read_line(const Node& waiver, const std::string& key, Problems& problems) {
  std::string line = without_margins(text_of(waiver, key, "the waiver", problems));
  if (line.find('\n') == std::string::npos) return line;
  problems.add(waiver.find(key)->place, fmt::format("'{}' has more than one line", key),
               "a mutant changes one line of the reference");
  return {};
}

model::Waiver read_waiver(const Node& node, Problems& problems) {
  if (!is_mapping(node, "a waiver", problems)) return {};
  refuse_unknown(node, {"line", "becomes", "reason"}, problems);
  model::Waiver waiver{read_line(node, "line", problems), read_line(node, "becomes", problems),
                       text_of(node, "reason", "the waiver", problems)};
  if (!waiver.line.empty() && waiver.line == waiver.becomes)
    problems.add(node.find("becomes")->place, "'becomes' is the same as 'line'",
                 "write the line as the mutant has it");
  return waiver;
}

std::vector<model::Waiver> read_waivers(const Node& node, Problems& problems) {
  std::vector<model::Waiver> waivers;
  if (!is_sequence(node, "'waive'", problems)) return waivers;
  std::map<std::pair<std::string, std::string>, int> lines;
  for (const Node& item : node.items) {
    model::Waiver waiver = read_waiver(item, problems);
    if (waiver.line.empty() || waiver.becomes.empty()) continue;
    const auto [earlier, is_new] = lines.emplace(std::pair(waiver.line, waiver.becomes), item.place.line);
    if (!is_new)
      problems.add(item.place, "this change is waived twice",
                   fmt::format("it is in line {} already", earlier->second));
    waivers.push_back(std::move(waiver));
  }
  return waivers;
}

}  // namespace

std::vector<ReadPitfall> read_pitfalls(const Node& node, Problems& problems) {
  std::vector<ReadPitfall> pitfalls;
  if (!is_sequence(node, "'pitfalls'", problems)) return pitfalls;
  Ids ids(problems);
  for (const Node& item : node.items) {
    pitfalls.push_back(read_pitfall(item, problems));
    ids.add(pitfalls.back().pitfall.id, item);
  }
  return pitfalls;
}

model::Purity read_purity(const Node& node, Problems& problems) {
  if (node.is_scalar() && node.text == "unchecked") return model::Purity::unchecked;
  if (!node.is_scalar() || node.text != "checked")
    problems.add(node.place, fmt::format("'pure' must be checked or unchecked, found {}", describe(node)),
                 util::did_you_mean(node.text, {"checked", "unchecked"}));
  return model::Purity::checked;
}

model::AuditSettings read_audit(const Node& node, Problems& problems) {
  model::AuditSettings settings;
  if (!is_mapping(node, "'audit'", problems)) return settings;
  refuse_unknown(node, {"seeds", "optimisation", "mutants", "waive"}, problems);
  settings.seeds = read_count(node, "seeds", kMostSeeds, problems);
  settings.mutants = read_count(node, "mutants", kMostMutants, problems);
  if_present(node, "optimisation",
             [&](const Node& levels) { settings.optimisation = read_optimisations(levels, problems); });
  if_present(node, "waive", [&](const Node& waivers) { settings.waive = read_waivers(waivers, problems); });
  return settings;
}

}  // namespace grader::spec
