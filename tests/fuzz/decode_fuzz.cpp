// The decoder of replies, which come from hostile processes: any bytes give a value or BadBytes, in memory
// that is bounded by their number.
#include <cstddef>
#include <cstdint>

#include "support/exercises.hpp"
#include "worker/decode.hpp"
#include "worker/encode.hpp"

using namespace grader;
using namespace grader::support;

namespace {

model::Type every_type() {
  using model::Scalar;
  const model::Dim any;
  const auto inner = record("Inner", {{"w", numbers({any, any})}, {"s", array(Scalar::string)}});
  return {model::RecordType{record("All", {{"a", numbers()},
                                           {"b", array(Scalar::float32, {any})},
                                           {"c", array(Scalar::int64, {any, any, any})},
                                           {"d", array(Scalar::boolean, {any})},
                                           {"e", list_of({model::RecordType{inner}})},
                                           {"f", optional_of(list_of(array(Scalar::string)))}})}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const model::Type types[] = {every_type(), numbers({model::Dim{}, model::Dim{}}),
                                      list_of(list_of(numbers()))};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    const model::Value value = worker::decode_value(bytes, types[data[0] % 3]);
    // What was understood says the same again.
    if (worker::encode_value(value) != bytes) __builtin_trap();
  } catch (const worker::BadBytes&) {
  }
  return 0;
}
