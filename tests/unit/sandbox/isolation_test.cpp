// What confined processes may do. How the machine's levels are found is tested with the whole program
// (tests/e2e/isolation_test.cpp), which can be told that the machine lacks something.
#include "sandbox/isolation.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stop_token>
#include <thread>

#include "e2e/processes.hpp"
#include "sandbox/process.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

/// The ways in which this machine can isolate, the strongest first. There is one at least, or the tests fail.
std::vector<sandbox::Isolation> ways() {
  std::vector<sandbox::Isolation> all{sandbox::probe()};
  const auto also_without = [&all](bool sandbox::Isolation::*part) {
    sandbox::Isolation less = all.back();
    less.*part = false;
    if (less.level() > 0 && all.back().*part) all.push_back(less);
  };
  also_without(&sandbox::Isolation::control_groups);
  also_without(&sandbox::Isolation::namespaces);
  return all;
}

const std::vector<fs::path> kShell = {"/usr/bin", "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/bin"};

/// Runs a script as compilers run: what they may do, programs can try.
struct Box {
  util::TemporaryDirectory folder{fs::temp_directory_path()};

  sandbox::Finished run(const sandbox::Isolation& isolation, const std::string& script,
                        sandbox::ResourceLimits limits = {}, double seconds = 20,
                        std::stop_token stop = {}) const {
    const sandbox::LocalProcesses processes(isolation);
    return processes.run({{"/bin/sh", "-c", script},
                          folder.path(),
                          {"PATH=/usr/bin:/bin"},
                          limits,
                          sandbox::Role::compiler,
                          kShell},
                         seconds, 4096, std::move(stop));
  }
};

/// What the kernel says of a process; nothing where it is gone, perhaps since a moment.
std::string status_of(const fs::path& process) {
  std::ifstream file(process / "status");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The folders in /proc of the processes that this one has made and that have the name.
std::vector<fs::path> children_named(const std::string& name) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string status = status_of(entry.path());
    const bool child = status.find("\nPPid:\t" + std::to_string(::getpid()) + "\n") != std::string::npos;
    if (child && status.starts_with("Name:\t" + name + "\n")) found.push_back(entry.path());
  }
  return found;
}

/// A number of a process' status, in kB.
long kilobytes(const fs::path& process, const std::string& what) {
  const std::string status = status_of(process);
  const std::size_t at = status.find("\n" + what + ":");
  REQUIRE(at != std::string::npos);
  return std::stol(status.substr(at + what.size() + 2));
}

}  // namespace

TEST_CASE("levels are what their parts make them") {
  sandbox::Isolation isolation;
  CHECK(isolation.level() == 0);
  CHECK(isolation.text() == "0 (clean environment, process groups, rlimits)");
  isolation.landlock = true;
  CHECK(isolation.level() == 0);  // without a filter there are sockets
  isolation.filter = true;
  CHECK(isolation.level() == 1);
  isolation.control_groups = true;
  CHECK(isolation.level() == 1);
  isolation.needs_user = true;
  CHECK(isolation.level() == 0);  // root's own processes are not confined by being told so
  isolation.unused_user = true;
  isolation.namespaces = true;
  CHECK(isolation.level() == 3);
  isolation.control_groups = false;
  isolation.landlock = false;
  isolation.missing = {"landlock refused: ENOSYS"};
  CHECK(isolation.level() == 2);
  CHECK(isolation.text() == "2 (namespaces, seccomp, unused uid, rlimits; landlock refused: ENOSYS)");
}

TEST_CASE("this machine isolates, and says the same twice") {
  const sandbox::Isolation isolation = sandbox::probe();
  CHECK_MESSAGE(isolation.level() >= 1, isolation.text());
  CHECK(sandbox::probe().text() == isolation.text());
  CHECK(sandbox::LocalProcesses(isolation).isolation() == isolation.text());
}

TEST_CASE("a confined process reads what it was granted, writes its box, and nothing else") {
  const Box box;
  const Box other;
  util::write_file(other.folder.path() / "secret", "the answer\n");
  const std::string secret = (other.folder.path() / "secret").string();
  for (const sandbox::Isolation& isolation : ways()) {
    CAPTURE(isolation.text());
    util::write_file(box.folder.path() / "source", "hello\n");
    const auto did = box.run(
        isolation, "cat source; echo made > made; cat made; cat " + secret + "; cat /etc/passwd; echo x > " +
                       secret + "; echo x > /tmp/grader-was-here; ls /proc; cat /proc/self/environ");
    CHECK(did.output.starts_with("hello\nmade\n"));
    CHECK(did.output.find("the answer") == std::string::npos);
    CHECK(did.output.find("root:") == std::string::npos);
    CHECK_FALSE(fs::exists("/tmp/grader-was-here"));
    CHECK(util::read_file(secret) == "the answer\n");
    CHECK(util::read_file(box.folder.path() / "made") == "made\n");
  }
}

TEST_CASE("what is granted can be read and executed, not written") {
  const Box box;
  const Box granted;
  util::write_file(granted.folder.path() / "file", "granted\n");
  fs::permissions(granted.folder.path(),
                  fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  const std::string file = (granted.folder.path() / "file").string();
  for (const sandbox::Isolation& isolation : ways()) {
    CAPTURE(isolation.text());
    const sandbox::LocalProcesses processes(isolation);
    sandbox::Command command{{"/bin/sh", "-c", "cat " + file + "; echo x > " + file},
                             box.folder.path(),
                             {"PATH=/usr/bin:/bin"},
                             {},
                             sandbox::Role::compiler,
                             kShell};
    command.readable.push_back(granted.folder.path());
    CHECK(processes.run(command, 20, 4096, {}).output.starts_with("granted\n"));
    CHECK(util::read_file(file) == "granted\n");
  }
}

TEST_CASE("how a confined process ended and what it used come back") {
  const Box box;
  for (const sandbox::Isolation& isolation : ways()) {
    CAPTURE(isolation.text());
    CHECK(box.run(isolation, "exit 137").ending.exit_status == 137);
    CHECK(box.run(isolation, "kill -ABRT $$").ending.signal == SIGABRT);
    CHECK(box.run(isolation, "kill -KILL $$").ending.signal == SIGKILL);
    const auto spun = box.run(isolation, "while :; do :; done", {1});
    CHECK((spun.ending.signal == SIGXCPU || spun.ending.signal == SIGKILL));
    CHECK(spun.ending.cpu_s > 0.5);
    const auto late = box.run(isolation, "sleep 60 & sleep 60", {}, 0.3);
    CHECK(late.timed_out);
    CHECK(late.wall_s < 10);
  }
}

TEST_CASE("what a process starts dies with it, even in a session of its own") {
  const Box box;
  for (const sandbox::Isolation& isolation : ways()) {
    CAPTURE(isolation.text());
    // Without namespaces and a user of its own a session of its own would not be found; compilers make none.
    const bool findable = isolation.namespaces || isolation.unused_user;
    // The output stays open as long as anybody is left who has it.
    const auto left =
        box.run(isolation, findable ? "setsid -f sleep 60; echo started" : "sleep 60 & echo started");
    CHECK(left.output == "started\n");
    CHECK_FALSE(left.timed_out);
    CHECK(left.wall_s < 10);
  }
}

TEST_CASE("what stays beside a command holds nothing of the grader's") {
  const Box box;
  for (const sandbox::Isolation& isolation : ways()) {
    CAPTURE(isolation.text());
    const std::vector<char> memory(std::size_t{64} << 20, 'x');
    std::stop_source stop;
    std::thread running([&] { box.run(isolation, "sleep 60", {}, 60, stop.get_token()); });
    std::vector<fs::path> beside;
    const bool there = e2e::eventually([&] { return !(beside = children_named("grader-init")).empty(); });
    // Only root may look into it, not the user whose process it is.
    std::error_code denied;
    const fs::directory_iterator descriptors(there ? beside[0] / "fd" : "/", denied);
    CHECK(bool(denied) == (::geteuid() != 0));
    if (!denied) CHECK(std::distance(begin(descriptors), end(descriptors)) == 1);
    const long size = there ? kilobytes(beside[0], "VmSize") : 0;
    stop.request_stop();
    running.join();
    REQUIRE(there);
    CHECK(beside.size() == 1);
    CHECK(size < 1024);
    CHECK(children_named("grader-init").empty());
    CHECK(memory.back() == 'x');
  }
}

TEST_CASE("a control group limits memory and processes of all together") {
  const Box box;
  const sandbox::Isolation strongest = sandbox::probe();
  REQUIRE_MESSAGE(strongest.control_groups,
                  "this machine has no control groups to test: " << strongest.text());
  const auto many =
      box.run(strongest, "for i in 1 2 3 4 5 6 7 8 9; do sleep 1 & done; wait", {0, 0, 0, 0, 0, 5});
  CHECK(many.output.find("fork") != std::string::npos);
  // Each tail keeps less than the limit until it has read all, the three together more.
  const std::string keepers =
      "yes | head -c 40000000 | tail -c 40000000 | tail -c 40000000 | tail -c 40000000 | wc -c";
  sandbox::Isolation alone = strongest;
  alone.control_groups = false;
  CHECK(box.run(alone, keepers, {0, 64, 64}).output == "40000000\n");
  CHECK(box.run(strongest, keepers, {0, 64, 64}).output.find("40000000") == std::string::npos);
}

TEST_CASE("a compiler that another user cannot reach is the grader's error, with advice") {
  sandbox::Isolation isolation = sandbox::probe();
  REQUIRE_MESSAGE(isolation.unused_user, "only root becomes another user");
  isolation.namespaces = isolation.control_groups = false;
  const Box closed;  // of mode 700
  const fs::path inside = closed.folder.path() / "box";
  fs::create_directory(inside);
  const sandbox::LocalProcesses processes(isolation);
  CHECK_THROWS_WITH_AS(
      processes.run({{"/bin/true"}, inside, {}, {}, sandbox::Role::compiler, kShell}, 20, 100, {}),
      (closed.folder.path().string() +
       " is closed to other users, and the compiler runs as one: it cannot reach " + inside.string() +
       "\n  set XDG_CACHE_HOME to a folder that all may enter")
          .c_str(),
      util::GraderError);
}
