#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grader::util {

/// Text that comes from outside is bytes and nothing more. These helpers make it valid UTF-8 that a terminal,
/// a log or an XML file can take, and measure and cut it by what a reader sees.
struct Decoded {
  char32_t code = 0;
  std::size_t length = 1;  // bytes; 1 where they are no character
  bool valid = false;
};

/// The character that begins at byte `at`: no overlong forms, no surrogates, nothing above U+10FFFF.
Decoded decode_utf8(std::string_view text, std::size_t at);
bool is_valid_utf8(std::string_view text);

/// Bytes that are no UTF-8 become "\xff"; everything else stays.
std::string repair_utf8(std::string_view text);

enum class Newlines { keep, escape };

/// Valid UTF-8 without control characters: ESC becomes "\x1b", U+202E (and whatever else turns or breaks
/// lines, or is no character) "\u202e", bytes that are no UTF-8 "\xff". Newlines and tabs stay, or become
/// "\n" and
/// "\t". The result is legal XML, and escaping it again changes nothing.
std::string printable(std::string_view text, Newlines newlines = Newlines::keep);

/// The first characters that fit into `bytes` bytes.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

/// `text` made printable and at most `bytes` long (up to a short note that says how much was left out).
std::string printable_within(std::string_view text, std::size_t bytes, Newlines newlines = Newlines::keep);

/// In double quotes on one line, quotes and backslashes escaped as in C++; cut like printable_within.
std::string quoted(std::string_view text, std::size_t bytes = 4096);

/// Columns on a terminal, about: East Asian wide characters take two, combining ones none.
std::size_t display_width(std::string_view text);

/// At most `width` columns; a text that was cut ends with "…".
std::string truncate(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);
std::string pad_right(std::string_view text, std::size_t width);

/// The lines of a text without their ends; the newline that ends a text begins no further line.
std::vector<std::string_view> split_lines(std::string_view text);

/// Pieces of at most `width` columns, cut anywhere; an empty text is one empty piece.
std::vector<std::string> hard_wrap(std::string_view line, std::size_t width);

/// Lines of at most `width` columns, broken at spaces; the text's own line ends are kept. A longer word is
/// cut.
std::vector<std::string> word_wrap(std::string_view text, std::size_t width);

}  // namespace grader::util
