#include "judge/shrink_values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "judge/shrink_mend.hpp"

namespace grader::judge {
namespace {

using model::Index;
using model::Tensor;

/// The parts of one kind in an input, in its order, to be changed in place.
template <typename Part>
class Parts {
 public:
  explicit Parts(model::Arguments& arguments) { (*this)(arguments); }
  std::vector<Part*> found;

  template <typename Other>
  void operator()(Other& other) {
    if constexpr (std::is_same_v<Other, Part>) found.push_back(&other);
    if constexpr (std::is_same_v<Other, model::List>) all(other.items);
    if constexpr (std::is_same_v<Other, model::Optional>) all(other.item);
    if constexpr (std::is_same_v<Other, model::Record>)
      for (auto& field : other.fields) std::visit(*this, field.second.data);
  }

 private:
  void all(std::vector<model::Value>& values) {
    for (model::Value& value : values) std::visit(*this, value.data);
  }
};

template <typename Part>
std::size_t count(const Search& search) {
  model::Arguments copy = search.current();
  return Parts<Part>(copy).found.size();
}

/// The current input with a change to its array number `place`.
template <typename Change>
bool takes(Search& search, std::size_t place, const Change& change) {
  model::Arguments candidate = search.current();
  change(*Parts<Tensor>(candidate).found[place]);
  return search.takes(std::move(candidate));
}

Tensor tensor_at(const Search& search, std::size_t place) {
  model::Arguments copy = search.current();
  return *Parts<Tensor>(copy).found[place];
}

// What whole arrays become.

using Fill = double (*)(const Tensor& before, Index flat);

double first_rounded(const Tensor& tensor) { return std::round(tensor.number(0)); }
double lowest_whole(const Tensor& tensor) {
  double lowest = tensor.number(0);
  for (Index i = 1; i < tensor.size(); ++i) lowest = std::fmin(lowest, tensor.number(i));
  return std::ceil(lowest);
}

constexpr Fill kFills[] = {
    [](const Tensor&, Index) { return 0.0; },
    [](const Tensor&, Index) { return 1.0; },
    [](const Tensor& tensor, Index flat) { return flat + 1 == tensor.size() ? 1.0 : 0.0; },
    [](const Tensor& tensor, Index flat) {  // an identity; a single 1 in front for other ranks
      const auto diagonal = tensor.shape.size() == 2 ? tensor.shape[1] + 1 : tensor.size();
      return flat % diagonal == 0 ? 1.0 : 0.0;
    },
    [](const Tensor&, Index flat) { return static_cast<double>(flat); },
    [](const Tensor&, Index flat) { return static_cast<double>(flat + 1); },
    [](const Tensor& tensor, Index) { return first_rounded(tensor); },
    [](const Tensor& tensor, Index flat) { return lowest_whole(tensor) + static_cast<double>(flat); },
    [](const Tensor& tensor, Index) { return 1.0 / static_cast<double>(tensor.shape.back()); },
    [](const Tensor& tensor, Index) { return tensor.number(0); },
};

/// Numbers too large for the element type are nobody's simpler input.
bool fits(const Tensor& tensor, double number) {
  const bool whole = tensor.element() == model::Scalar::int64;
  const bool boolean = tensor.element() == model::Scalar::boolean;
  if (boolean) return number == 0 || number == 1;
  return !whole || (std::floor(number) == number && std::fabs(number) < 9e18);
}

bool fill(Search& search, std::size_t place, Fill value) {
  const Tensor before = tensor_at(search, place);
  Tensor after = before;
  for (Index i = 0; i < before.size(); ++i) {
    const double number = value(before, i);
    if (!fits(before, number)) return false;
    set_number(after, i, number);
  }
  return takes(search, place, [&after](Tensor& tensor) { tensor = after; });
}

// What single elements become.

double with_digits(double number, int digits) {
  const std::string text = fmt::format("{:.{}e}", number, digits - 1);
  double result = number;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}
bool is_whole(double number) { return std::floor(number) == number; }
double less(double number, double part) {
  return is_whole(number) ? number - std::trunc(number * part) : number;
}

using Simpler = double (*)(double);

constexpr Simpler kSimpler[] = {
    [](double) { return 0.0; },
    [](double) { return 1.0; },
    [](double number) { return std::round(number); },
    [](double) { return -1.0; },
    [](double number) { return std::fabs(number); },
    [](double number) { return with_digits(number, 1); },
    [](double number) { return with_digits(number, 2); },
    [](double number) { return std::round(10 * number) / 10; },
};

constexpr double kOneByOne = 20;

/// For whole numbers that are not few: towards 0 in steps that become shorter.
constexpr Simpler kLess[] = {
    [](double number) { return is_whole(number) ? with_digits(number * 0.5, 1) : number; },
    [](double number) { return is_whole(number) ? with_digits(number * 0.75, 1) : number; },
    [](double number) { return less(number, 0.5); },
    [](double number) { return less(number, 0.25); },
    [](double number) { return less(number, 0.125); },
    [](double number) {
      const bool few = std::fabs(number) >= 2 && std::fabs(number) <= kOneByOne;
      return few ? number - std::copysign(1, number) : number;
    },
};
constexpr Index kFew = 4;

class ElementShrinker {
 public:
  ElementShrinker(Search& search, std::size_t place, Simpler simpler)
      : search_(search), place_(place), simpler_(simpler), share_(search.share()) {}

  void shrink_all(bool one_by_one) {
    if (search_.spent()) return;
    const Tensor tensor = tensor_at(search_, place_);
    std::vector<Index> elements;
    for (Index i = 0; i < tensor.size(); ++i)
      if (is_simpler(tensor, i)) elements.push_back(i);
    shrink(elements, one_by_one);
  }

 private:
  bool is_simpler(const Tensor& tensor, Index flat) const {
    const double number = simpler_(tensor.number(flat));
    if (!std::isfinite(number) || !fits(tensor, number)) return false;
    Tensor one = Tensor::zeros(tensor.element(), {});
    set_number(one, 0, number);
    return cost(one, 0) < cost(tensor, flat);
  }
  void shrink(const std::vector<Index>& elements, bool one_by_one) {
    if (elements.empty() || search_.calls() >= share_ || search_.spent()) return;
    const bool taken = takes(search_, place_, [&](Tensor& tensor) {
      for (const Index i : elements) set_number(tensor, i, simpler_(tensor.number(i)));
    });
    if (taken || !one_by_one || elements.size() == 1) return;
    const auto middle = elements.begin() + static_cast<std::ptrdiff_t>(elements.size() / 2);
    shrink({middle, elements.end()}, true);
    shrink({elements.begin(), middle}, true);
  }

  Search& search_;
  std::size_t place_;
  Simpler simpler_;
  int share_;
};

}  // namespace

void drop_optionals(Search& search) {
  for (std::size_t i = count<model::Optional>(search); i-- > 0;) {
    model::Arguments candidate = search.current();
    // Those inside of one that is gone are gone, too.
    const auto optionals = Parts<model::Optional>(candidate).found;
    if (i >= optionals.size() || optionals[i]->item.empty()) continue;
    optionals[i]->item.clear();
    search.takes(std::move(candidate));
  }
}

void simplify_arrays(Search& search) {
  const std::size_t arrays = count<Tensor>(search);
  for (std::size_t place = 0; place < arrays; ++place)
    for (const Fill value : kFills)
      if (!search.spent() && tensor_at(search, place).size() > 1) fill(search, place, value);
}

void simplify_elements(Search& search) {
  const std::size_t arrays = count<Tensor>(search);
  for (const Simpler simpler : kSimpler)
    for (std::size_t place = 0; place < arrays; ++place)
      ElementShrinker(search, place, simpler).shrink_all(true);
  for (const Simpler simpler : kLess)
    for (std::size_t place = 0; place < arrays; ++place)
      ElementShrinker(search, place, simpler).shrink_all(tensor_at(search, place).size() <= kFew);
}

}  // namespace grader::judge
