#include <doctest/doctest.h>
#include <sys/stat.h>

#include "support.hpp"

using namespace grader;
using e2e::Room;
namespace fs = std::filesystem;

namespace {

/// A submission with a topic that leads out of it, and what is there.
struct LinkedRoom : Room {
  LinkedRoom() : Room("solved") {
    fs::rename(path() / "student/texts", path() / "elsewhere");
    fs::create_directory_symlink("../elsewhere", path() / "student/texts");
  }
  std::string elsewhere() const {
    std::string all;
    for (const fs::path& file : test::files_below(path() / "elsewhere", ".cpp"))
      all += file.filename().string() + ": " + test::read_file(file);
    return all + std::to_string(std::distance(fs::directory_iterator(path() / "elsewhere"), {}));
  }
};

constexpr const char* kLink =
    "grader: error: student/texts is a symbolic link, which the grader does not follow\n"
    "  put a directory in its place\n";

}  // namespace

TEST_CASE("init and reset write nothing through a link in a submission") {
  const LinkedRoom room;
  const std::string before = room.elsewhere();
  const auto init = room.grader({"init", "student"});
  CHECK(init.status == 2);
  CHECK(init.err == kLink);
  const auto reset = room.grader({"reset", "greet"});
  CHECK(reset.status == 2);
  CHECK(reset.err == kLink);
  CHECK(room.elsewhere() == before);
}

TEST_CASE("a generated header that a pipe stands for is made again, and nothing waits for the pipe") {
  const Room room("solved");
  REQUIRE(room.grader({"init", "student"}).status == 0);
  const fs::path header = room.path() / "student/vectors/total.hpp";
  const std::string text = test::read_file(header);
  fs::remove(header);
  REQUIRE(::mkfifo(header.c_str(), 0600) == 0);
  CHECK(room.grader({"init", "student"}).status == 0);
  CHECK(test::read_file(header) == text);
}

TEST_CASE("reset keeps a link as it is, beside the stub, and what it leads to") {
  const Room room("solved");
  const fs::path file = room.path() / "student/vectors/total.cpp";
  fs::rename(file, room.path() / "mine.cpp");
  const std::string mine = room.read("mine.cpp");
  fs::create_symlink("../../mine.cpp", file);
  const auto reset = room.grader({"reset", "total"});
  CHECK(reset.status == 0);
  CHECK(reset.out ==
        "kept  student/vectors/total.cpp.bak, your solution so far\nmade  student/vectors/total.cpp\n");
  CHECK(fs::is_symlink(room.path() / "student/vectors/total.cpp.bak"));
  CHECK_FALSE(fs::is_symlink(file));
  CHECK(room.read("mine.cpp") == mine);
}

TEST_CASE("a file of a submission that is named is read as carefully as one that is found") {
  const Room room("solved");
  const fs::path file = room.path() / "student/vectors/total.cpp";
  fs::remove(file);
  fs::create_symlink("/etc/passwd", file);
  for (const char* implementation : {"student", "student/vectors/total.cpp"}) {
    const auto result = room.grader({"eval", "total", "--case", "example", "--impl", implementation});
    CHECK(result.status == 2);
    CHECK(result.err ==
          "grader: error: vectors/total.cpp is a symbolic link; put the file itself in its place\n");
  }
  fs::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK(room.grader({"eval", "total", "--case", "example", "--impl", "student/vectors/total.cpp"}).err ==
        "grader: error: vectors/total.cpp is a named pipe (FIFO); put a file in its place\n");
  CHECK(room.grader({"list"}).status == 0);
  CHECK(room.grader({"show", "total"}).status == 0);
}

TEST_CASE("what a compiler says of a submission is no command to a runner of jobs") {
  Room room("solved");
  room.write("student/vectors/total.cpp",
             "#include \"vectors/total.hpp\"\n"
             "#warning ::set-output name=a::b\n"
             "#error ::error::c ##[add-path]/tmp\n"
             "static_assert(false, \"x\\n::add-mask::d\\r::warning::e\\x1b[2J ##vso[task.complete]\");\n");
  room.environment["GITHUB_STEP_SUMMARY"] = room.path() / "summary.md";
  for (const bool on_github : {false, true}) {
    CAPTURE(on_github);
    std::vector<std::string> arguments = {"run",          "-e",      "total",    "--json",
                                          "results.json", "--junit", "junit.xml"};
    if (on_github) arguments.push_back("--github");
    const auto result = room.grader(arguments);
    CHECK(result.status == 1);
    CHECK(result.out.find("set-output name=a") != std::string::npos);  // it is shown, so it can be wrong
    const std::string all = result.out + result.err + room.read("results.json") + room.read("junit.xml") +
                            (on_github ? room.read("summary.md") : std::string());
    std::istringstream lines(all);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      line.erase(0, line.find_first_not_of(" \t"));
      const bool is_ours = line.starts_with("::stop-commands::") ||
                           line.starts_with("::error file=student/") ||
                           std::regex_match(line, std::regex("::[0-9a-f]+::"));
      CHECK((is_ours || !line.starts_with("::")));
      CHECK(line.find("##[") == std::string::npos);
      CHECK(line.find("##vso[") == std::string::npos);
      CHECK(line.find('\x1b') == std::string::npos);
      CHECK(line.find('\r') == std::string::npos);
    }
  }
}
