#include <doctest/doctest.h>

#include "unit/mutation/made.hpp"

using namespace grader::mutation;

TEST_CASE("eps is dropped and moved in and out of roots") {
  CHECK(made("drop eps", "V f(V v, double eps) { return x / (v + eps).sqrt(); }") ==
        Lines{"V f(V v, double eps) { return x / (v).sqrt(); }"});
  CHECK(made("move eps", "void f() { a = (v + eps).sqrt(); }") == Lines{"void f() { a = v.sqrt() + eps; }"});
  CHECK(made("move eps", "void f() { a = x / (v * w + kEps).sqrt(); }") ==
        Lines{"void f() { a = x / ((v * w).sqrt() + kEps); }"});
  CHECK(made("move eps", "void f() { a = x / std::sqrt(v + epsilon); }") ==
        Lines{"void f() { a = x / (std::sqrt(v) + epsilon); }"});
  CHECK(made("move eps", "void f() { a = x / (std::sqrt(v) + 1e-5); }") ==
        Lines{"void f() { a = x / (std::sqrt(v + 1e-5)); }"});
  CHECK(made("move eps", "void f() { a = v.array().sqrt() + eps; }") ==
        Lines{"void f() { a = (v.array() + eps).sqrt(); }"});
  CHECK(made("drop eps", "void f() { a = x / std::max(norm, 1e-12); }") ==
        Lines{"void f() { a = x / norm; }"});
  CHECK(made("drop eps", "void f() { a = x / std::max(kEps, b + c); }") ==
        Lines{"void f() { a = x / (b + c); }"});
  CHECK(made("move eps", "void f() { a = (v + steps).sqrt(); }") == Lines{});
}

TEST_CASE("means divide by one less") {
  CHECK(made("change ddof", "void f() { a = x.mean(); b = (x - m).square().rowwise().mean(); }") ==
        Lines{"void f() { a = x.sum() / (x.size() - 1.0); b = (x - m).square().rowwise().mean(); }",
              "void f() { a = x.mean(); b = (x - m).square().rowwise().sum() / ((x - m).square().cols() - "
              "1.0); }"});
  CHECK(made("change ddof", "void f() { a = y - x.colwise().mean(); }") ==
        Lines{"void f() { a = y - (x.colwise().sum() / (x.rows() - 1.0)); }"});
  CHECK(made("change ddof",
             "double f(const std::vector<double>& x) {\n  const double n = static_cast<double>(x.size());\n"
             "  const double root = std::sqrt(n);\n  double s = 1.0 / x.size();\n  s /= x.size();\n"
             "  return s / n + s / root + s / 2.0;\n}") == Lines{"double s = 1.0 / (x.size() - 1);",
                                                                 "s /= (x.size() - 1);",
                                                                 "return s / (n - 1) + s / root + s / 2.0;"});
  CHECK(made("change ddof",
             "void f(const Eigen::Tensor<double, 3>& x) { a = x.mean(); b = x.mean(dims); }") == Lines{});
}

TEST_CASE("functions are swapped for their likes, and dropped") {
  CHECK(made("void f() { g(x.mean()); }") == Lines{"drop statement: void f() { ; }",
                                                   "change ddof: void f() { g(x.sum() / (x.size() - 1.0)); }",
                                                   "swap mean and sum: void f() { g(x.sum()); }"});
  CHECK(made("swap max and min", "void f() { g(std::max(a, b), x.maxCoeff()); }") ==
        Lines{"void f() { g(std::min(a, b), x.maxCoeff()); }",
              "void f() { g(std::max(a, b), x.minCoeff()); }"});
  CHECK(made("swap function", "void f() { g(x.norm(), std::sin(a), Eigen::MatrixXd::Zero(2, 2)); }") ==
        Lines{"void f() { g(x.squaredNorm(), std::sin(a), Eigen::MatrixXd::Zero(2, 2)); }",
              "void f() { g(x.norm(), std::cos(a), Eigen::MatrixXd::Zero(2, 2)); }",
              "void f() { g(x.norm(), std::sin(a), Eigen::MatrixXd::Ones(2, 2)); }"});
  CHECK(made("drop call", "void f() { g(x.square(), std::sqrt(a + b), std::exp(c), sqrt); }") ==
        Lines{"void f() { g(x, std::sqrt(a + b), std::exp(c), sqrt); }",
              "void f() { g(x.square(), (a + b), std::exp(c), sqrt); }",
              "void f() { g(x.square(), std::sqrt(a + b), c, sqrt); }"});
}

TEST_CASE("signs, products and quotients are turned around") {
  CHECK(made("change sign", "void f() { a = b - -c * d; a += e; }") ==
        Lines{"void f() { a = b + -c * d; a += e; }", "void f() { a = b - c * d; a += e; }",
              "void f() { a = b - -c * d; a -= e; }"});
  CHECK(made("change sign", "void f() { a = b + c - d; }") ==
        Lines{"void f() { a = b - c - d; }", "void f() { a = b + c + d; }"});
  CHECK(made("change sign", "void f(std::string s) { s = \"a\" + b; s += \"c\"; t = s + b; }") == Lines{});
  CHECK(
      made("swap product and quotient", "void f(Eigen::MatrixXd m) { a = b * c / d; e = b * m; e *= b; }") ==
      Lines{"void f(Eigen::MatrixXd m) { a = b / c / d; e = b * m; e *= b; }",
            "void f(Eigen::MatrixXd m) { a = b * c * d; e = b * m; e *= b; }",
            "void f(Eigen::MatrixXd m) { a = b * c / d; e = b * m; e /= b; }"});
}

TEST_CASE("each term and each factor is dropped, unless nothing of its kind is left") {
  CHECK(made("drop term", "void f() { a = b - c * d + e; }") ==
        Lines{"void f() { a = -c * d + e; }", "void f() { a = b + e; }", "void f() { a = b - c * d; }"});
  CHECK(made("drop term", "void f() { a = x.colwise() - mean; b = c + 0; }") ==
        Lines{"void f() { a = x; b = c + 0; }", "void f() { a = x.colwise() - mean; b = 0; }"});
  CHECK(made("drop factor", "void f() { a = b * c / d; }") ==
        Lines{"void f() { a = c / d; }", "void f() { a = b / d; }", "void f() { a = b * c; }"});
  CHECK(made("drop factor", "V f(const Eigen::VectorXd& v, double g) { return g / v.norm() * v; }") ==
        Lines{"V f(const Eigen::VectorXd& v, double g) { return g * v; }"});
  CHECK(made("drop factor", "void f() { a = 1.0 * b; c = d.rowwise() * e; }") ==
        Lines{"void f() { a = 1.0; c = d.rowwise() * e; }", "void f() { a = 1.0 * b; c = d; }"});
}
