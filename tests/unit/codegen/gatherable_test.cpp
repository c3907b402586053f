#include "codegen/gatherable.hpp"

#include <doctest/doctest.h>

#include "support/files.hpp"

using namespace grader;
using codegen::Gatherable;
using codegen::NotGatherable;

namespace {

const std::set<std::string> kHeaders = {"vector", "cmath", "string", "Eigen/Dense"};

std::variant<Gatherable, NotGatherable> judged(const std::string& source) {
  return codegen::gatherable(source, "numbers/twice", kHeaders);
}

/// Why it is refused, or "gathered".
std::string refusal(const std::string& source) {
  const auto result = judged(source);
  const auto* refused = std::get_if<NotGatherable>(&result);
  return refused != nullptr ? refused->why : "gathered";
}

std::set<std::string> names(const std::string& source) {
  CAPTURE(source);
  const auto result = judged(source);
  if (const auto* refused = std::get_if<NotGatherable>(&result)) FAIL(refused->why);
  return std::get<Gatherable>(result).names;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("what students write is gathered") {
  for (const char* source : {
           "#include \"numbers/twice.hpp\"\ndouble twice(double x) { return 2 * x; }\n",
           "",
           "#include <vector>  // for the rows\n#include <Eigen/Dense>\n#include \"grader.hpp\"\n",
           "using namespace Eigen;\nusing namespace std;\nstatic double half(double x) { return x / 2; }\n",
           "namespace {\nconstexpr double kHalf = 0.5;\nstruct Point { double x, y; };\n}\n",
           "namespace mine {\ntemplate <typename T>\nT twice(const T& x) { return x + x; }\n}\n",
           "const double eps = 1e-5;\nstatic int calls = 0;\nenum class Kind { first, second };\n",
           "[[nodiscard]] double f(const std::vector<std::vector<double>>& x);\n",
           "// größer\nconst char* const kName = \"größer\";\n",
           "double f(double x) { const auto g = [&](double y) { return x < y ? x : y; }; return g(1); }\n",
           "double f() { using namespace std::numbers; return pi; }\r\n",
           "bool f(bool a, bool b) { return a and not b; }\n",
           "struct Sum { double operator()(double x) const { return x; } };\n",
           "using Matrix = Eigen::MatrixXd;\ntypedef Eigen::VectorXd Vector;\n",
       }) {
    CAPTURE(source);
    CHECK(refusal(source) == "gathered");
  }
}

TEST_CASE("what reaches past the file, or is not understood for sure, is refused") {
  for (const char* source : {
           "#define x y\n",
           "#pragma once\n",
           "#if 1\n#endif\n",
           "#include <thread>\n",
           "#include <cassert>\n",
           "#include \"numbers/half.hpp\"\n",
           "#include \"/etc/passwd\"\n",
           "#include FILE\n",
           "#include\n",
           "#include <vector> /* here\nto there */\n",
           "void f() {\n#include <vector>\n}\n",
           "int a; #include <vector>\n",
           "# line 7\n",
           "#include_next <vector>\n",
           "#include <vector> x\n",
           "#include \"numbers/twice.hpp\n",
           "%:include <vector>\n",
           "int a<:3:>;\n",
           "void f() <%%>\n",
           "int f(int a) { return a \\\n; }\n",
           "// a \\\nint b;\n",
           "// a \\  \nint b;\n",
           "const char* a = R\"(})\";\n",
           "const char* a = u8R\"x(})x\";\n",
           "\xEF\xBB\xBFint f();\n",
           "int größe();\n",
           "int $a();\n",
           "int f() { return 1; }\x01\n",
           "int f();\r int g();\n",
           "/* open\n",
           "const char* a = \"open\n",
           "const char* a = \"open\\\"\n",
           "int a = 'b;\n",
           "int f() {\n",
           "int f() { } }\n",
           "int f( { ) }\n",
           "int a[(3];\n",
           "} {\n",
           "int __f();\n",
           "int _F();\n",
           "const char* f() { return __FILE__; }\n",
           "int f() { return __LINE__; }\n",
           "__attribute__((constructor)) void f();\n",
           "_Pragma(\"once\")\n",
           "asm(\"nop\");\n",
           "extern \"C\" int puts(const char*);\n",
           "void f() { extern int g; }\n",
           "auto f() { return typeid(int).name(); }\n",
           "auto f(std::source_location);\n",
           "import std;\n",
           "module;\n",
           "export int f();\n",
           "int main() {}\n",
           "[[gnu::constructor]] void f();\n",
           "[[using gnu: constructor]] void f();\n",
           "[[clang::optnone]] void f();\n",
           "[[vendor::x]] void f();\n",
           "namespace std { int f(); }\n",
           "namespace Eigen { int f(); }\n",
           "namespace Eigen::internal { int f(); }\n",
           "namespace grader { int f(); }\n",
           "inline namespace a { int f(); }\n",
           "enum { a, b };\n",
           "enum Kind { a, b };\n",
           "using enum Kind;\n",
           "union { int a; };\n",
           "std::ostream& operator<<(std::ostream&, int);\n",
           "double operator\"\"_m(long double);\n",
           "template <> struct std::hash<int> {};\n",
           "template class std::vector<int>;\n",
           "template int f<int>(int);\n",
           "double f(double x) { return ::exp(x); }\n",
           "int f(::size_t);\n",
           "struct A { friend int f(); };\n",
           "int grader_a();\n",
           "int GRADER_RECORD_A();\n",
           "EIGEN_STRONG_INLINE int f();\n",
           "const char* f() { return \"grader_solution_\"; }\n",
           "using namespace mine;\n",
           "using namespace Eigen = b;\n",
           "using namespace ::std;\n",
           "void f(int x) { assert(x); }\n",
           "void f(std::function<int()> g) { g.target_type(); }\n",
           "std::any a();\n",
           "\?\?=define x\n",
           "int @a;\n",
           "std::vector<double> cache;\n",
           "int calls = 0;\n",
           "const std::string kName = \"a\";\n",
           "const char* name = \"a\";\n",
           "Eigen::MatrixXd m;\n",
           "template <int n = a < b> struct A {};\n",
       }) {
    CAPTURE(source);
    CHECK(refusal(source) != "gathered");
  }
  CHECK(refusal(std::string(70000, ' ')) == "too long");
  CHECK(refusal(std::string("int f();\0", 9)) == "strange characters");
}

TEST_CASE("names are those declared outside of functions and classes") {
  CHECK(
      names(
          "double f(double gamma, const Eigen::VectorXd& beta) { double index = y1(3); return index; }\n") ==
      Names{"f"});
  CHECK(names("const double a = 1, b{2}, c(3);\nconstexpr int d[2] = {1, 2};\n") ==
        Names{"a", "b", "c", "d"});
  CHECK(names("namespace {\nstruct P { double x; };\nclass Q : P { };\n}\n") == Names{"P", "Q"});
  CHECK(names("namespace a::b {\nint f();\n}\nnamespace c = a;\n") == Names{"a", "c", "f"});
  CHECK(names("using M = Eigen::MatrixXd;\ntypedef double Real;\nusing std::sqrt;\n") ==
        Names{"M", "Real", "sqrt"});
  CHECK(names("using namespace std;\n") == Names{});
  CHECK(names("template <typename T, int n = (2 > 1)>\nT f(T x) { return g(x); }\n") == Names{"f"});
  CHECK(names("template <typename T>\nconcept Number = requires(T a) { a + a; };\n") == Names{"Number"});
  CHECK(names("std::map<std::string, std::pair<int, int>> f();\n") == Names{"f"});
  CHECK(names("static int (*f)(double), (g);\n").contains("f"));
  CHECK(names("static int (*f)(double), (g);\n").contains("g"));
  CHECK(names("constexpr auto f = [](double x) { return h(x); };\nint g();\n") == Names{"f", "g"});
  CHECK(names("constexpr double a = std::exp(1.0), b = cos(2);\n") == Names{"a", "b"});
  CHECK(names("constexpr auto [a, b] = std::pair(1, 2);\n").contains("b"));
  CHECK(names("struct P { } constexpr a, b;\n").contains("b"));
  CHECK(names("enum class Kind : int { first };\n") == Names{"Kind"});
  CHECK(names("auto f() -> double { return 1; }\n") == Names{"f"});
}

TEST_CASE("a function that is declared in a block counts, calls do not") {
  CHECK(names("void f() { double gamma(double); }\n").contains("gamma"));
  CHECK(names("void f() { if (a) double gamma(double); }\n").contains("gamma"));
  CHECK(names("void f(int n) { switch (n) { case 1: double gamma(double); } }\n").contains("gamma"));
  CHECK(names("double f(double x) { return x > 0 ? x : x * exp(x); }\n") == Names{"f"});
  CHECK(names("double f(double x) { return (x + 1) * x * exp(x); }\n") == Names{"f"});
  CHECK(names("double f(double x) { x += 2 * sqrt(x); foo(x); return bar(x); }\n") == Names{"f"});
}

TEST_CASE("using directives are told, wherever they stand") {
  const auto result = judged("using namespace Eigen;\nvoid f() { using namespace std::numbers; }\n");
  CHECK(std::get<Gatherable>(result).opened == Names{"Eigen", "std::numbers"});
}

TEST_CASE("the stored right solutions are gathered") {
  std::set<std::string> headers = kHeaders;
  headers.insert({"algorithm", "numeric", "map", "cstring", "complex", "iostream"});
  for (const auto& file : test::files_below(test::source_dir() / "tests/submissions/right", ".cpp")) {
    const std::string id = file.parent_path().filename().string() + "/" + file.stem().string();
    const auto result = codegen::gatherable(test::read_file(file), id, headers);
    CAPTURE(id);
    if (const auto* refused = std::get_if<NotGatherable>(&result)) FAIL_CHECK(refused->why);
  }
}
