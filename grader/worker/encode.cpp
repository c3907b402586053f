#include "worker/encode.hpp"

#include <bit>
#include <cstring>

#include "harness/wire.hpp"

namespace grader::worker {
namespace {

static_assert(std::endian::native == std::endian::little, "the worker's byte order is the grader's");

template <typename Number>
void append(std::string& out, Number number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof number);
}

wire::Tag tag_of(model::Scalar element) {
  switch (element) {
    case model::Scalar::float32:
      return wire::Tag::float32;
    case model::Scalar::int64:
      return wire::Tag::int64;
    case model::Scalar::boolean:
      return wire::Tag::boolean;
    default:
      return wire::Tag::float64;
  }
}

struct Encoder {
  std::string& out;

  void operator()(const model::Tensor& tensor) const {
    append(out, tag_of(tensor.element()));
    append(out, static_cast<std::uint8_t>(tensor.shape.size()));
    for (const model::Index dim : tensor.shape) append(out, dim);
    std::visit(
        [this](const auto& elements) {
          using Element = typename std::decay_t<decltype(elements)>::value_type;
          if (!elements.empty())
            out.append(reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(Element));
        },
        tensor.data);
  }
  void operator()(const std::string& text) const {
    append(out, wire::Tag::string);
    append(out, static_cast<std::uint64_t>(text.size()));
    out += text;
  }
  void operator()(const model::List& list) const {
    append(out, wire::Tag::list);
    append(out, static_cast<std::uint64_t>(list.items.size()));
    for (const model::Value& item : list.items) std::visit(*this, item.data);
  }
  void operator()(const model::Optional& optional) const {
    append(out, wire::Tag::optional);
    append(out, static_cast<std::uint8_t>(optional.item.size()));
    for (const model::Value& item : optional.item) std::visit(*this, item.data);
  }
  void operator()(const model::Record& record) const {
    append(out, wire::Tag::record);
    append(out, static_cast<std::uint8_t>(record.fields.size()));
    for (const auto& field : record.fields) std::visit(*this, field.second.data);
  }
};

}  // namespace

std::string encode_value(const model::Value& value) {
  std::string bytes;
  std::visit(Encoder{bytes}, value.data);
  return bytes;
}

std::string encode_request(std::uint32_t sequence, const model::Arguments& arguments) {
  std::string frame(sizeof(wire::FrameHeader), '\0');
  for (const auto& argument : arguments.fields) std::visit(Encoder{frame}, argument.second.data);
  const wire::FrameHeader header{wire::kRequestMagic, sequence, static_cast<std::uint32_t>(wire::Kind::call),
                                 0, frame.size() - sizeof(wire::FrameHeader)};
  std::memcpy(frame.data(), &header, sizeof header);
  return frame;
}

}  // namespace grader::worker
