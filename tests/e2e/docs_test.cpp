// Does what the documentation says, in the order in which it says it, and compares what comes out with what
// it shows.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "e2e/process.hpp"
#include "support/files.hpp"
#include "support/markdown.hpp"
#include "util/files.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kDocuments{"README.md",       "exercises/README.md", "grader/README.md",
                                          "tests/README.md", "student/README.md",   "SECURITY.md"};

/// Commands that are shown and cannot be run here, with the reason.
const std::map<std::string, std::string> kNotRun{
    {"$EDITOR student/layer_norm/layer_norm.cpp", "an editor; the file shown below it is written instead"},
    {"grader watch", "needs a terminal; watch_test.cpp has one"},
    {"grader debug layer_norm --case gamma-and-beta",
     "a debugger needs a terminal; commands_test.cpp runs it"},
    {"sudo cmake --install build --prefix /usr/local", "sudo; install_test.cpp installs elsewhere"},
    {"cmake --preset dev && cmake --build --preset dev && ctest --preset dev",
     "builds everything and runs this test"},
    {"git ls-files -z | xargs -0 touch -d 2020-01-01", "this copy is no clone"},
    {"docker build -t graded .", "needs Docker"},
    {"docker run --rm --network none --read-only --tmpfs /tmp --tmpfs /var/cache:exec -v "
     "\"$PWD/student:/submission:ro\" graded",
     "needs Docker"},
    {"./tests/run.sh", "runs this test"},
    {"./tests/run.sh quick", "runs this test"},
};

/// Names in the documentation that look like paths and are none that exist.
const std::set<std::string> kNoPaths{
    "topic/name",       // the form of an id
    "topic/",           // all of a topic
    "data/corpus.txt",  // an example of a data file
    "build/",           // made by run.sh, and not under version control
    "build/bin/",
    "bin/",                  // in an installation
    "results/results.json",  // Gradescope's
    "source/grader",         // in an archive for it
    "share/grader",
    "share/grader/",
    "exercises/topic/name.yaml",  // the form of these paths
    "reference/topic/name.cpp",
    "reference/topic/name.yaml",
    "student/topic/name.cpp",
    "student/topic/name.yaml",
    "reference/topic/name.pitfalls/",
};

/// A clone as run.sh leaves it: the sources, the program in build/bin, and stubs that nobody has worked on.
class Copy {
 public:
  Copy() : box_(fs::temp_directory_path()), root_(box_.path() / "grader") {
    for (const char* name : {"exercises", "reference", "schemas", "completions", "grader", "cmake"})
      copy(name);
    copy("tests");
    for (const auto& entry : fs::directory_iterator(test::source_dir()))
      if (entry.is_regular_file()) copy(entry.path().filename());
    fs::create_directories(root_ / "build" / "bin");
    fs::copy_file(GRADER_BINARY_DIR "/bin/grader", root_ / "build" / "bin" / "grader");
    REQUIRE(run("grader init student").status == 0);
  }

  const fs::path& root() const { return root_; }

  /// As a person in a shell: both streams in the order in which they are written.
  e2e::Result run(const std::string& command) const {
    const char* path = std::getenv("PATH");
    const e2e::Environment environment{
        {"PATH", (root_ / "build/bin").string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path)},
        {"HOME", box_.path().string()},
        {"LANG", "C.UTF-8"},
        {"CXX", "g++"},
        {"XDG_CACHE_HOME", GRADER_TEST_CACHE "/xdg"},
        {"XDG_STATE_HOME", (box_.path() / "state").string()}};
    return e2e::run({{"/bin/bash", "-c", "exec 2>&1\n" + command}, environment, root_, ""});
  }

 private:
  void copy(const fs::path& name) const {
    fs::create_directories(root_);
    if (fs::exists(test::source_dir() / name))
      fs::copy(test::source_dir() / name, root_ / name, fs::copy_options::recursive);
  }

  util::TemporaryDirectory box_;
  fs::path root_;
};

std::string document(const std::string& name) {
  const fs::path path = test::source_dir() / name;
  REQUIRE_MESSAGE(fs::exists(path), name);
  return test::read_file(path);
}

/// Without what differs from run to run, between machines and compilers: how long it took, what the machine
/// isolates with, how large rounding errors are, and spaces at the end.
std::vector<std::string> lines_of(const std::string& text) {
  static const std::regex seconds(R"(  \(\d+\.\d+ s\) *)");
  static const std::regex padding(R"(^((?:PASS|FAIL|TODO|ERROR)  \S+) {2,})");
  static const std::regex isolation(R"(^Isolation \d \(.*\)$)");
  static const std::regex corridor(R"(corridor \S+ … \S+)");
  static const std::regex distance(R"(differs from the reference by \S+ times)");
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    line = std::regex_replace(std::regex_replace(line, seconds, "   "), padding, "$1  ");
    line = std::regex_replace(line, isolation, "Isolation");
    line = std::regex_replace(std::regex_replace(line, corridor, "corridor"), distance,
                              "differs by a few times");
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(line);
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// Whether the lines are those shown, where a line "…" stands for any number of them.
bool matches(const std::vector<std::string>& shown, const std::vector<std::string>& real, std::size_t i = 0,
             std::size_t j = 0) {
  if (i == shown.size()) return j == real.size();
  const bool cut = shown[i].find_first_not_of(' ') != std::string::npos &&
                   shown[i].substr(shown[i].find_first_not_of(' ')) == "…";
  if (!cut) return j < real.size() && shown[i] == real[j] && matches(shown, real, i + 1, j + 1);
  for (std::size_t next = j; next <= real.size(); ++next)
    if (matches(shown, real, i + 1, next)) return true;
  return false;
}

/// run.sh installs and builds before it grades; here both are done.
std::string runnable(const std::string& command) {
  const std::string script = "./grader/run.sh";
  return command.starts_with(script) ? "grader --course . run" + command.substr(script.size()) : command;
}

void check_commands(const Copy& copy, const std::string& name, const test::Block& block) {
  const auto commands = block.commands();
  CHECK_MESSAGE(!commands.empty(), name << ":" << block.line << ": no line begins with \"$ \"");
  for (const test::Command& command : commands) {
    if (kNotRun.contains(command.text)) continue;
    const bool last = &command == &commands.back();
    const int status = last && !block.note("exit").empty() ? std::stoi(block.note("exit")) : 0;
    const e2e::Result result = copy.run(runnable(command.text));
    const std::string where = name + ":" + std::to_string(block.line) + ": " + command.text;
    CHECK_MESSAGE(result.status == status, where << "\n" << result.out);
    if (!command.output.empty())
      CHECK_MESSAGE(matches(lines_of(command.output), lines_of(result.out)), where << "\n" << result.out);
  }
}

/// The top-level keys of YAML text and the lines of each.
std::vector<std::pair<std::string, std::string>> parts_of(const std::string& yaml) {
  std::vector<std::pair<std::string, std::string>> parts;
  std::istringstream lines(yaml);
  for (std::string line; std::getline(lines, line);) {
    const bool key = !line.empty() && std::isalpha(static_cast<unsigned char>(line[0])) != 0;
    if (key) parts.emplace_back(line.substr(0, line.find(':')), "");
    if (!parts.empty()) parts.back().second += line + "\n";
  }
  return parts;
}

constexpr const char* kBase =
    "format_version: 1\n"
    "title: A fragment\n"
    "statement: From the documentation.\n"
    "function: {name: fragment, params: {x: \"float[N]\"}, returns: \"float[N]\"}\n"
    "cases:\n"
    "  - {id: example, input: {x: [1, 2]}}\n";

/// A part of a specification is put in the place of the same part of a small one, and the whole must be
/// valid.
void check_fragment(const Copy& copy, const std::string& name, const test::Block& block) {
  std::string whole;
  std::set<std::string> own;
  for (const auto& [key, text] : parts_of(block.text)) own.insert(key);
  for (const auto& [key, text] : parts_of(kBase))
    if (!own.contains(key)) whole += text;
  whole += block.text;
  util::write_file(copy.root() / "exercises/documentation/fragment.yaml", whole);
  util::write_file(copy.root() / "reference/documentation/fragment.cpp", "// not compiled\n");
  const e2e::Result result = copy.run("grader validate documentation/fragment");
  CHECK_MESSAGE(result.status == 0, name << ":" << block.line << "\n" << result.out);
  fs::remove_all(copy.root() / "exercises/documentation");
  fs::remove_all(copy.root() / "reference/documentation");
}

/// Where the item "  - id: NAME" of a list stands in a specification.
std::pair<std::size_t, std::size_t> item_in(const std::string& yaml, const std::string& name) {
  const std::string head = "  - id: " + name + "\n";
  const std::size_t begin = yaml.find(head);
  REQUIRE_MESSAGE(begin != std::string::npos, head);
  std::size_t end = begin + head.size();
  while (end < yaml.size() && yaml.compare(end, 4, "    ") == 0) end = yaml.find('\n', end) + 1;
  return {begin, end};
}

/// A change to a specification that an earlier block made: items of a list are put in the place of those with
/// their ids, whole parts in the place of the same parts or at the end.
void change_specification(const fs::path& file, const test::Block& block) {
  std::string whole;
  if (block.text.starts_with("  - id: ")) {
    whole = test::read_file(file);
    const auto [begin, end] = item_in(whole, block.text.substr(8, block.text.find('\n') - 8));
    whole.replace(begin, end - begin, block.text);
  } else {
    auto parts = parts_of(test::read_file(file));
    for (const auto& [key, text] : parts_of(block.text)) {
      const auto is_it = [&, &name = key](const auto& part) { return part.first == name; };
      const auto old = std::find_if(parts.begin(), parts.end(), is_it);
      if (old == parts.end())
        parts.emplace_back(key, text);
      else
        old->second = text;
    }
    for (const auto& part : parts) whole += part.second;
  }
  util::write_file(file, whole);
}

void follow(const Copy& copy, const std::string& name) {
  for (const test::Block& block : test::blocks_of(document(name))) {
    if (const std::string file = block.note("file"); !file.empty())
      util::write_file(copy.root() / file, block.text);
    else if (const std::string into = block.note("into"); !into.empty())
      change_specification(copy.root() / into, block);
    else if (block.language == "yaml")
      check_fragment(copy, name, block);
    if (block.language == "console") check_commands(copy, name, block);
    const std::set<std::string> known{"console", "yaml", "cpp", "json", "text", "dockerfile", "sh"};
    CHECK_MESSAGE(known.contains(block.language), name << ":" << block.line << ": " << block.language);
  }
}

bool exists(const Copy& copy, const fs::path& folder, const std::string& path) {
  return fs::exists(copy.root() / folder / path) || fs::exists(copy.root() / path) ||
         fs::exists(copy.root() / "exercises" / (path + ".yaml"));
}

void check_names(const Copy& copy, const std::string& name) {
  const std::string text = document(name);
  const fs::path folder = fs::path(name).parent_path();
  for (const std::string& link : test::links_of(text))
    CHECK_MESSAGE(fs::exists(copy.root() / folder / link), name << ": a link to " << link);
  for (const std::string& path : test::paths_of(text))
    CHECK_MESSAGE((kNoPaths.contains(path) || exists(copy, folder, path)), name << ": the path " << path);
}

std::set<std::string> all_commands() {
  std::set<std::string> found;
  for (const std::string& name : kDocuments)
    for (const test::Block& block : test::blocks_of(document(name)))
      if (block.language == "console")
        for (const test::Command& command : block.commands()) found.insert(command.text);
  return found;
}

/// The commands of a GitHub Actions workflow.
std::vector<std::string> run_lines(const YAML::Node& workflow) {
  std::vector<std::string> lines;
  for (const auto& job : workflow["jobs"])
    for (const auto& step : job.second["steps"])
      if (step["run"]) {
        std::istringstream text(step["run"].as<std::string>());
        for (std::string line; std::getline(text, line);) lines.push_back(line);
      }
  return lines;
}

}  // namespace

TEST_CASE("what the documentation shows is what happens") {
  for (const std::string& name : kDocuments) {
    CAPTURE(name);
    const Copy copy;
    follow(copy, name);
    const e2e::Result valid = copy.run("grader validate");
    CHECK_MESSAGE(valid.status == 0, valid.out);
    check_names(copy, name);
  }
}

TEST_CASE("no command is kept from being run that the documentation does not show") {
  std::set<std::string> shown = all_commands();
  for (const test::Block& block : test::blocks_of(document("README.md")))
    if (block.text.find("\njobs:") != std::string::npos)
      for (const std::string& line : run_lines(YAML::Load(block.text))) shown.insert(line);
  for (const auto& entry : kNotRun) {
    CHECK_MESSAGE(shown.contains(entry.first), entry.first);
    CHECK(!entry.second.empty());
  }
}

TEST_CASE("the workflow for GitHub Actions is one") {
  int workflows = 0;
  for (const test::Block& block : test::blocks_of(document("README.md"))) {
    if (block.text.find("\njobs:") == std::string::npos) continue;
    ++workflows;
    CHECK(block.note("file") == ".github/workflows/grade.yml");
    const YAML::Node workflow = YAML::Load(block.text);
    CHECK(workflow["on"].IsDefined());
    CHECK(workflow["jobs"].size() == 1);
    for (const auto& job : workflow["jobs"]) {
      CHECK(job.second["runs-on"].as<std::string>() == "ubuntu-24.04");
      for (const auto& step : job.second["steps"]) CHECK(step["uses"].IsDefined() != step["run"].IsDefined());
    }
    const Copy copy;
    for (const std::string& line : run_lines(workflow)) {
      if (kNotRun.contains(line)) continue;
      const e2e::Result result = copy.run(runnable(line));
      CHECK_MESSAGE(result.status == 1, line << "\n" << result.out);  // nothing is solved
      CHECK(fs::exists(copy.root() / "results.json"));
      CHECK(fs::exists(copy.root() / "results.xml"));
    }
  }
  CHECK(workflows == 1);
}

TEST_CASE("the script for Gradescope makes the results that Gradescope reads") {
  const Copy copy;
  const fs::path autograder = copy.root().parent_path() / "autograder";
  for (const test::Block& block : test::blocks_of(document("SECURITY.md")))
    if (const std::string file = block.note("file"); !file.empty())
      util::write_file(copy.root() / file, block.text);
  fs::create_directories(autograder / "source");
  fs::create_directory_symlink(copy.root(), autograder / "source/grader");
  fs::copy(copy.root() / "student", autograder / "submission", fs::copy_options::recursive);
  fs::copy_file(test::source_dir() / "tests/submissions/right/transformer/gelu.cpp",
                autograder / "submission/transformer/gelu.cpp", fs::copy_options::overwrite_existing);
  const std::string script = "AUTOGRADER=" + autograder.string() + " bash run_autograder";
  const e2e::Result result = copy.run(script);
  CHECK_MESSAGE(result.status == 0, result.out);
  const auto results = nlohmann::json::parse(test::read_file(autograder / "results/results.json"));
  CHECK(results.at("score") == 1);
  CHECK(results.at("output").get<std::string>().find("PASS  transformer/gelu") != std::string::npos);
  int passed = 0;
  for (const auto& test : results.at("tests")) {
    CHECK(test.at("max_score").get<double>() > 0);
    passed += test.at("status") == "passed" ? 1 : 0;
  }
  CHECK(passed == 1);
  // A course that cannot be read is no grade.
  fs::remove_all(autograder / "results");
  fs::rename(copy.root() / "exercises/course.yaml", copy.root() / "exercises/elsewhere.yaml");
  CHECK(copy.run(script).status == 2);
  CHECK_FALSE(fs::exists(autograder / "results/results.json"));
}
