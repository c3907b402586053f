#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grader::cli {

/// One word for a POSIX shell: itself where it is harmless, else in single quotes.
std::string shell_word(std::string_view word);

/// A command line that can be pasted.
std::string shell_line(const std::vector<std::string>& words);

}  // namespace grader::cli
