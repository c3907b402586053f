#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/type.hpp"

/// A second reading of the wire format (harness/wire.hpp), written from its grammar alone, so that a mistake
/// of the decoder or of the comparison is not made twice. It knows no element count that it cannot afford: it
/// reads on until the bytes are used up.
namespace grader::test {

/// A value as text in which everything exact stands, and the floating-point numbers beside it.
struct Flat {
  std::string form;
  std::vector<double> numbers;
};

class IndependentReader {
 public:
  IndependentReader(std::string_view bytes, const model::Type& type) : bytes_(bytes) { read(type); }

  /// Nothing where the bytes are no value of the type.
  std::optional<Flat> result() const {
    return good_ && at_ == bytes_.size() ? std::optional(flat_) : std::nullopt;
  }

 private:
  std::uint64_t unsigned_number(unsigned bytes) {
    std::uint64_t number = 0;
    if (bytes_.size() - at_ < bytes) {
      good_ = false;
      at_ = bytes_.size();
      return 0;
    }
    for (unsigned i = 0; i < bytes; ++i)
      number |= std::uint64_t{static_cast<unsigned char>(bytes_[at_++])} << (8 * i);
    return number;
  }
  void expect(std::uint64_t number, unsigned bytes) {
    if (unsigned_number(bytes) != number) good_ = false;
  }
  void note(std::string_view what, std::uint64_t number) {
    flat_.form += std::string(what) + std::to_string(number) + " ";
  }

  void read(const model::Type& type) {
    if (!good_) return;
    std::visit([this](const auto& form) { read(form); }, type.data);
  }
  void read(const model::ArrayType& array) {
    if (array.element == model::Scalar::string) return read_string();
    const bool is_real = array.element == model::Scalar::float64 || array.element == model::Scalar::float32;
    const unsigned size = array.element == model::Scalar::boolean   ? 1
                          : array.element == model::Scalar::float32 ? 4
                                                                    : 8;
    expect(static_cast<std::uint64_t>(array.element) + 1, 1);
    expect(array.dims.size(), 1);
    std::uint64_t count = 1;
    bool is_empty = false;
    for (std::size_t axis = 0; axis < array.dims.size(); ++axis) {
      const std::uint64_t dim = unsigned_number(8);
      note("d", dim);
      if (dim > INT64_MAX) good_ = false;
      is_empty = is_empty || dim == 0;
      count = count > bytes_.size() || dim > bytes_.size() ? bytes_.size() + 1 : count * dim;
    }
    if (is_empty) return;
    for (; good_ && count > 0; --count) {
      const std::uint64_t bits = unsigned_number(size);
      if (array.element == model::Scalar::boolean && bits > 1) good_ = false;
      if (is_real)
        flat_.numbers.push_back(size == 4 ? static_cast<double>(single(bits)) : number(bits));
      else
        note("v", bits);
    }
  }
  void read_string() {
    expect(5, 1);
    const std::uint64_t length = unsigned_number(8);
    if (length > bytes_.size() - at_) good_ = false;
    if (!good_) return;
    flat_.form += "s" + std::string(bytes_.substr(at_, length));
    at_ += length;
  }
  void read(const model::ListType& list) {
    expect(6, 1);
    const std::uint64_t count = unsigned_number(8);
    note("l", count);
    for (std::uint64_t i = 0; good_ && i < count; ++i) read(*list.item);
  }
  void read(const model::OptionalType& optional) {
    expect(7, 1);
    const std::uint64_t present = unsigned_number(1);
    note("o", present);
    if (present > 1) good_ = false;
    if (present == 1) read(*optional.item);
  }
  void read(const model::RecordType& record) {
    expect(8, 1);
    expect(record.def->fields.size(), 1);
    for (const model::Field& field : record.def->fields) read(field.type);
  }

  /// IEEE 754 by its definition.
  static double number(std::uint64_t bits) {
    const auto exponent = static_cast<int>(bits >> 52U & 0x7FFU);
    const auto fraction = static_cast<double>(bits & ((std::uint64_t{1} << 52U) - 1));
    const double sign = bits >> 63U == 1 ? -1 : 1;
    if (exponent == 0x7FF) return fraction == 0 ? sign * INFINITY : NAN;
    const double whole = exponent == 0 ? fraction : fraction + std::ldexp(1.0, 52);
    return sign * std::ldexp(whole, std::max(exponent, 1) - 1075);
  }
  static float single(std::uint64_t bits) {
    const auto exponent = static_cast<int>(bits >> 23U & 0xFFU);
    const auto fraction = static_cast<float>(bits & 0x7FFFFFU);
    const float sign = bits >> 31U == 1 ? -1.0F : 1.0F;
    if (exponent == 0xFF) return fraction == 0 ? sign * INFINITY : NAN;
    const float whole = exponent == 0 ? fraction : fraction + 8388608.0F;
    return sign * std::ldexp(whole, std::max(exponent, 1) - 150);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
  Flat flat_;
};

enum class Frames { first, only };

/// The payload of the reply to request number `sequence` that is the stream's first frame, or its only one.
inline std::optional<std::string_view> payload_of(std::string_view stream, std::uint32_t sequence,
                                                  Frames frames) {
  constexpr std::size_t kHeader = 24;
  const auto number = [&](std::size_t at, unsigned bytes) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < bytes; ++i)
      value |= std::uint64_t{static_cast<unsigned char>(stream[at + i])} << (8 * i);
    return value;
  };
  if (stream.size() < kHeader || stream.substr(0, 4) != "GRr1" || number(4, 4) != sequence ||
      number(8, 4) != 2 || number(12, 4) != 0)
    return std::nullopt;
  const std::uint64_t length = number(16, 8);
  if (length > stream.size() - kHeader || (frames == Frames::only && length != stream.size() - kHeader))
    return std::nullopt;
  return stream.substr(kHeader, length);
}

/// Whether two payloads are values of the type, the same but for what the tolerance allows to numbers.
inline bool is_right(std::string_view payload, std::string_view expected, const model::Type& type,
                     double tolerance) {
  const auto actual = IndependentReader(payload, type).result();
  const auto right = IndependentReader(expected, type).result();
  if (!actual || !right || actual->form != right->form || actual->numbers.size() != right->numbers.size())
    return false;
  for (std::size_t i = 0; i < right->numbers.size(); ++i)
    if (!(std::abs(actual->numbers[i] - right->numbers[i]) <=
          tolerance + tolerance * std::abs(right->numbers[i])))
      return false;
  return true;
}

}  // namespace grader::test
