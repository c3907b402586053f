#include "spec/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grader::spec {
namespace {

constexpr std::size_t kLargestFile = 4 * 1024 * 1024;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// The length of the UTF-8 character at `at`, 0 where it is none (cut off, overlong, a surrogate, too large).
std::size_t character_length(std::string_view bytes, std::size_t at) {
  const unsigned first = byte_at(bytes, at);
  const unsigned second = byte_at(bytes, at + 1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !continues(second)) return 0;
  if (first < 0xE0) return 2;
  if (!continues(byte_at(bytes, at + 2))) return 0;
  if (first < 0xF0) return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3;
  if (!continues(byte_at(bytes, at + 3))) return 0;
  return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4;
}

bool is_control(std::string_view bytes, std::size_t at) {
  const unsigned byte = byte_at(bytes, at);
  if (byte == '\t' || byte == '\n' || byte == '\r') return false;
  // U+0080 to U+009F steer terminals as the bytes below 32 do.
  return byte < 0x20 || byte == 0x7F || (byte == 0xC2 && byte_at(bytes, at + 1) < 0xA0);
}

Place place_of(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n');
  const std::size_t column = start == std::string_view::npos ? at + 1 : at - start;
  return {static_cast<int>(lines) + 1, static_cast<int>(column)};
}

/// The line itself is not shown: printing such bytes is what must not happen.
void refuse(std::string_view bytes, std::size_t at, std::string message, Problems& problems) {
  const Place where = place_of(bytes, at);
  problems.add({}, fmt::format("{} in line {}, column {}", message, where.line, where.column),
               "expected text in UTF-8");
}

}  // namespace

bool is_text(std::string_view bytes, Problems& problems) {
  if (bytes.size() > kLargestFile) {
    problems.add({}, fmt::format("the file is larger than {} MiB", kLargestFile / 1024 / 1024),
                 "put data into a file of its own: {file: data/x.txt}");
    return false;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    problems.add({}, "the file begins with a byte order mark", "save it as UTF-8 without one");
    return false;
  }
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = character_length(bytes, at);
    if (length == 0) {
      refuse(bytes, at, fmt::format("not UTF-8: byte 0x{:02x}", byte_at(bytes, at)), problems);
      return false;
    }
    if (is_control(bytes, at)) {
      refuse(bytes, at,
             fmt::format("not a text file: control character 0x{:02x}", byte_at(bytes, at + length - 1)),
             problems);
      return false;
    }
    at += length;
  }
  return true;
}

}  // namespace grader::spec
