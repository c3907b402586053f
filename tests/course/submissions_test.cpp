// Grades the stored submissions: right ones must pass, wrong ones must get the verdict written in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

#include "codegen/codegen.hpp"
#include "course/course.hpp"
#include "pipeline/grade.hpp"
#include "support/machine.hpp"

using namespace grader;
namespace fs = std::filesystem;

namespace {

const fs::path kStored = fs::path(GRADER_SOURCE_DIR) / "tests/submissions";

struct Grading {
  support::Machine machine;
  course::Course course = course::Course::load(GRADER_SOURCE_DIR);

  model::Report grade(const std::vector<std::string>& ids, const fs::path& submission) {
    const pipeline::Services services{machine.compiler, machine.processes};
    pipeline::GradeOptions options;
    options.jobs = 2;
    return pipeline::grade(course, course.select(ids), submission, services, options, {}, {});
  }
};

std::string explain(const model::ExerciseResult& result) {
  std::string text = result.id + ": " + model::to_string(result.verdict) + " " + result.message;
  for (const model::CheckResult& check : result.checks)
    text += "\n  " + check.id + ": " + model::to_string(check.verdict) + " " + check.message;
  return text;
}

struct Wrong {
  fs::path file;
  std::string exercise;  // id
  std::string verdict;
  std::string fails;
};

std::string header_field(std::istream& in, const std::string& name) {
  std::string line;
  std::getline(in, line);
  const std::string start = "// " + name + ": ";
  REQUIRE_MESSAGE(line.rfind(start, 0) == 0, line);
  return line.substr(start.size());
}

std::vector<Wrong> wrong_submissions() {
  std::vector<Wrong> all;
  for (const auto& entry : fs::recursive_directory_iterator(kStored / "wrong")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string stem = entry.path().stem().string();
    std::ifstream in(entry.path());
    const std::string topic = entry.path().parent_path().filename().string();
    const std::string verdict = header_field(in, "verdict");
    all.push_back(
        {entry.path(), topic + "/" + stem.substr(0, stem.find('.')), verdict, header_field(in, "fails")});
  }
  std::sort(all.begin(), all.end(), [](const Wrong& a, const Wrong& b) { return a.file < b.file; });
  return all;
}

/// The pitfall of the same name as the submission, whose mistake it makes in its own way; empty where there
/// is none.
std::string known_mistake(const model::Exercise& exercise, const Wrong& wrong) {
  const std::string stem = wrong.file.stem().string();
  const std::string name = stem.substr(stem.find('.') + 1);
  for (const model::Pitfall& pitfall : exercise.pitfalls)
    if (pitfall.id == name) return name;
  return {};
}

/// A submission that is right but for some files; what their exercises get, in the same order.
std::vector<model::ExerciseResult> grade_among_right_ones(Grading& grading, const std::vector<Wrong>& wrong) {
  const util::TemporaryDirectory folder(fs::temp_directory_path());
  fs::copy(kStored / "right", folder.path(), fs::copy_options::recursive);
  std::vector<std::string> ids;
  for (const Wrong& one : wrong) {
    fs::copy_file(one.file, folder.path() / (one.exercise + ".cpp"), fs::copy_options::overwrite_existing);
    ids.push_back(one.exercise);
  }
  const model::Report report = grading.grade(ids, folder.path());
  std::vector<model::ExerciseResult> results;
  for (const Wrong& one : wrong)
    results.push_back(
        *std::find_if(report.exercises.begin(), report.exercises.end(),
                      [&](const model::ExerciseResult& exercise) { return exercise.id == one.exercise; }));
  return results;
}

/// Whether a solution of `id` calls one of `other`, perhaps by way of others.
bool calls(const course::Course& course, const std::string& id, const std::string& other) {
  const std::vector<std::string>& uses = course.at(id).uses;
  return std::any_of(uses.begin(), uses.end(),
                     [&](const std::string& used) { return used == other || calls(course, used, other); });
}

/// Whether two solutions can be wrong in one submission without either changing the other's result.
bool independent(const course::Course& course, const Wrong& one, const Wrong& other) {
  return one.exercise != other.exercise && !calls(course, one.exercise, other.exercise) &&
         !calls(course, other.exercise, one.exercise);
}

/// Submissions with as many wrong files as possible: what is compiled together takes a fraction of the time.
std::vector<std::vector<Wrong>> in_few_submissions(const course::Course& course,
                                                   const std::vector<Wrong>& all) {
  std::vector<std::vector<Wrong>> submissions;
  for (const Wrong& wrong : all) {
    auto place = std::find_if(submissions.begin(), submissions.end(), [&](const std::vector<Wrong>& others) {
      return std::all_of(others.begin(), others.end(),
                         [&](const Wrong& other) { return independent(course, wrong, other); });
    });
    if (place == submissions.end()) place = submissions.emplace(place);
    place->push_back(wrong);
  }
  return submissions;
}

}  // namespace

TEST_CASE("a complete set of right solutions gets full marks") {
  Grading grading;
  const model::Report report = grading.grade({}, kStored / "right");
  CHECK(report.exercises.size() == grading.course.exercises().size());
  for (const model::ExerciseResult& result : report.exercises) {
    CAPTURE(explain(result));
    CHECK(result.status == model::Status::pass);
  }
  CHECK(report.score == report.max_score);
  CHECK(report.max_score > 0);
}

TEST_CASE("the references pass their own exercises with every seed") {
  Grading grading;
  std::vector<std::string> quick;  // the others limit how many seeds they are worth
  for (const model::Exercise& exercise : grading.course.exercises())
    if (!exercise.audit.seeds) quick.push_back(exercise.id);
  REQUIRE(quick.size() >= 50);
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const pipeline::Services services{grading.machine.compiler, grading.machine.processes};
    const model::Report report =
        pipeline::grade(grading.course, grading.course.select(quick),
                        fs::path(GRADER_SOURCE_DIR) / "reference", services, {seed, 2}, {}, {});
    CHECK(report.exercises.size() == quick.size());
    for (const model::ExerciseResult& result : report.exercises) {
      CAPTURE(explain(result));
      CHECK(result.status == model::Status::pass);
    }
  }
}

TEST_CASE("untouched stubs are to do and score nothing") {
  Grading grading;
  const model::Report report = grading.grade({}, fs::path(GRADER_SOURCE_DIR) / "student");
  CHECK(report.score == 0);
  for (const model::ExerciseResult& result : report.exercises) {
    CAPTURE(explain(result));
    CHECK(result.status == model::Status::todo);
  }
}

TEST_CASE("every wrong submission gets the verdict it must get, on the case it must fail") {
  Grading grading;
  std::vector<Wrong> all = wrong_submissions();
  REQUIRE(all.size() >= 70);
  const std::vector<std::vector<Wrong>> submissions = in_few_submissions(grading.course, all);
  std::atomic<std::size_t> next{0};
  std::vector<std::vector<model::ExerciseResult>> results_of(submissions.size());
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < 2; ++i)
      threads.emplace_back([&] {
        for (std::size_t at = next++; at < submissions.size(); at = next++)
          results_of[at] = grade_among_right_ones(grading, submissions[at]);
      });
  }
  std::vector<model::ExerciseResult> results;
  all.clear();
  for (std::size_t at = 0; at < submissions.size(); ++at) {
    all.insert(all.end(), submissions[at].begin(), submissions[at].end());
    results.insert(results.end(), results_of[at].begin(), results_of[at].end());
  }
  int named = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i].file.filename().string());
    CAPTURE(explain(results[i]));
    CHECK(results[i].status != model::Status::pass);
    CHECK(results[i].score < results[i].max_score);
    if (const std::string known = known_mistake(grading.course.at(all[i].exercise), all[i]); !known.empty()) {
      REQUIRE(results[i].pitfall);
      CHECK(results[i].pitfall->id == known);
      ++named;
    }
    // The cases come first, then the properties.
    const auto failed =
        std::find_if(results[i].checks.begin(), results[i].checks.end(), [](const model::CheckResult& check) {
          return check.kind != model::CheckKind::compile && check.verdict != model::Verdict::accepted;
        });
    REQUIRE(failed != results[i].checks.end());
    CHECK(failed->id == all[i].fails);
    CHECK(model::to_string(failed->verdict) == all[i].verdict);
  }
  CHECK(named >= 45);
}

TEST_CASE("a training that does not end is stopped, and its verdict says by what") {
  // The course with a limit that a test can wait for.
  const util::TemporaryDirectory folder(fs::temp_directory_path());
  for (const char* name : {"exercises", "reference"})
    fs::copy(fs::path(GRADER_SOURCE_DIR) / name, folder.path() / name, fs::copy_options::recursive);
  const fs::path spec = folder.path() / "exercises/transformer/train_tiny_transformer.yaml";
  std::string text = util::read_file(spec).value_or("");
  const std::string limit = "time_s: 120,";
  REQUIRE(text.find(limit) != std::string::npos);
  util::write_file(spec, text.replace(text.find(limit), limit.size(), "time_s: 1,"));

  Grading grading;
  grading.course = course::Course::load(folder.path());
  const Wrong endless{kStored / "slow/transformer/train_tiny_transformer.endless.cpp",
                      "transformer/train_tiny_transformer", "time_limit", "full"};
  const model::ExerciseResult result = grade_among_right_ones(grading, {endless}).at(0);
  CAPTURE(explain(result));
  CHECK(result.score == 0);
  CHECK(result.checks.at(0).id == "full");
  CHECK(result.checks.at(0).verdict == model::Verdict::time_limit);
}
