// Whole properties and conditions: those of the course, their names, and mistakes in several texts.
#include <doctest/doctest.h>

#include "check_support.hpp"

using namespace grader;
using namespace grader::checking;

namespace {

using Named = std::vector<std::pair<std::string, std::string>>;

model::Property property(Named for_all, Named let, std::string check) {
  model::Property result;
  result.for_all = std::move(for_all);
  result.let = std::move(let);
  result.check = std::move(check);
  return result;
}

std::string condition(std::string_view text, const model::Function& function) {
  const auto compiled = language::Condition::compile(text, function);
  const auto* mistake = std::get_if<language::Mistake>(&compiled);
  return mistake == nullptr ? "" : text_of(*mistake);
}

}  // namespace

TEST_CASE("properties of a course are right") {
  const model::Function norm = layer_norm();
  for (const std::string check :
       {"f(x = x + 3) ~= out", "f(x = 2*x, eps = 4*eps) ~= out", "f(x = set(x, 0, 0*x[0]))[1:] ~= out[1:]",
        "f(gamma = 2*gamma) - f(gamma = 0*gamma) ~= 2*(out - f(gamma = 0*gamma))",
        "f(x = 0*x) ~= broadcast_to(beta, [B, D])", "abs(mean(out, axis=1)) < 1e-5",
        "mean(f(gamma = 0*gamma + 1, beta = 0*beta), -1) ~= 0",
        "f(x = take(x, arange(B)[::-1], axis=0)) ~= flip(out, 0)", "all(isfinite(f(x = 0*x)))",
        "B == 1 or f(x = x[1:]) ~= out[1:]", "out !~ x or far(out, x, 1e-9)"}) {
    INFO(check);
    CHECK(mistakes_in(check, norm) == "");
  }
  const model::Function weight_norm =
      function("weight_norm", {{"v", "float[N]"}, {"g", "float"}}, "float[N]");
  CHECK(mistakes_in("norm(out) ~= abs(g)", weight_norm) == "");
  CHECK(mistakes_in("f(v = 2 * v) ~= out and f(g = -g) ~= -out", weight_norm) == "");
  const model::Function group =
      function("group_norm", {{"x", "float[B, C]"}, {"groups", "int"}, {"eps", "float"}}, "float[B, C]");
  CHECK(mistakes_in("mean(reshape(out, [B, groups, C // groups]), axis=2) ~= 0", group) == "");
  CHECK(mistakes_in("reshape(reshape(out, [B, groups, C // groups]), shape(x)) ~= out", group) == "");
  CHECK(condition("C % groups == 0", group) == "");
  const model::Function rope =
      function("rope_rotate", {{"x", "float[D]"}, {"position", "int"}, {"base", "float"}}, "float[D]");
  CHECK(mistakes_in("out[0::2]**2 + out[1::2]**2 ~= x[::2]**2 + x[1::2]**2", rope) == "");
  CHECK(mistakes_in("dot(f(position = position + 5), ref(x = 2*x)) ~= dot(out, f(x = 2*x, position = 0))",
                    rope) == "");
  const model::Function pca = function("pca_2d", {{"x", "float[N, D]"}}, "float[N, 2]");
  CHECK(mistakes_in("norm(out, axis=0) ~= svdvals(x - mean(x, axis=0))[:2]", pca) == "");
}

TEST_CASE("derivatives, causality and names") {
  const model::Function backward = layer_norm_backward();
  const model::Function forward = layer_norm();
  CHECK(mistakes_in(property({}, {{"zero", "0 * gamma"}},
                             "fd(sum(layer_norm(x, gamma, zero, eps) * dy), x) ~= out.dx"),
                    backward, {&forward}) == "");
  CHECK(mistakes_in("fd(sum(layer_norm(x, gamma, zeros(D), eps) * dy), gamma) ~= out.dgamma", backward,
                    {&forward}) == "");
  CHECK(mistakes_in("fd(sum(f().dx * dy), x) ~= 0*x", backward) == "");
  CHECK(mistakes_in(property({{"i", "arange(T)"}}, {{"changed", "concatenate([x[:i], -x[i:]])"}},
                             "f(x = changed)[:i] ~= out[:i]"),
                    attention()) == "");
  CHECK(mistakes_in(property({{"i", "arange(T)"}, {"j", "[0, 1, -1]"}}, {{"k", "i + j"}},
                             "k < 0 or k >= T or f(x = set(x, k, 0))[:i] ~= out[:i]"),
                    attention()) == "");
  CHECK(mistakes_in(property({{"block", "blocks"}}, {}, "all(isfinite(block.attention.wo))"), attention()) ==
        "");
  CHECK(
      mistakes_in(property({{"scale", "[1, 2.5, 1e3]"}}, {}, "f(x = scale * x, eps = scale**2 * eps) ~= out"),
                  forward) == "");
  CHECK(mistakes_in("not has(mask) or f(mask = mask) ~= out", attention()) == "");
  CHECK(mistakes_in("shape(out) == [T, D] and len(blocks) == len(layers)", attention()) == "");
}

TEST_CASE("loops know their sizes by name") {
  CHECK(mistakes_in(property({{"i", "arange(T)"}}, {}, "out[:i] ~= out[:i + 1]"), attention()) ==
        "check 8: '~=' compares arrays of one shape, these are [i, D] and [i + 1, D] | \n");
  CHECK(mistakes_in(property({{"row", "x"}}, {}, "row ~= x"), layer_norm()) ==
        "check 4: '~=' compares arrays of one shape, these are [D] and [B, D] | write broadcast_to(x, "
        "shape), or "
        "select a part of the larger one\n");
  CHECK(mistakes_in(property({{"axis", "[0, 1]"}}, {}, "sum(out, axis=axis) ~= sum(x, axis=axis)"),
                    layer_norm()) == "");
}

TEST_CASE("what let and forall may be called") {
  const auto named = [](const std::string& name) {
    return mistakes_in(property({}, {{name, "1"}}, "true"), layer_norm());
  };
  CHECK(named("mine") == "");
  CHECK(named("x") == "let 0 0: 'x' is a parameter already | choose another name\n");
  CHECK(named("D") == "let 0 0: 'D' is a size already | choose another name\n");
  CHECK(named("pi") == "let 0 0: 'pi' is a constant already | choose another name\n");
  CHECK(named("sum") == "let 0 0: 'sum' is a function already | choose another name\n");
  CHECK(named("f") == "let 0 0: 'f' is a function already | choose another name\n");
  CHECK(named("out") == "let 0 0: 'out' is the result already | choose another name\n");
  CHECK(named("not") == "let 0 0: 'not' is a word of the language already | choose another name\n");
  CHECK(named("2x") == "let 0 0: '2x' is not a name | names are letters, digits and '_'\n");
  CHECK(named("") == "let 0 0: '' is not a name | names are letters, digits and '_'\n");
  CHECK(mistakes_in(property({{"i", "[1]"}}, {{"i", "1"}}, "true"), layer_norm()) ==
        "let 0 0: 'i' is a name of 'let' or 'forall' already | choose another name\n");
}

TEST_CASE("each text says its mistake") {
  CHECK(mistakes_in(property({{"i", "arange(T"}, {"j", "3"}}, {{"a", "x +"}, {"b", "y y"}}, "out ~"),
                    attention()) ==
        "forall 0 8: expected ',' or ')', found the end | \n"
        "forall 1 0: 'forall' goes over a list, this is int | write [a, b, c] or arange(n)\n"
        "let 0 3: expected a value, found the end | \n"
        "let 1 2: expected an operator or the end, found 'y' | \n"
        "check 4: expected an operator or the end, found '~' | write 'not', or '~=' to compare within the "
        "tolerance\n");
  // A name that has no value yet is no second mistake.
  CHECK(mistakes_in(property({}, {{"a", "gama"}}, "out ~= a"), layer_norm()) ==
        "let 0 0: unknown name 'gama' | did you mean 'gamma'?\n");
  CHECK(mistakes_in(property({{"i", "[1, x]"}}, {}, "true"), layer_norm()) ==
        "forall 0 0: the values of 'forall' are of different kinds: int and float[B, D] | \n");
  CHECK(mistakes_in(property({{"i", "[]"}}, {}, "true"), layer_norm()) ==
        "forall 0 0: 'forall' has no values to go over | \n");
  CHECK(
      mistakes_in(property({{"i", "[1]"}, {"j", "[i]"}}, {}, "true"), layer_norm()) ==
      "forall 1 1: 'i' has no value yet, the lists of 'forall' come first | use parameters, sizes and out\n");
}

TEST_CASE("what fd moves is not hidden in a name") {
  const auto backward = [](Named let, std::string check) {
    return mistakes_in(property({}, std::move(let), std::move(check)), layer_norm_backward());
  };
  const std::string hint = " | names are evaluated before; write its expression here\n";
  CHECK(backward({{"loss", "sum(f().dx)"}}, "fd(loss, x) ~= 0*x") ==
        "check 3: 'loss' does not change with what 'fd' moves" + hint);
  CHECK(backward({{"y", "2 * x"}, {"z", "y + 1"}}, "fd(sum(z), x) ~= 0*x") ==
        "check 7: 'z' does not change with what 'fd' moves" + hint);
  CHECK(backward({{"y", "2 * dy"}}, "fd(sum(y * x), x) ~= y") == "");
  CHECK(backward({{"w", "cos(arange(size(x)))"}},
                 "fd(sum(reshape(w, shape(x)) * x), x) ~= reshape(w, shape(x))") == "");
  CHECK(backward({{"n", "len(x) * 2"}, {"top", "argmax(x)"}}, "fd(sum(n * x) + top, x) ~= n") == "");
}

TEST_CASE("conditions know the inputs only") {
  const model::Function norm = layer_norm();
  CHECK(condition("D >= 2 and all(std(x, axis=1) > 0.1)", norm) == "");
  CHECK(condition("out > 0", norm) == "0: a condition knows the inputs only, there is no 'out' yet | ");
  CHECK(condition("f() ~= x", norm) == "0: a condition knows the inputs only, it cannot call f | ");
  CHECK(condition("fd(sum(x), x) ~= 1", norm) ==
        "3: a condition knows the inputs only, it has no derivatives | ");
  CHECK(condition("D >=", norm) == "4: expected a value, found the end | ");
  CHECK(condition("D", norm) ==
        "0: a check needs a truth value, this is int | compare it with something: '~=', "
        "'<', …");
}

TEST_CASE("lists of lists do not explode") {
  Named let{{"a0", "[true, 1, 'x', [2]]"}};
  for (int i = 1; i < 20; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    std::string text = "[" + before;
    for (int k = 0; k < 300; ++k) text += ", " + before;
    let.emplace_back("a" + std::to_string(i), text + "]");
  }
  const std::string mistakes = mistakes_in(property({}, let, "a3 ~= a3"), layer_norm());
  CHECK(mistakes == "let 2 0: a list of more than 10000 values | write full or arange\n");
}
