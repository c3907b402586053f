#include "cli/services.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace grader;

TEST_CASE("no more compilers at a time than memory allows, and always one") {
  CHECK(cli::jobs_within(8, std::numeric_limits<std::int64_t>::max()) == 8);
  CHECK(cli::jobs_within(8, 16000) == 8);
  CHECK(cli::jobs_within(8, 4000) == 5);
  CHECK(cli::jobs_within(8, 1600) == 2);
  CHECK(cli::jobs_within(8, 700) == 1);
  CHECK(cli::jobs_within(1, 0) == 1);
}
