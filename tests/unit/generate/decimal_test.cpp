#include "generate/decimal.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <limits>

using namespace grader::generate;

TEST_CASE("rounding is to the nearest, halves away from zero") {
  CHECK(rounded(1.2345678, 3) == Decimal{1235, -3});
  CHECK(rounded(-0.5, 0) == Decimal{-1, 0});
  CHECK(rounded(2.5, 0) == Decimal{3, 0});
  CHECK(rounded(-0.0001, 3) == Decimal{0, -3});
  CHECK_FALSE(rounded(1e20, 3).has_value());
  CHECK_FALSE(rounded(std::numeric_limits<double>::infinity(), 3).has_value());
  CHECK_FALSE(rounded(std::nan(""), 3).has_value());
}

TEST_CASE("a double is the shortest decimal that reads back as it") {
  CHECK(shortest(0) == Decimal{0, 0});
  CHECK(shortest(-0.0) == Decimal{0, 0});
  CHECK(shortest(0.01) == Decimal{1, -2});
  CHECK(shortest(1000) == Decimal{1, 3});
  CHECK(shortest(-12.5) == Decimal{-125, -1});
  CHECK(shortest(1e-5) == Decimal{1, -5});
  CHECK(shortest(3e300) == Decimal{3, 300});
  for (const double value :
       {0.1 + 0.2, 5e-324, 1.7976931348623157e308, 9007199254740993.0, 1.0 / 3, 123456789012345678.0})
    CHECK(to_double(shortest(value)) == value);
}

TEST_CASE("scaled values are the doubles nearest to short decimals") {
  CHECK(rounded_product(1.234, 3, 0.01) == 0.01234);
  CHECK(rounded_product(1.003, 3, 0.01) == 0.01003);
  CHECK(1.003 * 0.01 != 0.01003);  // why a plain product is not enough
  CHECK(rounded_product(1.2341, 3, 1e3) == 1234);
  CHECK(rounded_product(-1.005, 2, 1e-3) == -0.001);
  CHECK(rounded_product(0.7, 3, 1e-30) == 7e-31);
  CHECK(fmt::format("{}", rounded_product(2.3449, 3, 1e-2)) == "0.02345");
  CHECK(rounded_product(1e20, 3, 2) == 2e20);
  CHECK(rounded_product(1, 0, 1e308) == 1e308);
  CHECK(rounded_product(12, 0, 1e308) == std::numeric_limits<double>::infinity());
  CHECK(rounded_product(-12, 0, 1e308) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("zero has no sign") { CHECK_FALSE(std::signbit(rounded_product(-0.0001, 3, 1))); }

TEST_CASE("small spreads get more places") {
  CHECK(places_for(1) == 3);
  CHECK(places_for(1000) == 3);
  CHECK(places_for(0.1) == 3);
  CHECK(places_for(0.02) == 4);
  CHECK(places_for(1e-5) == 7);
  CHECK(places_for(0) == 3);
  CHECK(places_for(1e-300) == 15);
}
