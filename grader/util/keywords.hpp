#pragma once

#include <string_view>

namespace grader::util {

/// Keywords of C++20, with the alternative spellings of operators.
bool is_cpp_keyword(std::string_view word);

}  // namespace grader::util
