#include <doctest/doctest.h>

#include "unit/mutation/made.hpp"

using namespace grader::mutation;

TEST_CASE("axes are swapped one by one") {
  CHECK(made("swap axis", "void f() { g(x.rows(), x.row(i), x.middleCols(i, n), x.leftCols(n), rows()); }") ==
        Lines{"void f() { g(x.cols(), x.row(i), x.middleCols(i, n), x.leftCols(n), rows()); }",
              "void f() { g(x.rows(), x.col(i), x.middleCols(i, n), x.leftCols(n), rows()); }",
              "void f() { g(x.rows(), x.row(i), x.middleRows(i, n), x.leftCols(n), rows()); }",
              "void f() { g(x.rows(), x.row(i), x.middleCols(i, n), x.topRows(n), rows()); }"});
  CHECK(made("swap axis", "void f() { a = x.dimension(0); b = x.dimension(2); }") ==
        Lines{"void f() { a = x.dimension(1); b = x.dimension(2); }",
              "void f() { a = x.dimension(0); b = x.dimension(1); }"});
}

TEST_CASE("what is broadcast along the other axis is turned, so that the mutant compiles") {
  CHECK(made("swap axis", "void f() { a = x.rowwise() - m; }") ==
        Lines{"void f() { a = x.colwise() - m.transpose(); }"});
  CHECK(made("swap axis", "void f() { a.colwise() += b + c; }") ==
        Lines{"void f() { a.rowwise() += (b + c).transpose(); }"});
  CHECK(made("swap axis", "void f() { a = x.rowwise().sum(); }") ==
        Lines{"void f() { a = x.colwise().sum(); }"});
  // A row of sums cannot be added to columns.
  CHECK(made("swap axis", "void f() { a = x.rowwise() - x.colwise().mean(); }") ==
        Lines{"void f() { a = x.colwise() - x.colwise().mean().transpose(); }"});
}

TEST_CASE("statistics over the other axis are one mutant, with parameters as they are") {
  const std::string source =
      "M f(const M& x, const V& gamma) {\n"
      "  const V mean = x.rowwise().mean();\n"
      "  const M centered = x.colwise() - mean;\n"
      "  return centered.rowwise() * gamma.transpose();\n"
      "}\n";
  CHECK(made("swap every axis", source) ==
        Lines{"const V mean = x.colwise().mean();\nconst M centered = x.rowwise() - mean.transpose();"});
  CHECK(made("swap every axis", "V f(const M& x) { const V a = x.rowwise().mean(); return a; }") == Lines{});
}

TEST_CASE("a transpose is dropped where that matters and compiles") {
  CHECK(made("drop transpose",
             "M f(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) { return a.transpose() * b; }") ==
        Lines{"M f(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) { return a * b; }"});
  CHECK(made("drop transpose", "void f() { m << v.transpose(), w; }") == Lines{"void f() { m << v, w; }"});
  // Eigen turns a vector that is stored; in a broadcast its direction is part of its type.
  CHECK(made("drop transpose", "R f() { return {x.colwise().sum().transpose(), x.row(0).transpose()}; }") ==
        Lines{});
  CHECK(made("drop transpose",
             "void f() { x.row(i) = g(x).transpose(); a = x.rowwise() - m.transpose(); }") == Lines{});
  CHECK(made("drop transpose", "Eigen::VectorXd f() { return g(x).transpose(); }") == Lines{});
}
