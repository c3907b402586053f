#include "util/digest.hpp"

#include <doctest/doctest.h>

using grader::util::digest;

TEST_CASE("texts have other digits, and with another seed as well") {
  CHECK(digest("a") == digest("a"));
  CHECK(digest("a").size() == 32);
  CHECK(digest("a").find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(digest("a") != digest("b"));
  CHECK(digest("a") != digest(std::string_view("a\0", 2)));
  CHECK(digest("a") != digest("a", 1));
  // XXH3-128 of nothing, as its authors' tests have it.
  CHECK(digest("") == "99aa06d3014798d86001c324468d497f");
}
