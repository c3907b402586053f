// What each function takes and gives, in kinds and symbolic sizes.
#include <doctest/doctest.h>

#include "check_support.hpp"
#include "language/functions.hpp"

using namespace grader;
using namespace grader::checking;

TEST_CASE("every function of the table is checked") {
  for (const language::Builtin& function : language::builtins()) {
    INFO(function.name);
    const bool takes_no_values = function.name == "fd" || function.name == "has";
    CHECK((language::rule_of(function.name) == nullptr) == takes_no_values);
    // Without its arguments each one says what it needs.
    CHECK(norm(std::string(function.name) + "()").find(std::string(function.name) + " needs its argument") !=
          std::string::npos);
  }
}

TEST_CASE("elementwise functions") {
  CHECK(norm("abs(-3)") == "int");
  CHECK(norm("abs(x)") == "float[B, D]");
  CHECK(norm("sqrt(4)") == "float");
  for (const char* name : {"exp", "log", "sin", "cos", "tanh", "erf", "sqrt"})
    CHECK(norm(std::string(name) + "(gamma)") == "float[D]");
  CHECK(norm("isfinite(x)") == "bool[B, D]");
  CHECK(norm("isnan(x)") == "bool[B, D]");
  CHECK(norm("maximum(x, 0)") == "float[B, D]");
  CHECK(norm("minimum(x > 0, x < 1)") == "bool[B, D]");
  CHECK(norm("zeros([minimum(B, D)])") == "float[min(B, D)]");
  CHECK(norm("clip(x, 0, 1)") == "float[B, D]");
  CHECK(norm("where(x > 0, gamma, 0)") == "float[B, D]");
  CHECK(norm("round(x, 2)") == "float[B, D]");
  CHECK(attend("round(ids, decimals=-1)") == "int[T]");
  CHECK(norm("sqrt('a')") == "5: sqrt needs numbers as its argument 'x', found string | ");
  CHECK(norm("abs(x > 0)") == "4: abs needs numbers as its argument 'x', found bool[B, D] | ");
  CHECK(norm("where(x, 1, 0)") ==
        "6: where needs bools as its argument 'condition', found float[B, D] | compare it with something");
  CHECK(norm("round(x, 0.5)") == "9: round needs an int as its argument 'decimals', found float | ");
  CHECK(attend("exp(weights)") == "4: exp needs numbers as its argument 'x', found Attention | ");
  CHECK(norm("exp(x, x)") == "7: exp takes at most 1 argument | it is exp(x)");
}

TEST_CASE("reductions") {
  CHECK(norm("sum(x)") == "float");
  CHECK(norm("sum(x, 0)") == "float[D]");
  CHECK(norm("mean(x, axis=-1)") == "float[B]");
  CHECK(norm("mean(x, -1, keepdims=true)") == "float[B, 1]");
  CHECK(norm("x - mean(x, -1, keepdims=true)") == "float[B, D]");
  CHECK(norm("max(x, keepdims=true)") == "float[1, 1]");
  CHECK(norm("var(x, axis=1, ddof=1)") == "float[B]");
  CHECK(norm("std(x, axis=0, keepdims=false)") == "float[D]");
  CHECK(norm("sum(x > 0)") == "int");
  CHECK(norm("any(x > 0, axis=0)") == "bool[D]");
  CHECK(norm("all(x)") == "bool");
  CHECK(norm("argmax(x, 1)") == "int[B]");
  CHECK(norm("norm(x)") == "float");
  CHECK(norm("norm(x, axis=1)") == "float[B]");
  CHECK(norm("cumsum(x)") == "float[B*D]");
  CHECK(norm("cumsum(x > 0, 0)") == "int[B, D]");
  CHECK(attend("min(ids)") == "int");
  CHECK(norm("sum(x, axis=2)") ==
        "12: axis 2 is out of bounds for [B, D] | axes go from 0 to 1, or from -2 to -1");
  CHECK(norm("max(B, D)") == "7: a single number has no axes | write maximum(a, b) for the larger of two");
  CHECK(norm("min(B, D)") == "7: a single number has no axes | write minimum(a, b) for the smaller of two");
  CHECK(norm("norm(x, 1)") == "8: 'axis' of norm is given by its name | write axis = …");
  CHECK(norm("sum(x, axis=0.5)") == "12: sum needs an int as its argument 'axis', found float | ");
  CHECK(norm("sum(x, keepdims=1)") == "16: 'keepdims' of sum is written out | write true or false");
  CHECK(norm("var(x > 0)") == "4: var needs numbers as its argument 'x', found bool[B, D] | ");
  CHECK(attend("sum(blocks)") == "4: sum needs an array as its argument 'x', found list<Block> | ");
  CHECK(norm("sum(x=x, x=x)") == "9: 'x' of sum is given twice | it is sum(x, axis=…, keepdims=…)");
}

TEST_CASE("products") {
  CHECK(norm("dot(gamma, beta)") == "float");
  CHECK(norm("matmul(x, transpose(x))") == "float[B, B]");
  CHECK(norm("matmul(b = gamma, a = x)") == "float[B]");
  CHECK(attend("dot(ids, ids)") == "int");
  CHECK(norm("svdvals(x)") == "float[min(B, D)]");
  CHECK(norm("dot(x, x)") == "0: dot of [B, D] and [B, D]: D is not B | transpose(…) the right side");
  CHECK(norm("matmul(x, eps)") ==
        "0: matmul multiplies vectors and matrices, these are float[B, D] and float | write '*' to multiply "
        "by a "
        "number");
  CHECK(norm("svdvals(gamma)") == "8: svdvals needs a matrix as its argument 'x', found float[D] | ");
}

TEST_CASE("arrays put into another form") {
  CHECK(norm("transpose(zeros([2, B, D]))") == "float[D, B, 2]");
  CHECK(norm("reshape(x, [B * D])") == "float[B*D]");
  CHECK(norm("reshape(x, [-1])") == "float[B*D]");
  CHECK(norm("reshape(x, [B, -1, 1])") == "float[B, D, 1]");
  CHECK(norm("reshape(x, shape(out))") == "float[B, D]");
  CHECK(norm("reshape(x, [2, B, D // 2])") == "float[2, B, D//2]");
  CHECK(norm("reshape(zeros(6), [2, 3])") == "float[2, 3]");
  CHECK(norm("concatenate([x, x], axis=1)") == "float[B, 2*D]");
  CHECK(attend("concatenate(layers)") == "float[_, D]");
  CHECK(attend("stack(layers)") == "float[len(layers), D, D]");
  CHECK(norm("stack([gamma, beta], axis=-1)") == "float[D, 2]");
  CHECK(norm("stack([1, 2])") == "int[2]");
  CHECK(norm("flip(x, 0)") == "float[B, D]");
  CHECK(norm("roll(x, 1, axis=0)") == "float[B, D]");
  CHECK(norm("take(x, [1, 0], axis=0)") == "float[2, D]");
  CHECK(norm("take(x, [[0]])") == "float[1, 1]");
  CHECK(norm("sort(x)") == "float[B, D]");
  CHECK(norm("argsort(x, axis=0)") == "int[B, D]");
  CHECK(norm("unique(x) + 1") == "float[_]");
  CHECK(norm("tril(x, -1) + triu(x)") == "float[B, D]");
  CHECK(norm("reshape(x, [B, B])") == "11: [B, D] cannot become [B, B]: B*D elements are not B*B | ");
  CHECK(norm("reshape(x, [-1, -1])") == "11: only one size can be left to be found out | write -1 once");
  CHECK(norm("reshape(x, unique([1, 2]))") ==
        "11: it is not known how many ints these are | write them in [ ]");
  CHECK(norm("reshape(x, [-2, 1])") == "11: a size cannot be negative: -2 | ");
  CHECK(norm("reshape(x, full(-1, 1))") == "16: a size cannot be negative: -1 | ");
  CHECK(norm("reshape(zeros(6), [4, -1])") == "float[4, _]");
  CHECK(norm("reshape(zeros(6), [3, -1])") == "float[3, 2]");
  const model::Function shorter = function("shorter", {{"ids", "int[P]"}}, "int[P - 5]");
  CHECK(type_of("reshape(ids, f(ids = [1]))", shorter) ==
        "13: it is not known how many ints these are | write them in [ ]");
  CHECK(norm("reshape(x, 0.5)") ==
        "11: reshape needs an int or a list of ints as its argument 'shape', found float | ");
  CHECK(norm("concatenate([x, gamma])") == "0: [B, D] and [D] have different numbers of axes | ");
  CHECK(norm("concatenate([x, transpose(x)])") ==
        "0: [B, D] and [D, B] do not fit together along axis 0: D is not B | ");
  CHECK(norm("concatenate(x)") ==
        "12: concatenate needs a list of arrays as its argument 'arrays', found float[B, D] | write the "
        "arrays in [ ]");
  CHECK(norm("concatenate([1, 2])") ==
        "12: concatenate needs arrays with axes as its argument 'arrays', found int[2] | write stack([a, b]) "
        "for "
        "numbers");
  CHECK(norm("concatenate([])") ==
        "12: concatenate needs at least one array as its argument 'arrays', found int[0] | ");
  CHECK(norm("stack([x, gamma])") == "0: stack takes arrays of one shape, these are [B, D] and [D] | ");
  CHECK(norm("take(x, 0.5)") == "8: take needs ints as its argument 'indices', found float | ");
  CHECK(norm("tril(gamma)") ==
        "5: tril needs an array of at least two axes as its argument 'x', found float[D] | ");
  CHECK(norm("sort(eps)") == "5: sort needs an array with axes as its argument 'x', found float | ");
}

TEST_CASE("arrays made of nothing") {
  CHECK(norm("eye(D)") == "float[D, D]");
  CHECK(norm("zeros(D)") == "float[D]");
  CHECK(norm("ones([B, 2 * D + 1])") == "float[B, 2*D + 1]");
  CHECK(norm("zeros([])") == "float");
  CHECK(norm("full([D], 1)") == "int[D]");
  CHECK(norm("full([D], true)") == "bool[D]");
  CHECK(norm("arange(D)") == "int[D]");
  CHECK(norm("arange(1, D)") == "int[D - 1]");
  CHECK(norm("arange(0, 1, 0.25)") == "float[_]");
  CHECK(norm("arange(5, 2)") == "int[0]");
  CHECK(norm("arange(stop = 3)") == "int[3]");
  CHECK(norm("broadcast_to(gamma, [B, D])") == "float[B, D]");
  CHECK(norm("eye(-1)") == "4: a size cannot be negative: -1 | ");
  CHECK(norm("zeros([D, 1 - 3])") == "6: a size cannot be negative: -2 | ");
  CHECK(norm("eye(0.5)") == "4: eye needs an int as its argument 'n', found float | ");
  CHECK(
      norm("full([D], x)") ==
      "10: full needs one number as its argument 'value', found float[B, D] | write broadcast_to(x, shape)");
  CHECK(norm("arange(x)") == "7: arange needs one number as its argument 'stop', found float[B, D] | ");
  CHECK(norm("broadcast_to(x, [D])") ==
        "13: broadcast_to needs an array of no more axes than [D] as its argument 'x', found float[B, D] | ");
  CHECK(norm("zeros([1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1])") ==
        "6: an array has at most 16 axes, these are 17 | ");
}

TEST_CASE("questions to values") {
  CHECK(norm("shape(x)") == "int[2]");
  CHECK(norm("zeros(shape(x)[1])") == "float[D]");
  CHECK(norm("zeros(size(x))") == "float[B*D]");
  CHECK(norm("zeros(len(x))") == "float[B]");
  CHECK(attend("zeros(len(blocks))") == "float[len(blocks)]");
  CHECK(attend("len(text)") == "int");
  CHECK(norm("allclose(x, out, rtol=1e-3)") == "bool");
  CHECK(norm("far(x, out, 0.1)") == "bool");
  CHECK(norm("len(eps)") ==
        "4: len needs a list, a string or an array with axes as its argument 'x', found float | ");
  CHECK(norm("far(x, gamma, 1)") ==
        "0: far compares arrays of one shape, these are [B, D] and [D] | write broadcast_to(x, shape), or "
        "select a "
        "part of the larger one");
  CHECK(norm("allclose(x, x, 1)") == "15: 'rtol' of allclose is given by its name | write rtol = …");
  CHECK(norm("allclose(x, x, atol=x)") ==
        "20: allclose needs one number as its argument 'atol', found float[B, D] | ");
}

TEST_CASE("set replaces a part") {
  CHECK(norm("set(x, 0, 0)") == "float[B, D]");
  CHECK(norm("set(x, 0, 0*x[0])") == "float[B, D]");
  CHECK(norm("set(x, [0, 1], 5)") == "float[B, D]");
  CHECK(attend("set(blocks, 0, blocks[1])") == "list<Block>");
  CHECK(attend("set(ids, -1, 3)") == "int[T]");
  CHECK(attend("set(ids, 0, 0.5)") == "12: set needs ints as its argument 'v', found float | ");
  CHECK(attend("set(blocks, 0, x)") == "15: set needs Block as its argument 'v', found float[T, D] | ");
  CHECK(norm("set(x, [0, 1, 2], 5)") ==
        "7: set needs one int for each of the first axes of [B, D] as its argument 'i', found int[3] | ");
  CHECK(norm("set(x, 0, x)") == "10: set needs at most [D] as its argument 'v', found float[B, D] | ");
  CHECK(norm("set(x, 0, x[:, 0])") ==
        "10: [D] and [B] do not broadcast: D is not B | where they are known to be the same, say so with "
        "broadcast_to(x, [sizes])");
  CHECK(norm("set(x, [0, 0], gamma)") == "15: set needs at most [] as its argument 'v', found float[D] | ");
  CHECK(norm("set(eps, 0, 1)") ==
        "9: set needs one int for each of the first axes of [] as its argument 'i', found int | ");
}
