#include "language/dimension.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace grader::language {
namespace {

using model::Index;

// Sizes that people write have a few terms. Larger ones come from texts that want to be slow.
constexpr std::size_t kMostTerms = 40;
constexpr std::size_t kHighestDegree = 8;
constexpr std::size_t kLongestAtom = 200;

std::optional<Index> floor_quotient(Index a, Index b) {
  if (b == 0 || (a == INT64_MIN && b == -1)) return std::nullopt;
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

}  // namespace

Dimension Dimension::number(Index value) {
  return Dimension(value == 0 ? Terms{} : Terms{{Monomial{}, value}});
}

Dimension Dimension::atom(std::string name) {
  if (name.size() > kLongestAtom) return {};
  return Dimension(Terms{{Monomial{std::move(name)}, 1}});
}

std::optional<Index> Dimension::constant() const {
  if (!terms_ || terms_->size() > 1) return std::nullopt;
  if (terms_->empty()) return 0;
  return terms_->begin()->first.empty() ? std::optional(terms_->begin()->second) : std::nullopt;
}

bool Dimension::is_plain() const {
  const auto is_symbol = [](const std::string& atom) {
    return atom.find_first_of("/%,") == std::string::npos;  // len(list) is one, too
  };
  return terms_ && std::all_of(terms_->begin(), terms_->end(), [&](const auto& term) {
           return std::all_of(term.first.begin(), term.first.end(), is_symbol);
         });
}

std::optional<bool> Dimension::counts_from_end() const {
  if (!terms_) return std::nullopt;
  bool negative = !terms_->empty();
  bool positive = true;
  for (const auto& [monomial, factor] : *terms_) {
    negative = negative && factor < 0;
    // T - 1 is a size less one, which nobody writes for what is below 0.
    positive = positive && (factor > 0 || (monomial.empty() && terms_->size() > 1));
  }
  if (negative) return true;
  return positive ? std::optional(false) : std::nullopt;
}

void Dimension::add(const Dimension& other, Index factor) {
  if (!terms_ || !other.terms_) return terms_.reset();
  for (const auto& [monomial, value] : *other.terms_) {
    Index& sum = (*terms_)[monomial];
    Index product = 0;
    if (__builtin_mul_overflow(value, factor, &product) || __builtin_add_overflow(sum, product, &sum))
      return terms_.reset();
    if (sum == 0) terms_->erase(monomial);
    if (terms_->size() > kMostTerms) return terms_.reset();
  }
}

Dimension operator+(const Dimension& a, const Dimension& b) {
  Dimension result = a;
  result.add(b, 1);
  return result;
}

Dimension operator-(const Dimension& a, const Dimension& b) {
  Dimension result = a;
  result.add(b, -1);
  return result;
}

Dimension operator*(const Dimension& a, const Dimension& b) {
  if (!a.terms_ || !b.terms_) return {};
  Dimension result = Dimension::number(0);
  for (const auto& [left, factor] : *a.terms_) {
    for (const auto& [right, value] : *b.terms_) {
      Dimension::Monomial product;
      std::merge(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(product));
      if (product.size() > kHighestDegree) return {};
      result.add(Dimension(Dimension::Terms{{product, value}}), factor);
    }
  }
  return result;
}

std::optional<Dimension> Dimension::divided_by(const Monomial& atoms, Index factor) const {
  Terms result;
  for (const auto& [monomial, value] : *terms_) {
    if (!std::includes(monomial.begin(), monomial.end(), atoms.begin(), atoms.end())) return std::nullopt;
    if (factor == -1 || value % factor != 0) return std::nullopt;
    Monomial rest;
    std::set_difference(monomial.begin(), monomial.end(), atoms.begin(), atoms.end(),
                        std::back_inserter(rest));
    result.emplace(std::move(rest), value / factor);
  }
  return Dimension(std::move(result));
}

Dimension floor_divide(const Dimension& a, const Dimension& b) {
  if (a.is_unknown() || b.is_unknown() || b.is(0)) return {};
  if (b.terms_->size() == 1)
    if (auto exact = a.divided_by(b.terms_->begin()->first, b.terms_->begin()->second))
      return *std::move(exact);
  if (a.constant() && b.constant()) {
    const auto quotient = floor_quotient(*a.constant(), *b.constant());
    return quotient ? Dimension::number(*quotient) : Dimension();
  }
  return Dimension::atom(a.operand_text() + "//" + b.operand_text());
}

Dimension remainder(const Dimension& a, const Dimension& b) {
  if (a.is_unknown() || b.is_unknown() || b.is(0)) return {};
  if (a.constant() && b.constant()) return a - b * floor_divide(a, b);
  return Dimension::atom(a.operand_text() + "%" + b.operand_text());
}

Dimension Dimension::extreme(const Dimension& a, const Dimension& b, bool smaller) {
  if (a.is_unknown() || b.is_unknown()) return {};
  if (a == b) return a;
  if (const auto difference = (a - b).constant()) return (*difference < 0) == smaller ? a : b;
  std::string first = a.text();
  std::string second = b.text();
  if (second < first) std::swap(first, second);
  return atom(fmt::format("{}({}, {})", smaller ? "min" : "max", first, second));
}

Dimension minimum(const Dimension& a, const Dimension& b) { return Dimension::extreme(a, b, true); }
Dimension maximum(const Dimension& a, const Dimension& b) { return Dimension::extreme(a, b, false); }

std::string Dimension::text() const {
  if (!terms_) return "_";
  if (terms_->empty()) return "0";
  // A stable order that reads well: what is positive first, the constant last.
  std::vector<std::pair<Monomial, Index>> terms(terms_->begin(), terms_->end());
  std::stable_sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
    if (a.first.empty() != b.first.empty()) return b.first.empty();
    return a.second > 0 && b.second < 0;
  });
  std::string text;
  for (const auto& [monomial, factor] : terms) {
    const std::string atoms = fmt::format("{}", fmt::join(monomial, "*"));
    std::string number = std::to_string(factor);
    if (number[0] == '-' && !text.empty()) number.erase(0, 1);
    if (!text.empty()) text += factor < 0 ? " - " : " + ";
    if (atoms.empty())
      text += number;
    else if (number == "1" || number == "-1")
      text += (number == "-1" ? "-" : "") + atoms;
    else
      text += number + "*" + atoms;
  }
  return text;
}

std::string Dimension::operand_text() const {
  const bool simple = terms_->empty() || (terms_->size() == 1 && terms_->begin()->first.size() <= 1 &&
                                          (terms_->begin()->first.empty() || terms_->begin()->second == 1));
  return simple ? text() : "(" + text() + ")";
}

bool agree(const Dimension& a, const Dimension& b) { return a.is_unknown() || b.is_unknown() || a == b; }

std::string text_of(const SymbolicShape& shape) {
  std::string text;
  for (const Dimension& size : shape) text += (text.empty() ? "" : ", ") + size.text();
  return "[" + text + "]";
}

}  // namespace grader::language
