#include "util/diagnostic.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader::util;

namespace {

std::string rendered(const std::string& line, int column) {
  return render(Diagnostic{{"a.yaml", 3, column}, "wrong", line, ""});
}

}  // namespace

TEST_CASE("a diagnostic has its place, the line, a caret and a hint") {
  const Diagnostic diagnostic{{"exercises/a/b.yaml", 12, 5},
                              "unknown key 'parms'",
                              "    parms: {x: float}",
                              "did you mean 'params'?"};
  CHECK(render(diagnostic) ==
        "exercises/a/b.yaml:12:5: error: unknown key 'parms'\n"
        "        parms: {x: float}\n"
        "        ^\n"
        "  did you mean 'params'?\n");
}

TEST_CASE("what is not known is left out") {
  CHECK(render(Diagnostic{{"a.yaml", 0, 0}, "is empty", "", ""}) == "a.yaml: error: is empty\n");
  CHECK(render(Diagnostic{{"a.yaml", 0, 7}, "is empty", "", ""}) == "a.yaml: error: is empty\n");
  CHECK(render(Diagnostic{{"a.yaml", 4, 0}, "wrong", "x: 1", ""}) == "a.yaml:4: error: wrong\n    x: 1\n");
  CHECK(render(Diagnostic{{"a.yaml", 4, 2}, "wrong", "", "try again"}) ==
        "a.yaml:4:2: error: wrong\n  try again\n");
}

TEST_CASE("the caret stands under its column") {
  CHECK(rendered("x: 1", 1) == "a.yaml:3:1: error: wrong\n    x: 1\n    ^\n");
  CHECK(rendered("x: 1", 4) == "a.yaml:3:4: error: wrong\n    x: 1\n       ^\n");
  CHECK(rendered("x: 1", 5) == "a.yaml:3:5: error: wrong\n    x: 1\n        ^\n");
  CHECK(rendered("x: 1", 99) == "a.yaml:3:99: error: wrong\n    x: 1\n        ^\n");
}

TEST_CASE("tabs are kept, so that the caret moves with them") {
  CHECK(rendered("\ta:\t1", 5) == "a.yaml:3:5: error: wrong\n    \ta:\t1\n    \t  \t^\n");
}

TEST_CASE("a column counts bytes, the caret's place what is seen") {
  CHECK(rendered("γβ: 1", 7) == "a.yaml:3:7: error: wrong\n    γβ: 1\n        ^\n");
  CHECK(rendered("γβ: 1", 3) == "a.yaml:3:3: error: wrong\n    γβ: 1\n     ^\n");
  CHECK(rendered("γβ: 1", 4) == "a.yaml:3:4: error: wrong\n    γβ: 1\n     ^\n");  // within β
  CHECK(rendered("漢字: 1", 9) ==
        "a.yaml:3:9: error: wrong\n    漢字: 1\n          ^\n");  // two columns each
}

TEST_CASE("what a terminal must not get is escaped, and the caret knows") {
  CHECK(rendered("\x1b[2Jx: 1", 5) == "a.yaml:3:5: error: wrong\n    \\x1b[2Jx: 1\n           ^\n");
  CHECK(rendered("\xff: 1", 2) == "a.yaml:3:2: error: wrong\n    \\xff: 1\n        ^\n");
  CHECK(render(Diagnostic{{"a.yaml", 0, 0}, "unknown key '\x1b'", "", "not \x07"}) ==
        "a.yaml: error: unknown key '\\x1b'\n  not \\x07\n");
}

TEST_CASE("a long line is cut around the caret") {
  const std::string line = std::string(200, 'a') + "X" + std::string(300, 'b');
  CHECK(rendered(line, 201) == "a.yaml:3:201: error: wrong\n    ..." + std::string(80, 'a') + "X" +
                                   std::string(19, 'b') + "...\n" + std::string(4 + 3 + 80, ' ') + "^\n");
  CHECK(rendered(line, 1) == "a.yaml:3:1: error: wrong\n    " + std::string(100, 'a') + "...\n    ^\n");
  CHECK(rendered(line, 501) == "a.yaml:3:501: error: wrong\n    ..." + std::string(81, 'b') + "\n" +
                                   std::string(4 + 3 + 80, ' ') + "^\n");
  std::string greek;
  for (int i = 0; i < 200; ++i) greek += "γ";
  const std::string cut = rendered(greek, 201);  // no half characters at either end
  std::string forty;
  for (int i = 0; i < 50; ++i) forty += "γ";
  CHECK(cut ==
        "a.yaml:3:201: error: wrong\n    ..." + forty + "...\n" + std::string(4 + 3 + 40, ' ') + "^\n");
}

TEST_CASE("an error holds all its diagnostics in their order") {
  const std::vector<Diagnostic> two = {{{"a.yaml", 1, 1}, "first", "x", ""},
                                       {{"a.yaml", 9, 0}, "second", "", ""}};
  const SpecError error(two);
  CHECK(std::string(error.what()) == "a.yaml:1:1: error: first\n    x\n    ^\na.yaml:9: error: second\n");
  REQUIRE(error.diagnostics().size() == 2);
  CHECK(error.diagnostics()[1].message == "second");
}

TEST_CASE("a line of a text") {
  const std::string text = "one\ntwo\r\n\nfour";
  CHECK(line_of(text, 1) == "one");
  CHECK(line_of(text, 2) == "two");
  CHECK(line_of(text, 3) == "");
  CHECK(line_of(text, 4) == "four");
  CHECK(line_of(text, 5) == "");
  CHECK(line_of(text, 0) == "");
  CHECK(line_of(text, -1) == "");
  CHECK(line_of("", 1) == "");
  CHECK(line_of("one\n", 2) == "");
}
