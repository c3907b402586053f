#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "process.hpp"
#include "support/files.hpp"
#include "util/files.hpp"

/// The real program in a folder of its own, with a course and a submission, and its output compared with
/// committed files.
namespace grader::e2e {

namespace fs = std::filesystem;

inline const fs::path kFixtures = fs::path(GRADER_SOURCE_DIR) / "tests/fixtures";

/// A folder that a student or an instructor works in. Programs start in it; the small course is copied to
/// "course", and a stored submission to "student". The cache is shared by all tests of a build folder, so
/// that nothing is compiled twice; everything else of the user's is in the folder.
class Room {
 public:
  /// `more` is added to the end of course.yaml.
  explicit Room(const std::string& submission = "", const std::string& more = "")
      : folder_(fs::temp_directory_path()) {
    fs::copy(kFixtures / "course", path() / "course", fs::copy_options::recursive);
    if (!more.empty()) write("course/exercises/course.yaml", read("course/exercises/course.yaml") + more);
    if (!submission.empty()) take(submission);
    for (const char* name : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"})
      if (const char* value = std::getenv(name)) environment[name] = value;
  }

  fs::path path() const { return folder_.path(); }
  void take(const std::string& submission) const {
    fs::copy(kFixtures / "submissions" / submission, path() / "student", fs::copy_options::recursive);
  }
  void write(const fs::path& file, std::string_view text) const { util::write_file(path() / file, text); }
  std::string read(const fs::path& file) const { return test::read_file(path() / file); }
  bool has(const fs::path& file) const { return fs::exists(fs::symlink_status(path() / file)); }
  /// Changes a file; what is replaced must be there.
  void edit(const fs::path& file, const std::string& from, const std::string& to) const {
    const std::string text = read(file);
    if (text.find(from) == std::string::npos)
      throw std::runtime_error(file.string() + " does not contain " + from);
    write(file, test::replace_all(text, from, to));
  }

  Invocation invocation(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), GRADER_BINARY_DIR "/bin/grader");
    return {std::move(arguments), environment, path(), {}};
  }
  /// Runs the grader on the course of this folder.
  Result grader(std::vector<std::string> arguments, std::string input = "") const {
    arguments.insert(arguments.begin(), {"--course", "course"});
    return plain(std::move(arguments), std::move(input));
  }
  /// Runs the grader with nothing but these arguments.
  Result plain(std::vector<std::string> arguments, std::string input = "") const {
    Invocation call = invocation(std::move(arguments));
    call.input = std::move(input);
    return run(call);
  }

 private:
  util::TemporaryDirectory folder_;

 public:
  Environment environment{{"HOME", path()},
                          {"TMPDIR", path()},
                          {"XDG_CACHE_HOME", GRADER_TEST_CACHE "/xdg"},
                          {"XDG_STATE_HOME", path() / "state"},
                          {"LANG", "C.UTF-8"},
                          {"CXX", "g++"}};
};

/// The output without what differs from run to run: times, paths, host, timestamp, token. Columns stay where
/// they are.
inline std::string normalized(const Room& room, std::string text) {
  text = test::replace_all(std::move(text), room.path().string(), "<room>");
  std::string result;
  std::istringstream lines(text);
  // "(1.2 s)" in the line of an exercise becomes as many spaces.
  static const std::regex seconds(R"(  \(\d+\.\d+ s\))");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_search(line, match, seconds))
      line = match.prefix().str() + std::string(match.str().size(), ' ') + match.suffix().str();
    result += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  for (const auto& [what, instead] : std::initializer_list<std::pair<const char*, const char*>>{
           {R"re("(wall_s|cpu_s)": [0-9.e+-]+)re", R"("$1": 0)"},
           {R"re(Isolation \d \(.*\))re", "Isolation <level>"},
           {R"re(("isolation": |"isolation" value=)"\d [^"\n]+")re", R"($1"<level>")"},
           {R"re(; isolation \d .*)re", "; isolation <level>"},
           {R"re( time="[0-9.]+")re", R"( time="0")"},
           {R"re( timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")re", R"( timestamp="<now>")"},
           {R"re( hostname="[^"]+")re", R"( hostname="<host>")"},
           {R"re([0-9a-f]{32})re", "<token>"}})
    result = std::regex_replace(result, std::regex(what), instead);
  return result;
}

/// The committed output of this name. With GRADER_UPDATE_GOLDEN set it is written instead, for a person to
/// look at in the diff.
inline std::string golden(const std::string& name, const std::string& now) {
  const fs::path path = fs::path(GRADER_SOURCE_DIR) / "tests/e2e/golden" / name;
  if (std::getenv("GRADER_UPDATE_GOLDEN") != nullptr) util::write_file(path, now);
  return fs::exists(path) ? test::read_file(path) : "there is no " + path.string();
}

/// Compares all that a program said with a golden file; a failure shows both.
#define CHECK_GOLDEN(name, now)                     \
  do {                                              \
    const std::string text_now = (now);             \
    CHECK(text_now == e2e::golden(name, text_now)); \
  } while (false)

/// One exercise of a JSON report.
inline nlohmann::json exercise_of(const nlohmann::json& report, const std::string& id) {
  for (const auto& exercise : report.at("exercises"))
    if (exercise.at("id") == id) return exercise;
  return nullptr;
}

/// Grades the folder's submission and returns what results.json says.
inline nlohmann::json graded(const Room& room, std::vector<std::string> arguments, int& status) {
  arguments.insert(arguments.begin(), "run");
  arguments.insert(arguments.end(), {"--json", "-"});
  const Result result = room.grader(std::move(arguments));
  status = result.status;
  const auto report = nlohmann::json::parse(result.out, nullptr, false);
  if (report.is_discarded()) throw std::runtime_error("no report, but:\n" + result.out + result.err);
  return report;
}

}  // namespace grader::e2e
