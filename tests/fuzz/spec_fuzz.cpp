#include <cstddef>
#include <cstdint>
#include <string_view>

#include "spec/read.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"

// Whatever bytes a file holds, reading it ends with values or with diagnostics: no crash, no hang, and no
// other exception.
namespace {

using namespace grader;

constexpr std::string_view kSignature =
    "{y: float[B, D], n: int} f(x: float[B, D], w: list<float32[D]>, mask: optional<bool[B, B]>, k: int, s: "
    "string)";

template <class Read>
void ignore_mistakes(Read read) {
  try {
    read();
  } catch (const util::SpecError&) {
  } catch (const util::UsageError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const model::Function function = spec::read_signature(kSignature, {});
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // The folder does not exist, so that no {file: …} reaches the disk.
  auto reading = spec::read_exercise("/nowhere/exercises/topic/name.yaml", text, "topic/name", {});
  if (reading.exercise) spec::check_texts(reading, text, {&function});
  util::render(reading.diagnostics);
  ignore_mistakes([&] { spec::read_course("course.yaml", text); });
  ignore_mistakes([&] { spec::read_arguments("input.json", text, function); });
  ignore_mistakes([&] { spec::read_signature(text, {}); });
  return 0;
}
