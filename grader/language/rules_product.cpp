#include <fmt/format.h>

#include <algorithm>

#include "language/rules.hpp"

namespace grader::language {

StaticArray matrix_product(const StaticArray& a, const StaticArray& b, std::string_view name,
                           std::size_t offset) {
  const auto texts = fmt::format("{} and {}", text_of(a), text_of(b));
  if (a.element == Element::boolean && b.element == Element::boolean)
    fail(offset, fmt::format("{} multiplies numbers, these are {}", name, texts));
  if (a.is_scalar() || b.is_scalar())
    fail(offset, fmt::format("{} multiplies vectors and matrices, these are {}", name, texts),
         "write '*' to multiply by a number");
  if (a.shape.size() > 2 || b.shape.size() > 2)
    fail(offset, fmt::format("{} multiplies vectors and matrices, these are {}", name, texts),
         "select matrices with x[i]");
  const Dimension& left = a.shape.back();
  const Dimension& right = b.shape[0];
  if (!agree(left, right))
    fail(offset,
         fmt::format("{} of {} and {}: {} is not {}", name, text_of(a.shape), text_of(b.shape), left.text(),
                     right.text()),
         b.shape.size() == 2 && agree(left, b.shape[1]) ? "transpose(…) the right side" : "");
  SymbolicShape shape(a.shape.begin(), a.shape.end() - 1);
  shape.insert(shape.end(), b.shape.begin() + 1, b.shape.end());
  return {std::max(a.element, b.element), std::move(shape), std::nullopt};
}

StaticType check_product(const Call& call) {
  const StaticArray a = call.array(0);
  if (call.name() != "svdvals") return {matrix_product(a, call.array(1), call.name(), call.offset())};
  if (call.numbers(0).shape.size() != 2) call.fail_argument(0, "a matrix");
  return array_of(Element::real, {minimum(a.shape[0], a.shape[1])});
}

}  // namespace grader::language
