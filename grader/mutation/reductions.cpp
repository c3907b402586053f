#include <algorithm>
#include <array>
#include <set>

#include "mutation/operators.hpp"

namespace grader::mutation {
namespace {

struct Exchange {
  std::string_view operation;
  std::string_view one;
  std::string_view other;
};

// Of methods and of functions alike.
constexpr std::array<Exchange, 18> kExchanges = {{{"swap mean and sum", "mean", "sum"},
                                                  {"swap max and min", "max", "min"},
                                                  {"swap max and min", "maxCoeff", "minCoeff"},
                                                  {"swap max and min", "cwiseMax", "cwiseMin"},
                                                  {"swap max and min", "max_element", "min_element"},
                                                  {"swap max and min", "maximum", "minimum"},
                                                  {"swap function", "norm", "squaredNorm"},
                                                  {"swap function", "sin", "cos"},
                                                  {"swap function", "sinh", "cosh"},
                                                  {"swap function", "floor", "ceil"},
                                                  {"swap function", "all", "any"},
                                                  {"swap function", "all_of", "any_of"},
                                                  {"swap function", "Zero", "Ones"},
                                                  {"swap function", "setZero", "setOnes"},
                                                  {"swap function", "head", "tail"},
                                                  {"swap function", "leftCols", "rightCols"},
                                                  {"swap function", "topRows", "bottomRows"},
                                                  {"swap function", "lower_bound", "upper_bound"}}};

// Of one value, to one of the same type.
constexpr std::array<std::string_view, 16> kElementwise = {
    "square",   "sqrt",      "exp",       "log",     "abs",          "tanh", "inverse", "cube",
    "cwiseAbs", "cwiseSqrt", "cwiseAbs2", "reverse", "cwiseInverse", "erf",  "sin",     "cos"};

bool is_elementwise(std::string_view name) {
  return std::find(kElementwise.begin(), kElementwise.end(), name) != kElementwise.end();
}

/// Knows which expressions are a number of elements: n, x.cols(), static_cast<double>(x.size()), groups * n.
class Sizes {
 public:
  explicit Sizes(const Syntax& syntax) : syntax_(syntax) {
    const Code& code = syntax.code();
    for (const Statement& statement : syntax.outline().statements) {
      const bool names = statement.kind == Statement::Kind::declaration && statement.value.first >= 2;
      if (names && is_size(statement.value)) names_.insert(code.text(statement.value.first - 2));
    }
  }

  bool is_size(Range range) const {
    const Code& code = syntax_.code();
    bool has_size = false;
    for (std::size_t i = range.first; i < range.last; ++i) {
      const bool asks =
          code.is(i, "size") || code.is(i, "rows") || code.is(i, "cols") || code.is(i, "dimension");
      const bool is_asked = asks && syntax_.is_method(i);
      // The mean of n squares is no size, though n is in it.
      const bool computes = code.is_name(i) && code.is(i + 1, "(") && !is_asked && !code.is(i, "double");
      if (computes) return false;
      has_size = has_size || is_asked || (code.is_name(i) && names_.count(code.text(i)) != 0);
    }
    return has_size;
  }

 private:
  const Syntax& syntax_;
  std::set<std::string_view> names_;
};

/// x.rowwise().mean() becomes a sum over one less than there are columns.
std::string sample_mean(const Syntax& syntax, std::size_t mean, Range& whole) {
  const Code& code = syntax.code();
  std::size_t dot = mean - 1;
  std::string count = "size";
  std::string sum = "sum()";
  if (dot > 3 && code.is(dot - 1, ")") && (code.is(dot - 3, "rowwise") || code.is(dot - 3, "colwise"))) {
    count = code.is(dot - 3, "rowwise") ? "cols" : "rows";
    sum = std::string(code.text(dot - 3)) + "().sum()";
    dot -= 4;
  }
  whole = {syntax.postfix_begin(mean), mean + 3};
  const std::string value = code.text({whole.first, dot});
  const std::string text = value + "." + sum + " / (" + value + "." + count + "() - 1.0)";
  return syntax.is_whole(whole) ? text : "(" + text + ")";
}

}  // namespace

Edits change_ddof(const Syntax& syntax) {
  const Code& code = syntax.code();
  const Sizes sizes(syntax);
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code.is(i, "mean") && syntax.is_method(i) && syntax.may_change(i) && code.is(i + 2, ")")) {
      const std::size_t begin = syntax.postfix_begin(i);
      if (syntax.shape_of_name(begin) == Shape::tensor) continue;
      Range whole;
      const std::string text = sample_mean(syntax, i, whole);
      edits.push_back({"change ddof", {replacement(code, whole, text)}});
    }
    const bool divides = (code.is(i, "/") && syntax.precedence(i) == kProduct) || code.is(i, "/=");
    if (!divides || !syntax.may_change(i)) continue;
    const Range divisor = code.is(i, "/") ? syntax.right(i) : Range{i + 1, code.find({i, code.size()}, ";")};
    if (sizes.is_size(divisor))
      edits.push_back({"change ddof", {replacement(code, divisor, "(" + code.text(divisor) + " - 1)")}});
  }
  return edits;
}

Edits swap_function(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool is_called = code.is_name(i) && syntax.may_change(i) && code.is(i + 1, "(");
    if (!is_called) continue;
    for (const Exchange& exchange : kExchanges) {
      if (!code.is(i, exchange.one) && !code.is(i, exchange.other)) continue;
      const std::string_view other = code.is(i, exchange.one) ? exchange.other : exchange.one;
      edits.push_back({std::string(exchange.operation), {replacement(code, {i, i + 1}, std::string(other))}});
    }
  }
  return edits;
}

Edits drop_call(const Syntax& syntax) {
  const Code& code = syntax.code();
  Edits edits;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!is_elementwise(code.text(i)) || !syntax.is_call(i + 1) || !syntax.may_change(i)) continue;
    const std::vector<Range> values = syntax.arguments(i + 1);
    if (syntax.is_method(i) && values.empty())
      edits.push_back({"drop call", {replacement(code, {i - 1, i + 3}, "")}});
    if (syntax.is_method(i) || values.size() != 1) continue;
    const Range whole{syntax.postfix_begin(i), code.next(i + 1)};
    edits.push_back({"drop call", {replacement(code, whole, syntax.operand(values[0], kTightest))}});
  }
  return edits;
}

}  // namespace grader::mutation
