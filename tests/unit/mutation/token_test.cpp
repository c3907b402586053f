#include "mutation/token.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace grader::mutation;
using Kind = Token::Kind;

namespace {

std::string joined(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) {
    if (token.offset != text.size() || token.text.empty()) return "a token at the wrong place";
    text += token.text;
  }
  return text;
}

/// The tokens but for space, as "kind text".
std::vector<std::string> kinds(std::string_view source) {
  const std::vector<std::string> names = {"space",  "comment", "directive", "name",
                                          "number", "text",    "sign",      "other"};
  std::vector<std::string> result;
  for (const Token& token : tokenize(source))
    if (token.kind != Kind::space)
      result.push_back(names[static_cast<std::size_t>(token.kind)] + " " + std::string(token.text));
  return result;
}

using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("the tokens of every source of ours, joined, are the source") {
  std::size_t files = 0;
  for (const char* folder : {"reference", "student", "grader", "tests"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(GRADER_SOURCE_DIR "/") + folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream file(entry.path());
      const std::string source((std::istreambuf_iterator<char>(file)), {});
      const std::vector<Token> tokens = tokenize(source);
      CAPTURE(entry.path());
      CHECK(joined(tokens) == source);
      CHECK(std::none_of(tokens.begin(), tokens.end(),
                         [](const Token& token) { return token.kind == Kind::other; }));
      ++files;
    }
  }
  CHECK(files > 100);
}

TEST_CASE("comments, directives, names and signs are told apart") {
  CHECK(kinds("#include <a>  // why\nint a_1;  /* b */ x") == Kinds{"directive #include <a>  // why",
                                                                    "name int", "name a_1", "sign ;",
                                                                    "comment /* b */", "name x"});
  CHECK(kinds("  #define A \\\n  b\nc # d") ==
        Kinds{"directive #define A \\\n  b", "name c", "sign #", "name d"});
  CHECK(kinds("#if /* a\n b */ 1\nc") == Kinds{"directive #if /* a\n b */ 1", "name c"});
  CHECK(kinds("a // b \\\n c\nd") == Kinds{"name a", "comment // b \\\n c", "name d"});
  CHECK(kinds("γ+=β") == Kinds{"name γ", "sign +=", "name β"});
  CHECK(kinds("a->b::c<=>d>>e>=f<<=g...") == Kinds{"name a", "sign ->", "name b", "sign ::", "name c",
                                                   "sign <=>", "name d", "sign >", "sign >", "name e",
                                                   "sign >=", "name f", "sign <<=", "name g", "sign ..."});
  CHECK(kinds("a@`$") == Kinds{"name a", "other @", "other `", "other $"});
}

TEST_CASE("numbers keep their separators, exponents and suffixes") {
  CHECK(kinds("1'000'000ULL 1.5e-3f .5 1.e+10 0x1Fu 0x1p-3 1.0L 3") ==
        Kinds{"number 1'000'000ULL", "number 1.5e-3f", "number .5", "number 1.e+10", "number 0x1Fu",
              "number 0x1p-3", "number 1.0L", "number 3"});
  CHECK(kinds("1-2 e+1 a.b 2.x()") == Kinds{"number 1", "sign -", "number 2", "name e", "sign +", "number 1",
                                            "name a", "sign .", "name b", "number 2.x", "sign (", "sign )"});
  CHECK(kinds("1'") == Kinds{"number 1", "text '"});
}

TEST_CASE("literals of text are one token") {
  CHECK(kinds(R"("a\"b" 'c' '\'' L"d" u8"e" u'f')") ==
        Kinds{R"(text "a\"b")", "text 'c'", R"(text '\'')", "text L\"d\"", "text u8\"e\"", "text u'f'"});
  CHECK(kinds("R\"x(a)\" \"\n)x\" b") == Kinds{"text R\"x(a)\" \"\n)x\"", "name b"});
  CHECK(kinds("LR\"()\" b") == Kinds{"text LR\"()\"", "name b"});
  CHECK(kinds("\"// no comment\" // a") == Kinds{"text \"// no comment\"", "comment // a"});
}

TEST_CASE("what is left open reaches to the end, a string to the end of its line") {
  CHECK(kinds("a /* b\nc") == Kinds{"name a", "comment /* b\nc"});
  CHECK(kinds("a \"b\nc") == Kinds{"name a", "text \"b", "name c"});
  CHECK(kinds("'a") == Kinds{"text 'a"});
  CHECK(kinds("\"a\\") == Kinds{"text \"a\\"});
  CHECK(kinds("R\"(a\nb") == Kinds{"text R\"(a\nb"});
  CHECK(kinds("R\"a") == Kinds{"text R\"a"});
  CHECK(kinds("#define a \\") == Kinds{"directive #define a \\"});
  CHECK(kinds("// a \\") == Kinds{"comment // a \\"});
  CHECK(tokenize("").empty());
  CHECK(joined(tokenize(std::string_view("a\0b\\", 4))) == std::string("a\0b\\", 4));
}
