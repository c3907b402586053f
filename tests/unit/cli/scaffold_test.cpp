#include "cli/scaffold.hpp"

#include <doctest/doctest.h>

#include <string>

#include "cli/sample.hpp"
#include "generate/generate.hpp"
#include "spec/read.hpp"
#include "spec/signature.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"

using namespace grader;

namespace {

/// A course whose records exercises may name.
spec::Defaults shared() {
  return spec::read_course("course.yaml",
                           "format_version: 1\ntitle: T\ntopics: []\nrecords:\n"
                           "  Weights: {w: \"float[D, F]\", b: \"float[F]\", on: bool}\n"
                           "  Deep: {inner: Weights, name: string, list: \"list<float[D]>\"}\n")
      .defaults;
}

cli::NewExercise exercise(const std::string& signature) {
  cli::NewExercise result{"topic/name", "A \"title\": with signs", spec::read_signature(signature, shared()),
                          false};
  const auto* record = std::get_if<model::RecordType>(&result.function.returns.data);
  result.unnamed_result =
      record != nullptr && record->def->name == spec::result_record_name(result.function.name);
  return result;
}

}  // namespace

TEST_CASE("what new writes for a simple signature") {
  const auto made = exercise("float[B, D] scale_rows(x: float[B, D], factor: float)");
  CHECK(cli::scaffold_spec(made) == R"(format_version: 1
title: "A \"title\": with signs"
difficulty: 1   # stars, 1 to 3
points: 1
tags: []
statement: |
  TODO say what is asked. Markdown, formulas in $…$, and an example with numbers that can be checked by hand.
hints:   # shown one at a time, from a nudge to nearly the solution
  - TODO a first nudge
takeaway: TODO what to remember, shown when it passes

function:
  name: scale_rows
  params:
    x: "float[B, D]"
    factor: "float"
  returns: "float[B, D]"

# |yours - expected| <= atol + rtol * |expected| for every element. What is left out here comes from
# exercises/course.yaml.
# tolerance: {rtol: 1e-9, atol: 1e-9}
# limits: {time_s: 5, exercise_time_s: 20, memory_mib: 1024, output_kib: 64}

cases:
  - id: example
    description: TODO say what this case shows
    input:
      x: [[1, 2, 3], [4, 5, 6]]
      factor: 0.5
    # What must come out, as the statement works it out by hand. Left out, the reference decides.
    # expected: …
  - id: random
    description: TODO say what is special about these inputs
    # hidden: true   # graded, but shown only as passed or failed
    generate:
      count: 20
      dims: {B: 2..5, D: 3..6}   # every symbol has a size or a range of sizes
      x: {normal: {mean: 0, std: 1}}
      factor: {uniform: {low: 0.1, high: 2}}
)");
  CHECK(cli::scaffold_reference(made) ==
        "// The reference of topic/name: what it returns is what students are held against.\n"
        "// TO BE WRITTEN. Until then it returns zeros of the right shape, so that everything else can be "
        "tried.\n"
        "#include \"topic/name.hpp\"\n"
        "\n"
        "Eigen::MatrixXd scale_rows(const Eigen::MatrixXd& x, double factor) {\n"
        "  return Eigen::MatrixXd::Zero(x.rows(), x.cols());\n"
        "}\n");
}

TEST_CASE("what new writes is valid for every kind of type, and its inputs can be made") {
  for (const std::string signature : {
           "float f(x: float)",
           "float f()",
           "int f(a: int, b: bool, s: string, x: float32)",
           "string f(s: string)",
           "bool[N] f(x: int[N], y: bool[N, M], z: float32[M])",
           "float[B, T, D] f(x: float[B, T, D], gamma: float[K])",
           "float[A, B, C, D] f(x: int[A, B, C, D])",
           "{mean: float, y: float[N], z: float[N, N, 2], ok: bool} f(x: float[N], eps: float)",
           "float[T, D] f(x: float[T, D], weights: Weights, mask: optional<bool[T, T]>)",
           "Weights f(weights: Weights)",
           "Deep f(deep: Deep, more: list<Deep>)",
           "float[len(weights)] f(x: float[T, D], weights: list<float[D, D]>, pre: bool)",
           "list<float[D]> f(x: list<optional<float[D]>>, y: optional<list<float[D]>>)",
           "optional<float[N]> f(x: optional<float[N]>, y: float[N])",
           "int[P + count] f(prompt: int[P], count: int)",
           "float[positions, d_model] f(positions: int, d_model: int)",
           "int[_] f(text: string, vocabulary: string)",
           "float[_] f(x: float[_], y: float[_, D])",
           "float[min(N, D)] f(x: float[N, D])",
           "float[N - 3] f(x: float[N])",
           "float[2*D] f(x: float[D, 2*D], y: float[D // 2])",
           "float[max(N, M) // 2] f(x: float[N], y: float[M])",
           "float f(count: int, dims: float[N], inputs: bool)",
           "list<list<float>> f(x: list<list<float[N]>>)",
           "float f(weights: optional<Weights>, d: float[D])",
       }) {
    CAPTURE(signature);
    const auto made = exercise(signature);
    const std::string text = cli::scaffold_spec(made);
    CAPTURE(text);
    const spec::Reading reading =
        spec::read_exercise("exercises/topic/name.yaml", text, "topic/name", shared());
    CHECK(util::render(reading.diagnostics) == "");
    REQUIRE(reading.exercise.has_value());
    CHECK(reading.exercise->function.name == made.function.name);
    CHECK(model::to_string(reading.exercise->function.returns) == model::to_string(made.function.returns));
    for (const model::Case& test_case : reading.exercise->cases) {
      const auto* generation = std::get_if<model::Generation>(&test_case.source);
      for (model::Index i = 0; generation != nullptr && i < generation->count; ++i)
        CHECK_NOTHROW(generate::input(*reading.exercise, test_case, 1, i));
    }
  }
}

TEST_CASE("references find sizes wherever a signature binds them") {
  const auto body = [](const std::string& signature) {
    const std::string text = cli::scaffold_reference(exercise(signature));
    return text.substr(text.find(") {\n") + 4);
  };
  CHECK(body("float f(x: float[N])") == "  return 0.0;\n}\n");
  CHECK(body("float[N, 3] f(x: float[N])") == "  return Eigen::MatrixXd::Zero(x.size(), 3);\n}\n");
  CHECK(body("bool[N, N] f(x: float[N])") ==
        "  return Eigen::MatrixX<bool>::Constant(x.size(), x.size(), false);\n}\n");
  CHECK(body("float[B, T, D] f(x: float[B, T, D])") ==
        "  return Eigen::Tensor<double, 3, Eigen::RowMajor>(x.dimension(0), x.dimension(1), x.dimension(2))"
        ".setZero();\n}\n");
  CHECK(body("int[P + count] f(prompt: int[P], count: int)") ==
        "  return Eigen::VectorX<std::int64_t>::Zero((prompt.size() + count));\n}\n");
  CHECK(body("float[min(N, D)] f(x: float[N, D])") ==
        "  return Eigen::VectorXd::Zero(std::min<Eigen::Index>({x.rows(), x.cols()}));\n}\n");
  CHECK(body("float[len(w)] f(w: list<float[D]>)") == "  return Eigen::VectorXd::Zero(std::ssize(w));\n}\n");
  CHECK(body("float[D] f(a: optional<float[D]>, w: Weights)") ==
        "  return Eigen::VectorXd::Zero(w.w.rows());\n}\n");
  CHECK(body("float[_] f(s: string)") == "  return Eigen::VectorXd::Zero(1);\n}\n");
  CHECK(body("list<float> f(s: string)") == "  return {};\n}\n");
  CHECK(body("optional<int> f(s: string)") == "  return std::nullopt;\n}\n");
  CHECK(body("{n: int, y: float[N]} f(x: float[N])") ==
        "  FResult result;\n  result.y = Eigen::VectorXd::Zero(x.size());\n  return result;\n}\n");
}

TEST_CASE("signatures without small sizes are refused") {
  CHECK_THROWS_WITH_AS(cli::make_sample(spec::read_signature("float[N - 100] f(x: float[N])", {})),
                       "no small sizes were found that fit every type of the signature", util::UsageError);
}

TEST_CASE("values as YAML") {
  CHECK(cli::yaml_value({model::Tensor::zeros(model::Scalar::float64, {2, 0})}) == "[[], []]");
  CHECK(cli::yaml_value({model::Optional{}}) == "null");
  CHECK(cli::yaml_value({std::string("a\"b\n")}) == R"("a\"b\n")");
  CHECK(cli::yaml_value({model::Tensor::boolean(true)}) == "true");
  CHECK(cli::yaml_value({model::Record{{{"a", {model::Tensor::scalar(1.5)}}, {"b", {model::List{}}}}}}) ==
        "{a: 1.5, b: []}");
}
