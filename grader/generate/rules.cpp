#include "generate/rules.hpp"

#include <map>

namespace grader::generate {
namespace {

using model::Distribution;
using model::Edge;
using model::Scalar;

const std::set<Scalar> kFloats = {Scalar::float64, Scalar::float32};
const std::set<Scalar> kNumbers = {Scalar::float64, Scalar::float32, Scalar::int64};
const std::set<Scalar> kAllButText = {Scalar::float64, Scalar::float32, Scalar::int64, Scalar::boolean};
const std::set<Scalar> kAll = {Scalar::float64, Scalar::float32, Scalar::int64, Scalar::boolean,
                               Scalar::string};

const std::set<Edge> kAnyEdge = {Edge::zeros,         Edge::ones,    Edge::constant, Edge::constant_row,
                                 Edge::repeated_rows, Edge::one_hot, Edge::ramp,     Edge::length_1,
                                 Edge::tiny,          Edge::huge};
const std::set<Edge> kWholeEdges = {Edge::zeros,         Edge::ones,    Edge::constant, Edge::constant_row,
                                    Edge::repeated_rows, Edge::one_hot, Edge::ramp,     Edge::length_1};
const std::set<Edge> kChoiceEdges = {Edge::zeros,         Edge::ones,    Edge::constant, Edge::constant_row,
                                     Edge::repeated_rows, Edge::one_hot, Edge::length_1};
const std::set<Edge> kSimplexEdges = {Edge::constant, Edge::constant_row, Edge::repeated_rows, Edge::one_hot,
                                      Edge::length_1};

std::map<Distribution, Rules> make_table() {
  std::map<Distribution, Rules> table;
  table[Distribution::constant] = {{}, {}, kAll, 0, 100, "", false, false, {}};
  table[Distribution::integers] = {{"low", "high"}, {"high"}, kNumbers, 0, 100, "", false, true, kWholeEdges};
  table[Distribution::uniform] = {{"low", "high"}, {}, kFloats, 0, 100, "", true, true, kAnyEdge};
  table[Distribution::normal] = {{"mean", "std"}, {}, kFloats, 0, 100, "", true, true, kAnyEdge};
  table[Distribution::lognormal] = {{"mean", "sigma"}, {}, kFloats, 0, 100, "", true, true, kAnyEdge};
  table[Distribution::exponential] = {{"scale"}, {}, kFloats, 0, 100, "", true, true, kAnyEdge};
  table[Distribution::dirichlet] = {{"alpha"}, {},    kFloats,      1, 100, "an array of rank 1 or more",
                                    false,     false, kSimplexEdges};
  table[Distribution::choice] = {{}, {}, kAll, 0, 100, "", false, true, kChoiceEdges};
  table[Distribution::permutation] = {
      {}, {}, kNumbers, 1, 1, "an array of rank 1", false, false, {Edge::ramp, Edge::length_1}};
  table[Distribution::orthogonal] = {{},    {},    kFloats,         2, 2, "an array of rank 2",
                                     false, false, {Edge::length_1}};
  table[Distribution::spd] = {
      {}, {}, kFloats, 2, 2, "an array of rank 2", false, true, {Edge::length_1, Edge::tiny, Edge::huge}};
  table[Distribution::one_hot] = {{},    {},    kAllButText,     1, 2, "an array of rank 1 or 2",
                                  false, false, {Edge::length_1}};
  table[Distribution::causal_mask] = {{},    {},    {Scalar::boolean}, 2, 2, "an array of rank 2",
                                      false, false, {Edge::length_1}};
  return table;
}

}  // namespace

const Rules& rules_of(Distribution distribution) {
  static const std::map<Distribution, Rules> table = make_table();
  return table.at(distribution);
}

int lowest_rank(Edge edge) {
  switch (edge) {
    case Edge::repeated_rows:
      return 2;
    case Edge::constant:
    case Edge::constant_row:
    case Edge::one_hot:
    case Edge::ramp:
      return 1;
    default:
      return 0;
  }
}

}  // namespace grader::generate
