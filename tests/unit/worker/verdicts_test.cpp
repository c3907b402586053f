#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "support/exercises.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

using namespace grader;
using namespace grader::support;

namespace {

/// A solution of `twice` whose calls misbehave for some arguments.
constexpr const char* kMischief = R"(
#include "numbers/twice.hpp"
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <thread>
static int calls = 0;
static int recurse(int n) { volatile char room[4096]; room[0] = static_cast<char>(n); return recurse(n + 1) + room[0]; }
double twice(double x) {
  ++calls;
  switch (static_cast<int>(x)) {
    case 1: return calls;
    case 2: throw std::out_of_range("index 7 of 3");
    case 3: throw 42;
    case 4: std::abort();
    case 5: { volatile int* nowhere = nullptr; return *nowhere; }
    case 6: std::exit(0);
    case 7: while (true) ::usleep(1000);
    case 8: { std::vector<std::vector<double>> all; while (true) all.emplace_back(1 << 20, 1.0); }
    case 9: while (true) std::cout << "all work and no play\n";
    case 10: return recurse(0);
    case 11: { Eigen::VectorXd v(3); return v(static_cast<int>(x)); }
    case 12: std::cout << "out" << std::endl; std::cerr << "err\n"; std::printf("printf\n"); return 1;
    case 13: ::write(4, "forged reply of the student's", 29); return 1;
    case 14: ::close(4); while (true) ::usleep(1000);
    case 15: { volatile int zero = 0; return 7 / zero; }
    case 16: grader::todo();
    case 17: std::raise(SIGSTOP); return 1;
    case 18: { std::vector<double> v(3); return v[static_cast<std::size_t>(x)]; }
    case 19: return ::getenv("HOME") == nullptr ? 1 : 0;
    case 20: std::vector<char>(std::size_t{1} << 62); return 1;
    case 22: for (int i = 0; i < 50; ++i) { std::cout << std::string(1000, 'x') << std::flush; ::usleep(500); } return 1;
    case 23: { std::vector<std::jthread> all; while (true) all.emplace_back([] { ::usleep(100000); }); }
    default: return 2 * x;
  }
}
)";

struct Calls {
  explicit Calls(const char* source = kMischief) : worker(make(source)) {}
  Machine machine;
  model::Exercise exercise = twice();
  worker::Worker worker;

  worker::Worker make(const char* source) {
    exercise.limits.time_s = 5;  // far more than anything here takes on a busy machine
    exercise.limits.memory_mib = 128;
    const build::BuildResult result = machine.build(exercise, source);
    if (const auto* failure = std::get_if<build::BuildFailure>(&result)) FAIL(failure->message);
    return {machine.processes, std::get<build::Built>(result).executable, exercise.function, exercise.limits};
  }
  worker::CallResult call(double x) { return worker.call({{{"x", {model::Tensor::scalar(x)}}}}); }
  double value(double x) {
    const auto result = call(x);
    const auto* value = std::get_if<model::Value>(&result.result);
    return value != nullptr ? std::get<model::Tensor>(value->data).number(0) : -1;
  }
  std::string failure(double x) {
    const auto result = call(x);
    const auto* failure = std::get_if<worker::CallFailure>(&result.result);
    return failure != nullptr ? model::to_string(failure->verdict) + ": " + failure->message : "returned";
  }
};

}  // namespace

TEST_CASE("every way to fail has its verdict, and the next call works again") {
  Calls calls;
  CHECK(calls.value(21) == 42);
  CHECK(calls.failure(2) == "runtime_error: threw std::out_of_range: index 7 of 3");
  CHECK(calls.value(1) == 3);  // an exception does not cost the process
  CHECK(calls.failure(3) == "runtime_error: threw an exception of type int");
  CHECK(calls.failure(23) ==
        "runtime_error: threw std::system_error: Resource temporarily unavailable (it may have 20 threads at "
        "a time, each of which takes 8 MiB of its memory)");
  CHECK(calls.failure(4) ==
        "runtime_error: crashed with signal 6 (Aborted): it gave up; what it printed may say why");
  CHECK(calls.value(1) == 1);  // a new process
  CHECK(calls.failure(5) ==
        "runtime_error: crashed with signal 11 (Segmentation fault): it used memory that is not its own (an "
        "index "
        "out of range, a null pointer, a recursion without end)");
  CHECK(calls.failure(6) == "runtime_error: ended the program (exit status 0) instead of returning");
  CHECK(calls.failure(7) == "time_limit: no result after 5 s");
  CHECK(calls.failure(8) == "memory_limit: asked for more memory than the 128 MiB it may use");
  CHECK(calls.failure(10).substr(0, 36) == "runtime_error: crashed with signal 1");
  CHECK(calls.failure(11) == "runtime_error: threw Eigen assertion failed: index >= 0 && index < size()");
  CHECK(calls.failure(13) == "bad_reply: what came back is no reply of the grader's harness");
  CHECK(calls.failure(14) == "bad_reply: closed the connection to the grader and went on");
  CHECK(calls.failure(15) ==
        "runtime_error: crashed with signal 8 (Floating point exception): an integer was divided by zero");
  CHECK(calls.failure(16) == "not_implemented: not implemented yet");
  CHECK(calls.failure(17) == "time_limit: no result after 5 s");
  CHECK(calls.failure(18).substr(0, 37) == "runtime_error: crashed with signal 6 ");
  CHECK(calls.value(19) == 1);
  CHECK(calls.failure(20) == "memory_limit: asked for more memory than the 128 MiB it may use");
  CHECK(calls.failure(9) == "output_limit: printed more than 64 KiB");
  CHECK(calls.value(21) == 42);
  CHECK_FALSE(calls.worker.finish().has_value());
  CHECK(calls.worker.cpu_s() > 0);
}

TEST_CASE("what a call prints comes with that call, all streams in order") {
  Calls calls;
  CHECK(calls.call(21).output.empty());
  CHECK(calls.call(12).output == "out\nerr\nprintf\n");
  CHECK(calls.call(21).output.empty());
}

TEST_CASE("output that comes piece by piece is kept up to the limit, to the byte") {
  Calls calls;
  CHECK(calls.call(22).output == std::string(50 * 1000, 'x'));
  Calls flood;
  CHECK(flood.call(9).output.size() == 64 * 1024);
}

TEST_CASE("an endless loop costs its time limit and little more") {
  Calls calls;
  const auto start = std::chrono::steady_clock::now();
  calls.failure(7);
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 15);
}

TEST_CASE("a program that does not end in order after its replies is not trusted") {
  Calls calls(R"(
#include "numbers/twice.hpp"
#include <unistd.h>
struct Last { ~Last() { ::_exit(3); } } last;
double twice(double x) { return 2 * x; }
)");
  CHECK(calls.value(21) == 42);
  const auto failure = calls.worker.finish();
  REQUIRE(failure.has_value());
  CHECK(failure->verdict == model::Verdict::bad_reply);
  CHECK(failure->message == "ended with exit status 3 after its last call");
}

TEST_CASE("a process that was started early is the one that is called, and ends in order uncalled too") {
  Calls calls;
  calls.worker.start();
  CHECK(calls.value(1) == 1);
  calls.worker.start();
  CHECK(calls.value(1) == 2);
  calls.worker.dismiss();
  CHECK_FALSE(calls.worker.finish());
  CHECK(calls.value(1) == 1);  // another process
  CHECK_FALSE(calls.worker.finish());
  calls.worker.dismiss();  // there is none
  CHECK_FALSE(calls.worker.finish());
  calls.worker.start();
  CHECK_FALSE(calls.worker.finish());
  CHECK(calls.worker.cpu_s() > 0);
}

TEST_CASE("a request is answered whether it comes at once or late") {
  Calls calls;
  for (const int wait_us : {0, 20, 50, 70, 200, 5000, 0}) {
    CAPTURE(wait_us);
    std::this_thread::sleep_for(std::chrono::microseconds(wait_us));
    CHECK(calls.value(21) == 42);
  }
}

TEST_CASE("a reply that is there before the question is refused") {
  Calls calls(R"(
#include "numbers/twice.hpp"
#include "wire.hpp"
#include <unistd.h>
struct First { First() { ::write(4, "early", 5); } } first;
double twice(double x) { return 2 * x; }
)");
  CHECK(calls.failure(21) == "bad_reply: what came back is no reply of the grader's harness");
}
