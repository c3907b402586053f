// How many calls of a function that takes and returns 8 KiB cross the process border in a second:
//
//     build-tests/bin/bench_border [CALLS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "support/exercises.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

using namespace grader;

int main(int count, char** arguments) {
  const int calls = count > 1 ? std::atoi(arguments[1]) : 10000;
  constexpr std::size_t kNumbers = 1024;  // 8 KiB
  support::Machine machine;
  model::Exercise exercise;
  exercise.id = "bench/echo";
  const model::Type vector = support::numbers({support::symbol("N")});
  exercise.function = {"echo", {{"x", vector}}, vector};
  const auto built = machine.build(
      exercise,
      "#include \"bench/echo.hpp\"\nEigen::VectorXd echo(const Eigen::VectorXd& x) { return x; }\n");
  const auto* program = std::get_if<build::Built>(&built);
  if (program == nullptr) return std::fputs("the function does not compile\n", stderr), 1;
  worker::Worker worker(machine.processes, program->executable, exercise.function, model::Limits{});
  const model::Arguments input{
      {{"x", {model::Tensor{{static_cast<model::Index>(kNumbers)}, std::vector<double>(kNumbers, 0.5)}}}}};
  const auto call = [&] {
    const auto result = worker.call(input);
    return std::holds_alternative<model::Value>(result.result);
  };
  if (!call()) return std::fputs("the call fails\n", stderr), 1;  // starts the process
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < calls; ++i)
    if (!call()) return 1;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("8 KiB there and back: %.1f µs a call, %.0f calls a second\n", seconds / calls * 1e6,
              calls / seconds);
}
