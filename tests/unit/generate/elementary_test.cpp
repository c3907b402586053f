#include "generate/elementary.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "unit/generate/reference.hpp"

using namespace grader::generate;

namespace {

template <typename Function>
void compare(const char* name, Function function, double bound) {
  const auto table = reference().at(name);
  REQUIRE(table.size() > 15);
  for (const auto& entry : table) {
    const double x = entry[0];
    CAPTURE(name);
    CAPTURE(x);
    CHECK(relative_error(function(x), entry[1]) <= bound);
  }
}

}  // namespace

TEST_CASE("elementary functions are as exact as they say") {
  compare("log", natural_log, 1e-15);
  compare("exp", natural_exp, 1e-15);
  compare("normal_quantile", normal_quantile, 2e-15);
}

TEST_CASE("the exponential ends where doubles end") {
  CHECK(natural_exp(710) == std::numeric_limits<double>::infinity());
  CHECK(natural_exp(1e300) == std::numeric_limits<double>::infinity());
  CHECK(natural_exp(-746) == 0);
  CHECK(natural_exp(-1e300) == 0);
}

TEST_CASE("the quantile is symmetrical") {
  for (const double p : {0x1p-20, 0x1p-5, 0.125, 0.25, 0.4375})
    CHECK(normal_quantile(p) == -normal_quantile(1 - p));
  CHECK(normal_quantile(0.5) == 0);
}
