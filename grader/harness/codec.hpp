// Turns the values of the wire format (wire.hpp) into the C++ types of a solution and back. Included by the
// code that is generated for each exercise; the generated part supplies one `decode` and one `encode` for
// each record.
#ifndef GRADER_HARNESS_CODEC_HPP
#define GRADER_HARNESS_CODEC_HPP

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "grader.hpp"
#include "wire.hpp"

namespace grader::harness {

/// A request that does not fit the signature: a fault of the grader, never of a solution.
struct BadRequest : std::runtime_error {
  BadRequest() : std::runtime_error("the request does not fit the signature") {}
};

class Reader {
 public:
  Reader(const char* data, std::size_t size) : at_(data), end_(data + size) {}

  template <typename Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof value), sizeof value);
    return value;
  }
  const char* take(std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - at_)) throw BadRequest();
    const char* start = at_;
    at_ += size;
    return start;
  }
  void expect(wire::Tag tag) {
    if (number<wire::Tag>() != tag) throw BadRequest();
  }
  std::size_t count() { return static_cast<std::size_t>(number<std::uint64_t>()); }
  bool done() const { return at_ == end_; }

 private:
  const char* at_;
  const char* end_;
};

class Writer {
 public:
  /// Room for `size` bytes at the end.
  char* grow(std::size_t size) {
    const std::size_t start = bytes_.size();
    bytes_.resize(start + size);
    return bytes_.data() + start;
  }
  template <typename Number>
  void number(Number value) {
    std::memcpy(grow(sizeof value), &value, sizeof value);
  }
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

template <typename Element>
constexpr wire::Tag tag_of() {
  if constexpr (std::is_same_v<Element, double>)
    return wire::Tag::float64;
  else if constexpr (std::is_same_v<Element, float>)
    return wire::Tag::float32;
  else if constexpr (std::is_same_v<Element, bool>)
    return wire::Tag::boolean;
  else
    return wire::Tag::int64;
}

/// Selects the overload for a type: decode(reader, As<double>{}).
template <typename T>
struct As {};

template <typename Element, std::size_t rank>
std::array<std::int64_t, rank> decode_shape(Reader& in) {
  in.expect(tag_of<Element>());
  if (in.number<std::uint8_t>() != rank) throw BadRequest();
  std::array<std::int64_t, rank> shape;
  for (std::int64_t& dim : shape) dim = in.number<std::int64_t>();
  return shape;
}

template <typename Element, std::size_t rank>
void encode_shape(Writer& out, const std::array<std::int64_t, rank>& shape) {
  out.number(tag_of<Element>());
  out.number(static_cast<std::uint8_t>(rank));
  for (const std::int64_t dim : shape) out.number(dim);
}

template <typename T>
concept Scalar = std::is_same_v<T, double> || std::is_same_v<T, float> || std::is_same_v<T, std::int64_t> ||
    std::is_same_v<T, bool>;

template <Scalar T>
T decode(Reader& in, As<T>) {
  decode_shape<T, 0>(in);
  return in.number<T>();
}
template <Scalar T>
void encode(Writer& out, const T& value) {
  encode_shape<T, 0>(out, {});
  out.number(value);
}

inline std::string decode(Reader& in, As<std::string>) {
  in.expect(wire::Tag::string);
  const std::size_t size = in.count();
  return std::string(in.take(size), size);
}
inline void encode(Writer& out, const std::string& text) {
  out.number(wire::Tag::string);
  out.number(static_cast<std::uint64_t>(text.size()));
  std::memcpy(out.grow(text.size()), text.data(), text.size());
}

template <typename T>
Eigen::VectorX<T> decode(Reader& in, As<Eigen::VectorX<T>>) {
  const auto shape = decode_shape<T, 1>(in);
  Eigen::VectorX<T> vector(shape[0]);
  const std::size_t bytes = static_cast<std::size_t>(shape[0]) * sizeof(T);
  if (bytes != 0) std::memcpy(vector.data(), in.take(bytes), bytes);
  return vector;
}
template <typename T>
void encode(Writer& out, const Eigen::VectorX<T>& vector) {
  encode_shape<T, 1>(out, {vector.size()});
  const std::size_t bytes = static_cast<std::size_t>(vector.size()) * sizeof(T);
  if (bytes != 0) std::memcpy(out.grow(bytes), vector.data(), bytes);
}

/// Calls `visit(element, offset)` for each element and its place in bytes, which come row by row and are
/// aligned to nothing.
template <typename Matrix, typename Visit>
void for_each_element(Matrix& matrix, const Visit& visit) {
  std::size_t offset = 0;
  for (Eigen::Index row = 0; row < matrix.rows(); ++row)
    for (Eigen::Index col = 0; col < matrix.cols(); ++col, offset += sizeof(matrix(row, col)))
      visit(matrix(row, col), offset);
}

template <typename T>
Eigen::MatrixX<T> decode(Reader& in, As<Eigen::MatrixX<T>>) {
  const auto shape = decode_shape<T, 2>(in);
  const char* bytes = in.take(static_cast<std::size_t>(shape[0] * shape[1]) * sizeof(T));
  Eigen::MatrixX<T> matrix(shape[0], shape[1]);
  for_each_element(
      matrix, [bytes](T& element, std::size_t at) { std::memcpy(&element, bytes + at, sizeof element); });
  return matrix;
}
template <typename T>
void encode(Writer& out, const Eigen::MatrixX<T>& matrix) {
  encode_shape<T, 2>(out, {matrix.rows(), matrix.cols()});
  char* bytes = out.grow(static_cast<std::size_t>(matrix.size()) * sizeof(T));
  for_each_element(matrix, [bytes](const T& element, std::size_t at) {
    std::memcpy(bytes + at, &element, sizeof element);
  });
}

template <typename T, int rank>
Eigen::Tensor<T, rank, Eigen::RowMajor> decode(Reader& in, As<Eigen::Tensor<T, rank, Eigen::RowMajor>>) {
  const auto shape = decode_shape<T, static_cast<std::size_t>(rank)>(in);
  Eigen::array<Eigen::Index, rank> dims;
  for (std::size_t axis = 0; axis < shape.size(); ++axis) dims[axis] = shape[axis];
  Eigen::Tensor<T, rank, Eigen::RowMajor> tensor(dims);
  const std::size_t bytes = static_cast<std::size_t>(tensor.size()) * sizeof(T);
  if (bytes != 0) std::memcpy(tensor.data(), in.take(bytes), bytes);
  return tensor;
}
template <typename T, int rank>
void encode(Writer& out, const Eigen::Tensor<T, rank, Eigen::RowMajor>& tensor) {
  std::array<std::int64_t, static_cast<std::size_t>(rank)> shape;
  for (std::size_t axis = 0; axis < shape.size(); ++axis) shape[axis] = tensor.dimension(axis);
  encode_shape<T, static_cast<std::size_t>(rank)>(out, shape);
  const std::size_t bytes = static_cast<std::size_t>(tensor.size()) * sizeof(T);
  if (bytes != 0) std::memcpy(out.grow(bytes), tensor.data(), bytes);
}

// Declared before they are defined: lists hold optionals hold lists.
template <typename T>
std::vector<T> decode(Reader& in, As<std::vector<T>>);
template <typename T>
std::optional<T> decode(Reader& in, As<std::optional<T>>);
template <typename T>
void encode(Writer& out, const std::vector<T>& list);
template <typename T>
void encode(Writer& out, const std::optional<T>& optional);

template <typename T>
std::vector<T> decode(Reader& in, As<std::vector<T>>) {
  in.expect(wire::Tag::list);
  const std::size_t count = in.count();
  std::vector<T> list;
  for (std::size_t i = 0; i < count; ++i) list.push_back(decode(in, As<T>{}));
  return list;
}
template <typename T>
void encode(Writer& out, const std::vector<T>& list) {
  out.number(wire::Tag::list);
  out.number(static_cast<std::uint64_t>(list.size()));
  for (const T& item : list) encode(out, item);
}

template <typename T>
std::optional<T> decode(Reader& in, As<std::optional<T>>) {
  in.expect(wire::Tag::optional);
  if (in.number<std::uint8_t>() == 0) return std::nullopt;
  return decode(in, As<T>{});
}
template <typename T>
void encode(Writer& out, const std::optional<T>& optional) {
  out.number(wire::Tag::optional);
  out.number(static_cast<std::uint8_t>(optional.has_value()));
  if (optional) encode(out, *optional);
}

/// Starts a record of `fields` fields.
inline void decode_record(Reader& in, std::uint8_t fields) {
  in.expect(wire::Tag::record);
  if (in.number<std::uint8_t>() != fields) throw BadRequest();
}
inline void encode_record(Writer& out, std::uint8_t fields) {
  out.number(wire::Tag::record);
  out.number(fields);
}

/// Stands in for an argument and turns into nothing but a T or a const T&, so that a solution's parameter
/// must be one of these: a float where a double is expected, or a lazily evaluated Eigen type, does not bind.
template <typename T>
class Exactly {
 public:
  explicit Exactly(const T& value) : value_(value) {}
  operator const T&() const { return value_; }

 private:
  const T& value_;
};

/// A number converted to itself would go on to any other kind of number; a template's result does not.
template <Scalar T>
class Exactly<T> {
 public:
  explicit Exactly(T value) : value_(value) {}
  template <typename U>
  requires std::is_same_v<U, T>
  operator U() const { return value_; }

 private:
  T value_;
};

/// The generated part for an exercise: decodes the arguments, calls the solution and encodes what it returns.
/// Each is a constant in the section grader_adapters, so that a worker of several needs no list of them.
struct Adapter {
  const char* exercise;
  void (*call)(Reader& in, Writer& out);
};

/// Which implementation to call, in a program that has several.
extern int variant;

}  // namespace grader::harness

#endif  // GRADER_HARNESS_CODEC_HPP
