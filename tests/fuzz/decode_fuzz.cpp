// The decoder of replies, which come from hostile processes: for any type any bytes give a value of this type
// that says the same again, or BadBytes, in memory that is bounded by their number.
//
// The first byte of the input is how many of those after it describe the type; the rest is the reply.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/exercises.hpp"
#include "values.hpp"
#include "worker/decode.hpp"
#include "worker/encode.hpp"

using namespace grader;
using namespace grader::support;

namespace {

constexpr int kDeepest = 6;

/// Reads a type from bytes: each says what comes next.
class TypeReader {
 public:
  explicit TypeReader(std::string_view bytes) : bytes_(bytes) {}

  model::Type read(int depth = 0) {
    const unsigned byte = next();
    const unsigned kind = depth == kDeepest ? byte % 5 : byte % 8;
    if (kind < 4) return array(static_cast<model::Scalar>(kind), std::vector<model::Dim>(byte / 8 % 6));
    if (kind == 4) return array(model::Scalar::string);
    if (kind == 5) return list_of(read(depth + 1));
    if (kind == 6) return optional_of(read(depth + 1));
    std::vector<model::Field> fields;
    for (unsigned left = byte / 8 % 6; left > 0; --left)
      fields.push_back({"field" + std::to_string(fields.size()), read(depth + 1)});
    return {model::RecordType{record("R", std::move(fields))}};
  }

 private:
  unsigned next() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }
  std::string_view bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t described = std::min<std::size_t>(data[0] % 32, bytes.size());
  const model::Type type = TypeReader(bytes.substr(0, described)).read();
  bytes.remove_prefix(described);
  try {
    const model::Value value = worker::decode_value(bytes, type);
    fuzz::require(worker::encode_value(value) == bytes);
    // Sizes are for the judge; everything else is as the type has it.
    for (const model::Misfit& misfit : model::check(value, type, {}))
      fuzz::require(misfit.kind == model::Misfit::Kind::shape);
  } catch (const worker::BadBytes& error) {
    fuzz::require(error.what()[0] != '\0');
  }
  return 0;
}
