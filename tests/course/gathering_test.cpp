// Grades the stored submissions twice, with their solutions compiled together and each alone: the reports
// have to be the same, down to the compiler's messages. All of them take longer than every other test
// together, so that a sixteenth is graded, another one with another number in GRADER_COMPARE; "all" is all.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "course/course.hpp"
#include "pipeline/grade.hpp"
#include "report/json.hpp"
#include "support/files.hpp"
#include "support/machine.hpp"

using namespace grader;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const fs::path kSource = GRADER_SOURCE_DIR;
const fs::path kStored = kSource / "tests/submissions";

/// Whether number `i` of what could be compared is compared, one of `share`.
bool is_compared(std::size_t i, std::size_t share = 16) {
  const char* wanted = std::getenv("GRADER_COMPARE");
  if (wanted == nullptr) return i % share == 0;
  return std::string_view(wanted) == "all" || (i + std::strtoul(wanted, nullptr, 10)) % share == 0;
}

/// How many solutions there have to be for some of them to be gathered. How many those are is the concern of
/// the compiler's own tests: on a busy machine a group may run into a limit, and is compiled one by one.
constexpr std::size_t kEnough = 20;

/// How many programs were compiled with others.
struct Gathered {
  std::size_t solutions = 0;
  std::size_t references = 0;
  bool operator==(const Gathered&) const = default;
};

/// Hears how many were.
class Listener : public build::Compiler {
 public:
  explicit Listener(build::Compiler& compiler) : compiler_(compiler) {}
  build::BuildResult build(const build::Program& program, std::stop_token stop) override {
    return compiler_.build(program, std::move(stop));
  }
  build::BuiltVariants build(const build::Variants& variants, std::stop_token stop) override {
    return compiler_.build(variants, std::move(stop));
  }
  std::map<std::string, build::BuildResult> gather(const std::vector<build::Program>& programs,
                                                   build::Author author, int jobs,
                                                   std::stop_token stop) override {
    auto built = compiler_.gather(programs, author, jobs, std::move(stop));
    (author == build::Author::student ? gathered.solutions : gathered.references) += built.size();
    return built;
  }
  Gathered gathered;

 private:
  build::Compiler& compiler_;
};

/// A report's exercises without what is never the same twice.
std::map<std::string, Json> told(const model::Report& report) {
  const Json whole = Json::parse(report::results_json(report));
  std::map<std::string, Json> exercises;
  for (Json exercise : whole.at("exercises")) {
    exercise.erase("wall_s");
    exercise.erase("cpu_s");
    const std::string id = exercise.at("id");
    exercises.emplace(id, std::move(exercise));
  }
  return exercises;
}

/// Grades both ways, gathered first: what is there alone already would not be gathered. How many were.
Gathered compare(const course::Course& course, const std::vector<std::string>& ids,
                 const fs::path& submission) {
  support::Machine machine;
  Listener compiler(machine.compiler);
  const pipeline::Services services{compiler, machine.processes};
  const auto graded = [&](pipeline::Gathering gathering) {
    pipeline::GradeOptions options;
    options.jobs = 2;
    options.gathering = gathering;
    return told(pipeline::grade(course, course.select(ids), submission, services, options, {}, {}));
  };
  const auto together = graded(pipeline::Gathering::yes);
  const Gathered gathered = compiler.gathered;
  const auto alone = graded(pipeline::Gathering::no);
  CHECK(compiler.gathered == gathered);
  REQUIRE(together.size() == ids.size());
  REQUIRE(alone.size() == ids.size());
  for (const auto& exercise : alone) {
    CAPTURE(exercise.first);
    CHECK(together.at(exercise.first).dump(1) == exercise.second.dump(1));
  }
  return gathered;
}

/// The exercises of the course but for those that train.
std::vector<std::string> quick_exercises(const course::Course& course) {
  std::vector<std::string> ids;
  for (const model::Exercise& exercise : course.exercises())
    if (!exercise.audit.seeds) ids.push_back(exercise.id);
  return ids;
}

/// The id of the exercise that a file "<topic>/<name>.<what>.cpp" is a solution of.
std::string exercise_of(const fs::path& file) {
  const std::string name = file.filename().string();
  return file.parent_path().filename().string() + "/" + name.substr(0, name.find('.'));
}

/// In texts of one run of these tests: an earlier run has left its own in the cache, compiled alone.
const std::string kThisRun = "compared " + std::to_string(std::random_device{}());

/// The same text, which begins with a comment, to everybody but a cache.
std::string renewed(std::string text) { return text.insert(text.find('\n'), " (" + kThisRun + ")"); }

/// A student's files, likewise.
void renew_all(const fs::path& folder) {
  for (const fs::path& file : test::files_below(folder, ".cpp"))
    util::write_file(file, test::read_file(file) + "// " + kThisRun + "\n");
}

/// A course in which one exercise is there many times, so that as many solutions of it are one submission.
class Multiplied {
 public:
  explicit Multiplied(fs::path course) : course_(std::move(course)) {}

  void add(const std::string& id, const std::string& source) {
    const std::string copy = id + "_copy" + std::to_string(++count_);
    const auto renamed = [&](const std::string& text) {
      return test::replace_all(text, "\"" + id + ".hpp\"", "\"" + copy + ".hpp\"");
    };
    const auto read = [&](const std::string& file) { return test::read_file(course_ / file); };
    write("exercises/" + copy + ".yaml", without_pitfalls(read("exercises/" + id + ".yaml")));
    write("reference/" + copy + ".cpp", renamed(read("reference/" + id + ".cpp")));
    write("student/" + copy + ".cpp", renamed(source));
    ids_.push_back(copy);
    topics_.insert(id.substr(0, id.find('/')));
  }

  Gathered compare() const {
    std::string topics;
    for (const std::string& topic : topics_) topics += (topics.empty() ? "" : ", ") + topic;
    write("exercises/course.yaml", "format_version: 1\ntitle: Multiplied\ntopics: [" + topics +
                                       "]\ntolerance: {rtol: 1e-9, atol: 1e-9}\nlimits: {time_s: 2, "
                                       "exercise_time_s: 8, memory_mib: 512, output_kib: 16}\n");
    return ::compare(course::Course::load(folder_.path()), ids_, folder_.path() / "student");
  }

 private:
  /// They stand last, and would be compiled for each copy.
  static std::string without_pitfalls(const std::string& spec) {
    return spec.substr(0, spec.find("\npitfalls:")) + "\n";
  }

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((folder_.path() / file).parent_path());
    util::write_file(folder_.path() / file, text);
  }

  fs::path course_;
  util::TemporaryDirectory folder_{fs::temp_directory_path()};
  std::vector<std::string> ids_;
  std::set<std::string> topics_;
  int count_ = 0;
};

/// The first lines of an attack: "// exercise: …", "// verdict: …".
std::string field(const std::string& source, const std::string& name) {
  const std::string key = "// " + name + ": ";
  const std::size_t start = source.find(key) + key.size();
  return source.substr(start, source.find('\n', start) - start);
}

}  // namespace

TEST_CASE("whole submissions are graded alike") {
  const std::vector<std::string> students = {"beginner", "right", "sloppy", "careless"};
  const auto course = course::Course::load(kSource);
  for (std::size_t i = 0; i < students.size(); ++i) {
    const std::string& student = students[i];
    CAPTURE(student);
    if (!is_compared(i)) continue;
    const util::TemporaryDirectory folder(fs::temp_directory_path());
    fs::copy(kStored / student, folder.path(), fs::copy_options::recursive);
    renew_all(folder.path());
    CHECK(compare(course, quick_exercises(course), folder.path()).solutions > 0);
  }
}

TEST_CASE("references that are compiled together judge alike") {
  const util::TemporaryDirectory folder(fs::temp_directory_path());
  for (const char* part : {"exercises", "reference"})
    fs::copy(kSource / part, folder.path() / part, fs::copy_options::recursive);
  renew_all(folder.path() / "reference");
  const auto course = course::Course::load(folder.path());
  std::vector<std::string> ids;
  std::size_t number = 0;
  for (const std::string& id : quick_exercises(course))
    if (is_compared(number++, 8)) ids.push_back(id);
  CHECK(compare(course, ids, kStored / "right").references > 0);
}

TEST_CASE("wrong solutions of different exercises are graded alike") {
  const auto course = course::Course::load(kSource);
  std::map<std::string, std::vector<fs::path>> wrong;
  for (const fs::path& file : test::files_below(kStored / "wrong", ".cpp"))
    if (exercise_of(file) != "layer_norm/layer_norm") wrong[exercise_of(file)].push_back(file);
  constexpr std::size_t kStudents = 4;  // of the test above: with another commit than one of these
  for (std::size_t batch = 0; batch < 5; ++batch) {
    if (!is_compared(kStudents + batch)) continue;
    const util::TemporaryDirectory folder(fs::temp_directory_path());
    fs::copy(kStored / "right", folder.path(), fs::copy_options::recursive);
    std::vector<std::string> ids;
    for (const auto& [id, files] : wrong) {
      if (batch >= files.size()) continue;
      util::write_file(folder.path() / (id + ".cpp"), renewed(test::read_file(files[batch])));
      ids.push_back(id);
    }
    CAPTURE(batch);
    const std::size_t gathered = compare(course, ids, folder.path()).solutions;
    if (ids.size() >= kEnough) CHECK(gathered > 0);
  }
}

TEST_CASE("wrong solutions of one exercise are graded alike") {
  Multiplied course(kSource);
  std::size_t number = 0;
  for (const fs::path& file : test::files_below(kStored / "wrong/layer_norm", ".cpp"))
    if (exercise_of(file) == "layer_norm/layer_norm" && is_compared(number++, 4))
      course.add("layer_norm/layer_norm", renewed(test::read_file(file)));
  CHECK(course.compare().solutions > 0);
}

TEST_CASE("attacks are graded alike, beside others") {
  ::signal(SIGPIPE, SIG_IGN);  // as the program does: some close the way of their requests
  // Those that take long alone, or bring the machine to its limits, would do so twice.
  const std::set<std::string> slow = {"time_limit", "compile_limit", "memory_limit", "output_limit"};
  // Whether its second reply is there before the first is looked at, nobody knows: which checks fail differs.
  const std::string racing = "reply_twice.cpp";
  Multiplied course(kSource / "tests/fixtures/course");
  std::size_t number = 0;
  for (const char* kind : {"compile", "load", "forgery", "numbers"})
    for (const fs::path& file : test::files_below(kStored / "hostile" / kind, ".cpp")) {
      const std::string source = test::read_file(file);
      if (!slow.contains(field(source, "verdict")) && file.filename() != racing && is_compared(number++))
        course.add(field(source, "exercise"), source);
    }
  course.compare();
}
