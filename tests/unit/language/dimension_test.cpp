#include "language/dimension.hpp"

#include <doctest/doctest.h>

using grader::language::agree;
using grader::language::Dimension;

namespace {

const Dimension kB = Dimension::atom("B");
const Dimension kD = Dimension::atom("D");
Dimension number(std::int64_t value) { return Dimension::number(value); }

}  // namespace

TEST_CASE("sizes are polynomials in normal form") {
  CHECK((number(2) * kD - kD) == kD);
  CHECK((kB + kD) * (kB - kD) == kB * kB - kD * kD);
  CHECK((kD - kD).constant() == 0);
  CHECK((kD + number(1) - kD).is(1));
  CHECK_FALSE(kB == kD);
  CHECK_FALSE(kD.constant().has_value());
}

TEST_CASE("sizes are written as people write them") {
  CHECK((number(1) + number(2) * kD).text() == "2*D + 1");
  CHECK((kD - number(1)).text() == "D - 1");
  CHECK((number(1) - kD).text() == "-D + 1");
  CHECK((kB - kD).text() == "B - D");
  CHECK((number(0) - kD - number(2) * kB).text() == "-2*B - D");
  CHECK((kB * kD * number(3)).text() == "3*B*D");
  CHECK(number(0).text() == "0");
  CHECK(number(-4).text() == "-4");
  CHECK(Dimension().text() == "_");
}

TEST_CASE("quotients, remainders, minima and maxima") {
  CHECK(floor_divide(number(2) * kD, number(2)) == kD);
  CHECK(floor_divide(number(7), number(2)).is(3));
  CHECK(floor_divide(number(4) * kB * kD + kB, kB) == number(4) * kD + number(1));
  CHECK(floor_divide(kB * kB * kD, kB) == kB * kD);
  CHECK(floor_divide(number(-7), number(2)).is(-4));
  CHECK(floor_divide(kD, kB).text() == "D//B");
  CHECK(floor_divide(kD + number(1), number(2)).text() == "(D + 1)//2");
  CHECK(floor_divide(kD, number(2)) == floor_divide(kD, number(2)));
  CHECK(floor_divide(kD, number(0)).is_unknown());
  CHECK(floor_divide(number(INT64_MIN), number(-1)).is_unknown());
  CHECK(remainder(number(-7), number(2)).is(1));
  CHECK(remainder(kD, number(2)).text() == "D%2");
  CHECK(minimum(kD, kB) == minimum(kB, kD));
  CHECK(minimum(kD, kB).text() == "min(B, D)");
  CHECK(maximum(kD, kD + number(1)) == kD + number(1));
  CHECK(minimum(number(3), number(4)).is(3));
}

TEST_CASE("what is unknown agrees with everything and grows nowhere") {
  CHECK(agree(Dimension(), kD));
  CHECK_FALSE(agree(kB, kD));
  CHECK_FALSE(Dimension() == Dimension());
  CHECK((Dimension() + kD).is_unknown());
  CHECK((Dimension() * number(0)).is_unknown());
  CHECK((number(INT64_MAX) + number(1)).is_unknown());
  CHECK((number(INT64_MAX) * number(2)).is_unknown());
  Dimension power = kB + kD + number(1);
  for (int i = 0; i < 20; ++i) power = power * power;
  CHECK(power.is_unknown());
  Dimension nested = kD;
  for (int i = 0; i < 100; ++i) nested = minimum(nested * kB, kD);
  CHECK(nested.is_unknown());
}

TEST_CASE("subscripts count from the end where they are negative") {
  CHECK(number(-1).counts_from_end() == true);
  CHECK(number(0).counts_from_end() == false);
  CHECK((number(0) - kD).counts_from_end() == true);
  CHECK((kD - number(1)).counts_from_end() == false);
  CHECK_FALSE((kB - kD).counts_from_end().has_value());
  CHECK_FALSE(Dimension().counts_from_end().has_value());
}

TEST_CASE("plain sizes are made of symbols only") {
  CHECK((kB * kD + number(2)).is_plain());
  CHECK(Dimension::atom("len(x)").is_plain());
  CHECK_FALSE(floor_divide(kD, number(2)).is_plain());
  CHECK_FALSE((kB * minimum(kB, kD)).is_plain());
  CHECK_FALSE(Dimension().is_plain());
}
