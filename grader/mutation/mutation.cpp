#include "mutation/mutation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "mutation/operators.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace grader::mutation {
namespace {

using Operator = Edits (*)(const Syntax&);
constexpr std::array<Operator, 23> kOperators = {
    drop_eps,      move_eps,        swap_axis,        swap_every_axis,   drop_transpose, change_ddof,
    swap_function, drop_call,       change_sign,      swap_product,      drop_term,      drop_factor,
    shift_bound,   change_constant, negate_condition, change_comparison, swap_and_or,    swap_arguments,
    change_name,   scale,           return_zeros,     return_argument,   drop_statement};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string trimmed_lines(std::string_view text) {
  std::string result;
  for (const std::string_view line : util::split_lines(text)) {
    const std::string_view kept = trimmed(line);
    if (!result.empty() && !kept.empty()) result += '\n';
    result += kept;
  }
  return result;
}

/// The source with these changes, between two of its bytes.
std::string changed(std::string_view source, std::size_t first, std::size_t last,
                    const std::vector<Replacement>& changes) {
  std::string text;
  for (const Replacement& change : changes) {
    if (change.first < first || change.last > last) continue;
    text += source.substr(first, change.first - first);
    text += change.text;
    first = change.last;
  }
  text += source.substr(first, last - first);
  return text;
}

/// The lines that changes touch, as bytes of the source, in order and apart from each other.
std::vector<std::pair<std::size_t, std::size_t>> touched_lines(std::string_view source,
                                                               const std::vector<Replacement>& changes) {
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  for (const Replacement& change : changes) {
    const std::size_t first = change.first == 0 ? 0 : source.rfind('\n', change.first - 1) + 1;
    const std::size_t last = std::min(source.find('\n', change.last), source.size());
    if (!lines.empty() && first <= lines.back().second)
      lines.back().second = last;
    else
      lines.emplace_back(first, last);
  }
  return lines;
}

Mutant applied(std::string_view source, Edit edit) {
  Mutant mutant;
  mutant.operation = std::move(edit.operation);
  mutant.source = changed(source, 0, source.size(), edit.changes);
  const std::string_view before = source.substr(0, edit.changes.front().first);
  mutant.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  std::string_view separator;
  for (const auto& [first, last] : touched_lines(source, edit.changes)) {
    mutant.before.append(separator) += trimmed_lines(source.substr(first, last - first));
    mutant.after.append(separator) += trimmed_lines(changed(source, first, last, edit.changes));
    separator = "\n";
  }
  return mutant;
}

/// Whether the changes are as `changed` needs them; an operator that found something twice is passed over.
bool is_in_order(const Edit& edit) {
  std::size_t at = 0;
  for (const Replacement& change : edit.changes) {
    if (change.first < at || change.last < change.first) return false;
    at = change.last;
  }
  return !edit.changes.empty();
}

Edits all_edits(const Syntax& syntax) {
  Edits edits;
  for (const Operator find : kOperators)
    for (Edit& edit : find(syntax))
      if (is_in_order(edit)) edits.push_back(std::move(edit));
  return edits;
}

/// Every k-th, so that all mutants together take no more memory than this.
void thin_out(Edits& edits, std::size_t source_size) {
  constexpr std::size_t kMostMemory = std::size_t{64} << 20U;
  const std::size_t step = edits.size() * source_size / kMostMemory + 1;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edits.size(); i += step, ++kept)
    if (kept != i) edits[kept] = std::move(edits[i]);
  edits.resize(kept);
}

}  // namespace

std::vector<Mutant> mutants(std::string_view source) {
  if (source.size() > kMostBytes)
    throw util::CourseError(
        fmt::format("cannot mutate a source of {} bytes: at most {} are read; "
                    "move the data in it into a file of its own",
                    source.size(), kMostBytes));
  Edits edits = all_edits(Syntax(source));
  thin_out(edits, source.size());
  std::vector<std::pair<std::size_t, Mutant>> found;
  std::set<std::string> seen{std::string(source)};
  for (Edit& edit : edits) {
    const std::size_t place = edit.changes.front().first;
    Mutant mutant = applied(source, std::move(edit));
    if (seen.insert(mutant.source).second) found.emplace_back(place, std::move(mutant));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Mutant> result;
  for (auto& [place, mutant] : found) result.push_back(std::move(mutant));
  return result;
}

std::vector<Mutant> sample(std::vector<Mutant> all, std::size_t count) {
  std::vector<bool> chosen(all.size(), false);
  std::map<std::string_view, std::size_t> of_operation;
  std::map<int, std::size_t> of_line;
  for (std::size_t round = 0; round < std::min(count, all.size()); ++round) {
    std::size_t best = all.size();
    const auto crowd = [&](std::size_t i) {
      return std::pair(of_operation[all[i].operation], of_line[all[i].line]);
    };
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!chosen[i] && (best == all.size() || crowd(i) < crowd(best))) best = i;
    chosen[best] = true;
    ++of_operation[all[best].operation];
    ++of_line[all[best].line];
  }
  std::vector<Mutant> result;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (chosen[i]) result.push_back(std::move(all[i]));
  return result;
}

std::string diff(const Mutant& mutant, const std::string& file) {
  std::string text = fmt::format("{}:{}: {}", util::printable(file), mutant.line, mutant.operation);
  for (const std::string_view line : util::split_lines(mutant.before))
    text += "\n-  " + util::printable(line);
  if (mutant.after.empty()) text += "\n+";
  for (const std::string_view line : util::split_lines(mutant.after)) text += "\n+  " + util::printable(line);
  return text;
}

}  // namespace grader::mutation
