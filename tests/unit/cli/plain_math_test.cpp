#include "cli/plain_math.hpp"

#include <doctest/doctest.h>

#include <string>

#include "cli/markdown.hpp"

using grader::cli::display_math;
using grader::cli::plain_math;
using grader::cli::render_markdown;

TEST_CASE("formulas as plain signs") {
  CHECK(plain_math("X") == "X");
  CHECK(plain_math("B \\times D") == "B × D");
  CHECK(plain_math("\\frac{1}{D} \\sum_{j} X_{ij}") == "1/D Σ_j X_ij");
  CHECK(plain_math("\\sigma_i^2") == "σ_i²");
  CHECK(plain_math("10^{-5}") == "10⁻⁵");
  CHECK(plain_math("x^{n+1}") == "x^(n+1)");
  CHECK(plain_math("W^T W, W^\\top") == "Wᵀ W, Wᵀ");
  CHECK(plain_math("\\sqrt{\\sigma^2 + \\varepsilon}") == "√(σ² + ε)");
  CHECK(plain_math("\\sqrt{10}") == "√10");
  CHECK(plain_math("\\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}") == "(x - μ)/√(σ² + ε)");
  CHECK(plain_math("\\frac{\\partial L}{\\partial x}") == "∂L/∂x");
  CHECK(plain_math("\\hat X_{ij}") == "X\u0302_ij");
  CHECK(plain_math("\\lVert v \\rVert_2") == "‖ v ‖₂");
  CHECK(plain_math("\\begin{pmatrix} 3 & 0 \\\\ 0 & 1 \\end{pmatrix}") == "[3 0; 0 1]");
  CHECK(plain_math("\\begin{cases} a & \\text{if it fits} \\\\ b & \\text{if not} \\end{cases}") ==
        "{ a if it fits; b if not }");
  CHECK(plain_math("x \\in \\mathbb{R}^{N \\times D}") == "x ∈ ℝ^(N × D)");
  CHECK(plain_math("\\text{others\\_a}") == "others_a");
  CHECK(plain_math("\\Big( a \\Big)") == "( a )");
  CHECK(plain_math("\\tanh(x)") == "tanh(x)");
}

TEST_CASE("broken formulas end with the text") {
  CHECK(plain_math("\\frac{1}{2") == "1/2");
  CHECK(plain_math("\\frac") == "/");
  CHECK(plain_math("x^") == "x^");
  CHECK(plain_math("}}x") == "x");
  CHECK(plain_math("\\") == "");
  CHECK(plain_math("\\begin{pmatrix} 1") == "[1]");
  CHECK_NOTHROW(plain_math(std::string(100000, '{')));
  CHECK_NOTHROW(plain_math(std::string(100000, '^')));
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "\\sqrt";
  CHECK_NOTHROW(plain_math(deep));
  deep.clear();
  for (int i = 0; i < 20000; ++i) deep += "\\begin{a}";
  CHECK_NOTHROW(plain_math(deep));
}

TEST_CASE("displayed formulas are set apart at qquad") {
  CHECK(display_math("a = b \\qquad c = d") == std::vector<std::string>{"a = b", "c = d"});
  CHECK(display_math("  ").empty());
}

TEST_CASE("paragraphs, lists and formulas are wrapped") {
  const std::string text =
      "Rows of $X$ are *normalized*\nover **features**.\n\n$$\\mu = 1 \\qquad\n \\sigma = 2$$\n\n- a list "
      "item that is\n"
      "  long enough to be broken\n- `code * stays`\n\n1. first\n\n## Heading\n```\n  x  =  1\n```\n";
  CHECK(render_markdown(text, 30) ==
        "Rows of X are normalized over\n"
        "features.\n"
        "\n"
        "    μ = 1\n"
        "    σ = 2\n"
        "\n"
        "- a list item that is long\n"
        "  enough to be broken\n"
        "- `code * stays`\n"
        "\n"
        "1. first\n"
        "\n"
        "Heading\n"
        "      x  =  1\n");
}

TEST_CASE("what is no Markdown stays") {
  CHECK(render_markdown("2 * 3 * 4 costs 5$ or 6 $\n", 60) == "2 * 3 * 4 costs 5$ or 6 $\n");
  CHECK(render_markdown("an unclosed `tick\n", 60) == "an unclosed `tick\n");
  CHECK(render_markdown("", 60) == "");
  CHECK(render_markdown("\x1b[31mred", 60) == "\\x1b[31mred\n");
}
