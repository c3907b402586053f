#include "sandbox/process.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "util/error.hpp"
#include "util/files.hpp"

using namespace grader;

namespace {

sandbox::Finished shell(const std::string& script, double seconds = 10, std::size_t bytes = 4096,
                        sandbox::ResourceLimits limits = {}) {
  const sandbox::LocalProcesses processes;
  return processes.run({{"/bin/sh", "-c", script}, "/", {"PATH=/usr/bin:/bin", "GREETING=hello"}, limits},
                       seconds, bytes, {});
}

bool runs(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string text;
  std::getline(stat, text);
  return !text.empty() && text.find(") Z ") == std::string::npos;
}

}  // namespace

TEST_CASE("a command's output and status come back") {
  const auto finished = shell("echo out; echo err >&2; exit 3");
  CHECK(finished.output == "out\nerr\n");
  CHECK(finished.ending.exit_status == 3);
  CHECK(to_string(finished.ending) == "exit status 3");
  CHECK_FALSE(finished.timed_out);
}

TEST_CASE("the environment is the one that was given and nothing else") {
  ::setenv("GRADER_SECRET", "42", 1);
  const auto finished = shell("env | grep -v -e ^_= -e ^PWD= -e ^SHLVL= -e ^OLDPWD= | sort");
  CHECK(finished.output == "GREETING=hello\nPATH=/usr/bin:/bin\n");
}

TEST_CASE("descriptors of the grader are not inherited") {
  const int open_before = ::open("/etc/passwd", O_RDONLY);  // deliberately without O_CLOEXEC
  const auto finished = shell("ls /proc/self/fd | tr '\\n' ' '");
  ::close(open_before);
  CHECK(finished.output == "0 1 2 3 ");  // 3 is the folder that ls reads
}

TEST_CASE("time that is up kills the whole group") {
  const auto start = std::chrono::steady_clock::now();
  const auto finished = shell("sleep 60 & echo $!; wait", 0.3);
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 5);
  CHECK(finished.timed_out);
  CHECK(finished.ending.signal == SIGKILL);
  const pid_t sleeper = std::stoi(finished.output);
  for (int i = 0; i < 100 && runs(sleeper); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK_FALSE(runs(sleeper));
}

TEST_CASE("what a process leaves in its group dies with it") {
  const auto finished = shell("sleep 60 >/dev/null 2>&1 & echo $!");
  const pid_t sleeper = std::stoi(finished.output);
  for (int i = 0; i < 100 && runs(sleeper); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK_FALSE(runs(sleeper));
}

TEST_CASE("output beyond the limit is dropped while the command runs on") {
  const auto finished = shell("head -c 1000000 /dev/zero; exit 7", 10, 1000);
  CHECK(finished.output.size() == 1000);
  CHECK(finished.output_cut);
  CHECK(finished.ending.exit_status == 7);
}

TEST_CASE("limits hold") {
  const auto spun = shell("while :; do :; done", 20, 4096, {1});
  const bool by_cpu = spun.ending.signal == SIGXCPU || spun.ending.signal == SIGKILL;
  CHECK(by_cpu);
  CHECK_FALSE(spun.timed_out);
  CHECK(spun.ending.cpu_s > 0.5);
  const util::TemporaryDirectory box(std::filesystem::temp_directory_path());
  const auto file = (box.path() / "large").string();
  shell("head -c 3000000 /dev/zero > " + file, 10, 4096, {0, 0, 0, 1});
  CHECK(std::filesystem::file_size(file) == 1024 * 1024);
  CHECK(shell("ulimit -c; ulimit -n", 10, 4096, {0, 0, 0, 0, 64}).output == "0\n64\n");
}

TEST_CASE("a stop ends a command at once") {
  std::stop_source stop;
  const std::jthread stopper([&stop] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    stop.request_stop();
  });
  const sandbox::LocalProcesses processes;
  const auto finished = processes.run({{"/bin/sleep", "60"}, "/", {}, {}}, 60, 100, stop.get_token());
  CHECK(finished.interrupted);
  CHECK(finished.wall_s < 10);
}

TEST_CASE("a program that cannot be started is the grader's error and says why") {
  const sandbox::LocalProcesses processes;
  CHECK_THROWS_WITH_AS(processes.start({{"/nowhere/program"}, "/", {}, {}}),
                       "cannot start /nowhere/program: execve: No such file or directory", util::GraderError);
  CHECK_THROWS_WITH_AS(processes.start({{"/bin/true"}, "/nowhere", {}, {}}),
                       "cannot start /bin/true: chdir: No such file or directory", util::GraderError);
}

TEST_CASE("destroying a process kills it") {
  const sandbox::LocalProcesses processes;
  auto process = processes.start({{"/bin/sh", "-c", "echo $$ >&4; exec sleep 60"}, "/", {}, {}});
  char text[16] = {};
  while (::read(process->replies(), text, sizeof text - 1) <= 0) std::this_thread::yield();
  const pid_t pid = std::stoi(text);
  CHECK(runs(pid));
  process.reset();
  CHECK_FALSE(runs(pid));
}
