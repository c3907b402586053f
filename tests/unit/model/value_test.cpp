#include "model/value.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace grader::model;

TEST_CASE("scalars and zeros") {
  CHECK(Tensor().size() == 1);
  CHECK(Tensor().element() == Scalar::float64);
  CHECK(Tensor::scalar(2.5).number(0) == 2.5);
  CHECK(Tensor::scalar(std::int64_t{7}).element() == Scalar::int64);
  CHECK(Tensor::boolean(true) == Tensor{{}, std::vector<std::uint8_t>{1}});
  CHECK(Tensor::zeros(Scalar::float64, {2, 3}) == Tensor{{2, 3}, std::vector<double>(6)});
  CHECK(Tensor::zeros(Scalar::float32, {2}).element() == Scalar::float32);
  CHECK(Tensor::zeros(Scalar::int64, {0, 3}).size() == 0);
  CHECK(Tensor::zeros(Scalar::boolean, {}).element() == Scalar::boolean);
}

TEST_CASE("elements are read as numbers") {
  CHECK(Tensor{{2}, std::vector<float>{1.5F, 2.5F}}.number(1) == 2.5);
  CHECK(Tensor{{2}, std::vector<std::int64_t>{1, -9}}.number(1) == -9);
  CHECK(Tensor{{2}, std::vector<std::uint8_t>{0, 1}}.number(1) == 1);
}

TEST_CASE("equality is exact and deep") {
  const Value one{Tensor::scalar(1.0)};
  const Value whole{Tensor::scalar(std::int64_t{1})};
  const Value nan{Tensor::scalar(std::numeric_limits<double>::quiet_NaN())};
  CHECK(one == one);
  CHECK_FALSE(one == whole);
  CHECK_FALSE(nan == nan);
  CHECK(Value{Tensor::scalar(0.0)} == Value{Tensor::scalar(-0.0)});
  CHECK_FALSE(Value{Tensor{{1}, std::vector<double>{1}}} == one);
  CHECK(Value{List{{one, whole}}} == Value{List{{one, whole}}});
  CHECK_FALSE(Value{List{{one}}} == Value{List{{one, one}}});
  CHECK_FALSE(Value{Optional{}} == Value{Optional{{one}}});
  CHECK(Value{Record{{{"a", one}}}} == Value{Record{{{"a", one}}}});
  CHECK_FALSE(Value{Record{{{"a", one}}}} == Value{Record{{{"b", one}}}});
  CHECK_FALSE(Value{Record{{{"a", one}}}} == Value{Record{{{"a", whole}}}});
}

TEST_CASE("fields are found by name") {
  const Record record{{{"a", {Tensor::scalar(1.0)}}, {"b", {std::string("text")}}}};
  REQUIRE(record.find("b") != nullptr);
  CHECK(std::get<std::string>(record.find("b")->data) == "text");
  CHECK(record.find("c") == nullptr);
}

TEST_CASE("shapes") {
  CHECK(element_count({}) == 1);
  CHECK(element_count({2, 3, 4}) == 24);
  CHECK(element_count({2, 0, 4}) == 0);
  CHECK(to_string(Shape{}) == "scalar");
  CHECK(to_string(Shape{2, 4}) == "2×4");
  CHECK(to_string(Shape{0}) == "0");
  CHECK(unravel(0, {}) == Shape{});
  CHECK(unravel(0, {2, 3}) == Shape{0, 0});
  CHECK(unravel(5, {2, 3}) == Shape{1, 2});
  CHECK(unravel(7, {2, 2, 2}) == Shape{1, 1, 1});
  CHECK(unravel(3, {4, 1}) == Shape{3, 0});
}

TEST_CASE("leaves are counted at all depths") {
  const Value matrix{Tensor::zeros(Scalar::float64, {2, 3})};
  CHECK(leaf_count(matrix) == 6);
  CHECK(leaf_count({std::string("text")}) == 1);
  CHECK(leaf_count({Optional{}}) == 0);
  CHECK(leaf_count({Record{{{"a", matrix}, {"b", {List{{matrix, {Optional{{matrix}}}}}}}}}}) == 18);
}
