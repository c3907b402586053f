#include <doctest/doctest.h>

#include <map>
#include <set>

#include "pipeline/grade.hpp"
#include "support/files.hpp"
#include "util/files.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

/// A compiler that compiles nothing, writes down what it is given, and with every solution changes the files
/// of the submission, as a student who goes on working.
class Busy : public build::Compiler {
 public:
  explicit Busy(fs::path submission) : submission_(std::move(submission)) {}

  build::BuildResult build(const build::Program& program, std::stop_token) override {
    note(program.solution);
    for (const build::Solution& used : program.used) note(used);
    for (const fs::path& file : test::files_below(submission_, ".cpp"))
      util::write_file(file, test::read_file(file) + "// changed\n");
    return build::BuildFailure{model::Verdict::compile_error, "not today"};
  }
  build::BuiltVariants build(const build::Variants&, std::stop_token) override { return {}; }

  std::map<std::string, std::set<std::string>> texts;  // by exercise

 private:
  void note(const build::Solution& solution) { texts[solution.exercise->id].insert(solution.source); }

  fs::path submission_;
};

}  // namespace

TEST_CASE("a submission that is edited while it is graded is read once") {
  const fs::path fixtures = test::source_dir() / "tests/fixtures";
  const util::TemporaryDirectory folder(fs::temp_directory_path());
  const fs::path submission = folder.path() / "student";
  fs::copy(fixtures / "submissions/solved", submission, fs::copy_options::recursive);
  // So that the reference, which is compiled too, is another text.
  for (const fs::path& file : test::files_below(submission, ".cpp"))
    util::write_file(file, test::read_file(file) + "// mine\n");
  const auto course = course::Course::load(fixtures / "course");
  Busy compiler(submission);
  const sandbox::LocalProcesses processes;
  pipeline::grade(course, course.select({"unit", "normalized"}), submission, {compiler, processes}, {}, {},
                  {});
  // The reference and one version of the student's own, whether it is graded or used.
  CHECK(compiler.texts.at("vectors/unit").size() == 2);
  CHECK(compiler.texts.at("vectors/normalized").size() == 2);
}
