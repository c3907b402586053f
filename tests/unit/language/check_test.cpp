#include <doctest/doctest.h>

#include "check_support.hpp"

using namespace grader;
using namespace grader::checking;

TEST_CASE("names are what the signature says") {
  CHECK(norm("x") == "float[B, D]");
  CHECK(norm("eps") == "float");
  CHECK(norm("D") == "int");
  CHECK(norm("out") == "float[B, D]");
  CHECK(norm("pi") == "float");
  CHECK(norm("true") == "bool");
  CHECK(norm("2") == "int");
  CHECK(norm("2.0") == "float");
  CHECK(norm("'a'") == "string");
  CHECK(attend("mask") == "optional<bool[T, T]>");
  CHECK(attend("blocks") == "list<Block>");
  CHECK(attend("layers[0]") == "float[D, D]");
  CHECK(attend("blocks[-1].attention.wo[0, 1:]") == "float[D - 1]");
  CHECK(attend("weights") == "Attention");
}

TEST_CASE("names that are unknown get a suggestion") {
  CHECK(norm("gama") == "0: unknown name 'gama' | did you mean 'gamma'?");
  CHECK(norm("1 + True") == "4: unknown name 'True' | did you mean 'true'?");
  CHECK(norm("zzz") == "0: unknown name 'zzz' | ");
  CHECK(norm("sum") == "0: 'sum' is a function | write sum(…)");
  CHECK(norm("x + f") == "4: 'f' is a function | write f(…)");
  CHECK(norm("x[None]") == "2: unknown name 'None' | write reshape(x, shape) for a new axis");
  CHECK(norm("summ(x)") == "0: unknown function 'summ' | did you mean 'sum'?");
  CHECK(norm("softmax(x)") ==
        "0: unknown function 'softmax' | functions of other exercises must stand in 'uses:'");
  CHECK(norm("layer_norm(x)") ==
        "0: unknown function 'layer_norm' | write f(…) for what is judged, ref(…) for the reference");
  CHECK(norm("gamma(1)") == "0: 'gamma' is no function | write x[i] for a part of it");
  CHECK(attend("weights.bq") == "8: Attention has no field 'bq' | did you mean 'wq'?");
  CHECK(attend("weights.zzzz") == "8: Attention has no field 'zzzz' | it has wq, wo, bo");
  CHECK(norm("x.T") == "2: float[B, D] has no field 'T' | write transpose(x)");
  CHECK(norm("x.shape") == "2: float[B, D] has no field 'shape' | write shape(x)");
  CHECK(norm("1 + sum(x, axes=0)") == "11: sum has no argument 'axes' | did you mean 'axis'?");
  CHECK(norm("sum(x, zzz=0)") == "7: sum has no argument 'zzz' | it is sum(x, axis=…, keepdims=…)");
  CHECK(norm("f(gama = 0*gamma)") == "2: f has no parameter 'gama' | did you mean 'gamma'?");
}

TEST_CASE("arithmetic broadcasts as numpy does, in symbols") {
  CHECK(norm("x + 1") == "float[B, D]");
  CHECK(norm("x * gamma + beta") == "float[B, D]");
  CHECK(norm("x + reshape(sum(x, 1), [B, 1])") == "float[B, D]");
  CHECK(norm("2 * D // 2 + 1") == "int");
  CHECK(norm("D / 2") == "float");
  CHECK(norm("-x ** 2") == "float[B, D]");
  CHECK(norm("2.0 ** -1") == "float");
  CHECK(norm("2 ** (1 - 2)") ==
        "2: an int to a negative power is not an int | write the base as a float, like 2.0");
  CHECK(norm("2 ** 3") == "int");
  CHECK(norm("x + [1, 2]") ==
        "2: [B, D] and [2] do not broadcast: D is not 2 | where they are known to be the same, say so with "
        "broadcast_to(x, [sizes])");
  CHECK(norm("x + mean(x, axis=1)") ==
        "2: [B, D] and [B] do not broadcast: D is not B | where they are known to be the same, say so with "
        "broadcast_to(x, [sizes])");
  CHECK(norm("mean(x, axis=1) - x") ==
        "16: [B] and [B, D] do not broadcast: B is not D | where they are known to be the same, say so with "
        "broadcast_to(x, [sizes])");
  CHECK(norm("x + broadcast_to(mean(x, axis=1), [D])") == "float[B, D]");
  CHECK(norm("x @ gamma") == "float[B]");
  CHECK(norm("gamma @ gamma") == "float");
  CHECK(norm("x @ transpose(x)") == "float[B, B]");
  CHECK(norm("x @ x") == "2: '@' of [B, D] and [B, D]: D is not B | transpose(…) the right side");
  CHECK(norm("x @ 2") ==
        "2: '@' multiplies vectors and matrices, these are float[B, D] and int | write '*' to "
        "multiply by a number");
  CHECK(norm("zeros([2, B, D]) @ x") ==
        "17: '@' multiplies vectors and matrices, these are float[2, B, D] and float[B, D] | select matrices "
        "with "
        "x[i]");
  CHECK(norm("'a' + 1") == "4: '+' takes numbers, the left side is string | ");
  CHECK(norm("(x > 0) * (x < 1)") ==
        "8: '*' takes numbers, both sides are bools | write minimum(a, b) for and, maximum(a, b) for or, "
        "element by "
        "element");
  CHECK(norm("(x > 0) * x") == "float[B, D]");
  CHECK(norm("-(x > 0)") == "0: '-' takes numbers, this is bool[B, D] | write not x for one truth value");
}

TEST_CASE("comparisons and truth values") {
  CHECK(norm("x < gamma") == "bool[B, D]");
  CHECK(norm("out ~= 0") == "bool");
  CHECK(norm("out !~ x") == "bool");
  CHECK(norm("out ~= x and x > 0 or not false") == "bool");
  CHECK(attend("text == 'a'") == "bool");
  CHECK(attend("mask ~= true") == "bool");
  CHECK(attend("weights ~= weights") == "bool");
  CHECK(attend("blocks !~ blocks") == "bool");
  CHECK(norm("out ~= gamma") ==
        "4: '~=' compares arrays of one shape, these are [B, D] and [D] | write broadcast_to(x, shape), or "
        "select a "
        "part of the larger one");
  CHECK(norm("out !~ transpose(out)") ==
        "4: '!~' compares arrays of one shape, these are [B, D] and [D, B] | ");
  CHECK(norm("x ~= true") == "2: float[B, D] cannot be compared with bool | ");
  CHECK(norm("(x > 0) == 1") == "8: bool[B, D] cannot be compared with int | ");
  CHECK(attend("weights == weights") ==
        "8: '==' compares numbers, the left side is Attention | records and lists are compared with '~=' or "
        "'!~'");
  CHECK(attend("text < 'b'") ==
        "5: '<' compares numbers, the left side is string | strings are compared with '==' and '!='");
  CHECK(attend("weights ~= blocks") == "8: Attention cannot be compared with list<Block> | ");
  CHECK(norm("not x > 0") == "0: 'not' of bool[B, D] could mean two things | write not any(…) or not all(…)");
  CHECK(norm("not x") ==
        "4: 'not' needs a truth value, this is float[B, D] | compare it with something: '~=', '<', …");
  CHECK(norm("x and true") ==
        "0: 'and' needs a truth value, this is float[B, D] | compare it with something: '~=', "
        "'<', …");
  CHECK(mistakes_in("out - x", layer_norm()) ==
        "check 0: a check needs a truth value, this is float[B, D] | compare it with something: '~=', '<', "
        "…\n");
  CHECK(mistakes_in("out > 0", layer_norm()).empty());
}

TEST_CASE("subscripts take parts") {
  CHECK(norm("x[0]") == "float[D]");
  CHECK(norm("x[0, -1]") == "float");
  CHECK(norm("x[1:]") == "float[B - 1, D]");
  CHECK(norm("x[:-1, :3]") == "float[B - 1, 3]");
  CHECK(norm("x[:, -2:]") == "float[B, 2]");
  CHECK(norm("x[::2]") == "float[_, D]");
  CHECK(norm("x[::-1]") == "float[B, D]");
  CHECK(norm("x[:, 1:D]") == "float[B, D - 1]");
  CHECK(norm("concatenate([x[:1], x[1:]])") == "float[B, D]");
  CHECK(norm("[1, 2, 3, 4][1:9]") == "int[3]");
  CHECK(norm("[1, 2, 3][-1]") == "int");
  CHECK(norm("x[0, 0, 0]") == "0: float[B, D] has 2 axes, these are 3 subscripts | ");
  CHECK(norm("gamma[0, 0]") == "0: float[D] has 1 axis, these are 2 subscripts | ");
  CHECK(norm("eps[0]") == "0: float has no axes to take a part of | ");
  CHECK(norm("x[0.5]") == "2: a subscript is an int, this is float | ");
  CHECK(norm("x[[0, 1]]") ==
        "2: a subscript is an int, this is int[2] | write take(x, indices, axis) for several");
  CHECK(norm("x[::0]") == "4: a step is not 0 | ");
  CHECK(norm("[1, 2][5]") == "0: index 5 is out of bounds for a list of 2 | ");
  CHECK(norm("zeros(3)[3]") == "0: index 3 is out of bounds for axis 0 with size 3 | ");
  CHECK(attend("blocks[1:]") == "0: list<Block> takes one int as its subscript | ");
  CHECK(attend("text[0]") == "0: string has no parts to take by a subscript | ");
  CHECK(attend("weights[0]") == "0: Attention has no parts to take by a subscript | ");
}

TEST_CASE("f keeps what is not given and binds the symbols anew") {
  CHECK(norm("f()") == "float[B, D]");
  CHECK(norm("ref(x = 2 * x)") == "float[B, D]");
  CHECK(norm("f(x = concatenate([x, x]))") == "float[2*B, D]");
  CHECK(norm("f(x[:1])") == "float[1, D]");
  CHECK(norm("f(eps = 1)") == "float[B, D]");
  CHECK(norm("f(x = [[1, 2]], gamma = [1, 1], beta = [0, 0])") == "float[1, 2]");
  CHECK(norm("f(x = x[:, 1:])") == "2: 'x' of f is float[B, D - 1] here, expected float[B, D] | ");
  CHECK(norm("f(x = x[:, 1:], gamma = gamma[1:], beta = beta[1:])") == "float[B, D - 1]");
  CHECK(norm("f(x, gamma = x)") == "5: 'gamma' of f is float[B, D] here, expected float[D] | ");
  CHECK(norm("f(eps = x)") == "2: 'eps' of f is float[B, D] here, expected float | ");
  CHECK(norm("f(eps = true)") == "2: 'eps' of f is bool here, expected float | ");
  CHECK(norm("f(x, x = x)") == "5: 'x' of f is given twice | ");
  CHECK(norm("f(1, 2, 3, 4, 5)") == "14: f takes at most 4 arguments | it is f(x, gamma, beta, eps)");
  CHECK(attend("f(weights.wo = 0 * weights.wo)") == "float[T, D]");
  CHECK(attend("f(weights.wo = weights.bo)") ==
        "2: 'weights.wo' of f is float[D] here, expected float[D, D] | ");
  CHECK(attend("f(weights.bq = 1)") == "2: Attention has no field 'bq' | did you mean 'wq'?");
  CHECK(attend("f(x.y = 1)") == "2: 'x' is float[T, D], which has no fields | ");
  CHECK(attend("f(blocks.gamma = 1)") == "2: 'blocks' is list<Block>, which has no fields | ");
  CHECK(attend("f(weights = weights, weights.wo = weights.wo)") == "21: 'weights.wo' of f is given twice | ");
  CHECK(attend("f(mask = tril(ones([T, T])) > 0)") == "float[T, D]");
  CHECK(attend("f(mask = mask, blocks = set(blocks, 0, blocks[1]), text = 'ab', heads = 1)") ==
        "float[T, D]");
  CHECK(attend("f(heads = 1.5)") == "2: 'heads' of f is float here, expected int | ");
  CHECK(attend("f(x = concatenate([x, x]))") == "2: 'x' of f is float[2*T, D] here, expected float[T, D] | ");
  CHECK(attend("f(layers = [layers[0], 2 * layers[1]])") == "float[T, D]");
  CHECK(attend("f(layers = [x])") ==
        "2: 'layers' of f is float[1, T, D] here, expected list<float[D, D]> | ");
  const model::Function tied =
      function("tied", {{"n", "int"}, {"x", "float[n]"}, {"w", "Attention"}, {"D", "int"}}, "float");
  CHECK(type_of("f(n = 3)", tied) ==
        "0: 'x' stays float[n], the other arguments of f need float[3] | give x, too");
  CHECK(type_of("f(n = 3, x = zeros(3))", tied) == "float");
  CHECK(type_of("f(D = 2)", tied) ==
        "0: 'w.wq' stays float[D, D], the other arguments of f need float[2, 2] | give w.wq, too");
  CHECK(type_of("f(count = 3)", generate_text()) == "int[P + 3]");
  CHECK(type_of("f(count = 2 * count)[P:]", generate_text()) == "int[2*count]");
  CHECK(type_of("f(concatenate([prompt, out]))", generate_text()) == "int[2*P + 2*count]");
}

TEST_CASE("functions of other exercises need every argument") {
  const model::Function linear =
      function("linear", {{"x", "float[T, I]"}, {"w", "float[I, O]"}, {"b", "float[O]"}}, "float[T, O]");
  const model::Function judged = attention();
  const auto type = [&](std::string_view text) { return type_of(text, judged, {&linear}); };
  CHECK(type("linear(x, weights.wo, weights.bo)") == "float[T, D]");
  CHECK(type("linear(x = x, w = blocks[0].w1, b = zeros(F))") == "float[T, F]");
  CHECK(type("linear(x, weights.wo)") == "0: linear needs its argument 'b' | it is linear(x, w, b)");
  CHECK(type("linear(x, transpose(blocks[0].w1), weights.bo)") ==
        "10: 'w' of linear is float[F, D] here, expected float[D, D] | ");
  CHECK(type("linear(heads, weights.wo, weights.bo)") ==
        "7: 'x' of linear is int here, expected float[T, D] | ");
  CHECK(type("linear(heads, 1, 2)") == "7: 'x' of linear is int here, expected float[T, I] | ");
  CHECK(type("linear(x, w.q = x, b = x)") == "10: 'w' is float[I, O], which has no fields | ");
  CHECK(type("linea(x)") == "0: unknown function 'linea' | did you mean 'linear'?");
}

TEST_CASE("derivatives move a parameter and nothing else") {
  const model::Function backward = layer_norm_backward();
  const auto type = [&](std::string_view text) { return type_of(text, backward); };
  CHECK(type("fd(sum(f().dx), x)") == "float[B, D]");
  CHECK(type("fd(f().dx, gamma)") == "float[B, D, D]");
  CHECK(attend("fd(sum(f()), weights.wo)") == "float[D, D]");
  CHECK(type("fd(sum(out.dx), x)") == "7: 'out' does not change with what 'fd' moves | write f()");
  CHECK(type("fd(sum(f().dx), x + 1)") ==
        "16: 'fd' differentiates by a parameter or a field of one | write its name alone");
  CHECK(type("fd(sum(f().dx), B)") ==
        "16: 'fd' differentiates by a parameter or a field of one | write its name alone");
  CHECK(attend("fd(sum(f()), ids)") == "13: 'fd' differentiates by floats, this is int[T] | ");
  CHECK(attend("fd(sum(f()), layers)") ==
        "13: 'fd' differentiates by floats, this is list<float32[D, D]> | ");
  CHECK(attend("fd(sum(f()), weights.wz)") == "21: Attention has no field 'wz' | did you mean 'wq'?");
  CHECK(type_of("fd(sum(w), w)", function("g", {{"w", "float32[N]"}}, "float")) ==
        "11: 'fd' differentiates by floats, this is float32[N] | float32 is too coarse for differences");
  CHECK(attend("fd(argmax(x), x)") == "3: 'fd' differentiates floats, this is int | ");
  CHECK(type("fd(fd(sum(x), x), x)") == "6: 'fd' does not go into another 'fd' | ");
  CHECK(type("fd(f(), x)") == "3: 'fd' differentiates floats, this is Gradients | ");
}

TEST_CASE("optionals are asked for and used as their item") {
  CHECK(attend("has(mask)") == "bool");
  CHECK(attend("has(x)") == "4: 'has' asks whether an optional is there, this is float[T, D] | ");
  CHECK(attend("has(mask) and mask[0, 0]") == "bool");
  CHECK(attend("where(mask, x @ transpose(x), -inf)") == "float[T, T]");
}
