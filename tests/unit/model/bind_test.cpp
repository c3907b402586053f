#include <doctest/doctest.h>

#include "model/report.hpp"
#include "model/type.hpp"

using namespace grader::model;

namespace {

Type array(Scalar element, std::vector<Dim> dims = {}) { return {ArrayType{element, std::move(dims)}}; }
Type floats(std::vector<Dim> dims = {}) { return array(Scalar::float64, std::move(dims)); }
Dim name(const std::string& symbol) { return Dim::symbol(symbol); }
Type list(Type item) { return {ListType{std::make_shared<const Type>(std::move(item))}}; }
Type optional(Type item) { return {OptionalType{std::make_shared<const Type>(std::move(item))}}; }
Type record(std::vector<Field> fields) {
  return {RecordType{std::make_shared<const RecordDef>(RecordDef{"Weights", std::move(fields)})}};
}
Value zeros(Shape shape) { return {Tensor::zeros(Scalar::float64, std::move(shape))}; }
Value whole(std::int64_t value) { return {Tensor::scalar(value)}; }

std::string text(const std::vector<Misfit>& misfits) {
  std::string result;
  for (const Misfit& misfit : misfits)
    result +=
        (misfit.kind == Misfit::Kind::shape ? "shape " : "type ") + misfit.path + " " + misfit.message + "\n";
  return result;
}

const Function kLayerNorm = {
    "layer_norm",
    {{"x", floats({name("B"), name("D")})}, {"gamma", floats({name("D")})}, {"eps", floats()}},
    floats({name("B"), name("D")})};

}  // namespace

TEST_CASE("inputs bind symbols, int parameters and lengths") {
  const Function function = {"f",
                             {{"x", floats({name("B"), Dim::of(3)})},
                              {"layers", array(Scalar::int64)},
                              {"y", floats({name("layers")})},
                              {"weights", list(floats({name("D"), name("D")}))},
                              {"mask", optional(floats({name("T")}))},
                              {"text", array(Scalar::string)}},
                             floats()};
  const Arguments arguments{{{"x", zeros({2, 3})},
                             {"layers", whole(4)},
                             {"y", zeros({4})},
                             {"weights", {List{{zeros({5, 5}), zeros({5, 5})}}}},
                             {"mask", {Optional{{zeros({7})}}}},
                             {"text", {std::string("abc")}}}};
  Bindings bindings;
  CHECK(text(bind(function, arguments, bindings)) == "");
  CHECK(bindings == Bindings{{"B", 2},
                             {"D", 5},
                             {"T", 7},
                             {"layers", 4},
                             {"len(text)", 3},
                             {"len(weights)", 2},
                             {"len(x)", 2},
                             {"len(y)", 4}});
}

TEST_CASE("contradictions are misfits in symbols and numbers") {
  Bindings bindings;
  const Arguments arguments{{{"x", zeros({2, 4})}, {"gamma", zeros({3})}, {"eps", zeros({1})}}};
  CHECK(text(bind(kLayerNorm, arguments, bindings)) ==
        "shape gamma is 3, expected [D] = 4\n"
        "shape eps is 1, expected a scalar\n");
  CHECK(bindings.at("D") == 4);
}

TEST_CASE("a symbol bound before stays") {
  Bindings bindings = {{"D", 3}};
  const Arguments arguments{{{"x", zeros({2, 4})}, {"gamma", zeros({3})}, {"eps", zeros({})}}};
  CHECK(text(bind(kLayerNorm, arguments, bindings)) == "shape x is 2×4, expected [B, D] = 2×3\n");
}

TEST_CASE("arguments that are missing or of another form") {
  Bindings bindings;
  const Arguments arguments{{{"x", {std::string("no")}}, {"eps", whole(1)}}};
  CHECK(text(bind(kLayerNorm, arguments, bindings)) ==
        "type x is string, expected float[B, D]\n"
        "type gamma is missing\n"
        "type eps is int, expected float\n");
}

TEST_CASE("results are held against their type") {
  const Bindings bindings = {{"B", 2}, {"D", 4}};
  CHECK(text(check(zeros({2, 4}), kLayerNorm.returns, bindings)) == "");
  CHECK(text(check(zeros({4, 2}), kLayerNorm.returns, bindings)) == "shape  is 4×2, expected [B, D] = 2×4\n");
  CHECK(text(check(zeros({8}), kLayerNorm.returns, bindings)) == "shape  is 8, expected [B, D] = 2×4\n");
  CHECK(text(check(zeros({2, 4}), kLayerNorm.returns, {})) == "");
  CHECK(text(check({Tensor::zeros(Scalar::float32, {2, 4})}, kLayerNorm.returns, bindings)) ==
        "type  is an array of float32, expected float[B, D]\n");
  CHECK(text(check(zeros({3}), floats({Dim::of(2)}), {})) == "shape  is 3, expected [2]\n");
  CHECK(text(check(zeros({3, 1}), floats({Dim{}}), {})) == "shape  is 3×1, expected [_]\n");
  const Dim twice{Dim::Op::multiply, 0, "", {Dim::of(2), name("D")}};
  CHECK(text(check(zeros({4}), floats({twice}), bindings)) == "shape  is 4, expected [2*D] = 8\n");
}

TEST_CASE("a symbol that only the result has is one size wherever it stands") {
  const Type trained =
      record({{"w1", floats({name("D"), name("F")})}, {"w2", floats({name("F"), name("D")})}});
  const auto weights = [](Shape w1, Shape w2) {
    return Value{Record{{{"w1", zeros(std::move(w1))}, {"w2", zeros(std::move(w2))}}}};
  };
  CHECK(text(check(weights({2, 3}, {3, 2}), trained, {})) == "");
  CHECK(text(check(weights({2, 3}, {4, 2}), trained, {})) == "shape w2 is 4×2, expected [F, D] = 3×2\n");
  CHECK(text(check(weights({2, 3}, {3, 2}), trained, {{"D", 5}})) ==
        "shape w1 is 2×3, expected [D, F] = 5×3\nshape w2 is 3×2, expected [F, D] = 3×5\n");
}

TEST_CASE("misfits name the part they are in") {
  const Type block = record({{"w", floats({name("D"), name("D")})}, {"b", floats({name("D")})}});
  const Type weights = record({{"blocks", list(block)}, {"mask", optional(floats({name("D")}))}});
  const Bindings bindings = {{"D", 2}};
  const auto blocks = [](const Value& w) {
    return Value{
        List{{{Record{{{"w", zeros({2, 2})}, {"b", zeros({2})}}}}, {Record{{{"w", w}, {"b", zeros({2})}}}}}}};
  };
  CHECK(text(check({Record{{{"blocks", blocks(zeros({2, 2}))}, {"mask", {Optional{}}}}}}, weights,
                   bindings)) == "");
  CHECK(text(check({Record{{{"blocks", blocks(zeros({2, 3}))}, {"mask", {Optional{{zeros({3})}}}}}}}, weights,
                   bindings)) ==
        "shape blocks[1].w is 2×3, expected [D, D] = 2×2\n"
        "shape mask is 3, expected [D] = 2\n");
  CHECK(text(check({Record{{{"blocks", zeros({2})}, {"mask", {List{}}}}}}, weights, bindings)) ==
        "type blocks is an array of float, expected list<Weights>\n"
        "type mask is a list, expected optional<float[D]>\n");
  CHECK(text(check({Record{{{"blocks", blocks(zeros({2, 2}))}}}}, weights, bindings)) ==
        "type  is a record, expected Weights\n");
  CHECK(text(check({Optional{}}, weights, bindings)) == "type  is an optional, expected Weights\n");
}

TEST_CASE("verdicts have names and a status") {
  CHECK(to_string(Verdict::wrong_answer) == "wrong_answer");
  CHECK(to_string(Verdict::grader_error) == "grader_error");
  CHECK(to_string(Status::todo) == "todo");
  CHECK(to_string(CheckKind::test_case) == "case");
  CHECK(status_of(Verdict::accepted) == Status::pass);
  CHECK(status_of(Verdict::not_implemented) == Status::todo);
  CHECK(status_of(Verdict::needs_review) == Status::review);
  CHECK(status_of(Verdict::grader_error) == Status::error);
  CHECK(status_of(Verdict::compile_error) == Status::fail);
}
