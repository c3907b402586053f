#include <doctest/doctest.h>

#include "support/machine_faults.hpp"

using namespace grader;
using e2e::OwnCache;
using e2e::Room;
namespace fs = e2e::fs;

namespace {

using Json = nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A room whose compiler is a script. It says what g++ says when it is asked for its version, and what it
/// does otherwise can be changed without the grader noticing that it is another compiler.
class BrokenCompilerRoom : public Room {
 public:
  BrokenCompilerRoom() : Room("solved"), bin_(GRADER_TEST_CACHE) {
    fs::permissions(bin_.path(), fs::perms(0755));
    fs::create_directory(bin_.path() / "bin");
    behave("exec /usr/bin/g++ \"$@\"");
    util::write_file(compiler(), "#!/bin/sh\n[ \"$1\" = --version ] && exec /usr/bin/g++ \"$@\"\n. " +
                                     behaviour().string() + "\n");
    fs::permissions(compiler(), fs::perms(0755));
    environment["CXX"] = compiler();
  }
  std::string compiler() const { return bin_.path() / "bin/broken-g++"; }
  void behave(const std::string& script) const {
    util::write_file(behaviour(), script + "\n");
    fs::permissions(behaviour(), fs::perms(0644));
  }
  /// Breaks all but what sh's pattern says of the arguments.
  void break_all_but(const std::string& pattern, const std::string& script) const {
    behave("case \" $* \" in " + pattern + ") exec /usr/bin/g++ \"$@\";; esac\n" + script);
  }

  /// Grades a right solution of total that was never compiled before.
  void check_only_the_compiler_is_blamed() {
    edit("student/vectors/total.cpp", "#include", "// again\n#include");
    const auto result = grader({"run", "-e", "total", "-e", "quiz", "--json", "results.json"});
    INFO(result.out << result.err);
    CHECK(result.status == 3);
    const Json report = Json::parse(read("results.json"));
    const Json total = e2e::exercise_of(report, "vectors/total");
    CHECK(total.at("verdict") == "grader_error");
    CHECK(contains(total.at("message"), compiler()));
    for (const Json& check : total.at("checks")) CHECK(check.at("verdict") == "grader_error");
    CHECK(e2e::exercise_of(report, "texts/quiz").at("status") == "review");
  }

 private:
  fs::path behaviour() const { return bin_.path() / "bin/behaviour"; }
  util::TemporaryDirectory bin_;
};

struct Fault {
  const char* name;
  const char* script;
};

constexpr Fault kFaults[] = {{"fails", "exit 1"},
                             {"talks nonsense", "echo a compiler error: not; echo nonsense >&2; exit 1"},
                             {"crashes", "kill -SEGV $$"},
                             {"is killed", "kill -KILL $$"},
                             {"makes nothing", "exit 0"}};

}  // namespace

TEST_CASE("no compiler at all is said so, and what to install") {
  Room room("solved");
  room.environment.erase("CXX");
  room.environment["PATH"] = room.path();
  const auto result = room.grader({"run", "--json", "results.json"});
  CHECK(result.status == 3);
  CHECK(result.out == "");
  CHECK(result.err ==
        "grader: error: there is no C++ compiler in PATH; install one, for example: apt-get install g++\n");
  CHECK_FALSE(room.has("results.json"));
}

TEST_CASE("a compiler that cannot even say its version is named before anything is graded") {
  for (const char* script : {"exit 1", "kill -SEGV $$", "kill -KILL $$"}) {
    CAPTURE(std::string(script));
    Room room("solved");
    room.write("bin/no-compiler", "#!/bin/sh\n" + std::string(script) + "\n");
    fs::permissions(room.path() / "bin/no-compiler", fs::perms(0755));
    const auto result = room.grader({"run", "--cxx", "bin/no-compiler"});
    CHECK(result.status == 3);
    CHECK(contains(result.err, (room.path() / "bin/no-compiler").string() + " --version failed: "));
  }
}

TEST_CASE("a compiler that breaks with the headers is the grader's error") {
  BrokenCompilerRoom room;
  const OwnCache cache(room, OwnCache::Header::none);
  for (const Fault& fault : kFaults) {
    CAPTURE(std::string(fault.name));
    room.behave(fault.script);
    room.check_only_the_compiler_is_blamed();
  }
}

TEST_CASE("a compiler that breaks with a solution is the grader's error") {
  BrokenCompilerRoom room;
  const OwnCache cache(room, OwnCache::Header::none);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  for (const Fault& fault : kFaults) {
    CAPTURE(std::string(fault.name));
    room.break_all_but("*' c++-header '*", fault.script);
    room.check_only_the_compiler_is_blamed();
  }
}

TEST_CASE("a compiler that breaks when it links is the grader's error") {
  BrokenCompilerRoom room;
  const OwnCache cache(room, OwnCache::Header::none);
  REQUIRE(room.grader({"run", "-e", "total"}).status == 0);
  for (const Fault& fault : kFaults) {
    CAPTURE(std::string(fault.name));
    room.break_all_but("*' c++-header '*|*' -c '*", fault.script);
    room.check_only_the_compiler_is_blamed();
  }
}

TEST_CASE("a compiler that fails once, and not because of the code, is asked again") {
  // At which step, and what it says when the machine has no process, no memory or a bad moment. The box
  // remembers that it did.
  struct BadMoment {
    const char* step;
    const char* words;
  };
  constexpr BadMoment kBadMoments[] = {
      {"*' -c '*", "cc1plus: fatal error: vfork: Resource temporarily unavailable"},
      {"*' -c '*", "clang: error: unable to execute command: Killed"},
      {"*' -c '*", "vectors/total.cpp:1: fatal error: error writing to unit.o: Disk quota exceeded"},
      {"*' -o worker '*", "collect2: fatal error: ld terminated with signal 9 [Killed]"},
      {"*' -o worker '*", "nothing"}};
  BrokenCompilerRoom room;
  const OwnCache cache(room);
  for (const BadMoment& moment : kBadMoments) {
    CAPTURE(std::string(moment.words));
    room.behave("case \" $* \" in " + std::string(moment.step) + ") [ -e tried ] || { : > tried; echo '" +
                moment.words + "' >&2; exit 1; };; esac\nexec /usr/bin/g++ \"$@\"");
    room.edit("student/vectors/total.cpp", "#include", "// again\n#include");
    const auto result = room.grader({"run", "-e", "total"});
    INFO(result.out << result.err);
    CHECK(result.status == 0);
  }
}
