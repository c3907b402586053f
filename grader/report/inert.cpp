#include "report/inert.hpp"

#include <algorithm>

namespace grader::report {
namespace {

enum class Hashes { all, of_commands };

/// Whether a command begins at `at`, where "##" is.
bool is_command(std::string_view text, std::size_t at) {
  const auto is_letter = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '#';
  };
  const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_letter);
  return end != text.end() && *end == '[';
}

/// Nothing but blanks before it on its line.
bool begins_line(std::string_view text, std::size_t at) {
  const std::size_t before = text.find_last_not_of(" \t", at - 1);
  return at == 0 || before == std::string_view::npos || text[before] == '\n';
}

/// `hash` in the place of the first of two, `colon` likewise; an empty one leaves them.
std::string replaced(std::string_view text, Hashes hashes, std::string_view hash, std::string_view colon) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view two = text.substr(at, 2);
    if (two == "##" && (hashes == Hashes::all || is_command(text, at)))
      result += hash;
    else if (two == "::" && !colon.empty() && begins_line(text, at))
      result += colon;
    else
      result += text[at];
  }
  return result;
}

}  // namespace

std::string inert(std::string_view text) { return replaced(text, Hashes::of_commands, "\\x23", "\\x3a"); }

std::string inert_json(std::string_view json) { return replaced(json, Hashes::all, "\\u0023", ""); }

std::string inert_xml(std::string_view xml) { return replaced(xml, Hashes::all, "&#35;", "&#58;"); }

}  // namespace grader::report
