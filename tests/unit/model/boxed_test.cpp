#include "model/boxed.hpp"

#include <doctest/doctest.h>

#include <string>

using grader::model::Boxed;

TEST_CASE("a box holds a value or none, and copies have their own") {
  Boxed<std::string> box;
  CHECK_FALSE(box.has_value());
  box = std::string("one");
  REQUIRE(box);
  Boxed<std::string> copy = box;
  copy->append(" more");
  CHECK(*box == "one");
  CHECK(*copy == "one more");
  box = copy;
  copy.reset();
  CHECK(*box == "one more");
  CHECK_FALSE(copy);
  box = Boxed<std::string>(copy);
  CHECK_FALSE(box);
  CHECK(sizeof box == sizeof(void*));
}
