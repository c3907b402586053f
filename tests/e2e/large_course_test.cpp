// What a course of a thousand exercises takes. It is the shipped one, fourteen times.
#include <doctest/doctest.h>

#include "support.hpp"
#include "support/sanitized.hpp"

using namespace grader;
using e2e::Room;
namespace fs = std::filesystem;

namespace {

const fs::path kCourse = GRADER_SOURCE_DIR;
constexpr int kTimes = 14;
constexpr long kMostKib = 64 * 1024;

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  return names;
}

/// The same topics once more, under names that end with `mark`.
void add_topics(const Room& room, const std::string& mark) {
  const std::vector<std::string> topics = names_in(kCourse / "exercises");
  for (const std::string& topic : topics) {
    for (const char* part : {"exercises", "reference"})
      fs::copy(kCourse / part / topic, room.path() / "large" / part / (topic + mark),
               fs::copy_options::recursive);
    for (const fs::path& spec :
         test::files_below(room.path() / "large/exercises" / (topic + mark), ".yaml")) {
      std::string text = test::read_file(spec);
      for (const std::string& used : topics) text = test::replace_all(text, used + "/", used + mark + "/");
      util::write_file(spec, text);
    }
  }
}

/// course.yaml without the topics, which then come by name.
std::string without_topics(const std::string& text) {
  std::string rest;
  std::istringstream lines(text);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    inside = line.starts_with("topics:") || (inside && line.starts_with(' '));
    if (!inside) rest += line + "\n";
  }
  return rest;
}

/// What the grader takes and says; its whole memory at the time when that was most.
e2e::Result graded(const Room& room, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--course", "large"});
  e2e::Result result = room.plain(std::move(arguments));
  CAPTURE(result.err);
  CHECK(result.peak_kib > 1024);
  CHECK(result.peak_kib <= kMostKib);
  return result;
}

}  // namespace

// Sanitizers take several times the memory.
TEST_CASE("a thousand exercises take at most 64 MiB of memory" * doctest::skip(support::kSanitized)) {
  Room room;
  room.environment["XDG_CACHE_HOME"] = room.path() / "cache";
  room.write("large/exercises/course.yaml",
             without_topics(test::read_file(kCourse / "exercises/course.yaml")));
  fs::create_directory(room.path() / "large/reference");
  for (int i = 0; i < kTimes; ++i) add_topics(room, std::string(1, static_cast<char>('a' + i)));
  const auto ids_in = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };

  // Read for the first time, then remembered.
  const e2e::Result first = graded(room, {"list", "--ids"});
  CHECK(first.status == 0);
  CHECK(ids_in(first.out) > 990);
  const e2e::Result second = graded(room, {"list", "--ids"});
  CHECK((second.out == first.out));  // thousands of lines
  CHECK(second.peak_kib < first.peak_kib);
  const e2e::Result valid = graded(room, {"validate"});
  CAPTURE(valid.err);
  CHECK(valid.status == 0);

  REQUIRE(graded(room, {"init", "student"}).status == 0);
  const e2e::Result run = graded(room, {"run", "--json", "results.json"});
  CHECK(run.status == 1);
  const auto report = nlohmann::json::parse(room.read("results.json"));
  CHECK(report.at("exercises").size() == static_cast<std::size_t>(ids_in(first.out)));
}
