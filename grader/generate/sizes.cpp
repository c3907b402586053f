#include "generate/sizes.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace grader::generate {
namespace {

using model::Index;
using model::SizeRange;
using Ranges = std::vector<SizeRange>;

bool contains(const SizeRange& range, Index value) { return range.low <= value && value <= range.high; }

/// How many of the ranges can be given values that differ from each other and from those taken. Going up the
/// values, each goes to the range that ends first: Glover's rule, which is optimal for intervals.
std::size_t distinct_count(Ranges waiting, const std::set<Index>& taken) {
  std::size_t count = 0;
  Index value = std::numeric_limits<Index>::min();
  while (!waiting.empty()) {
    Index lowest = waiting.front().low;
    for (const SizeRange& range : waiting) lowest = std::min(lowest, range.low);
    value = std::max(value, lowest);
    while (taken.contains(value)) ++value;
    const auto expired = [value](const SizeRange& range) { return range.high < value; };
    waiting.erase(std::remove_if(waiting.begin(), waiting.end(), expired), waiting.end());
    auto best = waiting.end();
    for (auto range = waiting.begin(); range != waiting.end(); ++range)
      if (contains(*range, value) && (best == waiting.end() || range->high < best->high)) best = range;
    if (best == waiting.end()) continue;
    waiting.erase(best);
    ++value;
    ++count;
  }
  return count;
}

/// The value that lies in most ranges, 2 or more where there is one, since 1×1 hides as much as it shows.
/// Some best value is where a range begins; with it goes the stretch up to the first end, from which one is
/// drawn.
std::optional<SizeRange> common_values(const Ranges& ranges) {
  std::optional<SizeRange> best;
  std::size_t most = 1;
  for (const SizeRange& start : ranges) {
    SizeRange stretch{std::max<Index>(start.low, std::min<Index>(2, start.high)), start.high};
    std::size_t count = 0;
    for (const SizeRange& range : ranges) {
      if (!contains(range, stretch.low)) continue;
      stretch.high = std::min(stretch.high, range.high);
      ++count;
    }
    const bool larger = count == most && best && best->low < 2 && stretch.low >= 2;
    if (count > most || larger) {
      best = stretch;
      most = count;
    }
  }
  return best;
}

class Drawing {
 public:
  Drawing(const Origin& origin, Index index) : origin_(origin), index_(index) {}

  Index side(const SizeRange& range) const { return stream("square", "").between(range.low, range.high); }

  /// A size not taken that leaves as many of `others` able to differ as before, if there is one; else any.
  Index distinct(const std::string& symbol, const SizeRange& range, const Ranges& others,
                 std::set<Index>& taken) const {
    const std::size_t reachable = distinct_count(others, taken);
    const auto good = [&](Index value) {
      if (taken.contains(value)) return false;
      std::set<Index> with = taken;
      with.insert(value);
      return distinct_count(others, with) == reachable;
    };
    Stream random = stream("size", symbol);
    const Index first = random.between(range.low, range.high);
    Index value = first;
    for (int attempt = 0; attempt < kAttempts && !good(value); ++attempt)
      value = random.between(range.low, range.high);
    const Index last = std::min(range.high, range.low + kScanned);
    for (Index next = range.low; !good(value) && next <= last; ++next)
      if (good(next)) value = next;
    value = good(value) ? value : first;
    taken.insert(value);
    return value;
  }

 private:
  static constexpr int kAttempts = 50;
  static constexpr Index kScanned = 1000;

  Stream stream(std::string_view purpose, std::string_view symbol) const {
    Origin origin = origin_;
    origin.purpose = purpose;
    origin.path = symbol;
    return Stream(origin, index_);
  }

  Origin origin_;
  Index index_;
};

}  // namespace

void draw_sizes(const std::vector<std::pair<std::string, SizeRange>>& ranges, const SizeWishes& wishes,
                const Origin& origin, Index index, model::Bindings& bindings) {
  std::set<Index> taken;
  std::vector<std::pair<std::string, SizeRange>> open;
  for (const auto& [symbol, range] : ranges) {
    if (const auto bound = bindings.find(symbol); bound != bindings.end())
      taken.insert(bound->second);
    else if (wishes.length_1.contains(symbol) && contains(range, 1))
      bindings.emplace(symbol, 1);
    else
      open.emplace_back(symbol, range);
  }
  const Drawing drawing(origin, index);
  if (wishes.square) {
    Ranges all;
    for (const auto& entry : open) all.push_back(entry.second);
    if (const auto common = common_values(all)) {
      const Index side = drawing.side(*common);
      taken.insert(side);
      std::erase_if(open, [&](const auto& entry) {
        return contains(entry.second, side) && bindings.emplace(entry.first, side).second;
      });
    }
  }
  for (std::size_t i = 0; i < open.size(); ++i) {
    Ranges others;
    for (std::size_t j = i + 1; j < open.size(); ++j) others.push_back(open[j].second);
    bindings.emplace(open[i].first, drawing.distinct(open[i].first, open[i].second, others, taken));
  }
}

}  // namespace grader::generate
