#include "generate/range_sizes.hpp"

namespace grader::generate {
namespace {

using model::Index;

constexpr int kMostTries = 4096;

class Solver {
 public:
  Solver(const model::Function& function, const model::Arguments& arguments,
         const std::vector<std::pair<std::string, model::SizeRange>>& ranges)
      : function_(function), arguments_(arguments), ranges_(ranges) {}

  bool solve(std::size_t symbol, model::Bindings& bindings) {
    if (symbol == ranges_.size()) {
      ++tries_;
      model::Bindings with = bindings;
      return model::bind(function_, arguments_, with).empty();
    }
    const auto& [name, range] = ranges_[symbol];
    for (Index size = range.low; size <= range.high && tries_ < kMostTries; ++size) {
      bindings.insert_or_assign(name, size);
      if (solve(symbol + 1, bindings)) return true;
    }
    bindings.erase(name);
    return false;
  }

 private:
  const model::Function& function_;
  const model::Arguments& arguments_;
  const std::vector<std::pair<std::string, model::SizeRange>>& ranges_;
  int tries_ = 0;
};

}  // namespace

bool solve_sizes(const model::Function& function, const model::Arguments& arguments,
                 const std::vector<std::pair<std::string, model::SizeRange>>& ranges,
                 model::Bindings& bindings) {
  return Solver(function, arguments, ranges).solve(0, bindings);
}

}  // namespace grader::generate
