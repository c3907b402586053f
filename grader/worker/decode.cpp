#include "worker/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "harness/wire.hpp"

namespace grader::worker {
namespace {

// In memory a value takes many times the two bytes that one of a list may take on the wire.
constexpr std::size_t kMostValues = std::size_t{1} << 20U;

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  model::Value value(const model::Type& type) {
    if (++values_ > kMostValues)
      throw BadBytes(fmt::format("the reply has more than {} values", kMostValues));
    return std::visit([this](const auto& form) { return read(form); }, type.data);
  }
  bool done() const { return bytes_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw BadBytes("the reply ends too early");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  template <typename Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  void expect(wire::Tag tag) {
    if (number<std::uint8_t>() != static_cast<std::uint8_t>(tag))
      throw BadBytes("the reply has another type");
  }
  /// A number of things each of which takes a byte at least.
  std::size_t count() {
    const auto claimed = number<std::uint64_t>();
    if (claimed > bytes_.size()) throw BadBytes("the reply claims more items than it has bytes");
    return static_cast<std::size_t>(claimed);
  }

  model::Shape shape(std::size_t rank, std::size_t element_bytes) {
    if (number<std::uint8_t>() != rank) throw BadBytes("the reply has another rank");
    model::Shape dims(rank);
    for (model::Index& dim : dims) dim = number<model::Index>();
    model::Index total = 1;
    for (const model::Index dim : dims)
      if (dim < 0 || __builtin_mul_overflow(total, dim, &total))
        throw BadBytes("the reply has impossible dimensions");
    if (static_cast<std::uint64_t>(total) > bytes_.size() / element_bytes)
      throw BadBytes("the reply has fewer elements than its dimensions say");
    return dims;
  }

  template <typename Element>
  model::Value tensor(wire::Tag tag, std::size_t rank) {
    expect(tag);
    model::Tensor result{shape(rank, sizeof(Element)), std::vector<Element>()};
    std::vector<Element> elements(static_cast<std::size_t>(model::element_count(result.shape)));
    const std::string_view raw = take(elements.size() * sizeof(Element));
    if (!elements.empty()) std::memcpy(elements.data(), raw.data(), raw.size());
    result.data = std::move(elements);
    return {std::move(result)};
  }

  model::Value read(const model::ArrayType& array) {
    switch (array.element) {
      case model::Scalar::float64:
        return tensor<double>(wire::Tag::float64, array.dims.size());
      case model::Scalar::float32:
        return tensor<float>(wire::Tag::float32, array.dims.size());
      case model::Scalar::int64:
        return tensor<std::int64_t>(wire::Tag::int64, array.dims.size());
      case model::Scalar::boolean:
        return booleans(array.dims.size());
      case model::Scalar::string:
        break;
    }
    expect(wire::Tag::string);
    return {std::string(take(count()))};
  }
  model::Value booleans(std::size_t rank) {
    model::Value value = tensor<std::uint8_t>(wire::Tag::boolean, rank);
    const auto& bytes = std::get<std::vector<std::uint8_t>>(std::get<model::Tensor>(value.data).data);
    if (std::any_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte > 1; }))
      throw BadBytes("the reply has a boolean that is neither true nor false");
    return value;
  }
  model::Value read(const model::ListType& list) {
    expect(wire::Tag::list);
    model::List result;
    for (std::size_t left = count(); left > 0; --left) result.items.push_back(value(*list.item));
    return {std::move(result)};
  }
  model::Value read(const model::OptionalType& optional) {
    expect(wire::Tag::optional);
    const auto present = number<std::uint8_t>();
    if (present > 1) throw BadBytes("the reply has an optional that is neither there nor not");
    model::Optional result;
    if (present == 1) result.item.push_back(value(*optional.item));
    return {std::move(result)};
  }
  model::Value read(const model::RecordType& record) {
    expect(wire::Tag::record);
    if (number<std::uint8_t>() != record.def->fields.size())
      throw BadBytes("the reply has another number of fields");
    model::Record result;
    for (const model::Field& field : record.def->fields)
      result.fields.emplace_back(field.name, value(field.type));
    return {std::move(result)};
  }

  std::string_view bytes_;
  std::size_t values_ = 0;
};

}  // namespace

model::Value decode_value(std::string_view bytes, const model::Type& type) {
  Decoder decoder(bytes);
  model::Value value = decoder.value(type);
  if (!decoder.done()) throw BadBytes("the reply goes on after its value");
  return value;
}

}  // namespace grader::worker
