#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

#include "attacks.hpp"

using namespace grader;
using e2e::AttackRoom;
using e2e::Json;
using e2e::Outcome;
namespace fs = e2e::fs;

// Attacks that no stored file can be: what stands in the place of one, odd names, bytes that are no text.

namespace {

std::string verdict_of(const Json& report, const std::string& id) {
  return e2e::exercise_of(report, id).at("verdict");
}

/// Removes a solution and tells where it was.
fs::path place_of(const AttackRoom& room, const std::string& id) {
  const fs::path file = room.path() / "student" / (id + ".cpp");
  fs::remove(file);
  return file;
}

/// True where the socket is there.
bool listen_at(const fs::path& file) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = file.string();
  if (name.size() >= sizeof address.sun_path) return false;
  name.copy(address.sun_path, name.size());
  const e2e::UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  return ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

TEST_CASE("nothing but a plain file is taken for a solution, and nothing waits for what is none") {
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const AttackRoom room;
    fs::create_symlink(room.path() / "course/reference/vectors/total.cpp", place_of(room, "vectors/total"));
    REQUIRE(::mkfifo(place_of(room, "vectors/row_means").c_str(), 0600) == 0);
    REQUIRE(listen_at(place_of(room, "vectors/outer")));
    fs::create_directory(place_of(room, "vectors/unit"));
    fs::rename(room.path() / "student/texts", room.path() / "elsewhere");
    fs::create_directory_symlink("../elsewhere", room.path() / "student/texts");
    const Outcome outcome = e2e::grade(room, level);
    REQUIRE(outcome.report != nullptr);
    for (const char* id : {"vectors/total", "vectors/row_means", "vectors/outer", "vectors/unit",
                           "texts/greet", "texts/blend", "texts/quiz"})
      CHECK_MESSAGE(verdict_of(outcome.report, id) == "rejected", id);
    CHECK(e2e::tells(outcome, {}).empty());
    CHECK(outcome.status == 1);
  }
}

// Only root can make a device; for others there is none to be taken for a solution either.
TEST_CASE("a device is not read" * doctest::skip(::geteuid() != 0)) {
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const AttackRoom room;
    REQUIRE_MESSAGE(::mknod(place_of(room, "vectors/total").c_str(), S_IFCHR | 0666, ::makedev(1, 5)) == 0,
                    "this test makes a device, which needs the capability CAP_MKNOD");
    const Outcome outcome = e2e::grade(room, level);
    REQUIRE(outcome.report != nullptr);
    CHECK(verdict_of(outcome.report, "vectors/total") == "rejected");
    CHECK(verdict_of(outcome.report, "vectors/outer") == "accepted");
  }
}

TEST_CASE("sources that are too large or no text are rejected") {
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const AttackRoom room;
    const std::string right = room.read("student/vectors/total.cpp");
    room.write("student/vectors/total.cpp", right + std::string(1, '\0'));
    room.write("student/vectors/outer.cpp", "//" + std::string(64U << 20U, 'x'));
    // A file of a terabyte that takes no place.
    fs::resize_file(room.path() / "student/vectors/row_means.cpp", std::uintmax_t{1} << 40U);
    const Outcome outcome = e2e::grade(room, level);
    REQUIRE(outcome.report != nullptr);
    for (const char* id : {"vectors/total", "vectors/outer", "vectors/row_means"})
      CHECK_MESSAGE(verdict_of(outcome.report, id) == "rejected", id);
    CHECK(verdict_of(outcome.report, "texts/greet") == "accepted");
  }
}

TEST_CASE("names that look like options, or like files full of them, are names") {
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const AttackRoom room;
    for (const char* name :
         {"-o.cpp", "@options", "-fplugin=evil.so.cpp", "a b.cpp", "\n::error title=x::y.cpp"})
      room.write(fs::path("student/vectors") / name, "-o secret.txt\n");
    for (const char* folder : {"@student", "-o", "stu dent"}) {
      fs::copy(room.path() / "student", room.path() / folder, fs::copy_options::recursive);
      const Outcome outcome = e2e::grade(room, level, {"--", folder});
      CAPTURE(folder);
      REQUIRE(outcome.report != nullptr);
      for (const char* id : {"vectors/total", "vectors/normalized", "texts/greet"})
        CHECK_MESSAGE(verdict_of(outcome.report, id) == "accepted", id);
      CHECK(room.read("secret.txt") == e2e::kSecret + "\n");
    }
  }
}

TEST_CASE("a folder of 20,000 files is graded as any other") {
  const AttackRoom room;
  for (int i = 0; i < 20000; ++i)
    std::ofstream(room.path() / "student/vectors" / ("total" + std::to_string(i) + ".cpp"));
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const Outcome outcome = e2e::grade(room, level);
    REQUIRE(outcome.report != nullptr);
    CHECK(verdict_of(outcome.report, "vectors/total") == "accepted");
  }
}

TEST_CASE("bytes of a source that are no text stay harmless where the compiler quotes them") {
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const AttackRoom room;
    room.write("student/vectors/total.cpp",
               "int mistake = \"\x1b[2J\x1b]0;forged\x07 \xff\xfe \xe2\x80\xae ]]>&<\";\r\n"
               "::set-output name=forged::100\r::error title=forged::quoted\n");
    const Outcome outcome = e2e::grade(room, level);
    REQUIRE(outcome.report != nullptr);
    CHECK(verdict_of(outcome.report, "vectors/total") == "compile_error");
    CHECK(e2e::tells(outcome, {}) == e2e::Complaints());
  }
}

TEST_CASE("cleaning up after a killed grader does not follow links") {
  const AttackRoom room;
  room.write("precious/work.txt", "weeks of work\n");
  const fs::path box =
      fs::path(room.environment.at("XDG_CACHE_HOME")) / "grader/boxes/0123456789abcdef-attack";
  fs::create_directories(box);
  fs::remove(box / "link");
  fs::create_directory_symlink(room.path() / "precious", box / "link");
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    // What is new is compiled, which takes a box.
    room.write("student/vectors/total.cpp", room.read("student/vectors/total.cpp") + "// " +
                                                room.path().string() + std::to_string(level.number) + "\n");
    CHECK(verdict_of(e2e::grade(room, level).report, "vectors/total") == "accepted");
    CHECK_FALSE(fs::exists(fs::symlink_status(box)));
    CHECK(room.read("precious/work.txt") == "weeks of work\n");
  }
}

TEST_CASE("a reference that returns no number is the grader's error, whatever the solution returns") {
  for (const e2e::Level& level : e2e::levels_of_this_machine()) {
    CAPTURE(level.number);
    const AttackRoom room;
    room.edit("course/reference/vectors/outer.cpp", "return u * v.transpose();",
              "return u * v.transpose() * std::numeric_limits<double>::quiet_NaN();");
    room.edit("course/exercises/vectors/outer.yaml", ", expected: [[3, 4, 5], [6, 8, 10]]", "");
    const Outcome outcome = e2e::grade(room, level);
    REQUIRE(outcome.report != nullptr);
    CHECK(verdict_of(outcome.report, "vectors/outer") == "grader_error");
    CHECK(verdict_of(outcome.report, "vectors/total") == "accepted");
    CHECK(outcome.status == 3);
  }
}
