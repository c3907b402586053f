#include <doctest/doctest.h>

#include "support/exercises.hpp"
#include "support/machine.hpp"
#include "util/error.hpp"
#include "worker/worker.hpp"

using namespace grader;
using namespace grader::support;

namespace {

std::string source(const std::string& body) {
  return "#include \"numbers/twice.hpp\"\n#include <cmath>\n\nnamespace {\ndouble helper(double x) { " +
         body + " }\n}\n\ndouble twice(double x) { return helper(x); }\n";
}

double call(const Machine& machine, const build::BuiltVariants& built, int variant) {
  const model::Exercise exercise = twice();
  worker::Worker worker(machine.processes, built.executable, exercise.function, {}, {}, variant);
  const auto result = worker.call({{{"x", {model::Tensor::scalar(21.0)}}}});
  const auto* value = std::get_if<model::Value>(&result.result);
  return value != nullptr ? std::get<model::Tensor>(value->data).number(0) : -1;
}

}  // namespace

TEST_CASE("one executable holds several implementations, and a worker is the one it is told to be") {
  Machine machine;
  const model::Exercise exercise = twice();
  const auto built = machine.compiler.build(
      build::Variants{&exercise,
                      {source("return x;"), source("return 2 * x;"), source("return std::sqrt(x * x) * 3;")},
                      {}},
      {});
  CHECK(built.compiles == std::vector<bool>{true, true, true});
  CHECK(call(machine, built, 0) == 21);
  CHECK(call(machine, built, 1) == 42);
  CHECK(call(machine, built, 2) == 63);
  CHECK(call(machine, built, 3) == -1);
}

TEST_CASE("variants that do not compile are left out, and the others keep their numbers") {
  Machine machine;
  const model::Exercise exercise = twice();
  const build::Variants variants{
      &exercise,
      {source("return y;"), source("return 2 * x;"), source("return std::string(x);"),
       // The mistake is one in a template, for which the compiler blames its own header first.
       source("return (Eigen::Matrix3d::Identity() + Eigen::Matrix2d::Identity()).sum() * x;"),
       source("return 4 * x;")},
      {}};
  const std::vector<bool> compiles{false, true, false, false, true};
  const auto built = machine.compiler.build(variants, {});
  CHECK(built.compiles == compiles);
  CHECK(built.messages.find("variant_0.cpp:5:") != std::string::npos);
  CHECK(call(machine, built, 1) == 42);
  CHECK(call(machine, built, 4) == 84);
  CHECK(call(machine, built, 0) == -1);
  SUBCASE("which is remembered") {
    const auto again = machine.compiler.build(variants, {});
    CHECK(again.compiles == compiles);
    CHECK(again.messages == built.messages);
    CHECK(again.executable == built.executable);
  }
}

TEST_CASE("where nothing compiles there is no executable") {
  Machine machine;
  const model::Exercise exercise = twice();
  const auto built = machine.compiler.build(build::Variants{&exercise, {source("return y;")}, {}}, {});
  CHECK(built.compiles == std::vector<bool>{false});
  CHECK(built.executable.empty());
}
