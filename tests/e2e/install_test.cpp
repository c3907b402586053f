// Installs the program with its course into a folder of its own and uses it from elsewhere, as its users
// will.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "e2e/process.hpp"
#include "support/files.hpp"
#include "util/files.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

struct Installation {
  util::TemporaryDirectory box{fs::temp_directory_path()};
  fs::path prefix = box.path() / "prefix";
  fs::path elsewhere = box.path() / "elsewhere";
  e2e::Result made;

  Installation() {
    fs::create_directories(elsewhere);
    made = run("cmake --install '" GRADER_BINARY_DIR "' --prefix '" + prefix.string() + "'");
  }

  e2e::Result run(const std::string& command) const {
    const e2e::Environment environment{{"PATH", (prefix / "bin").string() + ":/usr/local/bin:/usr/bin:/bin"},
                                       {"HOME", box.path().string()},
                                       {"LANG", "C.UTF-8"},
                                       {"XDG_CACHE_HOME", GRADER_TEST_CACHE "/xdg"}};
    return e2e::run({{"/bin/bash", "-c", command}, environment, elsewhere, ""});
  }

  bool has(const std::string& file) const { return fs::is_regular_file(prefix / file); }
};

}  // namespace

TEST_CASE("what is installed is a working grader with its course") {
  const Installation installation;
  REQUIRE_MESSAGE(installation.made.status == 0, installation.made.out << installation.made.err);

  SUBCASE("every file has its place") {
    const fs::path share = installation.prefix / "share" / "grader";
    for (const std::string part : {"exercises", "reference"})
      for (const fs::path& file :
           test::files_below(test::source_dir() / part, part == "exercises" ? ".yaml" : ".cpp"))
        CHECK_MESSAGE(
            test::read_file(share / fs::relative(file, test::source_dir())) == test::read_file(file), file);
    for (const fs::path& file : test::files_below(test::source_dir() / "schemas", ".json"))
      CHECK(test::read_file(share / "schemas" / file.filename()) == test::read_file(file));
    CHECK(installation.has("bin/grader"));
    CHECK(installation.has("share/bash-completion/completions/grader"));
    CHECK(installation.has("share/zsh/site-functions/_grader"));
  }

  SUBCASE("it finds its course from any folder") {
    const e2e::Result ids = installation.run("grader list --ids");
    CHECK(ids.status == 0);
    CHECK(ids.err == "");
    CHECK(ids.out.starts_with("normalization/normalize_vector\n"));
    CHECK(ids.out.find("layer_norm/layer_norm_backward\n") != std::string::npos);
  }

  SUBCASE("a submission is made, solved and graded in the user's own folder") {
    const e2e::Result before = installation.run("grader run");
    CHECK(before.status == 2);
    CHECK(before.err.find("grader init student makes it") != std::string::npos);

    const e2e::Result made = installation.run("grader init student");
    CHECK(made.status == 0);
    CHECK(made.err == "");
    CHECK(made.out.find("made     student/layer_norm/layer_norm.cpp\n") != std::string::npos);

    const e2e::Result stubs = installation.run("grader run");
    CHECK(stubs.status == 1);
    CHECK(stubs.out.find("TODO  layer_norm/layer_norm ") != std::string::npos);

    fs::copy_file(test::source_dir() / "reference/normalization/rms_norm.cpp",
                  installation.elsewhere / "student/normalization/rms_norm.cpp",
                  fs::copy_options::overwrite_existing);
    const e2e::Result solved = installation.run("grader run -e rms_norm");
    CHECK_MESSAGE(solved.status == 0, solved.out << solved.err);
    CHECK(solved.out.find("PASS  normalization/rms_norm") != std::string::npos);
    CHECK(solved.out.find("Everything passed.") != std::string::npos);
  }

  SUBCASE("the completion scripts that are installed are those the program prints") {
    const e2e::Result bash = installation.run("grader completion bash");
    const e2e::Result zsh = installation.run("grader completion zsh");
    CHECK(bash.out == test::read_file(installation.prefix / "share/bash-completion/completions/grader"));
    CHECK(zsh.out == test::read_file(installation.prefix / "share/zsh/site-functions/_grader"));
  }
}
