// The inputs that `grader eval --input` takes, JSON or YAML: any bytes give arguments that fit the signature,
// or diagnostics. What was read is written as reports write it, and reading that gives the same again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/types.hpp"
#include "report/value_json.hpp"
#include "spec/read.hpp"
#include "util/diagnostic.hpp"
#include "values.hpp"

using namespace grader;

namespace {

model::Function every_type() {
  return spec::read_signature(
      "int f(x: float[B, D], w: list<float32[D]>, mask: optional<bool[B, B]>, k: int, s: string, deep: "
      "list<list<optional<int[k]>>>, eps: float, t: float[B, 2, _], flag: bool)",
      {});
}

bool same(const model::Value& a, const model::Value& b);

bool same(const std::pair<std::string, model::Value>& a, const std::pair<std::string, model::Value>& b) {
  return a.first == b.first && same(a.second, b.second);
}

/// As the same numbers are: nan is nan, and -0 is 0.
template <class Element>
bool same(const std::vector<Element>& a, const std::vector<Element>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](Element x, Element y) { return x == y || (x != x && y != y); });
}

template <class Item>
bool same_items(const std::vector<Item>& a, const std::vector<Item>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Item& x, const Item& y) { return same(x, y); });
}

bool same(const model::Value& a, const model::Value& b) {
  if (a.data.index() != b.data.index()) return false;
  if (const auto* tensor = std::get_if<model::Tensor>(&a.data)) {
    const auto& other = std::get<model::Tensor>(b.data);
    return tensor->shape == other.shape && tensor->element() == other.element() &&
           std::visit(
               [&](const auto& elements) {
                 return same(elements, std::get<std::decay_t<decltype(elements)>>(other.data));
               },
               tensor->data);
  }
  if (const auto* list = std::get_if<model::List>(&a.data))
    return same_items(list->items, std::get<model::List>(b.data).items);
  if (const auto* optional = std::get_if<model::Optional>(&a.data))
    return same_items(optional->item, std::get<model::Optional>(b.data).item);
  if (const auto* record = std::get_if<model::Record>(&a.data))
    return same_items(record->fields, std::get<model::Record>(b.data).fields);
  return a == b;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const model::Function function = every_type();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const model::Arguments arguments = spec::read_arguments("input.json", text, function);
    model::Bindings bindings;
    fuzz::require(model::bind(function, arguments, bindings).empty());
    const std::string written = report::to_ordered_json({arguments}).dump();
    fuzz::require(same({arguments}, {spec::read_arguments("input.json", written, function)}));
  } catch (const util::SpecError& error) {
    fuzz::require(error.what()[0] != '\0');
  }
  return 0;
}
