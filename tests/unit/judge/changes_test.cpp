#include "judge/changes.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace grader;
using model::Tensor;
using model::Value;

TEST_CASE("what differs between two values is said in a line") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto array = [](model::Shape shape, std::vector<double> numbers) {
    return Value{Tensor{std::move(shape), std::move(numbers)}};
  };
  CHECK(judge::changes(array({2}, {1, 2}), array({2}, {1, 2}), "x") == "");
  CHECK(judge::changes(array({2}, {nan, 2}), array({2}, {nan, 3}), "x") == "x[1]: 2 → 3");
  CHECK(judge::changes(array({}, {1}), array({}, {1.5}), "eps") == "eps: 1.0 → 1.5");
  CHECK(judge::changes(array({2, 3}, {0, 0, 0, 0, 0, 0}), array({2, 3}, {1, 1, 1, 1, 1, 1}), "x") ==
        "x[0,0]: 0 → 1, x[0,1]: 0 → 1, x[0,2]: 0 → 1 and 3 more");
  CHECK(judge::changes(array({1}, {0}), array({2}, {0, 0}), "x") == "x: 1 → 2");
  CHECK(judge::changes(Value{std::string("a\n")}, Value{std::string("b")}, "text") ==
        "text: \"a\\n\" → \"b\"");
  const Value none{model::Optional{}};
  const Value given{model::Optional{{array({}, {1})}}};
  CHECK(judge::changes(none, given, "mask") == "mask: none → given");
  CHECK(judge::changes(given, none, "mask") == "mask: given → none");
  const Value one{model::List{{array({}, {1})}}};
  const Value two{model::List{{array({}, {1}), array({}, {2})}}};
  CHECK(judge::changes(one, two, "layers") == "layers: 1 items → 2 items");
}

TEST_CASE("fields of records and items of lists are named") {
  const auto weights = [](double wq) {
    return Value{model::Record{{{"wq", {Tensor::scalar(wq)}}, {"wk", {Tensor::scalar(1.0)}}}}};
  };
  const model::Arguments before{{{"layers", {model::List{{weights(1), weights(1)}}}}}};
  const model::Arguments after{{{"layers", {model::List{{weights(1), weights(0)}}}}}};
  CHECK(judge::changes(before, after) == "layers[1].wq: 1 → 0");
}
