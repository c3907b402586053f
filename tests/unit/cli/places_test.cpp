#include "cli/places.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "cli/call.hpp"
#include "cli/services.hpp"
#include "cli/shell.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace fs = std::filesystem;
using namespace grader;
using cli::find_course;

namespace {

void make_course(const fs::path& root) {
  util::write_file(root / "exercises" / "course.yaml", "format_version: 1\n");
}

}  // namespace

TEST_CASE("a course is looked for upwards, then around the program") {
  const util::TemporaryDirectory box(fs::temp_directory_path());
  const fs::path here = box.path() / "here" / "deep";
  const fs::path clone = box.path() / "clone";
  const fs::path installed = box.path() / "usr";
  fs::create_directories(here);
  CHECK(find_course({here, clone / "build" / "bin"}) == std::nullopt);
  make_course(installed / "share" / "grader");
  CHECK(find_course({here, installed / "bin"}) == installed / "share" / "grader");
  make_course(clone);
  CHECK(find_course({here, clone / "build" / "bin"}) == clone);
  make_course(box.path() / "here");
  CHECK(find_course({here, clone / "build" / "bin"}) == box.path() / "here");
}

TEST_CASE("state is kept where XDG says, if that is absolute") {
  ::setenv("XDG_STATE_HOME", "/var/ada", 1);
  CHECK(cli::state_directory() == fs::path("/var/ada/grader"));
  ::setenv("XDG_STATE_HOME", "relative", 1);
  ::setenv("HOME", "/home/ada", 1);
  CHECK(cli::state_directory() == fs::path("/home/ada/.local/state/grader"));
  ::unsetenv("XDG_STATE_HOME");
  CHECK(cli::state_directory() == fs::path("/home/ada/.local/state/grader"));
  ::setenv("HOME", "", 1);
  CHECK(cli::state_directory() == std::nullopt);
}

TEST_CASE("isolation that falls short is refused with both levels") {
  sandbox::Isolation namespaces;
  namespaces.filter = namespaces.namespaces = true;
  sandbox::Isolation none;
  none.missing = {"landlock refused: ENOSYS"};
  CHECK_NOTHROW(cli::require_isolation({}, namespaces));
  CHECK_NOTHROW(cli::require_isolation({{}, 2, false}, namespaces));
  CHECK_NOTHROW(cli::require_isolation({{}, {}, true}, none));
  CHECK_THROWS_WITH_AS(cli::require_isolation({{}, 3, true}, namespaces),
                       "--require-isolation 3 asks for more than there is: 2 (namespaces, seccomp, rlimits)\n"
                       "  nothing was compiled or run; grader doctor says what is there",
                       util::GraderError);
  CHECK_THROWS_WITH_AS(
      cli::require_isolation({}, none),
      "this machine offers no isolation: 0 (clean environment, process groups, rlimits; landlock refused: "
      "ENOSYS)\n"
      "  what was submitted could read and change whatever you can, so nothing was compiled or run\n"
      "  where it is your own, add --trust-submission",
      util::GraderError);
}

TEST_CASE("words for a shell") {
  CHECK(cli::shell_word("random#12") == "random#12");
  CHECK(cli::shell_word("#comment") == "'#comment'");
  CHECK(cli::shell_word("") == "''");
  CHECK(cli::shell_word("a b") == "'a b'");
  CHECK(cli::shell_word("it's") == "'it'\\''s'");
  CHECK(cli::shell_word("$(rm -r x)") == "'$(rm -r x)'");
  CHECK(cli::shell_line({"gdb", "-ex", "run 3< x"}) == "gdb -ex 'run 3< x'");
  CHECK(cli::shell_line({}) == "");
}
