#include "generate/sizes.hpp"

#include <doctest/doctest.h>

#include <set>

#include "unit/generate/build.hpp"

using namespace build;
using generate::draw_sizes;

namespace {

using Ranges = std::vector<std::pair<std::string, model::SizeRange>>;

model::Bindings drawn(const Ranges& ranges, model::Index index, const generate::SizeWishes& wishes = {}) {
  model::Bindings bindings;
  draw_sizes(ranges, wishes, {1, "topic/name", "random", {}, {}}, index, bindings);
  return bindings;
}

std::size_t distinct(const model::Bindings& bindings) {
  std::set<model::Index> sizes;
  for (const auto& entry : bindings) sizes.insert(entry.second);
  return sizes.size();
}

}  // namespace

TEST_CASE("sizes lie in their ranges and differ wherever the ranges allow it") {
  const Ranges loose = {{"B", {1, 4}}, {"T", {2, 5}}, {"D", {2, 16}}};
  const Ranges tight = {{"A", {1, 3}}, {"B", {1, 2}}, {"C", {1, 1}}};  // one way only: 3, 2, 1
  const Ranges gaps = {{"A", {4, 5}}, {"B", {1, 2}}, {"C", {4, 4}}, {"D", {1, 1}}};
  for (model::Index index = 0; index < 300; ++index) {
    for (const Ranges& ranges : {loose, tight, gaps}) {
      const model::Bindings sizes = drawn(ranges, index);
      CHECK(distinct(sizes) == ranges.size());
      for (const auto& [symbol, range] : ranges) {
        CHECK(sizes.at(symbol) >= range.low);
        CHECK(sizes.at(symbol) <= range.high);
      }
    }
  }
}

TEST_CASE("sizes that cannot all differ differ as far as they can") {
  const Ranges crowded = {{"A", {1, 2}}, {"B", {1, 2}}, {"C", {1, 2}}};
  const Ranges fixed = {{"A", {3, 3}}, {"B", {3, 3}}};
  for (model::Index index = 0; index < 50; ++index) {
    CHECK(distinct(drawn(crowded, index)) == 2);
    CHECK(drawn(fixed, index) == model::Bindings{{"A", 3}, {"B", 3}});
  }
}

TEST_CASE("every size of a range occurs") {
  std::set<model::Index> seen;
  for (model::Index index = 0; index < 300; ++index) seen.insert(drawn({{"D", {2, 16}}}, index).at("D"));
  CHECK(seen.size() == 15);
}

TEST_CASE("a square input has all sizes equal that can be, and more than 1 where that is possible") {
  for (model::Index index = 0; index < 100; ++index) {
    const auto some = drawn({{"B", {1, 4}}, {"T", {9, 9}}, {"D", {1, 16}}}, index, {true, {}});
    CHECK(some.at("B") == some.at("D"));
    CHECK(some.at("B") >= 2);
    CHECK(some.at("T") == 9);
    const auto ones = drawn({{"B", {1, 1}}, {"D", {1, 1}}}, index, {true, {}});
    CHECK(ones == model::Bindings{{"B", 1}, {"D", 1}});
    const auto most = drawn({{"A", {1, 3}}, {"B", {2, 8}}, {"C", {8, 9}}, {"D", {3, 7}}}, index, {true, {}});
    CHECK(most.at("A") == 3);
    CHECK(most.at("B") == 3);
    CHECK(most.at("D") == 3);
    CHECK(distinct(drawn({{"B", {1, 2}}, {"D", {3, 4}}}, index, {true, {}})) == 2);
  }
}

TEST_CASE("length 1 is taken where the range allows it") {
  const auto sizes =
      drawn({{"B", {1, 4}}, {"T", {0, 3}}, {"D", {2, 5}}, {"E", {1, 9}}}, 0, {false, {"B", "T", "D"}});
  CHECK(sizes.at("B") == 1);
  CHECK(sizes.at("T") == 1);
  CHECK(sizes.at("D") >= 2);
}

TEST_CASE("sizes known already stay and are avoided") {
  for (model::Index index = 0; index < 30; ++index) {
    model::Bindings bindings = {{"D", 2}};
    draw_sizes({{"B", {2, 3}}, {"D", {2, 16}}}, {}, {1, "a/b", "c", {}, {}}, index, bindings);
    CHECK(bindings == model::Bindings{{"B", 3}, {"D", 2}});
  }
}

TEST_CASE("the first input after the edge cases is square") {
  Course course;
  course.dim("B", 2, 4).dim("D", 2, 6);
  course.param("x", floats({name("B"), name("D")}), edged(normal(), {Edge::zeros, Edge::ones}));
  for (model::Index index = 0; index < 20; ++index) {
    const model::Shape shape = course.tensor("x", index).shape;
    CHECK((shape[0] == shape[1]) == (index == 2));
  }
  course.generation.count = 1;
  course.generation.inputs[0].second.edge.clear();
  const model::Shape only = course.tensor("x", 0).shape;
  CHECK(only[0] != only[1]);
}

TEST_CASE("arrays written out decide the sizes of their symbols") {
  Course course;
  course.dim("B", 1, 4).dim("D", 2, 6);
  course.param("x", floats({name("B"), name("D")}), normal());
  course.param("gamma", floats({name("D")}), constant(row({1, 2, 3, 4, 5, 6, 7})));
  for (model::Index index = 0; index < 20; ++index) CHECK(course.tensor("x", index).shape[1] == 7);
}

TEST_CASE("sizes may be expressions of symbols and int parameters, made in whatever order they need") {
  Course course;
  course.dim("K", 2, 4);
  course.param("x", floats({Dim{Dim::Op::multiply, 0, "", {name("groups"), name("K")}}}), normal());
  course.param("y", floats({Dim{Dim::Op::length, 0, "z", {}}, Dim::of(2)}), normal());
  course.param("groups", ints(), integers(1, 4));
  Generator items = normal();
  items.length_low = 2.0;
  items.length_high = 5.0;
  course.param("z", list(floats()), items);
  course.param("ids", ints({name("groups")}), with(Distribution::integers, {{"high", name("groups")}}));
  std::set<model::Index> seen;
  for (model::Index index = 0; index < 50; ++index) {
    const model::Arguments input = course.input(index);
    REQUIRE(input.fields.size() == 5);
    CHECK(input.fields[0].first == "x");
    CHECK(input.fields[4].first == "ids");
    const auto groups =
        static_cast<model::Index>(std::get<model::Tensor>(input.find("groups")->data).number(0));
    const auto length = static_cast<model::Index>(std::get<model::List>(input.find("z")->data).items.size());
    const auto& x = std::get<model::Tensor>(input.find("x")->data);
    CHECK(x.shape[0] % groups == 0);
    CHECK(x.shape[0] / groups >= 2);
    CHECK(std::get<model::Tensor>(input.find("y")->data).shape == model::Shape{length, 2});
    for (const double id : values(std::get<model::Tensor>(input.find("ids")->data)))
      CHECK(id < static_cast<double>(groups));
    seen.insert(groups);
  }
  CHECK(seen == std::set<model::Index>{1, 2, 3});
}
