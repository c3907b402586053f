#include "cli/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "build/cache.hpp"
#include "pipeline/remembered_specs.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDefaultSubmission = "student";

fs::path executable_directory() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

fs::path course_directory(const Context& context) {
  if (context.course) return *context.course;
  const auto found = find_course({fs::current_path(), executable_directory()});
  if (found) return shown_path(*found);
  throw util::UsageError(
      "there is no course here or in a directory above (a directory with exercises/course.yaml)\n"
      "  name one with --course DIR");
}

}  // namespace

const char* environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && value[0] != '\0' ? value : nullptr;
}

std::optional<fs::path> find_course(const CourseSearch& search) {
  if (auto above = course::Course::find(search.current)) return above;
  if (search.executable.empty()) return std::nullopt;
  if (auto above = course::Course::find(search.executable)) return above;
  return course::Course::find(search.executable.parent_path() / "share" / "grader");
}

course::Course load_course(const Context& context, course::Sources sources,
                           const std::vector<std::string>& ids) {
  const fs::path directory = course_directory(context);
  std::optional<pipeline::RememberedSpecs> remembered;
  try {
    remembered.emplace(build::Cache(build::Cache::default_root()), directory);
  } catch (const util::GraderError&) {  // whoever needs the cache meets the same error and says so
  }
  return course::Course::load(directory, remembered ? &*remembered : nullptr, sources, ids);
}

const model::Exercise& the_exercise(const course::Course& course, const std::string& id) {
  const auto chosen = course.select({id});
  if (chosen.size() == 1) return *chosen.front();
  throw util::UsageError(fmt::format("'{}' means {} exercises; name one of them", id, chosen.size()));
}

void require_function(const model::Exercise& exercise) {
  if (exercise.kind == model::ExerciseKind::function) return;
  throw util::UsageError(fmt::format(
      "{0} asks questions: there is no function to call\n  grader show {0} shows them, grader run "
      "-e {0} judges your answers",
      exercise.id));
}

fs::path submission_directory(const std::optional<std::string>& given, const course::Course& course) {
  if (given) return *given;
  std::error_code error;
  if (fs::is_directory(kDefaultSubmission, error)) return kDefaultSubmission;
  const fs::path of_course = course.root() / kDefaultSubmission;
  return fs::is_directory(of_course, error) ? fs::path(shown_path(of_course)) : fs::path(kDefaultSubmission);
}

fs::path existing_submission(const std::optional<std::string>& given, const course::Course& course) {
  const fs::path directory = submission_directory(given, course);
  std::error_code error;
  const auto status = fs::status(directory, error);
  if (fs::is_directory(status)) return directory;
  if (fs::exists(status)) throw util::UsageError(fmt::format("'{}' is no directory", directory.string()));
  throw util::UsageError(
      fmt::format("there is no directory '{0}'\n  grader init {0} makes it, with a stub for every exercise",
                  directory.string()));
}

std::string shown_path(const fs::path& path) {
  std::error_code error;
  const fs::path relative = fs::relative(path, fs::current_path(error), error);
  const auto ups = std::count(relative.begin(), relative.end(), fs::path(".."));
  if (error || relative.empty() || ups > 2) return path.string();
  return relative.string().size() < path.string().size() ? relative.string() : path.string();
}

std::optional<fs::path> state_directory() {
  // The XDG base directory specification says to ignore a path that is not absolute.
  if (const char* state = environment_variable("XDG_STATE_HOME");
      state != nullptr && fs::path(state).is_absolute())
    return fs::path(state) / "grader";
  if (const char* home = environment_variable("HOME")) return fs::path(home) / ".local" / "state" / "grader";
  return std::nullopt;
}

}  // namespace grader::cli
