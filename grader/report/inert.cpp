#include "report/inert.hpp"

#include <algorithm>
#include <array>

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

/// What readers of lines trim beside blanks and tabs: Unicode's white space (the property White_Space) and
/// the byte order mark, in UTF-8.
constexpr std::array<std::string_view, 24> kWhiteSpace{" ",
                                                       "\t",
                                                       "\v",
                                                       "\f",
                                                       "\r",
                                                       "\xc2\x85",
                                                       "\xc2\xa0",
                                                       "\xe1\x9a\x80",
                                                       "\xe2\x80\x80",
                                                       "\xe2\x80\x81",
                                                       "\xe2\x80\x82",
                                                       "\xe2\x80\x83",
                                                       "\xe2\x80\x84",
                                                       "\xe2\x80\x85",
                                                       "\xe2\x80\x86",
                                                       "\xe2\x80\x87",
                                                       "\xe2\x80\x88",
                                                       "\xe2\x80\x89",
                                                       "\xe2\x80\x8a",
                                                       "\xe2\x80\xaf",
                                                       "\xe2\x81\x9f",
                                                       "\xe3\x80\x80",
                                                       "\xef\xbb\xbf",
                                                       "\xe1\xa0\x8e"};
constexpr std::array<std::string_view, 3> kLineEnds{"\n", "\xe2\x80\xa8", "\xe2\x80\xa9"};

/// Nothing but white space before it on its line.
bool begins_line(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  const auto ends_with = [&before](std::string_view end) { return before.ends_with(end); };
  while (!before.empty() && std::none_of(kLineEnds.begin(), kLineEnds.end(), ends_with)) {
    const auto blank = std::find_if(kWhiteSpace.begin(), kWhiteSpace.end(), ends_with);
    if (blank == kWhiteSpace.end()) return false;
    before.remove_suffix(blank->size());
  }
  return true;
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
