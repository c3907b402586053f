#include "judge/number_text.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace {

using grader::judge::choose_style;
using grader::judge::NumberPair;

/// Both numbers as a picture of this pair alone would show them.
std::string shown(double expected, double actual) {
  const auto style = choose_style({{expected, actual, true}});
  return style(expected) + " " + style(actual);
}

}  // namespace

TEST_CASE("numbers have about five digits and share their decimals") {
  CHECK(shown(-0.999980000599, -0.70710678) == "-0.99998 -0.70711");
  CHECK(shown(1, 2) == "1 2");
  CHECK(shown(1.5, 2) == "1.5 2.0");
  CHECK(shown(0, 0.25) == "0.00 0.25");
  CHECK(shown(1234.5678, 1) == "1234.5678 1.0000");
}

TEST_CASE("values that differ never look the same") {
  CHECK(shown(1, 1.0000000001) == "1.0000000000 1.0000000001");
  CHECK(shown(0.1, 0.1 + 1e-18) == "0.1 0.1");  // the same double
  CHECK(shown(0.3, 0.1 + 0.2) == "0.29999999999999999 0.30000000000000004");
  CHECK(shown(1e8, 1e8 + 1) == "100000000 100000001");
  CHECK(shown(1e300, 1.00000001e300) == "1e+300 1.00000001e+300");
  CHECK(shown(5e-324, 0) == "4.9407e-324 0");
}

TEST_CASE("what is not finite has a name and disturbs nothing") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(shown(0.5, std::numeric_limits<double>::quiet_NaN()) == "0.5 nan");
  CHECK(shown(-inf, inf) == "-inf inf");
}

TEST_CASE("a rounded negative number is no negative zero") {
  const auto style = choose_style({{1234.5, -0.00000001, true}, {20000.25, 20000.25, false}});
  CHECK(grader::judge::NumberStyle{true, 2}(-0.001) == "0.00");
  CHECK(grader::judge::NumberStyle{false, 3}(-0.0) == "0");
  CHECK(style(-0.00000001) != style(1234.5));
}

TEST_CASE("errors have two digits, whole numbers all of theirs") {
  using grader::judge::error_text;
  CHECK(error_text(0.29287) == "0.29");
  CHECK(error_text(2663.4) == "2663");
  CHECK(error_text(1.26) == "1.3");
  CHECK(error_text(1.2e-7) == "1.2e-07");
  CHECK(error_text(2.5e9) == "2.5e+09");
  CHECK(error_text(std::numeric_limits<double>::infinity()) == "inf");
}

TEST_CASE("exact texts read back as the same value") {
  using grader::judge::exact_text;
  using grader::model::Tensor;
  CHECK(exact_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(exact_text(1e-5) == "1e-05");
  CHECK(exact_text(Tensor{{1}, std::vector<float>{0.1F}}, 0) == "0.1");
  CHECK(exact_text(Tensor{{2}, std::vector<std::int64_t>{1, 9007199254740993}}, 1) == "9007199254740993");
  CHECK(exact_text(Tensor::boolean(true), 0) == "true");
}

TEST_CASE("indices are those of the array") {
  CHECK(grader::judge::index_text(5, {2, 3}) == "[1,2]");
  CHECK(grader::judge::index_text(0, {}).empty());
}
