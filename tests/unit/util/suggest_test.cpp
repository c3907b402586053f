#include "util/suggest.hpp"

#include <doctest/doctest.h>

using namespace grader::util;

TEST_CASE("edit distance counts insertions, deletions, substitutions and swaps") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("abc", "abxc") == 1);
  CHECK(edit_distance("abc", "ac") == 1);
  CHECK(edit_distance("abc", "axc") == 1);
  CHECK(edit_distance("abc", "acb") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ca", "abc") == 3);  // no edits within a swap
  CHECK(edit_distance("gamma", "beta") == edit_distance("beta", "gamma"));
}

TEST_CASE("the nearest word is one that may have been meant") {
  const std::vector<std::string> words = {"params", "returns", "name", "eps", "x"};
  CHECK(nearest("parms", words) == "params");
  CHECK(nearest("parmas", words) == "params");
  CHECK(nearest("return", words) == "returns");
  CHECK(nearest("nme", words) == "name");
  CHECK(nearest("eps", words) == "eps");
  CHECK(nearest("something", words) == "");
  CHECK(nearest("y", words) == "");  // nothing of it is left
  CHECK(nearest("", words) == "");
  CHECK(nearest("name", {}) == "");
  CHECK(nearest("bat", {"cat", "hat"}) == "cat");  // the first of equals
  CHECK(nearest("hats", {"cat", "hat"}) == "hat");
}

TEST_CASE("suggestions are questions") {
  CHECK(did_you_mean("gama", {"gamma", "beta"}) == "did you mean 'gamma'?");
  CHECK(did_you_mean("delta", {"x"}) == "");
}
