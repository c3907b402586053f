#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <functional>

#include "support/exercises.hpp"
#include "support/files.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

using namespace grader;
using namespace grader::support;
namespace fs = std::filesystem;

namespace {

constexpr const char* kInclude = "#include \"numbers/twice.hpp\"\n";

/// Counts what is started, and ends in its own way what it is told to.
class MeddledProcesses : public sandbox::LocalProcesses {
 public:
  using sandbox::LocalProcesses::LocalProcesses;
  sandbox::Finished run(const sandbox::Command& command, double wall_s, std::size_t bytes,
                        std::stop_token stop) const override {
    ++count;
    if (const auto finished = meddle(command)) return *finished;
    return sandbox::LocalProcesses::run(command, wall_s, bytes, stop);
  }
  mutable int count = 0;
  std::function<std::optional<sandbox::Finished>(const sandbox::Command&)> meddle = [](const auto&) {
    return std::nullopt;
  };
};

bool has(const sandbox::Command& command, const std::string& argument) {
  return std::find(command.arguments.begin(), command.arguments.end(), argument) != command.arguments.end();
}

double call(const sandbox::ProcessRunner& processes, const build::BuildResult& result,
            const model::Exercise& exercise, double x) {
  if (const auto* failed = std::get_if<build::BuildFailure>(&result)) FAIL(failed->message);
  worker::Worker worker(processes, std::get<build::Built>(result).executable, exercise.function, {});
  const auto answer = worker.call({{{"x", {model::Tensor::scalar(x)}}}});
  const auto* value = std::get_if<model::Value>(&answer.result);
  return value != nullptr ? std::get<model::Tensor>(value->data).number(0) : -1;
}

}  // namespace

TEST_CASE("workers are built without a runtime where none can be made, or it does not work") {
  const util::TemporaryDirectory folder(fs::temp_directory_path());
  const model::Exercise exercise = twice();
  MeddledProcesses processes{sandbox::probe()};
  const build::Toolchain toolchain = build::find_toolchain(std::nullopt, processes);
  int texts = 0;
  const auto build_anew = [&] {
    build::ToolchainCompiler compiler(toolchain, build::Cache(folder.path()), processes);
    const std::string source =
        kInclude + fmt::format("double twice(double x) {{ return 2 * x; }}  // {}\n", ++texts);
    processes.count = 0;
    const build::BuildResult result = compiler.build({{&exercise, source}, {}}, {});
    const int count = processes.count;
    CHECK(call(processes, result, exercise, 21) == 42);
    return count;
  };
  const auto runtime_bytes = [&] {
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "runtime"))
      if (entry.is_regular_file() && entry.path().extension() != ".sum") bytes += entry.file_size();
    return bytes;
  };
  sandbox::Finished refused;
  refused.ending.exit_status = 1;
  sandbox::Finished crashed;
  crashed.ending.signal = SIGSEGV;

  processes.meddle = [&](const sandbox::Command& command) {
    return has(command, "-fuse-ld=bfd") ? std::optional(refused) : std::nullopt;
  };
  build_anew();
  CHECK(runtime_bytes() == 0);
  CHECK(build_anew() == 2);  // solution, link: not tried again

  fs::remove_all(folder.path() / "runtime");
  processes.meddle = [&](const sandbox::Command& command) {
    return command.role == sandbox::Role::worker ? std::optional(crashed) : std::nullopt;
  };
  CHECK(build_anew() == 6);  // libraries, check, its link, its run; solution, link
  CHECK(runtime_bytes() == 0);

  fs::remove_all(folder.path() / "runtime");
  processes.meddle = [](const auto&) { return std::nullopt; };
  CHECK(build_anew() == 6);
  CHECK(runtime_bytes() > 1'000'000);
  CHECK(build_anew() == 2);
}

TEST_CASE("a solution may need more of the libraries than the harness does, or bring its own") {
  Machine machine;
  const model::Exercise exercise = twice();
  for (const char* solution :
       {"#include <regex>\ndouble twice(double x) {\n"
        "  return std::regex_match(std::to_string(x), std::regex(\"[0-9.]+\")) ? std::lgamma(3.0) / "
        "std::log(2.0) * 2 * x : 0;\n}",
        "#include <thread>\ndouble twice(double x) {\n  double y = 0;\n"
        "  std::jthread([&] { y = 2 * x; }).join();\n  return y;\n}",
        "double twice(double x) {\n  try {\n    throw std::out_of_range(\"x\");\n"
        "  } catch (const std::logic_error&) {\n    return 2 * x;\n  }\n}",
        "static thread_local double factor = 2;\ndouble twice(double x) { return factor * x; }",
        // Both are in what the harness was linked with.
        "extern \"C\" std::size_t strlen(const char* text) {\n  std::size_t size = 0;\n"
        "  while (text[size] != 0) ++size;\n  return size;\n}\n"
        "double twice(double x) { return 2 * x; }",
        "void* operator new(std::size_t size) { return std::malloc(size + 8); }\n"
        "double twice(double x) { return 2 * x * *std::make_unique<double>(1); }"}) {
    CAPTURE(solution);
    const auto result = machine.build(exercise, std::string(kInclude) + "#include <memory>\n" + solution);
    CHECK(call(machine.processes, result, exercise, 21) == doctest::Approx(42));
  }
}
