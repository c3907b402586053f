#include "spec/text_places.hpp"

#include <doctest/doctest.h>

#include "util/diagnostic.hpp"

using namespace grader;

namespace {

/// The scalar that is the value of the key `check` in a file.
spec::Node value_in(const std::string& file_text) {
  spec::Problems problems("spec.yaml", file_text);
  const auto root = spec::parse(problems);
  REQUIRE(util::render(problems.take()) == "");
  REQUIRE(root.has_value());
  const spec::Node* value = root->find("check");
  REQUIRE(value != nullptr);
  return *value;
}

/// The rest of the line at a place.
std::string rest_at(const std::string& file_text, spec::Place place) {
  const std::string line = util::line_of(file_text, place.line);
  return line.substr(static_cast<std::size_t>(place.column) - 1);
}

/// Where the file goes on at each piece of the text, which come in this order and without overlap.
struct Piece {
  std::string of_text;
  std::string of_file;
};

void check_pieces(const std::string& file_text, const std::string& text, const std::vector<Piece>& pieces) {
  CAPTURE(file_text);
  const spec::Node value = value_in(file_text);
  REQUIRE(value.text == text);
  const spec::TextPlaces places = spec::places_of(value, file_text);
  CHECK(places.size() == text.size());
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    CAPTURE(piece.of_text);
    at = text.find(piece.of_text, at);
    REQUIRE(at != std::string::npos);
    CHECK(rest_at(file_text, places.at(at)) == piece.of_file);
    at += piece.of_text.size();
  }
}

spec::Place end_of(const std::string& file_text) {
  const spec::Node value = value_in(file_text);
  return spec::place_in(value, value.text.size(), file_text);
}

}  // namespace

TEST_CASE("the bytes of plain text stand as they are, in one line or in several") {
  check_pieces("a: 1\ncheck: out ~= x # why\n", "out ~= x", {{"out", "out ~= x # why"}, {"x", "x # why"}});
  check_pieces("{a: 1, check:  out ~= x , b: 2}", "out ~= x",
               {{"out", "out ~= x , b: 2}"}, {"x", "x , b: 2}"}});
  check_pieces("check:\n  é ~=  \n  \n\n\n   b  c\n  d\n", "é ~=\n\n\nb  c d",
               {{"é", "é ~=  "}, {"~=", "~=  "}, {"b", "b  c"}, {"c", "c"}, {"d", "d"}});
  check_pieces("check: a\r\n  b\r\n\r\n  c\r\n", "a b\nc", {{"a", "a"}, {"b", "b"}, {"c", "c"}});
}

TEST_CASE("quotes within single quotes take two bytes") {
  check_pieces("check: 'a ''b'' c'", "a 'b' c",
               {{"a", "a ''b'' c'"}, {"'", "''b'' c'"}, {"b", "b'' c'"}, {"c", "c'"}});
  check_pieces("check: '  a \\ \n\n  b  '\n", "  a \\\nb  ",
               {{"  a", "  a \\ "}, {"\\", "\\ "}, {"b", "b  '"}});
  check_pieces("check: '\n  a\n  '", " a ", {{"a", "a"}});
  check_pieces("check: ''''\n", "'", {{"'", "'''"}});
}

TEST_CASE("escapes within double quotes take several bytes") {
  check_pieces(R"(check: "a \"b\" \\ c\n\t d\x41\u00e9\U0001F600z")", "a \"b\" \\ c\n\t dA\u00e9\U0001F600z",
               {{"\"", R"(\"b\" \\ c\n\t d\x41\u00e9\U0001F600z")"},
                {"b", R"(b\" \\ c\n\t d\x41\u00e9\U0001F600z")"},
                {"\\", R"(\\ c\n\t d\x41\u00e9\U0001F600z")"},
                {"c", R"(c\n\t d\x41\u00e9\U0001F600z")"},
                {"\t", R"(\t d\x41\u00e9\U0001F600z")"},
                {"A", R"(\x41\u00e9\U0001F600z")"},
                {"\u00e9", R"(\u00e9\U0001F600z")"},
                {"\U0001F600", R"(\U0001F600z")"},
                {"z", R"(z")"}});
  check_pieces("check: \"a \\\n    b\n  \\  c  \n\n d\\ \n e \\\n\n f\"", "a b   c\nd  e \nf",
               {{"a", "a \\"}, {"b", "b"}, {"c", "c  "}, {"d", "d\\ "}, {"e", "e \\"}, {"f", "f\""}});
  check_pieces(R"(check: "a\/b\Lc\Pd\ e")", "a/b\u2028c\u2029d e",
               {{"b", R"(b\Lc\Pd\ e")"}, {"c", R"(c\Pd\ e")"}, {"d", R"(d\ e")"}, {"e", R"(e")"}});
}

TEST_CASE("the lines of a literal block are indented") {
  const std::vector<Piece> pieces{{"a", "a"}, {"b", "b"}};
  check_pieces("check: |\n  a\n    b\n", "a\n  b\n", pieces);
  check_pieces("check: |-\n\n  \n  a\n\n  b\n\n", "\n\na\n\nb", pieces);
  check_pieces("check: |+  # comment\n  a\n  b\n\n \n", "a\nb\n\n\n", pieces);
  check_pieces("x: 1\ncheck: |2-\n    a\n  b\n", "  a\nb", pieces);
  check_pieces("check: |+1\n  a\n b", " a\nb", pieces);
  check_pieces("check: |\r\n  a\r\n  b\r\n", "a\nb\n", pieces);
  check_pieces("check: |\n  a: \"b\n  # c\n", "a: \"b\n# c\n", {{"a", "a: \"b"}, {"b", "b"}, {"c", "c"}});
}

TEST_CASE("the end of a text is behind its last byte") {
  CHECK(end_of("check: abc  # d\n") == spec::Place{1, 11});
  CHECK(end_of("check: 'a''''b'") == spec::Place{1, 15});
  CHECK(end_of("check: \"a\\u0041\"") == spec::Place{1, 16});
  CHECK(end_of("check: |-\n  abc\n") == spec::Place{2, 6});
  CHECK(end_of("check: ''") == spec::Place{1, 8});
}

TEST_CASE("where a text cannot be followed, its beginning is the place of all") {
  const std::string folded = "check: >\n  a\n  b\n";
  CHECK(spec::place_in(value_in(folded), 2, folded) == spec::Place{1, 8});
  spec::Node moved = value_in("check: abc\n");
  moved.text = "abd";
  CHECK(spec::place_in(moved, 1, "check: abc\n") == spec::Place{1, 8});
  moved.begin = 1000;
  CHECK(spec::place_in(moved, 1, "check: abc\n") == spec::Place{1, 8});
}

TEST_CASE("places are put together and cut") {
  spec::TextPlaces places({7, 1});
  CHECK(places.at(0) == spec::Place{7, 1});
  places.add({1, 1}, {1, 2});
  places.add({1, 2}, {1, 4});
  places.append(spec::TextPlaces({3, 3}), 2);
  CHECK(places.size() == 4);
  CHECK(places.at(1) == spec::Place{1, 2});
  CHECK(places.at(2) == spec::Place{3, 3});
  CHECK(places.at(3) == spec::Place{3, 3});
  CHECK(places.at(4) == spec::Place{3, 3});
  places.cut(1);
  CHECK(places.size() == 1);
  CHECK(places.at(5) == spec::Place{1, 2});
  places.add({1, 2}, {1, 3});
  CHECK(places.at(1) == spec::Place{1, 2});
  places.cut(9);
  CHECK(places.at(2) == spec::Place{1, 3});
}
