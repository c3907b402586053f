#include <doctest/doctest.h>

#include "spec/read.hpp"
#include "support/files.hpp"

using namespace grader;

namespace {

const std::filesystem::path kFolder = test::source_dir() / "tests" / "fixtures" / "bad_specs";

/// All diagnostics of a file as the user sees them, without the path of this checkout.
std::string diagnostics_of(const std::filesystem::path& file) {
  const std::string text = test::read_file(file);
  const auto reading = spec::read_exercise(file, text, "topic/" + file.stem().string(), {});
  return test::replace_all(util::render(reading.diagnostics), kFolder.generic_string() + "/", "");
}

}  // namespace

TEST_CASE("every mistake of a bad specification is reported, word for word") {
  const auto specs = test::files_below(kFolder, ".yaml");
  REQUIRE(specs.size() >= 45);
  for (const auto& file : specs) {
    CAPTURE(file);
    auto expected = file;
    expected.replace_extension(".expected");
    REQUIRE(std::filesystem::exists(expected));
    CHECK(diagnostics_of(file) == test::read_file(expected));
  }
}

TEST_CASE("a bad specification has mistakes, and every expectation a specification") {
  for (const auto& file : test::files_below(kFolder, ".expected")) {
    CAPTURE(file);
    CHECK(test::read_file(file).find(": error: ") != std::string::npos);
    auto spec = file;
    CHECK(std::filesystem::exists(spec.replace_extension(".yaml")));
  }
}

TEST_CASE("mistakes stand in the order of the file") {
  for (const auto& file : test::files_below(kFolder, ".yaml")) {
    const std::string text = test::read_file(file);
    const auto reading = spec::read_exercise(file, text, "a/b", {});
    const auto& found = reading.diagnostics;
    CHECK(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    }));
  }
}
