#include "codegen/codegen.hpp"

#include <doctest/doctest.h>

#include "codegen/cpp_types.hpp"
#include "support/exercises.hpp"

using namespace grader;
using namespace grader::support;

TEST_CASE("types of a signature and their C++ types") {
  using model::Scalar;
  const auto cpp = [](const model::Type& type) { return codegen::cpp_type(type); };
  CHECK(cpp(numbers()) == "double");
  CHECK(cpp(array(Scalar::float32)) == "float");
  CHECK(cpp(array(Scalar::int64)) == "std::int64_t");
  CHECK(cpp(array(Scalar::boolean)) == "bool");
  CHECK(cpp(array(Scalar::string)) == "std::string");
  CHECK(cpp(numbers({symbol("N")})) == "Eigen::VectorXd");
  CHECK(cpp(array(Scalar::float32, {symbol("N")})) == "Eigen::VectorXf");
  CHECK(cpp(array(Scalar::int64, {symbol("N")})) == "Eigen::VectorX<std::int64_t>");
  CHECK(cpp(array(Scalar::boolean, {symbol("T"), symbol("S")})) == "Eigen::MatrixX<bool>");
  CHECK(cpp(numbers({symbol("B"), symbol("T"), symbol("D")})) == "Eigen::Tensor<double, 3, Eigen::RowMajor>");
  CHECK(cpp(list_of(optional_of(numbers({symbol("N")})))) == "std::vector<std::optional<Eigen::VectorXd>>");
  CHECK(cpp({model::RecordType{record("Config", {})}}) == "Config");
}

TEST_CASE("numbers are passed by value, everything else by const reference, in lines that fit") {
  CHECK(codegen::cpp_signature(twice().function) == "double twice(double x)");
  model::Function function{"combine", {}, numbers({symbol("D")})};
  for (const char* name : {"first_matrix", "second_matrix", "third_matrix"})
    function.params.push_back({name, numbers({symbol("D"), symbol("D")})});
  function.params.push_back({"text", array(model::Scalar::string)});
  CHECK(codegen::cpp_signature(function) ==
        "Eigen::VectorXd combine(const Eigen::MatrixXd& first_matrix, const Eigen::MatrixXd& second_matrix,\n"
        "                        const Eigen::MatrixXd& third_matrix, const std::string& text)");
}

TEST_CASE("names") {
  CHECK(codegen::camel_case("layer_norm_2d") == "LayerNorm2d");
  CHECK(codegen::symbol("layer_norm/layer_norm") == "grader_function_layer_norm__layer_norm");
}

TEST_CASE("a stub says what is asked and is known again after changes that mean nothing") {
  const model::Exercise exercise = twice();
  CHECK(codegen::stub(exercise) ==
        "// Twice. What is asked: grader show numbers/twice\n"
        "//\n"
        "//   x: float\n"
        "//   returns float\n"
        "#include \"numbers/twice.hpp\"\n"
        "\n"
        "double twice(double x) {\n"
        "  grader::todo();  // your solution goes here\n"
        "}\n");
  CHECK(codegen::is_untouched_stub(codegen::stub(exercise), exercise));
  CHECK(codegen::is_untouched_stub(
      "#include \"numbers/twice.hpp\"\r\n/* mine */ double twice(double x) {\r\n\tgrader::todo();\r\n}",
      exercise));
  CHECK_FALSE(codegen::is_untouched_stub(
      "#include \"numbers/twice.hpp\"\ndouble twice(double x) { grader::todo(); return 2; }", exercise));
  CHECK_FALSE(codegen::is_untouched_stub("", exercise));
}

TEST_CASE("the header holds the records and the functions of uses, not the exercise's own") {
  model::Exercise used = twice();
  model::Exercise user = twice();
  user.id = "numbers/split";
  user.function = {"split", {{"x", numbers()}}, {}};
  const auto parts =
      record("SplitResult", {{"whole", array(model::Scalar::int64)}, {"rest", numbers({symbol("N")})}});
  user.function.returns = {model::RecordType{parts}};
  user.records = {parts};
  user.uses = {used.id};
  CHECK(codegen::header(user, {&used}) ==
        "// Generated from the specification of numbers/split; changes here are not graded.\n"
        "#ifndef GRADER_EXERCISE_numbers_split_HPP\n"
        "#define GRADER_EXERCISE_numbers_split_HPP\n"
        "\n"
        "#include \"grader.hpp\"\n"
        "\n"
        "#ifndef GRADER_RECORD_SplitResult\n"
        "#define GRADER_RECORD_SplitResult\n"
        "struct SplitResult {\n"
        "  std::int64_t whole{};  // int\n"
        "  Eigen::VectorXd rest;  // float[N]\n"
        "};\n"
        "#endif\n"
        "\n"
        "// Your solution of numbers/twice.\n"
        "double twice(double x)\n"
        "    __asm__(\"grader_function_numbers__twice\");\n"
        "\n"
        "#endif  // GRADER_EXERCISE_numbers_split_HPP\n");
}
