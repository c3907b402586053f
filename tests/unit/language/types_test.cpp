#include "language/types.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;

namespace {

language::RecordNames records() {
  auto config = std::make_shared<model::RecordDef>();
  config->name = "Config";
  config->fields.push_back({"layers", {model::ArrayType{model::Scalar::int64, {}}}});
  return language::names_of({config});
}

/// The type written out again, or the mistake as "offset: message | hint".
std::string read(std::string_view text) {
  const auto parsed = language::parse_type(text, records());
  if (const auto* mistake = std::get_if<language::Mistake>(&parsed))
    return std::to_string(mistake->offset) + ": " + mistake->message + " | " + mistake->hint;
  return model::to_string(std::get<model::Type>(parsed));
}

std::string read_dim(std::string_view text) {
  const auto parsed = language::parse_dim(text);
  if (const auto* mistake = std::get_if<language::Mistake>(&parsed))
    return std::to_string(mistake->offset) + ": " + mistake->message + " | " + mistake->hint;
  return model::to_string(std::get<model::Dim>(parsed));
}

std::string repeat(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("types are written back as they were read") {
  for (const std::string text : {"float",
                                 "float32",
                                 "int",
                                 "bool",
                                 "string",
                                 "float[B, D]",
                                 "float32[3]",
                                 "int[_]",
                                 "bool[T, S]",
                                 "list<string>",
                                 "list<list<float[D, D]>>",
                                 "optional<bool[T, S]>",
                                 "Config",
                                 "list<Config>",
                                 "float[2*D]",
                                 "int[P + count]",
                                 "float[min(N, D)]",
                                 "float[len(weights)]",
                                 "float[max(N, 2, D//2)]",
                                 "float[(N + 1)*2]",
                                 "float[N - (M - 1)]",
                                 "float[A - B - C]",
                                 "float[A + B*C]",
                                 "float[A//B//C]"})
    CHECK(read(text) == text);
}

TEST_CASE("blanks mean nothing and the weaker operator waits") {
  CHECK(read("  list < float [ B ,2 * D ] > ") == "list<float[B, 2*D]>");
  CHECK(read_dim("1+2*3-4//5") == "1 + 2*3 - 4//5");
  CHECK(model::evaluate(std::get<model::Dim>(language::parse_dim("1+2*3-4//5")), {}) == 7);
  CHECK(model::evaluate(std::get<model::Dim>(language::parse_dim("10-4-3")), {}) == 3);
  CHECK(model::evaluate(std::get<model::Dim>(language::parse_dim("(1+2)*3")), {}) == 9);
  CHECK(model::evaluate(std::get<model::Dim>(language::parse_dim("min(4, max(2, 3), 9)")), {}) == 3);
}

TEST_CASE("a wrong type name gets a suggestion") {
  CHECK(read("flaot[B]") == "0: unknown type 'flaot' | did you mean 'float'?");
  CHECK(read("double") == "0: unknown type 'double' | did you mean 'float'?");
  CHECK(read("list<str>") == "5: unknown type 'str' | did you mean 'string'?");
  CHECK(read("optional<Confg>") == "9: unknown type 'Confg' | did you mean 'Config'?");
  CHECK(read("Matrix") ==
        "0: unknown type 'Matrix' | types are float, float32, int, bool, string, list<T>, optional<T> and "
        "records");
}

TEST_CASE("what a type cannot be is said with what to write instead") {
  CHECK(read("string[N]") == "6: there are no arrays of strings | use list<string>");
  CHECK(read("Config[3]") == "6: arrays hold float, float32, int or bool | use list<Config>");
  CHECK(read("optional<optional<int>>") ==
        "0: an optional of an optional cannot be told from an optional | write optional<T> once");
  CHECK(read("float[N/2]") == "7: sizes are whole numbers | write '//' for the quotient rounded down");
  CHECK(read("float[_ + 1]") == "8: expected ']' after the dimensions, found '+' | ");
  CHECK(read("float[1 + _]") == "10: '_' stands alone and for any size | give the size a name");
  CHECK(read("float[sqrt(N)]") == "6: unknown function 'sqrt' | sizes know min, max and len");
  CHECK(read("float[2.5]") == "6: '2.5' is not a size | sizes are whole numbers in 64 bits");
  CHECK(read("float[99999999999999999999]") ==
        "6: '99999999999999999999' is not a size | sizes are whole numbers in 64 bits");
  CHECK(read("float[1,2,3,4,5,6,7,8,9]") == "5: an array has at most 8 axes, this one has 9 | ");
}

TEST_CASE("broken text names the place") {
  CHECK(read("") == "0: expected a type, found the end | ");
  CHECK(read("float[") == "6: expected a size, found the end | ");
  CHECK(read("float[]") == "6: expected a size, found ']' | ");
  CHECK(read("float[B") == "7: expected ']' after the dimensions, found the end | ");
  CHECK(read("float[B,]") == "8: expected a size, found ']' | ");
  CHECK(read("float B") == "6: unexpected 'B' | ");
  CHECK(read("list") == "4: expected '<' after list or optional, found the end | ");
  CHECK(read("list<int") == "8: expected '>' after the type of the item, found the end | ");
  CHECK(read("float[β]") == "6: expected a size, found 'β' | ");
  CHECK(read("float[min()]") == "10: expected a size, found ')' | ");
  CHECK(read("float[len(3)]") == "10: expected the name of a list parameter, found '3' | ");
  CHECK(read("float[-1]") == "6: expected a size, found '-' | ");
}

TEST_CASE("hostile text is refused, not recursed into") {
  CHECK(read(repeat("list<", 60)) == "80: nested too deeply | ");
  CHECK(read("float[" + repeat("(", 400)) == "21: nested too deeply | ");
  CHECK(read(repeat("x", 501)) == "500: longer than 500 characters | ");
  CHECK(read_dim("1" + repeat("+1", 240)) != "");
  CHECK(model::evaluate(std::get<model::Dim>(language::parse_dim("1" + repeat("+1", 240))), {}) == 241);
}
