#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "unit/generate/build.hpp"

using namespace build;

namespace {

std::string text(const model::Value& value);

struct Text {
  std::string operator()(const model::Tensor& tensor) const {
    return fmt::format("{} {}", model::to_string(tensor.shape), values(tensor));
  }
  std::string operator()(const std::string& string) const { return string; }
  std::string operator()(const model::List& list) const { return join(list.items); }
  std::string operator()(const model::Optional& optional) const {
    return optional.item.empty() ? "none" : text(optional.item[0]);
  }
  std::string operator()(const model::Record& record) const {
    std::string result;
    for (const auto& [field, value] : record.fields) result += fmt::format("{}: {}; ", field, text(value));
    return result;
  }
  static std::string join(const std::vector<model::Value>& items) {
    std::string result;
    for (const model::Value& item : items) result += text(item) + ", ";
    return result;
  }
};

std::string text(const model::Value& value) { return std::visit(Text{}, value.data); }

std::string made(const model::Type& type, const Generator& generator, model::Index index) {
  Course course;
  course.exercise.id = "golden/values";
  course.dim("N", 3, 3);
  course.param("x", type, generator);
  return text(*course.input(index, 20240607).find("x"));
}

}  // namespace

// These numbers must never change: counterexamples name inputs by seed and number alone.
TEST_CASE("inputs are the same on every platform") {
  const model::Type vector = floats({name("N")});
  const model::Type matrix = floats({Dim::of(2), Dim::of(2)});
  CHECK(made(ints({name("N")}), integers(-5, 5), 1) == "3 [0, -3, 4]");
  CHECK(made(vector, uniform(-1, 1), 1) == "3 [0.175, -0.453, 0.924]");
  CHECK(made(vector, normal(), 1) == "3 [0.221, -0.603, 1.776]");
  CHECK(made(vector, with(Distribution::normal, {{"mean", 5.0}, {"std", 0.01}}), 1) ==
        "3 [5.0022, 4.994, 5.0178]");
  CHECK(made(vector, with(Distribution::lognormal, {{"sigma", 2.0}}), 1) == "3 [1.557, 0.3, 34.854]");
  CHECK(made(vector, with(Distribution::exponential, {{"scale", 10.0}}), 1) == "3 [5.316, 12.969, 0.386]");
  CHECK(made(vector, with(Distribution::dirichlet, {{"alpha", 0.5}}), 1) == "3 [0.315, 0.277, 0.408]");
  CHECK(made(vector, choice({number(0.5), number(1), number(2)}), 1) == "3 [1, 0.5, 2]");
  CHECK(made(ints({name("N")}), with(Distribution::permutation), 1) == "3 [2, 0, 1]");
  CHECK(made(matrix, with(Distribution::orthogonal), 1) ==
        "2×2 [-0.3213926874953603, 0.9469460071326712, 0.9469460071326714, 0.32139268749536054]");
  CHECK(made(matrix, with(Distribution::spd), 1) == "2×2 [2.4, -0.06, -0.06, 5.73]");
  CHECK(made(vector, with(Distribution::one_hot), 1) == "3 [0, 1, 0]");
  CHECK(made(array(Scalar::boolean, {Dim::of(2), name("N")}), with(Distribution::causal_mask), 1) ==
        "2×3 [1, 0, 0, 1, 1, 0]");
  CHECK(made(array(Scalar::float32, {name("N")}), normal(), 1) ==
        "3 [0.22100000083446503, -0.6029999852180481, 1.7760000228881836]");
  CHECK(made(list(floats({Dim{}})), normal(), 2) ==
        "5 [1.053, 0.843, 0.984, -1.78, -1.038], 4 [1.175, 0.697, -1.437, -0.553], 5 [-0.316, -0.537, 1.15, "
        "-0.127, -0.759], 8 [1.147, 1.109, -0.769, 1.671, 0.855, 0.28, -0.428, -0.857], 6 [0.712, 0.547, "
        "0.015, 1.404, -0.038, -0.771], ");
  CHECK(made(optional(floats()), normal(), 3) == "none");
  CHECK(made(optional(floats()), normal(), 4) == "scalar [-0.773]");
  Generator scaled = normal();
  scaled.scale = {1, 1e-2, 1e3};
  CHECK(made(vector, scaled, 1) == "3 [0.00221, -0.00603, 0.01776]");
  CHECK(made(vector, scaled, 2) == "3 [-0.00774, -0.00992, -0.00145]");
  CHECK(made(vector, scaled, 5) == "3 [1424, -731, 391]");
  const model::Type pair = record("Pair", {{"a", vector}, {"b", ints()}});
  Generator fields;
  fields.fields = {{"a", normal()}, {"b", integers(0, 100)}};
  CHECK(made(pair, fields, 1) == "a: 3 [0.444, -0.574, -1.157]; b: scalar [25]; ");
}

TEST_CASE("sizes are the same on every platform") {
  Course course;
  course.exercise.id = "golden/sizes";
  course.dim("B", 1, 4).dim("T", 1, 9).dim("D", 2, 16);
  course.param("x", floats({name("B"), name("T"), name("D")}), constant(number(0)));
  std::vector<std::string> shapes;
  for (int i = 0; i < 5; ++i) shapes.push_back(model::to_string(course.tensor("x", i, 7).shape));
  CHECK(fmt::format("{}", fmt::join(shapes, " ")) == "2×2×2 3×7×10 1×3×13 3×7×4 3×1×12");
}
