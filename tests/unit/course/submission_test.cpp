#include "course/submission.hpp"

#include <doctest/doctest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "support/files.hpp"
#include "util/error.hpp"
#include "util/files.hpp"
#include "util/unique_fd.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

/// A student's directory with one solution, and something beside it that is not the student's.
struct Room {
  Room() {
    util::write_file(student() / "topic/name.cpp", "int f();\n");
    util::write_file(root() / "elsewhere/name.cpp", "secret\n");
  }
  fs::path root() const { return folder.path(); }
  fs::path student() const { return root() / "student"; }
  fs::path file() const { return student() / "topic/name.cpp"; }
  std::string secret() const { return test::read_file(root() / "elsewhere/name.cpp"); }
  util::TemporaryDirectory folder{fs::temp_directory_path()};
};

/// "read: …" or why not.
std::string reading_of(const fs::path& directory, const fs::path& file) {
  const auto read = course::read_submitted(directory, file);
  if (const auto* text = std::get_if<std::string>(&read)) return "read: " + *text;
  const auto& unread = std::get<course::Unread>(read);
  return unread.missing ? "missing" : unread.why;
}
std::string reading_of(const Room& room) { return reading_of(room.student(), "topic/name.cpp"); }

/// What `say` says in a process of its own.
std::string in_child(const std::function<std::string()>& say) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const std::string said = say();
    const bool written = ::write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
    ::_exit(written ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said;
  char buffer[4096];
  for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    said.append(buffer, static_cast<std::size_t>(count));
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  return said;
}

/// From now on openat2 is refused as a container of old refuses it.
bool refuse_openat2(int error) {
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(error)),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{std::size(filter), filter};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 &&
         ::syscall(SYS_openat2, 0, nullptr, nullptr, 0) == -1 && errno == error;
}

/// The same answer from the kernel's own check and from the one that does without.
std::string reading_in_every_way(const Room& room) {
  const std::string said = reading_of(room);
  for (const int error : {ENOSYS, EPERM}) {
    const std::string other =
        in_child([&] { return refuse_openat2(error) ? reading_of(room) : "openat2 could not be refused"; });
    CHECK(other == said);
  }
  return said;
}

void make_socket(const fs::path& path) {
  const util::UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.string().copy(address.sun_path, sizeof address.sun_path - 1) == path.string().size());
  REQUIRE(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

std::string usage_error_of(const std::function<void()>& action, const Room& room) {
  try {
    action();
  } catch (const util::UsageError& error) {
    return test::replace_all(error.what(), room.root().string(), "<room>");
  }
  return "no error";
}

}  // namespace

TEST_CASE("a regular file is read, and one that is not there is missing") {
  const Room room;
  CHECK(reading_in_every_way(room) == "read: int f();\n");
  CHECK(reading_of(room.student(), "topic/other.cpp") == "missing");
  CHECK(reading_of(room.student(), "other/name.cpp") == "missing");
  CHECK(reading_of(room.root() / "nobody", "topic/name.cpp") == "missing");
  fs::remove(room.file());
  CHECK(reading_in_every_way(room) == "missing");
  fs::create_directory_symlink(room.student(), room.root() / "named");
  CHECK(reading_of(room.root() / "named", "topic/name.cpp") == "missing");
}

TEST_CASE("links are not followed, wherever they stand below the directory and wherever they lead") {
  const Room room;
  const auto link = [&](const fs::path& target) {
    fs::remove(room.file());
    fs::create_symlink(target, room.file());
    return reading_in_every_way(room);
  };
  constexpr const char* kLink = "is a symbolic link; put the file itself in its place";
  CHECK(link(room.root() / "elsewhere/name.cpp") == kLink);
  CHECK(link("../../elsewhere/name.cpp") == kLink);
  CHECK(link("/proc/self/environ") == kLink);
  CHECK(link("nowhere") == kLink);
  CHECK(link("name.cpp") == kLink);
  fs::remove_all(room.student() / "topic");
  fs::create_directory_symlink("../elsewhere", room.student() / "topic");
  CHECK(reading_in_every_way(room) ==
        "is behind 'topic', which is a symbolic link; put a directory in its place");
  fs::remove(room.student() / "topic");
  util::write_file(room.student() / "inside/name.cpp", "int f();\n");
  fs::create_directory_symlink("inside", room.student() / "topic");
  CHECK(reading_in_every_way(room) ==
        "is behind 'topic', which is a symbolic link; put a directory in its place");
  util::write_file(room.student() / "a/b/c.cpp", "");
  fs::create_directory_symlink("../../elsewhere", room.student() / "a/link");
  CHECK(reading_of(room.student(), "a/link/name.cpp") ==
        "is behind 'a/link', which is a symbolic link; put a directory in its place");
}

TEST_CASE("what is no file is named, and nothing waits for it") {
  const Room room;
  fs::remove(room.file());
  SUBCASE("a FIFO that nobody writes to") {
    REQUIRE(::mkfifo(room.file().c_str(), 0600) == 0);
    CHECK(reading_in_every_way(room) == "is a named pipe (FIFO); put a file in its place");
  }
  SUBCASE("a socket") {
    make_socket(room.file());
    CHECK(reading_in_every_way(room) == "is a socket; put a file in its place");
  }
  SUBCASE("a directory") {
    fs::create_directory(room.file());
    CHECK(reading_in_every_way(room) == "is a directory; put a file in its place");
  }
  SUBCASE("a file in the place of a directory") {
    fs::remove(room.student() / "topic");
    util::write_file(room.student() / "topic", "");
    CHECK(reading_in_every_way(room) == "is behind 'topic', which is a file; put a directory in its place");
  }
  SUBCASE("a device, which cannot be made by everybody and is there for all") {
    CHECK(reading_of("/dev", "zero") == "is a device; put a file in its place");
    CHECK(reading_of("/dev", "full") == "is a device; put a file in its place");
  }
}

TEST_CASE("a file that may not be read says so") {
  const Room room;
  const auto as_nobody = [&] {
    // Permissions are nothing to root.
    if (::geteuid() == 0 && ::seteuid(65534) != 0) return std::string("cannot become another user");
    return reading_of(room);
  };
  constexpr const char* kDenied =
      "cannot be read: Permission denied; look at its permissions and at those of its directory";
  fs::permissions(room.root(), fs::perms::all);
  fs::permissions(room.file(), fs::perms::none);
  CHECK(in_child(as_nobody) == kDenied);
  fs::permissions(room.file(), fs::perms::all);
  CHECK(in_child(as_nobody) == "read: int f();\n");
  fs::permissions(room.student() / "topic", fs::perms::none);
  CHECK(in_child(as_nobody) == kDenied);
  fs::permissions(room.student() / "topic", fs::perms::all);
}

TEST_CASE("too much is refused, also where the file's size does not tell") {
  const Room room;
  util::write_file(room.file(), std::string(1024 * 1024, ' '));
  CHECK(reading_of(room).size() == 6 + 1024 * 1024);
  util::write_file(room.file(), std::string(1024 * 1024 + 1, ' '));
  CHECK(reading_of(room) == "is larger than 1 MiB");
  REQUIRE(::truncate(room.file().c_str(), off_t{1} << 40) == 0);
  CHECK(reading_of(room) == "is larger than 1 MiB");
  // The kernel's own files are of size 0 and hold whatever is read; this one goes on for terabytes.
  CHECK(reading_of("/proc/self", "pagemap") == "is larger than 1 MiB");
}

TEST_CASE("NUL bytes make a file no text") {
  const Room room;
  util::write_file(room.file(), std::string_view("int\0x;\n", 7));
  CHECK(reading_of(room) == "holds NUL bytes; it is no text file");
}

TEST_CASE("a file that changes while it is read is refused") {
  const Room room;
  const std::jthread writer([&](const std::stop_token& stop) {
    for (off_t size = 400'000; !stop.stop_requested(); size = 1'000'000 - size)
      if (::truncate(room.file().c_str(), size) != 0) return;
  });
  // Three attempts at one file have to be disturbed, which takes a while on a busy machine.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(5);
  std::string said;
  while (said != "changes while it is read; save it, and grade again") {
    REQUIRE(std::chrono::steady_clock::now() < deadline);
    said = reading_of(room);
  }
}

TEST_CASE("nothing is written through a link in the directory") {
  const Room room;
  fs::remove_all(room.student() / "topic");
  fs::create_directory_symlink("../elsewhere", room.student() / "topic");
  constexpr const char* kError =
      "<room>/student/topic is a symbolic link, which the grader does not follow\n  put a directory in its "
      "place";
  const fs::path file = "topic/name.cpp";
  CHECK(usage_error_of([&] { course::write_submitted(room.student(), file, "new"); }, room) == kError);
  CHECK(usage_error_of([&] { course::set_aside(room.student(), file); }, room) == kError);
  CHECK(usage_error_of([&] { course::is_submitted(room.student(), file); }, room) == kError);
  CHECK(room.secret() == "secret\n");
  CHECK(std::distance(fs::directory_iterator(room.root() / "elsewhere"), {}) == 1);
}

TEST_CASE("a link in the place of the file is replaced or renamed, and what it leads to stays") {
  const Room room;
  fs::remove(room.file());
  fs::create_symlink(room.root() / "elsewhere/name.cpp", room.file());
  CHECK(course::is_submitted(room.student(), "topic/name.cpp"));
  CHECK(course::set_aside(room.student(), "topic/name.cpp") == room.student() / "topic/name.cpp.bak");
  CHECK(fs::is_symlink(room.student() / "topic/name.cpp.bak"));
  CHECK_FALSE(course::is_submitted(room.student(), "topic/name.cpp"));
  fs::create_symlink(room.root() / "elsewhere/name.cpp", room.file());
  CHECK(course::set_aside(room.student(), "topic/name.cpp") == room.student() / "topic/name.cpp.bak2");
  fs::create_symlink(room.root() / "elsewhere/name.cpp", room.file());
  course::write_submitted(room.student(), "topic/name.cpp", "stub\n");
  CHECK(reading_of(room) == "read: stub\n");
  CHECK(room.secret() == "secret\n");
}

TEST_CASE("a file is written with the directories above it, in the place of whatever pipe is there") {
  const Room room;
  course::write_submitted(room.root() / "new/student", "a/b.cpp", "text\n");
  CHECK(test::read_file(room.root() / "new/student/a/b.cpp") == "text\n");
  REQUIRE(::mkfifo((room.student() / "topic/pipe.hpp").c_str(), 0600) == 0);
  course::write_submitted(room.student(), "topic/pipe.hpp", "header\n");
  CHECK(test::read_file(room.student() / "topic/pipe.hpp") == "header\n");
  CHECK(std::distance(fs::directory_iterator(room.student() / "topic"), {}) == 2);  // no temporary file
}
