#include "cli/debugger.hpp"

#include <doctest/doctest.h>

#include "util/error.hpp"

using namespace grader::cli;

namespace {

const DebugCall kCall{"/cache/a b/worker", "/cache/it's/request", "layer_norm",
                      "t/layer_norm.cpp",  "/home/a b/x.cpp",     false};

}  // namespace

TEST_CASE("gdb redirects the request in its own shell, so that run works again") {
  CHECK(debugger_command({"/usr/bin/gdb", DebuggerKind::gdb}, kCall) ==
        std::vector<std::string>{
            "/usr/bin/gdb", "-q", "-ex", "set breakpoint pending on", "-ex", "set confirm off", "-ex",
            "set substitute-path t/layer_norm.cpp '/home/a b/x.cpp'", "-ex", "break layer_norm", "-ex",
            "catch throw", "-ex", "run 3< '/cache/it'\\''s/request' 4> /dev/null", "/cache/a b/worker"});
}

TEST_CASE("without questions gdb says where it stopped and ends") {
  DebugCall call = kCall;
  call.batch = true;
  const auto command = debugger_command({"/usr/bin/gdb", DebuggerKind::gdb}, call);
  CHECK(command[2] == "-batch");
  CHECK(command[command.size() - 2] == "bt");
}

TEST_CASE("lldb starts a shell that becomes the worker") {
  CHECK(debugger_command({"/usr/bin/lldb", DebuggerKind::lldb}, kCall) ==
        std::vector<std::string>{"/usr/bin/lldb", "-o", "settings set target.process.stop-on-exec false",
                                 "-o", "breakpoint set --name layer_norm", "-o", "breakpoint set -E c++",
                                 "-o", "run", "--", "/bin/sh", "-c",
                                 "exec '/cache/a b/worker' 3< '/cache/it'\\''s/request' 4> /dev/null"});
}

TEST_CASE("a debugger that is not there") {
  CHECK_THROWS_WITH_AS(find_debugger("no-such-debugger"),
                       "there is no debugger 'no-such-debugger' (--debugger)", grader::util::UsageError);
  CHECK(find_debugger("/bin/sh").kind == DebuggerKind::gdb);
}
