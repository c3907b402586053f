#include <doctest/doctest.h>

#include "unit/mutation/made.hpp"

using namespace grader::mutation;

TEST_CASE("loops begin later and end one sooner or later, and always end") {
  CHECK(made("void f(int n) { for (int i = 0; i < n; ++i) ++a; }") ==
        Lines{"shift bound: void f(int n) { for (int i = 1; i < n; ++i) ++a; }",
              "shift bound: void f(int n) { for (int i = 0; i <= n; ++i) ++a; }",
              "shift bound: void f(int n) { for (int i = 0; i < n - 1; ++i) ++a; }"});
  CHECK(made("void f(int n) { for (int i = n - 1; i >= 0; --i) ++a; }") ==
        Lines{"drop term: void f(int n) { for (int i = -1; i >= 0; --i) ++a; }",
              "drop term: void f(int n) { for (int i = n; i >= 0; --i) ++a; }",
              "shift bound: void f(int n) { for (int i = n - 1; i > 0; --i) ++a; }"});
  CHECK(made("void f(unsigned n) { for (unsigned i = n; i-- > 0;) ++a; while (n > 1) n /= 2; do --n; while "
             "(n > 1); }") == Lines{});
  CHECK(made("void f(int n) { while (true) { a = b + 1; if (a < n) break; } for (;;) { c = d; } }") ==
        Lines{});
  CHECK(made("drop statement", "void f() { while (!q.empty()) { q.pop(); s += 1; } }") ==
        Lines{"void f() { while (!q.empty()) { q.pop(); ; } }"});
}

TEST_CASE("conditions are negated, each in one way") {
  CHECK(made("void f(bool a, bool b) { if (a) ++c; if (!b) ++c; }") ==
        Lines{"negate condition: void f(bool a, bool b) { if (!a) ++c; if (!b) ++c; }",
              "change name: void f(bool a, bool b) { if (b) ++c; if (!b) ++c; }",
              "negate condition: void f(bool a, bool b) { if (a) ++c; if (b) ++c; }",
              "change name: void f(bool a, bool b) { if (a) ++c; if (!a) ++c; }"});
  CHECK(made("negate condition", "void f() { x = mask ? y : z; }") ==
        Lines{"void f() { x = !mask ? y : z; }"});
  CHECK(made("void f() { if (a && b) ++c; }") == Lines{"negate condition: void f() { if (!(a && b)) ++c; }",
                                                       "swap and/or: void f() { if (a || b) ++c; }"});
}

TEST_CASE("comparisons get their neighbours where numbers can be equal") {
  CHECK(made("change comparison", "void f(int a, int b) { if (a < b) ++c; }") ==
        Lines{"void f(int a, int b) { if (a >= b) ++c; }", "void f(int a, int b) { if (a <= b) ++c; }"});
  CHECK(made("change comparison", "void f(double a, double b) { if (a < b) ++c; }") ==
        Lines{"void f(double a, double b) { if (a >= b) ++c; }"});
  CHECK(made("change comparison", "bool f(int a, int b) { return a == b; }") ==
        Lines{"bool f(int a, int b) { return a != b; }", "bool f(int a, int b) { return a <= b; }",
              "bool f(int a, int b) { return a >= b; }"});
  CHECK(made("change comparison", "bool f(int a) { return a % 2 == 0; }") ==
        Lines{"bool f(int a) { return a % 2 != 0; }"});
}

TEST_CASE("constants become others that are told from them") {
  CHECK(made("change constant", "void f() { g(0); g(1); g(7u); g(1'000); g(0x1f); g(true); }").size() == 6);
  const auto change = [](const std::string& number) {
    return made("change constant", "double a = " + number + ";").at(0);
  };
  CHECK(change("0") == "double a = 1;");
  CHECK(change("1") == "double a = 0;");
  CHECK(change("7u") == "double a = 8u;");
  CHECK(change("1'000") == "double a = 1001;");
  CHECK(change("0x1f") == "double a = (0x1f + 1);");
  CHECK(change("010") == "double a = (010 + 1);");
  CHECK(change("0.0") == "double a = 1.0;");
  CHECK(change("1.0") == "double a = 2.0;");
  CHECK(change("1e-5f") == "double a = 2e-05f;");
  CHECK(change("1e-12") == "double a = 0.0;");
  CHECK(change("1e30") == "double a = 1.0;");
  CHECK(change("true") == "double a = false;");
  CHECK(made("change constant", "void f() { a = b + 1; a = -1; a = std::max(b, 1e-12); case 3: ; }") ==
        Lines{"void f() { a = b + 2; a = -1; a = std::max(b, 1e-12); case 3: ; }"});
  CHECK(made("change constant", "int a = 99999999999999999999;") == Lines{});
}

TEST_CASE("arguments are swapped where their types are the same") {
  CHECK(made("swap arguments", "void f(int a, int b, double c) { g(a, b, c); std::max(a, b); m(i, i); }") ==
        Lines{"void f(int a, int b, double c) { g(b, a, c); std::max(a, b); m(i, i); }"});
  CHECK(made("swap arguments", "R f() { const double a = 1, b = 2; return {a, b}; }") ==
        Lines{"R f() { const double a = 1, b = 2; return {b, a}; }"});
  CHECK(made("change name", "V f(const V& a, double e, const V& b) { return a.b + b.size() + e; }") ==
        Lines{"V f(const V& a, double e, const V& b) { return b.b + b.size() + e; }"});
}

TEST_CASE("values are scaled, zeroed and replaced by what came in") {
  CHECK(made("double f(double x) { return g(x); }") ==
        Lines{"scale: double f(double x) { return g(x) * 2; }",
              "return zeros: double f(double x) { return g(x) * 0; }",
              "return argument: double f(double x) { return x; }"});
  CHECK(made("bool f() { return g(); }") == Lines{"negate condition: bool f() { return !g(); }"});
  CHECK(made("negate condition", "bool f() { return g() || h(); }") ==
        Lines{"bool f() { return !(g() || h()); }"});
  CHECK(
      made("scale",
           "R f(bool fits, Eigen::MatrixXd y, Eigen::Tensor<double, 3> z) { return {fits, y, z}; }") ==
      Lines{"R f(bool fits, Eigen::MatrixXd y, Eigen::Tensor<double, 3> z) { return {fits, y * 2, z}; }",
            "R f(bool fits, Eigen::MatrixXd y, Eigen::Tensor<double, 3> z) { return {fits, y, z * 2.0}; }"});
  CHECK(made("scale",
             "void f() { const double a = b - c; Eigen::ArrayXd d = e; x = "
             "-std::numeric_limits<double>::max(); }") ==
        Lines{"void f() { const double a = (b - c) * 2; Eigen::ArrayXd d = e; x = "
              "-std::numeric_limits<double>::max(); }"});
}

TEST_CASE("statements are dropped, or their values where nothing would be left but chance") {
  CHECK(made("drop statement", "void f() { g(x); a += b; ++c; int d = 1; throw e(x); }") ==
        Lines{"void f() { ; a += b; ++c; int d = 1; throw e(x); }",
              "void f() { g(x); ; ++c; int d = 1; throw e(x); }"});
  CHECK(made("drop statement", "M f() { Eigen::MatrixXd y(2, 2); y.row(0) = g(); y += h; }") ==
        Lines{"M f() { Eigen::MatrixXd y(2, 2); y.row(0) = g() * 0; y += h; }",
              "M f() { Eigen::MatrixXd y(2, 2); y.row(0) = g(); ; }"});
  CHECK(made("drop value", "M f() { Eigen::MatrixXd y(2, 2); y << a, b - c; }") ==
        Lines{"M f() { Eigen::MatrixXd y(2, 2); y << a * 0, b - c; }",
              "M f() { Eigen::MatrixXd y(2, 2); y << a, (b - c) * 0; }"});
}
