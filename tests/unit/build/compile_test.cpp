#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <random>

#include "support/exercises.hpp"
#include "support/files.hpp"
#include "support/machine.hpp"
#include "util/error.hpp"
#include "worker/worker.hpp"

using namespace grader;
using namespace grader::support;

namespace {

constexpr const char* kInclude = "#include \"numbers/twice.hpp\"\n";

std::string failure(const std::string& source) {
  Machine machine;
  const model::Exercise exercise = twice();
  const auto result = machine.build(exercise, source);
  const auto* failed = std::get_if<build::BuildFailure>(&result);
  return failed != nullptr ? model::to_string(failed->verdict) + "\n" + failed->message : "built";
}

/// Counts what is started, so that a test can see that nothing was.
class CountingProcesses : public sandbox::LocalProcesses {
 public:
  sandbox::Finished run(const sandbox::Command& command, double wall_s, std::size_t bytes,
                        std::stop_token stop) const override {
    ++count;
    return sandbox::LocalProcesses::run(command, wall_s, bytes, stop);
  }
  mutable std::atomic<int> count = 0;
};

/// The object in a cache, which others use as well, that was made a moment ago and holds this name.
std::string object_with(const std::filesystem::path& folder, const std::string& name) {
  using Clock = std::filesystem::file_time_type::clock;
  const auto latest = Clock::now() - std::chrono::minutes(10);
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code gone;
    if (!it->is_regular_file(gone) || it->last_write_time(gone) < latest || gone) continue;
    std::string bytes = test::read_file(it->path());
    if (bytes.find(name) != std::string::npos) return bytes;
  }
  return "there is no object with " + name;
}

double call(const Machine& machine, const build::Built& built, const model::Exercise& exercise, double x) {
  worker::Worker worker(machine.processes, built.executable, exercise.function, {});
  const auto result = worker.call({{{"x", {model::Tensor::scalar(x)}}}});
  const auto* value = std::get_if<model::Value>(&result.result);
  return value != nullptr ? std::get<model::Tensor>(value->data).number(0) : -1;
}

}  // namespace

TEST_CASE("parameters may be taken by value or by const reference, and helpers may overload the name") {
  for (const char* solution :
       {"double twice(double x) { return 2 * x; }", "double twice(const double& x) { return 2 * x; }",
        "double twice(const double x) { return 2 * x; }", "static double twice(double x) { return 2 * x; }",
        "float twice(float x) { return 3 * x; }\ndouble twice(double x) { return 2 * x; }",
        "using namespace Eigen;\nusing namespace std;\nauto twice(double x) -> double { return 2 * x; }"}) {
    CAPTURE(solution);
    Machine machine;
    const model::Exercise exercise = twice();
    const auto result = machine.build(exercise, std::string(kInclude) + solution);
    REQUIRE(std::holds_alternative<build::Built>(result));
    CHECK(call(machine, std::get<build::Built>(result), exercise, 21) == 42);
  }
}

TEST_CASE("the compiler's message is about the author's file, with its lines") {
  CHECK(failure(std::string(kInclude) + "double twice(double x) {\n  return 2 * x\n}\n") ==
        "compile_error\n"
        "numbers/twice.cpp: In function 'double twice(double)':\n"
        "numbers/twice.cpp:3:15: error: expected ';' before '}' token\n"
        "    3 |   return 2 * x\n"
        "      |               ^\n"
        "      |               ;\n"
        "    4 | }\n"
        "      | ~              \n");
  CHECK(failure(std::string(kInclude) + "double twice(double) {}\n").find("no return statement") !=
        std::string::npos);
  CHECK(failure(std::string(kInclude) + "double twice(double x) { return 2 * x;")
            .find("numbers/twice.cpp:2:39: error: expected '}'") != std::string::npos);
}

TEST_CASE("what the assembler says names the author's file and not a temporary one") {
  CHECK(failure(std::string(kInclude) +
                "asm(\".incbin \\\"nowhere\\\"\");\ndouble twice(double x) { return 2 * x; }\n") ==
        "compile_error\nnumbers/twice.cpp (assembly): Assembler messages:\n"
        "numbers/twice.cpp (assembly):4: Error: file not found: nowhere\n");
}

TEST_CASE("another signature, or none, shows the expected one") {
  CHECK(failure(std::string(kInclude) + "float twice(float x) { return 2 * x; }\n") ==
        "compile_error\n"
        "numbers/twice.cpp:2: float twice(float x) { return 2 * x; }\n"
        "  error: twice is defined, but not with the signature of the exercise; expected\n"
        "    double twice(double x)\n"
        "  (each parameter may be taken by value or by const reference)\n");
  CHECK(failure(std::string(kInclude) + "double thrice(double x) { return 3 * x; }\n") ==
        "compile_error\n"
        "numbers/twice.cpp: error: the function twice is not defined; expected\n"
        "    double twice(double x)\n");
  CHECK(failure("namespace mine { double twice(double x) { return 2 * x; } }\n").find("compile_error") == 0);
}

TEST_CASE("what is missing or doubled when linking is said in the author's terms") {
  CHECK(failure(std::string(kInclude) +
                "double helper(int);\ndouble twice(double x) { return helper(1) + x; }\n") ==
        "compile_error\nnumbers/twice.cpp: error: helper(int) is declared and used, but not defined\n");
  CHECK(failure(std::string(kInclude) +
                "double twice(double x) { return 2 * x; }\nint main() { return 0; }\n") ==
        "compile_error\nnumbers/twice.cpp: error: the file defines main(); the grader has its own: remove "
        "it, or rename "
        "it while you test\n");
}

TEST_CASE("macros that reach past the end of the file are named as the cause") {
  CHECK(
      failure(std::string(kInclude) +
              "double twice(double x) { return 2 * x; }\n#define namespace class\n") ==
      "compile_error\nnumbers/twice.cpp: error: the file compiles alone, but what it defines changes code "
      "after its "
      "end; remove macros (#define) that redefine words of the language or names of the standard library\n");
}

TEST_CASE("a declared function that is never defined is missing when linking") {
  CHECK(failure(std::string(kInclude) + "double twice(double x);\n") ==
        "compile_error\nnumbers/twice.cpp: error: twice(double) is declared and used, but not defined\n");
}

TEST_CASE("templates without end run into a limit, not into the grader") {
  const std::string bomb =
      "template <unsigned long n> struct B { B<n - 1> a; B<n - 1> b; static constexpr unsigned long v = "
      "sizeof(a) + sizeof(b); };\ntemplate <> struct B<0> { char c; };\n"
      "constexpr int f(long n) { int s = 0; for (long i = 0; i < n; ++i) s ^= i; return s; }\n"
      "static_assert(f(3000000000) == 1);\ndouble twice(double x) { return x; }\n";
  const std::string message = failure(kInclude + bomb);
  CHECK(message.find("compile_") == 0);
}

TEST_CASE("nothing that did not change is compiled again, and what is damaged is") {
  const util::TemporaryDirectory folder(std::filesystem::temp_directory_path());
  const CountingProcesses processes;
  const build::Cache cache(folder.path());
  const model::Exercise exercise = twice();
  const std::string source = std::string(kInclude) + "double twice(double x) { return 2 * x; }\n";
  const build::Toolchain toolchain = build::find_toolchain(std::nullopt, processes);
  const auto build_again = [&](const std::string& text) {
    build::ToolchainCompiler compiler(toolchain, cache, processes);
    processes.count = 0;
    const auto result = compiler.build({{&exercise, text}, {}}, {});
    REQUIRE(std::holds_alternative<build::Built>(result));
    return processes.count.load();
  };
  // Header, solution, adapter, main; the libraries with main, three to see that it works; link.
  CHECK(build_again(source) == 9);
  CHECK(build_again(source) == 0);
  CHECK(build_again(source + "// new\n") == 2);  // solution, link
  build::ToolchainCompiler compiler(toolchain, cache, processes);
  const auto built = std::get<build::Built>(compiler.build({{&exercise, source}, {}}, {}));
  std::ofstream(built.executable, std::ios::app) << "damage";
  CHECK(build_again(source) == 1);  // link
}

TEST_CASE("what most solutions are linked with is compiled while the header is made") {
  const util::TemporaryDirectory folder(std::filesystem::temp_directory_path());
  const CountingProcesses processes;
  const build::Toolchain toolchain = build::find_toolchain(std::nullopt, processes);
  build::ToolchainCompiler compiler(toolchain, build::Cache(folder.path()), processes);
  const auto started_by = [&processes](const auto& action) {
    processes.count = 0;
    action();
    return processes.count.load();
  };
  CHECK(started_by([&] { compiler.prepare(1, {}); }) == 0);  // one at a time gains nothing
  std::stop_source stopped;
  stopped.request_stop();
  CHECK_THROWS_AS(compiler.prepare(2, stopped.get_token()), util::Interrupted);
  CHECK(started_by([&] { compiler.prepare(2, {}); }) >= 2);
  CHECK(started_by([&] { compiler.prepare(2, {}); }) == 0);
  const model::Exercise exercise = twice();
  const std::string source = std::string(kInclude) + "double twice(double x) { return 2 * x; }\n";
  build::BuildResult built;
  CHECK(started_by([&] { built = compiler.build({{&exercise, source}, {}}, {}); }) == 3);  // not main
  REQUIRE(std::holds_alternative<build::Built>(built));
  const sandbox::LocalProcesses workers{sandbox::probe()};
  worker::Worker worker(workers, std::get<build::Built>(built).executable, exercise.function, {});
  CHECK(std::holds_alternative<model::Value>(worker.call({{{"x", {model::Tensor::scalar(3.0)}}}}).result));
}

static model::Exercise user_of(const model::Exercise& used, const std::string& name) {
  model::Exercise exercise = twice();
  exercise.id = "numbers/" + name;
  exercise.function.name = name;
  exercise.uses = {used.id};
  return exercise;
}

TEST_CASE("solutions of one student that use each other may have helpers of the same name") {
  Machine machine;
  const model::Exercise first = twice();
  const model::Exercise second = user_of(first, "four_times");
  const std::string used = std::string(kInclude) +
                           "struct Helper { double factor() const { static double f = 2; return f; } };\n"
                           "double scale(double x) { return Helper().factor() * x; }\n"
                           "double twice(double x) { return scale(x); }\n";
  const std::string user =
      "#include \"numbers/four_times.hpp\"\n"
      "struct Helper { double factor() const { static double f = 99; return ++f; } };\n"
      "double scale(double x) { return Helper().factor() * x; }\n"
      "double four_times(double x) { return twice(twice(x)) + scale(1); }\n";
  const auto result = machine.compiler.build({{&second, user}, {{&first, used}}}, {});
  if (const auto* failed = std::get_if<build::BuildFailure>(&result)) FAIL(failed->message);
  const auto& built = std::get<build::Built>(result);
  CHECK(built.calls == std::vector<std::string>{first.id});
  CHECK(call(machine, built, second, 1) == 104);

  const auto broken = machine.compiler.build({{&second, user}, {{&first, "double twice("}}}, {});
  REQUIRE(std::holds_alternative<build::BuildFailure>(broken));
  CHECK(std::get<build::BuildFailure>(broken).verdict == model::Verdict::prerequisite_failed);
  CHECK(std::get<build::BuildFailure>(broken).message ==
        "it calls your solution of numbers/twice, which does not compile");

  const std::string alone =
      "#include \"numbers/four_times.hpp\"\ndouble four_times(double x) { return 4 * x; }\n";
  const auto independent = machine.compiler.build({{&second, alone}, {{&first, "double twice("}}}, {});
  REQUIRE(std::holds_alternative<build::Built>(independent));
  CHECK(std::get<build::Built>(independent).calls.empty());
}

TEST_CASE("an executable may be larger than the objects that it is made of may be") {
  Machine machine;
  const model::Exercise first = twice();
  const model::Exercise second = user_of(first, "large");
  // 40 of the 64 MiB that an object may have.
  const std::string table = "static char table[40 << 20] = {1};\n";
  const std::string used =
      kInclude + table + "double twice(double x) { return 2 * x * table[static_cast<int>(x) - 5]; }\n";
  const std::string user = "#include \"numbers/large.hpp\"\n" + table +
                           "double large(double x) { return twice(x) + table[static_cast<int>(x) - 5]; }\n";
  const auto result = machine.compiler.build({{&second, user}, {{&first, used}}}, {});
  if (const auto* failed = std::get_if<build::BuildFailure>(&result)) FAIL(failed->message);
  CHECK(call(machine, std::get<build::Built>(result), second, 5) == 11);
}

TEST_CASE("a compiler that was stopped for want of time is said so, with what it had used") {
  /// A machine that has no time for the solution.
  class BusyProcesses : public sandbox::LocalProcesses {
   public:
    sandbox::Finished run(const sandbox::Command& command, double wall_s, std::size_t bytes,
                          std::stop_token stop) const override {
      const auto& words = command.arguments;
      if (std::find(words.begin(), words.end(), "solution.cpp") == words.end())
        return sandbox::LocalProcesses::run(command, wall_s, bytes, stop);
      sandbox::Finished stopped;
      stopped.timed_out = true;
      stopped.ending.cpu_s = 4.25;
      return stopped;
    }
  };
  Machine machine;
  const BusyProcesses processes;
  build::ToolchainCompiler compiler(machine.compiler.toolchain(), machine.cache, processes);
  const model::Exercise exercise = twice();
  const auto result = compiler.build(
      {{&exercise, std::string(kInclude) + "double twice(double x) { return x + x; }  // busy\n"}, {}}, {});
  REQUIRE(std::holds_alternative<build::BuildFailure>(result));
  CHECK(std::get<build::BuildFailure>(result).verdict == model::Verdict::compile_limit);
  CHECK(
      std::get<build::BuildFailure>(result).message ==
      "numbers/twice.cpp: compiling was not done after 180 s, 4.2 s of them CPU time; where the machine was "
      "busy with other things, try again\n");
}

TEST_CASE("an exercise's own limits on compiling are kept, and the one that was hit is named") {
  Machine machine;
  model::Exercise exercise = twice();
  const auto failure_of = [&](const model::Limits& limits, const std::string& more) {
    exercise.limits = limits;
    const auto result = machine.compiler.build(
        {{&exercise, kInclude + more + "double twice(double x) { return x + x; }\n"}, {}}, {});
    const auto* failure = std::get_if<build::BuildFailure>(&result);
    return failure == nullptr ? "none" : model::to_string(failure->verdict) + ": " + failure->message;
  };
  const std::string tree =
      "template <int depth, int number> struct Tree {\n"
      "  Tree<depth - 1, 2 * number> left;\n  Tree<depth - 1, 2 * number + 1> right;\n};\n"
      "template <int number> struct Tree<0, number> {};\nTree<20, 0> tree;\n";
  const std::string array = "double numbers[1 << 18] = {1};\n";  // 2 MiB
  CHECK(failure_of({}, array) == "none");
  CHECK(failure_of({.compile_time_s = 2}, tree) ==
        "compile_limit: numbers/twice.cpp: compiling took more than 2 s of CPU time\n");
  CHECK(failure_of({.object_mib = 1}, array) ==
        "compile_limit: numbers/twice.cpp: compiling made more than 1 MiB of output\n");
  CHECK(failure_of({.compile_mib = 512}, tree) ==
        "compile_limit: numbers/twice.cpp: compiling took more than 512 MiB of memory\n");
  // Linking may then write as much as compiling.
  CHECK(failure_of({.object_mib = 100}, "char characters[70 << 20] = {1};\n") == "none");
  const std::string wrong = "int a = \"a text that is no number\";\n";
  std::string many;
  for (int i = 0; i < 20; ++i) many += wrong;
  const std::string cut = failure_of({.diagnostics_kib = 1}, many);
  CHECK(cut.size() < 1500);
  CHECK(
      cut.starts_with("compile_error: numbers/twice.cpp: the compiler says more than the 1 KiB that are read "
                      "of it; it begins with\nnumbers/twice.cpp:"));
  CHECK(failure_of({}, many).size() > 2000);
  CHECK(failure_of({}, many).find("read of it") == std::string::npos);
}

TEST_CASE("both compilers build workers") {
  for (const char* name : {"g++", "clang++"}) {
    CAPTURE(name);
    const sandbox::LocalProcesses processes;
    build::ToolchainCompiler compiler(build::find_toolchain(name, processes), Machine().cache, processes);
    const model::Exercise exercise = twice();
    const auto good = compiler.build(
        {{&exercise, std::string(kInclude) + "double twice(double x) { return 2 * x; }"}, {}}, {});
    REQUIRE(std::holds_alternative<build::Built>(good));
    CHECK(call(Machine(), std::get<build::Built>(good), exercise, 21) == 42);
    const auto bad =
        compiler.build({{&exercise, std::string(kInclude) + "int twice(double x) { return 2; }"}, {}}, {});
    REQUIRE(std::holds_alternative<build::BuildFailure>(bad));
    CHECK(std::get<build::BuildFailure>(bad).message.find("not with the signature") != std::string::npos);
  }
}

TEST_CASE("a compiler that was asked for and is not there is said so") {
  const sandbox::LocalProcesses processes;
  CHECK_THROWS_WITH_AS(build::find_toolchain("no-such-compiler", processes),
                       "there is no compiler 'no-such-compiler' (--cxx)", util::UsageError);
}

TEST_CASE("a cache that cannot be written is the grader's error and names the path") {
  const util::TemporaryDirectory folder(std::filesystem::temp_directory_path());
  const auto file = folder.path() / "file";
  std::ofstream(file) << "not a folder";
  const sandbox::LocalProcesses processes;
  build::ToolchainCompiler compiler(build::find_toolchain(std::nullopt, processes), build::Cache(file),
                                    processes);
  const model::Exercise exercise = twice();
  try {
    compiler.build({{&exercise, kInclude}, {}}, {});
    FAIL("built");
  } catch (const util::GraderError& error) {
    CHECK(std::string(error.what()).find(file.string()) != std::string::npos);
  }
}

TEST_CASE("Eigen's decompositions are compiled once, whoever uses them") {
  Machine machine;
  const model::Exercise exercise = twice();
  const auto singular = [&](const std::string& decomposition) {
    const std::string source = std::string(kInclude) +
                               "double twice(double x) {\n"
                               "  const Eigen::MatrixXd a = Eigen::MatrixXd::Identity(3, 3) * x;\n"
                               "  return 2 * " +
                               decomposition + "(0);\n}\n";
    const auto built = machine.build(exercise, source);
    if (const auto* failed = std::get_if<build::BuildFailure>(&built)) FAIL(failed->message);
    return call(machine, std::get<build::Built>(built), exercise, 21);
  };
  CHECK(singular("Eigen::JacobiSVD<Eigen::MatrixXd>(a).singularValues()") == doctest::Approx(42));
  CHECK(singular("Eigen::BDCSVD<Eigen::MatrixXd>(a).singularValues()") == doctest::Approx(42));
  CHECK(singular("Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(a).eigenvalues()") == doctest::Approx(42));
  CHECK(singular("Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(a * a).eigenvalues()") ==
        doctest::Approx(882));
  // Of other matrices they are compiled with the solution.
  CHECK(singular("Eigen::JacobiSVD<Eigen::Matrix3d>(Eigen::Matrix3d(a)).singularValues()") ==
        doctest::Approx(42));
}

TEST_CASE("products of matrices and vectors are compiled once, whoever uses them") {
  Machine machine;
  const model::Exercise exercise = twice();
  // How far a product is from its definition; numbers are whole, so that every sum is exact.
  const std::string begin = std::string(kInclude) + R"(
template <class Product, class Left, class Right>
double error(const Product& product, const Left& left, const Right& right) {
  const Eigen::MatrixXd computed = product, l = left, r = right;
  double sum = 0;
  for (Eigen::Index i = 0; i < l.rows(); ++i)
    for (Eigen::Index j = 0; j < r.cols(); ++j) {
      double element = 0;
      for (Eigen::Index k = 0; k < l.cols(); ++k) element += l(i, k) * r(k, j);
      sum += std::abs(computed(i, j) - element);
    }
  return sum;
}
double twice(double x) {
  Eigen::MatrixXd a(40, 40), b(40, 40);
  for (Eigen::Index i = 0; i < 40; ++i)
    for (Eigen::Index j = 0; j < 40; ++j) {
      a(i, j) = static_cast<double>(i + 2 * j) + x;
      b(i, j) = static_cast<double>(3 * i - j);
    }
  const Eigen::VectorXd v = b.col(7);
)";
  const auto result = [&](const std::string& expression) {
    const auto built = machine.build(exercise, begin + "  return " + expression + ";\n}\n");
    if (const auto* failed = std::get_if<build::BuildFailure>(&built)) FAIL(failed->message);
    return call(machine, std::get<build::Built>(built), exercise, 21);
  };
  SUBCASE("of matrices") {
    CHECK(result("error(a * b, a, b) + error(a.transpose() * b, a.transpose(), b) +\n"
                 "    error(a * b.transpose(), a, b.transpose()) +\n"
                 "    error(a.transpose() * b.transpose(), a.transpose(), b.transpose())") == 0);
  }
  SUBCASE("of a matrix and a vector") {
    CHECK(result("error(a * v, a, v) + error(a.transpose() * v, a.transpose(), v) +\n"
                 "    error(v.transpose() * a, v.transpose(), a)") == 0);
  }
  SUBCASE("into whatever they are written") {
    CHECK(result(R"([&] {
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(40, 40), large = Eigen::MatrixXd::Zero(50, 60);
    auto part = large.block(2, 3, 40, 40);
    sum += a * b;
    part = a * b;
    sum.noalias() -= a.transpose() * b;
    part -= a.transpose() * b;
    sum -= 3 * (a * b.transpose());
    part.noalias() -= 3 * a * b.transpose();
    sum.noalias() += a.transpose() * b.transpose();
    part.array() += (a.transpose() * b.transpose()).array();
    Eigen::VectorXd u = Eigen::VectorXd::Zero(40);
    auto head = large.col(59).head(40);
    u += a * v;
    head = a * v;
    u.noalias() -= a.transpose() * v;
    head -= a.transpose() * v;
    u -= 3 * (a * v);
    head -= 3 * a * v;
    Eigen::MatrixXd own = a;
    own = own * b;
    const Eigen::RowVectorXd row = a.row(3) * b;
    return (sum - part).norm() + (u - head).norm() + error(own, a, b) + (row - own.row(3)).norm() +
           error(sum, a * b - a.transpose() * b - 3 * (a * b.transpose()) + a.transpose() * b.transpose(),
                 Eigen::MatrixXd::Identity(40, 40));
  }())") == 0);
  }
  SUBCASE("of parts, of multiples, of what is computed first and in either order of memory") {
    CHECK(result(R"([&] {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const RowMajor byRows = a;
    const auto part = a.block(1, 2, 30, 20);
    const auto other = b.middleRows(4, 20);
    const Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>> map(a.data(), 20, 40, {40});
    const Eigen::Map<const Eigen::MatrixXd, 0, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>> sparse(
        a.data(), 20, 20, {80, 2});
    const Eigen::Ref<const Eigen::MatrixXd> reference = part;
    return error(part * other, part, other) + error(-a * b.leftCols(3), -a, b.leftCols(3)) +
           error(2 * a * -b.transpose(), -2 * a, b.transpose()) + error((a + b) * (a - b), a + b, a - b) +
           error((a * b) * a, Eigen::MatrixXd(a * b), a) + error(byRows * b, a, b) +
           error(byRows.transpose() * byRows, a.transpose(), a) + error(map * a, map, a) +
           error(sparse * other, sparse, other) + error(reference * other, part, other) +
           error(a.reverse() * b, a.reverse(), b) + error((a.transpose() * 2).transpose() * b, 2 * a, b);
  }())") == 0);
    CHECK(result(R"([&] {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const RowMajor byRows = a;
    const Eigen::RowVectorXd row = b.row(5);
    const auto part = a.middleRows(1, 30);
    return error(part * v, part, v) + error(a.row(3) * b, a.row(3), b) + error(row * a, row, a) +
           error(a * b.row(3).transpose(), a, b.row(3).transpose()) +
           error(-a.row(3) * b.transpose(), -a.row(3), b.transpose()) +
           error(2 * a.transpose() * b.row(3).transpose(), 2 * a.transpose(), b.row(3).transpose()) +
           error(byRows * v, a, v) + error(byRows * b.row(3).transpose(), a, b.row(3).transpose()) +
           error(v.transpose() * byRows, v.transpose(), a) + error(a * v.cwiseProduct(v), a, v.cwiseProduct(v)) +
           error((a + b) * v, a + b, v) + error(a * (b * v), a, Eigen::VectorXd(b * v)) +
           error(a * v.reverse(), a, v.reverse()) + error(a.transpose() * v.asDiagonal() * v,
           Eigen::MatrixXd(a.transpose() * v.asDiagonal()), v);
  }())") == 0);
  }
  SUBCASE("of a column and a row") {
    CHECK(result(R"([&] {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::RowVectorXd row = b.row(5);
    const Eigen::MatrixXd one = Eigen::MatrixXd::Identity(40, 40);
    Eigen::MatrixXd sum = v * v.transpose();
    sum += a.col(3) * b.row(4);
    sum.noalias() -= 2 * v.head(40) * row;
    RowMajor byRows = v * v.transpose();
    byRows += a.col(3) * b.row(4);
    byRows -= 2 * v * row;
    Eigen::Map<Eigen::MatrixXd, 0, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>> spread(
        byRows.data(), 20, 20, {2, 80});
    double wrong = (sum - byRows).norm() + error(byRows, one, v * v.transpose() + a.col(3) * b.row(4) - 2 * v * row);
    spread.noalias() = v.tail(20) * v.head(20).transpose();
    return wrong + error(spread, v.tail(20), v.head(20).transpose()) + error(v * row, v, row) +
           error(-v * b.row(5), -v, b.row(5)) + error((a * v) * row, Eigen::VectorXd(a * v), row) +
           error(a.row(3).transpose() * a.row(2), a.row(3).transpose(), a.row(2)) +
           error(v.reverse() * v.transpose(), v.reverse(), v.transpose()) +
           error(Eigen::VectorXd(0) * row, Eigen::VectorXd(0), row) + (v * v.transpose() / 2 - v / 2 * v.transpose()).norm();
  }())") == 0);
  }
  SUBCASE("into rows, in steps and backwards") {
    CHECK(result(R"([&] {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    RowMajor byRows = a * b;
    double wrong = error(byRows, a, b);
    byRows.noalias() += a.transpose() * b;
    byRows -= a.transpose() * b;
    byRows.row(2) = a.row(2) * b;
    byRows.col(3) = a * b.col(3);
    wrong += error(byRows, a, b);
    Eigen::MatrixXd turned(40, 40), wide = Eigen::MatrixXd::Zero(80, 80);
    turned.reverse() = a * b;
    turned.reverse() += a * b;
    wrong += error(turned.reverse(), 2 * a, b);
    turned.transpose() = a * b;
    wrong += error(turned.transpose(), a, b);
    turned.row(1) = (a * v).transpose();
    turned.row(2).transpose() = a * v;
    turned.row(3) = v.transpose() * a.transpose();
    turned.row(4).noalias() = 2 * v.transpose() * a.transpose() - v.transpose() * a.transpose();
    for (Eigen::Index i : {1, 2, 3, 4}) wrong += error(turned.row(i).transpose(), a, v);
    turned.col(5).reverse() = a * v;
    wrong += error(turned.col(5).reverse(), a, v);
    Eigen::Map<Eigen::MatrixXd, 0, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>> spread(
        wide.data(), 40, 40, {160, 2});
    spread = a * b;
    spread.noalias() -= 2 * a * b;
    wrong += error(spread, -a, b);
    Eigen::VectorXd vector = Eigen::MatrixXd(a) * Eigen::MatrixXd(b.col(7));
    Eigen::RowVectorXd line = Eigen::MatrixXd(a.row(7)) * b;
    Eigen::MatrixXd column = a * v, inner = Eigen::MatrixXd(a.row(7)) * v;
    return wrong + error(vector, a, v) + error(line, a.row(7), b) + error(column, a, v) +
           error(inner, a.row(7), v);
  }())") == 0);
  }
  SUBCASE("of small matrices, which are multiplied in another way, and of empty ones") {
    CHECK(result(R"([&] {
    const Eigen::MatrixXd c = a.topLeftCorner(3, 4), d = b.topLeftCorner(4, 2), none(3, 0);
    Eigen::MatrixXd sum = c * d;
    sum += c * d;
    sum.noalias() -= c * d;
    return error(sum, c, d) + error(c.transpose() * c, c.transpose(), c) +
           error(d * d.transpose(), d, d.transpose()) + error(c * v.head(4), c, v.head(4)) +
           error(c * Eigen::VectorXd(v.head(4)), c, v.head(4)) + (none * none.transpose()).norm() +
           (none.transpose() * none).norm() + (none * Eigen::VectorXd(0)).norm();
  }())") == 0);
  }
  SUBCASE("so that a solution's object has nothing of them") {
    const std::string marker = "marker_" + std::to_string(std::random_device()());
    const auto built =
        machine.build(exercise, std::string(kInclude) + "double " + marker + R"((
    const Eigen::MatrixXd& a, const Eigen::VectorXd& v) {
  return (a * a + a.transpose() * a + a * a.transpose() + a.transpose() * a.transpose()).sum() +
         (a * v + a.transpose() * v).sum() + (-a * a.leftCols(1) * 2 + a.middleCols(0, 1) * v.row(0)).sum() +
         (a.row(0) * a + v.transpose() * a).sum() + (v * v.transpose()).sum();
}
double twice(double x) { return x + )" +
                                    marker + "(Eigen::MatrixXd::Zero(1, 1), Eigen::VectorXd::Zero(1)); }\n");
    REQUIRE(std::holds_alternative<build::Built>(built));
    CHECK(call(machine, std::get<build::Built>(built), exercise, 21) == 21);
    const std::string object = object_with(machine.cache.root() / "object", marker);
    CHECK(object.find("8products8multiplyILb0ELb0EE") != std::string::npos);
    for (const char* name : {"gebp", "gemm", "gemv", "general_matrix", "outer_product"}) {
      CAPTURE(std::string(name));
      CHECK(object.find(name) == std::string::npos);
    }
  }
  SUBCASE("of other kinds, which are partly compiled with the solution") {
    CHECK(result("error(a.triangularView<Eigen::Lower>() * b,\n"
                 "    Eigen::MatrixXd(a.triangularView<Eigen::Lower>()), b) +\n"
                 "    error((a.cast<float>() * b.cast<float>()).eval().cast<double>(), a, b)") == 0);
    CHECK(result("((a + 1e6 * Eigen::MatrixXd::Identity(40, 40)).partialPivLu().solve(v) * 1e6 - v).norm()"
                 " / v.norm()") < 0.1);
  }
}
