#include "judge/shrink_measure.hpp"

#include <algorithm>
#include <cmath>

#include "judge/number_text.hpp"

namespace grader::judge {
namespace {

constexpr std::uint64_t kCharacter = 100'000;  // more than all numbers of the same length differ by
constexpr std::uint64_t kNotFinite = 60 * kCharacter;

/// Characters, and those of them that say something once more: 3000 is easier than 2987.
std::uint64_t length_of(const std::string& text) {
  std::string digits;
  for (const char c : text.substr(0, text.find('e')))
    if (c >= '0' && c <= '9') digits += c;
  const std::size_t first = digits.find_first_not_of('0');
  return text.size() + digits.find_last_not_of('0') - first + 1;
}

bool is_vector_of_ones(const model::Tensor& tensor) {
  if (tensor.shape.size() != 1) return false;
  for (model::Index i = 0; i < tensor.size(); ++i)
    if (tensor.number(i) != 1) return false;
  return tensor.size() > 0;
}

class Measuring {
 public:
  void operator()(const model::Tensor& tensor) {
    measure_.parts += static_cast<std::uint64_t>(tensor.size());
    // Weights of 1 are left alone: they are easier than some that are 0.
    if (is_vector_of_ones(tensor))
      ++measure_.numbers;
    else
      for (model::Index i = 0; i < tensor.size(); ++i) measure_.numbers += cost(tensor, i);
    for (model::Index i = 1; i < tensor.size(); ++i)
      if (tensor.number(i) < tensor.number(i - 1)) ++measure_.disorder;
  }
  void operator()(const std::string& text) { measure_.parts += text.size(); }
  void operator()(const model::List& list) { all(list.items); }
  void operator()(const model::Optional& optional) { all(optional.item); }
  void operator()(const model::Record& record) {
    for (const auto& field : record.fields) std::visit(*this, field.second.data);
  }
  const Measure& result() const { return measure_; }

 private:
  void all(const std::vector<model::Value>& values) {
    measure_.parts += values.size();
    for (const model::Value& value : values) std::visit(*this, value.data);
  }

  Measure measure_;
};

}  // namespace

std::uint64_t cost(const model::Tensor& tensor, model::Index flat) {
  const double number = tensor.number(flat);
  if (number == 0) return std::signbit(number) ? 1 : 0;
  if (number == 1) return 1;
  if (number == -1) return 2;
  if (!std::isfinite(number)) return kNotFinite;
  const double size = std::min(std::fabs(number), static_cast<double>(kCharacter - 1));
  return length_of(exact_text(tensor, flat)) * kCharacter + static_cast<std::uint64_t>(size);
}

Measure measure(const model::Arguments& arguments) {
  Measuring measuring;
  measuring(arguments);
  return measuring.result();
}

}  // namespace grader::judge
