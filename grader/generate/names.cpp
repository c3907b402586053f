#include "generate/names.hpp"

#include <array>
#include <utility>

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;

constexpr std::array<std::pair<Distribution, std::string_view>, 12> kDistributions = {{
    {Distribution::integers, "integers"},
    {Distribution::uniform, "uniform"},
    {Distribution::normal, "normal"},
    {Distribution::lognormal, "lognormal"},
    {Distribution::exponential, "exponential"},
    {Distribution::dirichlet, "dirichlet"},
    {Distribution::choice, "choice"},
    {Distribution::permutation, "permutation"},
    {Distribution::orthogonal, "orthogonal"},
    {Distribution::spd, "spd"},
    {Distribution::one_hot, "one_hot"},
    {Distribution::causal_mask, "causal_mask"},
}};

constexpr std::array<std::pair<Edge, std::string_view>, 10> kEdges = {{
    {Edge::zeros, "zeros"},
    {Edge::ones, "ones"},
    {Edge::constant, "constant"},
    {Edge::constant_row, "constant_row"},
    {Edge::repeated_rows, "repeated_rows"},
    {Edge::one_hot, "one_hot"},
    {Edge::ramp, "ramp"},
    {Edge::length_1, "length_1"},
    {Edge::tiny, "tiny"},
    {Edge::huge, "huge"},
}};

template <typename Table, typename Key>
std::string name_in(const Table& table, Key key) {
  for (const auto& [value, name] : table)
    if (value == key) return std::string(name);
  return "constant";
}

template <typename Table>
auto named_in(const Table& table, std::string_view name) -> std::optional<decltype(table[0].first)> {
  for (const auto& entry : table)
    if (entry.second == name) return entry.first;
  return std::nullopt;
}

template <typename Table>
std::vector<std::string> names_in(const Table& table) {
  std::vector<std::string> names;
  for (const auto& entry : table) names.emplace_back(entry.second);
  return names;
}

}  // namespace

std::string to_string(Distribution distribution) { return name_in(kDistributions, distribution); }
std::string to_string(Edge edge) { return name_in(kEdges, edge); }
std::optional<Distribution> distribution_named(std::string_view name) {
  return named_in(kDistributions, name);
}
std::optional<Edge> edge_named(std::string_view name) { return named_in(kEdges, name); }
std::vector<std::string> distribution_names() { return names_in(kDistributions); }
std::vector<std::string> edge_names() { return names_in(kEdges); }

}  // namespace grader::generate
