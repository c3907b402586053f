#include <doctest/doctest.h>

#include <cmath>

#include "spec/read.hpp"
#include "util/error.hpp"

using namespace grader;

namespace {

model::Function function() {
  return spec::read_signature(
      "float[B, D] f(x: float[B, D], gamma: float[D], n: int, s: string, mask: optional<bool[B, B]>)", {});
}

model::Arguments read(std::string_view text) { return spec::read_arguments("input.json", text, function()); }

std::string mistakes(std::string_view text) {
  try {
    read(text);
  } catch (const util::SpecError& error) {
    return error.what();
  }
  return "none";
}

std::string signature_error(std::string_view text) {
  try {
    spec::read_signature(text, {});
  } catch (const util::UsageError& error) {
    return error.what();
  }
  return "none";
}

constexpr std::string_view kExample =
    "  a signature looks like 'float[B, D] my_exercise(x: float[B, D], eps: float)'";

}  // namespace

TEST_CASE("arguments are read from JSON and YAML alike") {
  const auto json = read(
      "{\n\t\"s\": \"a\\nb\\u00e9\", \"x\": [[1, 2.5], [\"nan\", \"-inf\"]],\"gamma\":[1,2],\n"
      "\t\"n\": -3, \"mask\": null}\n");
  REQUIRE(json.fields.size() == 5);
  CHECK(json.fields[0].first == "x");
  CHECK(std::get<std::string>(json.find("s")->data) == "a\nbé");
  CHECK(std::isnan(std::get<model::Tensor>(json.find("x")->data).number(2)));
  CHECK(*json.find("n") == model::Value{model::Tensor::scalar(std::int64_t{-3})});
  CHECK(*json.find("mask") == model::Value{model::Optional{}});
  const auto yaml = read("x: [[1, 2]]\ngamma: [1, 2]\nn: 2\ns: text\nmask: [[true]]\n");
  CHECK(*yaml.find("mask") ==
        model::Value{model::Optional{{model::Value{model::Tensor{{1, 1}, std::vector<std::uint8_t>{1}}}}}});
  const auto empty = read(R"({"x": {"shape": [0, 3]}, "gamma": [1, 2, 3], "n": 0, "s": ""})");
  CHECK(std::get<model::Tensor>(empty.find("x")->data).shape == model::Shape{0, 3});
}

TEST_CASE("arguments that do not fit the signature are shown with their places") {
  CHECK(mistakes("{\"x\": [[1, 2]], \"gamma\": [1], \"n\": 1, \"s\": \"\"}") ==
        "input.json:1:26: error: 'gamma' is 1, expected [D] = 2\n"
        "    {\"x\": [[1, 2]], \"gamma\": [1], \"n\": 1, \"s\": \"\"}\n"
        "                             ^\n");
  CHECK(mistakes("x: [[1]]\ngama: [1]\nn: 1\ns: a\n") ==
        "input.json:1:1: error: 'input' lacks 'gamma' (float[D])\n    x: [[1]]\n    ^\n"
        "input.json:2:1: error: unknown key 'gama'\n    gama: [1]\n    ^\n  did you mean 'gamma'?\n");
  CHECK(mistakes("") == "input.json: error: the file is empty\n");
  CHECK(mistakes("[1, 2]") ==
        "input.json:1:1: error: 'input' must be a mapping, found a list\n    [1, 2]\n    ^\n");
  CHECK(mistakes("x: [[1]]\ngamma: [1]\nn: 1\ns: {file: /etc/passwd}\n") ==
        "input.json:4:4: error: only a specification can name files\n    s: {file: /etc/passwd}\n       ^\n"
        "  write the value out\n");
}

TEST_CASE("a signature is read as it is written on the command line") {
  const model::Function f = function();
  CHECK(f.name == "f");
  REQUIRE(f.params.size() == 5);
  CHECK(f.params[4].name == "mask");
  CHECK(model::to_string(f.params[4].type) == "optional<bool[B, B]>");
  CHECK(model::to_string(f.returns) == "float[B, D]");
  const model::Function parts = spec::read_signature("{mean: float, y: float[N]} my_parts(x: float[N])", {});
  const auto& record = std::get<model::RecordType>(parts.returns.data);
  CHECK(record.def->name == "MyPartsResult");
  CHECK(record.def->fields.size() == 2);
  CHECK(spec::read_signature("int f()", {}).params.empty());
}

TEST_CASE("a signature may name the course's records") {
  auto config = std::make_shared<model::RecordDef>();
  config->name = "Config";
  config->fields.push_back({"layers", {model::ArrayType{model::Scalar::int64, {}}}});
  spec::Defaults defaults;
  defaults.records.push_back(config);
  CHECK(model::to_string(spec::read_signature("int f(c: Config)", defaults).params[0].type) == "Config");
}

TEST_CASE("a wrong signature shows the place and what one looks like") {
  CHECK(signature_error("float[B D] f(x: float)") ==
        "signature:1:9: error: expected ']' after the dimensions, found 'D'\n"
        "    float[B D] f(x: float)\n            ^\n" +
            std::string(kExample));
  CHECK(
      signature_error("flaot f(x: float)") ==
      "signature:1:1: error: unknown type 'flaot'\n    flaot f(x: float)\n    ^\n  did you mean 'float'?\n" +
          std::string(kExample));
  CHECK(signature_error("float[E] f(x: float[B])") ==
        "signature:1:7: error: the size 'E' of the result is bound by no parameter\n"
        "    float[E] f(x: float[B])\n          ^\n  write '_' for any size\n" +
            std::string(kExample));
  CHECK(signature_error("float class(x: float)") ==
        "signature:1:7: error: 'class' cannot be the name of a function\n"
        "    float class(x: float)\n          ^\n  the word means something in C++\n" +
            std::string(kExample));
  for (const std::string_view text : {"", "float", "float f", "float f(", "float f(x", "float f(x:",
                                      "float f(x: float", "float f(x: float) y", "float f(x: float, x: int)",
                                      "{} f()", "float f(f: int)", "float f(x: float,)", "\x01", "\xff"})
    CHECK(signature_error(text) != "none");
}
