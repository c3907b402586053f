#pragma once

#include <istream>
#include <streambuf>
#include <string_view>

namespace grader::util {

/// An input stream over bytes that somebody else keeps, without a copy of them (std::ispanstream of C++23).
class ViewStream : private std::streambuf, public std::istream {
 public:
  explicit ViewStream(std::string_view bytes) : std::istream(static_cast<std::streambuf*>(this)) {
    char* begin = const_cast<char*>(bytes.data());  // which is only read from
    setg(begin, begin, begin + bytes.size());
  }
  /// What was not read yet.
  std::string_view rest() const { return {gptr(), static_cast<std::size_t>(egptr() - gptr())}; }
};

}  // namespace grader::util
