#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/generator.hpp"

namespace grader::generate {

/// What each distribution can make and what it takes, for checking specifications.
struct Rules {
  std::vector<std::string> arguments;
  std::set<std::string> required;
  std::set<model::Scalar> elements;
  int lowest_rank = 0;
  int highest_rank = 100;
  std::string rank_text;  // "an array of rank 1 or 2"
  bool rounds = false;    // takes `decimals`
  bool scales = false;    // takes `scale`
  std::set<model::Edge> edges;
};

const Rules& rules_of(model::Distribution distribution);

/// The rank from which on an edge case means something.
int lowest_rank(model::Edge edge);

}  // namespace grader::generate
