#include "judge/shrink.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "judge/shrink_measure.hpp"
#include "unit/judge/planted_numbers.hpp"
#include "unit/judge/planted_places.hpp"

using namespace build;
using judge::shrink;
using judge::Shrunk;
using model::Arguments;
using model::Index;

namespace {

std::vector<planted::Bug> all_bugs() {
  return {planted::missing_transpose(),   planted::wrong_ddof(),      planted::wrong_axis(),
          planted::missing_mask(),        planted::off_by_one(),      planted::int_overflow(),
          planted::exp_overflow(),        planted::eps_outside(),     planted::halves_for_pairs(),
          planted::kept_state(),          planted::wrong_broadcast(), planted::lost_last_row(),
          planted::inverse_permutation(), planted::swapped_heads(),   planted::forgotten_bias()};
}

/// The first failing input of at least 40 numbers from some seed on.
Arguments failing_input(const planted::Bug& bug, std::uint64_t seed) {
  for (Index index = 0; index < 100; ++index) {
    Arguments input = bug.course.input(index, seed);
    if (const Index size = model::leaf_count({input}); size >= 40 && size <= 384 && bug.fails(input))
      return input;
  }
  FAIL("no failing input of ", bug.name);
  return {};
}

/// A failure with its input and what is asked of smaller ones.
struct Run {
  const Course& course;
  std::function<bool(const Arguments&)> fails;
  int asked = 0;
  int looked_at = 0;

  bool allowed(const Arguments& arguments) const {
    model::Case complete = course.test_case;
    complete.source = course.generation;
    return generate::in_range(course.exercise, complete, arguments);
  }
  Shrunk shrunk(const Arguments& input, const judge::ShrinkLimits& limits = {}) {
    asked = 0;
    looked_at = 0;
    const auto may = [this](const Arguments& arguments) {
      ++looked_at;
      return allowed(arguments);
    };
    const auto ask = [this](const Arguments& arguments) {
      ++asked;
      REQUIRE(allowed(arguments));
      return fails(arguments);
    };
    return shrink(course.exercise.function, input, may, ask, limits);
  }
};

const model::Tensor& tensor_in(const Arguments& arguments, const std::string& param) {
  return std::get<model::Tensor>(arguments.find(param)->data);
}

Generator lengths(Generator generator, double low, double high) {
  return planted::lengths(std::move(generator), low, high);
}

std::string text_in(const Arguments& arguments, const std::string& param) {
  return std::get<std::string>(arguments.find(param)->data);
}

constexpr auto kAlways = [](const Arguments&) { return true; };

}  // namespace

TEST_CASE("planted bugs shrink to a handful of numbers, the same again, within the calls") {
  std::vector<Index> sizes;
  for (const planted::Bug& bug : all_bugs()) {
    CAPTURE(bug.name);
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(seed);
      const Arguments input = failing_input(bug, seed);
      Run run{bug.course, [&bug](const Arguments& arguments) { return bug.fails(arguments); }};
      REQUIRE(run.allowed(input));
      const Shrunk small = run.shrunk(input);
      CHECK(run.fails(small.input));
      CHECK(run.allowed(small.input));
      CHECK(small.calls == run.asked);
      CHECK(small.calls <= 100);
      CHECK(small.steps > 0);
      CHECK(small.steps <= small.calls);
      CHECK(run.shrunk(input).input == small.input);
      sizes.push_back(model::leaf_count({small.input}));
      CHECK(sizes.back() <= 8);
    }
  }
  REQUIRE(sizes.size() == 90);
  std::sort(sizes.begin(), sizes.end());
  CHECK(sizes[45] <= 4);
}

TEST_CASE("what remains is what a student would choose") {
  const planted::Bug bug = planted::wrong_ddof();
  Run run{bug.course, [&bug](const Arguments& arguments) { return bug.fails(arguments); }};
  const Arguments small = run.shrunk(failing_input(bug, 1)).input;
  CHECK(tensor_in(small, "x") == model::Tensor{{1, 2}, std::vector<double>{0, 1}});
  CHECK(tensor_in(small, "gamma") == model::Tensor{{2}, std::vector<double>{1, 1}});
  CHECK(tensor_in(small, "beta") == model::Tensor{{2}, std::vector<double>{0, 0}});
}

TEST_CASE("steps stay in the ranges") {
  Course course;
  course.dim("B", 2, 4).dim("N", 3, 9);
  course.param("x", floats({name("B"), name("N")}), uniform(5, 10));
  course.param("order", ints({name("N")}), with(Distribution::permutation));
  course.param("p", floats({name("B"), name("N")}), with(Distribution::dirichlet));
  course.param("q", floats({name("N"), name("N")}), with(Distribution::orthogonal));
  course.param("s", floats({name("N"), name("N")}), with(Distribution::spd));
  course.param("hot", floats({name("B"), name("N")}), with(Distribution::one_hot));
  course.param("mask", array(Scalar::boolean, {name("B"), name("N")}), with(Distribution::causal_mask));
  Run run{course, kAlways};
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Arguments small = run.shrunk(course.input(3, seed)).input;
    CHECK(tensor_in(small, "x").shape == model::Shape{2, 3});
    for (const double number : values(tensor_in(small, "x"))) CHECK(number == 5);
    CHECK(values(tensor_in(small, "order")) == std::vector<double>{0, 1, 2});
    CHECK(values(tensor_in(small, "q")) == std::vector<double>{1, 0, 0, 0, 1, 0, 0, 0, 1});
    CHECK(values(tensor_in(small, "s")) == std::vector<double>{1, 0, 0, 0, 1, 0, 0, 0, 1});
    CHECK(values(tensor_in(small, "mask")) == std::vector<double>{1, 0, 0, 1, 1, 0});
    CHECK(run.allowed(small));
  }
}

TEST_CASE("indices follow the rows they stand for") {
  Course course;
  course.dim("V", 1, 20).dim("T", 1, 10);
  course.param("table", floats({name("V")}), normal());
  course.param("ids", ints({name("T")}), with(Distribution::integers, {{"high", name("V")}}));
  Arguments input = course.input(5);
  auto& table = std::get<std::vector<double>>(std::get<model::Tensor>(input.fields[0].second.data).data);
  auto& ids = std::get<std::vector<std::int64_t>>(std::get<model::Tensor>(input.fields[1].second.data).data);
  REQUIRE(table.size() > 6);
  table[5] = 77;
  ids[0] = 5;
  Run run{course, [](const Arguments& arguments) {  // row 77 is looked up
            const auto rows = values(tensor_in(arguments, "table"));
            for (const double id : values(tensor_in(arguments, "ids")))
              if (rows[static_cast<std::size_t>(id)] == 77) return true;
            return false;
          }};
  const Arguments small = run.shrunk(input).input;
  CHECK(values(tensor_in(small, "table")) == std::vector<double>{77});
  CHECK(values(tensor_in(small, "ids")) == std::vector<double>{0});
}

TEST_CASE("an int parameter shrinks with what depends on it, what must be as long with it") {
  Course course;
  course.param("n", ints(), integers(1, 20));
  course.param("x", floats({Dim{Dim::Op::add, 0, "", {name("n"), Dim::of(1)}}}), normal());
  Generator items = normal();
  items.length_low = name("n");
  course.param("list", list(floats({name("n")})), items);
  course.param("weights", floats({Dim{Dim::Op::length, 0, "list", {}}}), normal());
  course.param("ids", ints({Dim::of(2)}), with(Distribution::integers, {{"high", name("n")}}));
  Run run{course, [](const Arguments& arguments) { return tensor_in(arguments, "n").number(0) >= 3; }};
  const Arguments small = run.shrunk(course.input(4)).input;
  CHECK(tensor_in(small, "n").number(0) == 3);
  CHECK(values(tensor_in(small, "x")) == std::vector<double>{0, 0, 0, 0});
  const auto& items_left = std::get<model::List>(small.find("list")->data).items;
  REQUIRE(items_left.size() == 3);
  CHECK(items_left[0] == row({0, 0, 0}));
  CHECK(values(tensor_in(small, "weights")) == std::vector<double>{0, 0, 0});
}

TEST_CASE("a size that is no size of the input goes down to where it fails") {
  Course course;
  course.param("steps", ints(), integers(0, 1000));
  Run run{course, [](const Arguments& arguments) { return tensor_in(arguments, "steps").number(0) > 17; }};
  const Shrunk small = run.shrunk({{{"steps", whole(987)}}});
  CHECK(tensor_in(small.input, "steps").number(0) == 20);
  CHECK(small.calls < 40);
}

TEST_CASE("lists, strings, sizes of any length and optionals become as short as may be") {
  Course course;
  const model::Type item = record("Item", {{"m", floats({Dim{}, Dim{}})}, {"tag", array(Scalar::string)}});
  Generator fields;
  fields.fields = {{"m", normal()}, {"tag", choice({{std::string("a")}})}};
  course.param("items", list(item), lengths(fields, 0, 9));
  course.param("text", array(Scalar::string), choice({{std::string("a")}}));
  course.param("counts", ints({Dim{Dim::Op::length, 0, "text", {}}}), integers(0, 9));
  course.param("mask", optional(floats({name("T")})), normal());
  const auto block = [](model::Index rows, model::Index columns, const std::string& tag) {
    const auto count = static_cast<std::size_t>(rows * columns);
    return model::Value{model::Record{
        {{"m", {model::Tensor{{rows, columns}, std::vector<double>(count, 0.25)}}}, {"tag", {tag}}}}};
  };
  const Arguments input{{{"items", {model::List{{block(2, 3, "x"), block(4, 5, "ab€c"), block(1, 1, "")}}}},
                         {"text", {std::string("häuser")}},
                         {"counts", {model::Tensor{{7}, std::vector<std::int64_t>(7, 4)}}},
                         {"mask", {model::Optional{{row({1, 2, 3})}}}}}};
  const auto fails = [](const Arguments& arguments) {
    for (const model::Value& value : std::get<model::List>(arguments.find("items")->data).items) {
      const auto& part = std::get<model::Record>(value.data);
      if (tensor_in(part, "m").shape[1] >= 2 && text_in(part, "tag").find("€") != std::string::npos &&
          text_in(arguments, "text").find("ä") != std::string::npos)
        return true;
    }
    return false;
  };
  const Shrunk small = shrink(course.exercise.function, input, kAlways, fails);
  const auto& items = std::get<model::List>(small.input.find("items")->data).items;
  REQUIRE(items.size() == 1);
  CHECK(items[0] == block(0, 2, "€"));
  CHECK(text_in(small.input, "text") == "ä");
  CHECK(values(tensor_in(small.input, "counts")) == std::vector<double>{0, 0});  // "ä" has two bytes
  CHECK(std::get<model::Optional>(small.input.find("mask")->data).item.empty());
}

TEST_CASE("limits hold, and what is not allowed costs no call but is not asked for ever") {
  Course course;
  course.dim("D", 1, 384);
  course.param("x", floats({name("D")}), normal());
  Run run{course, [](const Arguments&) { return false; }};
  Arguments input = course.input(1);
  while (tensor_in(input, "x").size() < 300)
    input = course.input(2, static_cast<std::uint64_t>(run.looked_at++));
  CHECK(run.shrunk(input).input == input);
  CHECK(run.shrunk(input).calls > 200);
  CHECK(run.shrunk(input).calls <= 400);
  CHECK(run.shrunk(input, {7, 2}).calls == 7);
  CHECK(run.shrunk(input, {400, 0}).calls == 0);
  CHECK(run.shrunk(input, {0, 2}).calls == 0);
  int looked_at = 0;
  const Shrunk nothing = shrink(
      course.exercise.function, input,
      [&looked_at](const Arguments&) {
        ++looked_at;
        return false;
      },
      kAlways);
  CHECK(nothing.calls == 0);
  CHECK(nothing.steps == 0);
  CHECK(nothing.input == input);
  CHECK(looked_at <= 10000);
}

TEST_CASE("what does not shrink leaves calls for what does") {
  Course course;
  course.dim("T", 1, 200);
  course.param("ugly", floats({name("T")}), normal());
  course.param("plain", floats({Dim::of(20)}), normal());
  Arguments input = course.input(1);
  for (std::uint64_t seed = 2; tensor_in(input, "ugly").size() < 160; ++seed) input = course.input(1, seed);
  Run run{course, [](const Arguments& arguments) {  // no element of many may be 0 or a whole number
            const auto ugly = values(tensor_in(arguments, "ugly"));
            return ugly.size() >= 130 && std::all_of(ugly.begin(), ugly.end(), [](double number) {
                     return std::floor(number) != number;
                   });
          }};
  for (double& number :
       std::get<std::vector<double>>(std::get<model::Tensor>(input.fields[0].second.data).data))
    number += std::floor(number) == number ? 0.5 : 0;
  const Shrunk small = run.shrunk(input);
  CHECK(tensor_in(small.input, "ugly").size() == 130);
  CHECK(values(tensor_in(small.input, "plain")) == std::vector<double>(20, 0));
  CHECK(small.calls <= 400);
}

TEST_CASE("every step is smaller than the one before") {
  const planted::Bug bug = planted::exp_overflow();
  Run run{bug.course, {}};
  judge::Measure last = judge::measure(failing_input(bug, 2));
  run.fails = [&](const Arguments& arguments) {
    CHECK(judge::measure(arguments) < last);
    if (!bug.fails(arguments)) return false;
    last = judge::measure(arguments);
    return true;
  };
  CHECK(judge::measure(run.shrunk(failing_input(bug, 2)).input) == last);
}

TEST_CASE("numbers that are easy to read cost little") {
  const std::vector<double> in_order = {0,   1,  -1,  2,    3,    9,   -5,    10,
                                        0.5, 42, 100, 1000, 0.25, 123, 1.234, 0.12345};
  const model::Tensor numbers{{16}, in_order};
  for (Index i = 1; i < numbers.size(); ++i) {
    CAPTURE(numbers.number(i));
    CHECK(judge::cost(numbers, i - 1) < judge::cost(numbers, i));
  }
}
