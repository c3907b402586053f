// What the process border costs: how many calls of a function that takes and returns 8 KiB cross it in a
// second, how fast large arrays do, and what the sandbox adds to the start of a process.
//
//     build-tests/bin/bench_border [CALLS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "support/exercises.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

using namespace grader;

namespace {

double seconds_of(const auto& action) {
  const auto start = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

model::Arguments numbers(std::size_t count) {
  return {{{"x", {model::Tensor{{static_cast<model::Index>(count)}, std::vector<double>(count, 0.5)}}}}};
}

/// From the start to the end of a worker that is asked for nothing, the median of many.
double launch_seconds(const sandbox::ProcessRunner& processes, const std::filesystem::path& program) {
  constexpr int kLaunches = 201;
  std::vector<double> times;
  for (int i = 0; i < kLaunches; ++i)
    times.push_back(seconds_of([&] {
      sandbox::ResourceLimits limits{10, 1024, 1024, 1, 32, 20, 8};
      const auto process = processes.start({{program.string()}, "/", {}, limits, sandbox::Role::worker});
      process->close_requests();
      bool in_time = false;
      process->wait(10, in_time);
    }));
  std::nth_element(times.begin(), times.begin() + kLaunches / 2, times.end());
  return times[kLaunches / 2];
}

void compare_launches(const std::filesystem::path& program) {
  const double bare = launch_seconds(sandbox::LocalProcesses(), program);
  sandbox::Isolation isolation = sandbox::probe();
  std::printf("start and end of a worker: %.2f ms at level 0", bare * 1e3);
  while (isolation.level() > 0) {
    const double confined = launch_seconds(sandbox::LocalProcesses(isolation), program);
    std::printf(", %.2f ms more at level %d", (confined - bare) * 1e3, isolation.level());
    if (isolation.level() == 1) break;
    (isolation.level() == 3 ? isolation.control_groups : isolation.namespaces) = false;
  }
  std::printf("\n");
}

}  // namespace

int main(int count, char** arguments) {
  const int calls = count > 1 ? std::atoi(arguments[1]) : 10000;
  constexpr std::size_t kSmall = 1024;             // 8 KiB
  constexpr std::size_t kLarge = 8 * 1024 * 1024;  // 64 MiB
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
  bool succeeds = true;
  const auto call = [&](const model::Arguments& input) {
    succeeds = succeeds && std::holds_alternative<model::Value>(worker.call(input).result);
  };
  const model::Arguments small = numbers(kSmall);
  const model::Arguments large = numbers(kLarge);
  call(small);  // starts the process
  const double of_small = seconds_of([&] {
    for (int i = 0; i < calls; ++i) call(small);
  });
  call(large);
  const double of_large = seconds_of([&] { call(large); });
  if (!succeeds) return std::fputs("a call fails\n", stderr), 1;
  std::printf("8 KiB there and back: %.1f µs a call, %.0f calls a second\n", of_small / calls * 1e6,
              calls / of_small);
  std::printf("64 MiB there and back: %.2f s, %.2f GB/s each way\n", of_large,
              2.0 * 8 * static_cast<double>(kLarge) / of_large * 1e-9);
  compare_launches(program->executable);
}
