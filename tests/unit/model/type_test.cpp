#include "model/type.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace grader::model;

namespace {

using Op = Dim::Op;

Dim name(const std::string& symbol) { return Dim::symbol(symbol); }
Dim make(Op op, std::vector<Dim> operands) { return {op, 0, "", std::move(operands)}; }
Dim length(const std::string& of) { return {Op::length, 0, of, {}}; }

constexpr Index kLargest = std::numeric_limits<Index>::max();
constexpr Index kSmallest = std::numeric_limits<Index>::min();

std::optional<Index> value(Op op, Index a, Index b) {
  return evaluate(make(op, {Dim::of(a), Dim::of(b)}), {});
}

}  // namespace

TEST_CASE("dimensions are evaluated under their bindings") {
  const Bindings bindings = {{"B", 2}, {"D", 5}, {"len(w)", 3}};
  CHECK(evaluate(Dim::of(7), bindings) == 7);
  CHECK(evaluate(name("D"), bindings) == 5);
  CHECK(evaluate(length("w"), bindings) == 3);
  CHECK(evaluate(make(Op::multiply, {Dim::of(2), name("D")}), bindings) == 10);
  CHECK(evaluate(make(Op::minimum, {name("B"), name("D"), Dim::of(1)}), bindings) == 1);
  CHECK(evaluate(make(Op::maximum, {name("B"), name("D")}), bindings) == 5);
  CHECK(evaluate(make(Op::maximum, {name("B")}), bindings) == 2);
}

TEST_CASE("what has no value has none") {
  CHECK(evaluate(Dim{}, {}) == std::nullopt);
  CHECK(evaluate(name("D"), {}) == std::nullopt);
  CHECK(evaluate(length("w"), {{"w", 3}}) == std::nullopt);
  CHECK(evaluate(make(Op::add, {Dim::of(1), name("D")}), {}) == std::nullopt);
  CHECK(evaluate(make(Op::add, {}), {}) == std::nullopt);
}

TEST_CASE("overflow and division by zero have no value") {
  CHECK(value(Op::add, kLargest, 1) == std::nullopt);
  CHECK(value(Op::add, kLargest - 1, 1) == kLargest);
  CHECK(value(Op::subtract, kSmallest, 1) == std::nullopt);
  CHECK(value(Op::multiply, Index{1} << 62, 2) == std::nullopt);
  CHECK(value(Op::multiply, Index{1} << 31, Index{1} << 31) == Index{1} << 62);
  CHECK(value(Op::floor_divide, 1, 0) == std::nullopt);
  CHECK(value(Op::floor_divide, kSmallest, -1) == std::nullopt);
}

TEST_CASE("division rounds down as Python's") {
  CHECK(value(Op::floor_divide, 7, 2) == 3);
  CHECK(value(Op::floor_divide, -7, 2) == -4);
  CHECK(value(Op::floor_divide, 7, -2) == -4);
  CHECK(value(Op::floor_divide, -7, -2) == 3);
  CHECK(value(Op::floor_divide, -6, 2) == -3);
}

TEST_CASE("dimensions are written as one would") {
  const Dim sum = make(Op::add, {name("P"), name("count")});
  CHECK(to_string(Dim::of(3)) == "3");
  CHECK(to_string(Dim{}) == "_");
  CHECK(to_string(sum) == "P + count");
  CHECK(to_string(make(Op::multiply, {Dim::of(2), name("D")})) == "2*D");
  CHECK(to_string(make(Op::multiply, {Dim::of(2), sum})) == "2*(P + count)");
  CHECK(to_string(make(Op::subtract, {name("A"), sum})) == "A - (P + count)");
  CHECK(to_string(make(Op::subtract, {sum, name("A")})) == "P + count - A");
  CHECK(to_string(make(Op::floor_divide, {name("D"), make(Op::multiply, {name("H"), Dim::of(2)})})) ==
        "D//(H*2)");
  CHECK(to_string(make(Op::minimum, {name("N"), sum})) == "min(N, P + count)");
  CHECK(to_string(make(Op::maximum, {name("N"), Dim::of(1)})) == "max(N, 1)");
  CHECK(to_string(length("weights")) == "len(weights)");
}

TEST_CASE("types are written as in a specification") {
  const auto item = std::make_shared<const Type>(Type{ArrayType{Scalar::float64, {name("D"), name("D")}}});
  const Type plain{ArrayType{Scalar::int64, {}}};
  const Type record{RecordType{std::make_shared<const RecordDef>(RecordDef{"Pair", {{"a", plain}}})}};
  CHECK(to_string(plain) == "int");
  CHECK(to_string(*item) == "float[D, D]");
  CHECK(to_string(Type{ListType{item}}) == "list<float[D, D]>");
  CHECK(to_string(Type{OptionalType{std::make_shared<const Type>(Type{ListType{item}})}}) ==
        "optional<list<float[D, D]>>");
  CHECK(to_string(record) == "Pair");
  CHECK(to_string(Scalar::float32) == "float32");
  CHECK(to_string(Scalar::boolean) == "bool");
  CHECK(to_string(Scalar::string) == "string");
}

TEST_CASE("scalars and equal types") {
  const Type integer{ArrayType{Scalar::int64, {}}};
  const Type vector{ArrayType{Scalar::int64, {name("N")}}};
  const Type other{ArrayType{Scalar::int64, {name("M")}}};
  CHECK(is_scalar(integer, Scalar::int64));
  CHECK_FALSE(is_scalar(integer, Scalar::float64));
  CHECK_FALSE(is_scalar(vector, Scalar::int64));
  CHECK(same_type(vector, vector));
  CHECK_FALSE(same_type(vector, other));
  CHECK_FALSE(same_type(integer, vector));
  const auto list = [](const Type& item) { return Type{ListType{std::make_shared<const Type>(item)}}; };
  const auto optional = [](const Type& item) {
    return Type{OptionalType{std::make_shared<const Type>(item)}};
  };
  CHECK(same_type(list(vector), list(vector)));
  CHECK_FALSE(same_type(list(vector), optional(vector)));
  CHECK_FALSE(same_type(optional(vector), optional(other)));
  const auto record = [](const std::string& title, std::vector<Field> fields) {
    return Type{RecordType{std::make_shared<const RecordDef>(RecordDef{title, std::move(fields)})}};
  };
  CHECK(same_type(record("R", {{"a", integer}}), record("R", {{"a", integer}})));
  CHECK_FALSE(same_type(record("R", {{"a", integer}}), record("S", {{"a", integer}})));
  CHECK_FALSE(same_type(record("R", {{"a", integer}}), record("R", {{"b", integer}})));
  CHECK_FALSE(same_type(record("R", {{"a", integer}}), record("R", {{"a", integer}, {"b", integer}})));
}
