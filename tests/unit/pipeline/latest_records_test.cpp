#include "pipeline/latest_records.hpp"

#include <doctest/doctest.h>

#include "support/files.hpp"

using namespace grader;
using pipeline::LatestRecords;
namespace fs = std::filesystem;

namespace {

struct Shelf {
  util::TemporaryDirectory folder{fs::temp_directory_path()};
  build::Cache cache{folder.path()};

  LatestRecords open() const {
    return LatestRecords(cache, "kind", build::KeyBuilder().add("place", "here"));
  }
  fs::path file() const {
    for (const fs::path& file : test::files_below(folder.path() / "kind", "")) return file;
    return {};
  }
};

}  // namespace

TEST_CASE("records are found by another run, with their key alone, beside new ones") {
  const Shelf shelf;
  {
    LatestRecords first = shelf.open();
    CHECK_FALSE(first.find("a/one", "key"));
    first.keep("a/one", "key", "the first record");
    first.keep("a/two", "key", std::string("bytes\0\n", 7));
    CHECK(first.find("a/one", "key") == "the first record");
    first.save();
  }
  {
    LatestRecords second = shelf.open();
    CHECK(second.find("a/one", "key") == "the first record");
    CHECK(second.find("a/two", "key") == std::string("bytes\0\n", 7));
    CHECK_FALSE(second.find("a/one", "another key"));
    second.keep("a/two", "later", "");
    second.save();
  }
  LatestRecords third = shelf.open();
  CHECK(third.find("a/one", "key") == "the first record");
  CHECK(third.find("a/two", "later") == "");
}

TEST_CASE("a record that is changed after its file was looked at is none") {
  const Shelf shelf;
  LatestRecords first = shelf.open();
  first.keep("a/one", "key", "verdict: wrong");
  first.keep("a/two", "key", "verdict: right");
  first.save();
  LatestRecords open = shelf.open();
  // In the same file, not by a new one in its place.
  const std::string bytes = test::read_file(shelf.file());
  const std::size_t at = bytes.find("verdict: wrong");
  REQUIRE(at != std::string::npos);
  std::fstream(shelf.file(), std::ios::in | std::ios::out | std::ios::binary)
          .seekp(static_cast<std::streamoff>(at))
      << "verdict: right";
  CHECK_FALSE(open.find("a/one", "key"));
  CHECK(open.find("a/two", "key") == "verdict: right");
}
