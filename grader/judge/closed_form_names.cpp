#include "judge/closed_form_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "judge/number_text.hpp"

namespace grader::judge {
namespace {

// The simpler first: the first that fits is taken. @ and # stand for the names.

struct OfOne {
  const char* text;
  double (*value)(double n);
};
constexpr OfOne kName[] = {{"@", [](double n) { return n; }}};
constexpr OfOne kOfSize[] = {
    {"1/@", [](double n) { return 1 / n; }},
    {"sqrt(@)", [](double n) { return std::sqrt(n); }},
    {"1/sqrt(@)", [](double n) { return 1 / std::sqrt(n); }},
    {"(@-1)/@", [](double n) { return (n - 1) / n; }},
    {"@/(@-1)", [](double n) { return n / (n - 1); }},
    {"sqrt((@-1)/@)", [](double n) { return std::sqrt((n - 1) / n); }},
    {"sqrt(@/(@-1))", [](double n) { return std::sqrt(n / (n - 1)); }},
    {"@-1", [](double n) { return n - 1; }},
    {"1/(@-1)", [](double n) { return 1 / (n - 1); }},
    {"@+1", [](double n) { return n + 1; }},
    {"1/(@+1)", [](double n) { return 1 / (n + 1); }},
    {"(@+1)/@", [](double n) { return (n + 1) / n; }},
    {"@/(@+1)", [](double n) { return n / (n + 1); }},
    {"@/2", [](double n) { return n / 2; }},
    {"2/@", [](double n) { return 2 / n; }},
    {"2*@", [](double n) { return 2 * n; }},
    {"1/(2*@)", [](double n) { return 1 / (2 * n); }},
    {"@^2", [](double n) { return n * n; }},
    {"1/@^2", [](double n) { return 1 / (n * n); }},
};
constexpr OfOne kOfScalar[] = {
    {"1/@", [](double s) { return 1 / s; }},
    {"@^2", [](double s) { return s * s; }},
    {"1/@^2", [](double s) { return 1 / (s * s); }},
    {"sqrt(@)", [](double s) { return std::sqrt(s); }},
    {"1/sqrt(@)", [](double s) { return 1 / std::sqrt(s); }},
    {"1-@", [](double s) { return 1 - s; }},
    {"1/(1-@)", [](double s) { return 1 / (1 - s); }},
    {"1+@", [](double s) { return 1 + s; }},
    {"1/(1+@)", [](double s) { return 1 / (1 + s); }},
    {"2*@", [](double s) { return 2 * s; }},
    {"@/2", [](double s) { return s / 2; }},
    {"abs(@)", [](double s) { return std::fabs(s); }},
    {"sign(@)", [](double s) { return s < 0 ? -1.0 : 1.0; }},
};

struct OfTwo {
  const char* text;
  double (*value)(double n, double m);
};
constexpr OfTwo kOfTwo[] = {
    {"@*#", [](double n, double m) { return n * m; }},
    {"1/(@*#)", [](double n, double m) { return 1 / (n * m); }},
    {"@/#", [](double n, double m) { return n / m; }},
    {"sqrt(@*#)", [](double n, double m) { return std::sqrt(n * m); }},
    {"1/sqrt(@*#)", [](double n, double m) { return 1 / std::sqrt(n * m); }},
    {"sqrt(@/#)", [](double n, double m) { return std::sqrt(n / m); }},
};

/// A size or a scalar with its value in every observation.
struct Name {
  std::string text;
  std::vector<double> values;
};

std::string filled(const std::string& pattern, const Name& first, const Name& second) {
  std::string text;
  for (const char c : pattern) text += c == '@' ? first.text : (c == '#' ? second.text : std::string(1, c));
  return text;
}

/// A sum is put in parentheses, anything else is not.
std::string negative(const std::string& text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(' ? 1 : (text[i] == ')' ? -1 : 0);
    if (depth == 0 && (text[i] == '+' || text[i] == '-')) return "-(" + text + ")";
  }
  return "-" + text;
}

class Naming {
 public:
  Naming(const std::vector<Observation>& observations, const std::vector<SeenNumber>& numbers,
         double rounding)
      : observations_(observations), numbers_(numbers), rounding_(rounding) {
    for (const auto& [name, size] : observations.back().sizes)
      if (name.find('(') == std::string::npos) add_size(name);
    for (const auto& [name, size] : observations.back().sizes)
      if (name.find('(') != std::string::npos) add_size(name);
    for (const auto& [name, number] : observations.back().scalars) add_scalar(name);
  }

  std::optional<NamedNumber> simplest(Formulas formulas) const {
    for (const auto* names : {&sizes_, &scalars_})
      for (const Name& name : *names)
        if (auto found = of_one(kName, name)) return found;
    if (formulas == Formulas::names) return std::nullopt;
    for (const Name& size : sizes_)
      if (auto found = of_one(kOfSize, size)) return found;
    for (const Name& scalar : scalars_)
      if (auto found = of_one(kOfScalar, scalar)) return found;
    return of_two();
  }

 private:
  void add_size(const std::string& name) {
    Name size{name, {}};
    for (const Observation& observation : observations_) {
      const auto found = observation.sizes.find(name);
      if (found == observation.sizes.end()) return;
      size.values.push_back(static_cast<double>(found->second));
    }
    add(std::move(size), sizes_);
  }
  void add_scalar(const std::string& name) {
    Name scalar{name, {}};
    for (const Observation& observation : observations_) {
      const auto found = std::find_if(observation.scalars.begin(), observation.scalars.end(),
                                      [&name](const auto& entry) { return entry.first == name; });
      if (found == observation.scalars.end()) return;
      scalar.values.push_back(found->second);
    }
    add(std::move(scalar), scalars_);
  }
  /// A name that had one value only explains nothing.
  void add(Name name, std::vector<Name>& names) const {
    std::set<double> seen;
    for (const SeenNumber& number : numbers_) seen.insert(name.values[number.observation]);
    if (seen.size() > 1) names.push_back(std::move(name));
  }

  template <std::size_t N>
  std::optional<NamedNumber> of_one(const OfOne (&table)[N], const Name& name) const {
    for (const OfOne& formula : table)
      if (const auto sign = fitting_sign([&](std::size_t seen) { return formula.value(name.values[seen]); }))
        return NamedNumber{*sign * formula.value(name.values.back()),
                           signed_text(*sign, filled(formula.text, name, name)), with(name)};
    return std::nullopt;
  }
  std::optional<NamedNumber> of_two() const {
    std::vector<Name> names = sizes_;
    names.insert(names.end(), scalars_.begin(), scalars_.end());
    for (const OfTwo& formula : kOfTwo)
      for (const Name& first : names)
        for (const Name& second : names) {
          if (&first == &second) continue;
          const auto value = [&](std::size_t seen) {
            return formula.value(first.values[seen], second.values[seen]);
          };
          if (const auto sign = fitting_sign(value))
            return NamedNumber{*sign * value(observations_.size() - 1),
                               signed_text(*sign, filled(formula.text, first, second)),
                               with(first) + ", " + with(second)};
        }
    return std::nullopt;
  }

  /// 1 or -1 where all numbers are that times the formula's value.
  template <typename Value>
  std::optional<double> fitting_sign(const Value& value) const {
    for (const double sign : {1.0, -1.0})
      if (std::all_of(numbers_.begin(), numbers_.end(), [&](const SeenNumber& seen) {
            const double wanted = sign * value(seen.observation);
            return std::isfinite(wanted) && std::fabs(seen.number - wanted) <= rounding_ * std::fabs(wanted);
          }))
        return sign;
    return std::nullopt;
  }

  static std::string signed_text(double sign, const std::string& text) {
    return sign < 0 ? negative(text) : text;
  }
  static std::string with(const Name& name) {
    return fmt::format("{} = {}", name.text, exact_text(name.values.back()));
  }

  const std::vector<Observation>& observations_;
  const std::vector<SeenNumber>& numbers_;
  double rounding_;
  std::vector<Name> sizes_;
  std::vector<Name> scalars_;
};

}  // namespace

std::optional<NamedNumber> named(const std::vector<Observation>& observations,
                                 const std::vector<SeenNumber>& numbers, double rounding, Formulas formulas) {
  if (numbers.empty()) return std::nullopt;
  return Naming(observations, numbers, rounding).simplest(formulas);
}

}  // namespace grader::judge
