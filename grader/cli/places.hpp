#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "course/course.hpp"

/// Where things are when the command line does not say: the course, the submission, the user's own state.
namespace grader::cli {

/// The places where a course is looked for, in this order; kept apart from the looking so that it can be
/// tested.
struct CourseSearch {
  std::filesystem::path current;     // the working directory; from here upwards
  std::filesystem::path executable;  // the grader itself; from here upwards, then <prefix>/share/grader
};

/// The course's directory; nothing where there is none.
std::optional<std::filesystem::path> find_course(const CourseSearch& search);

/// Loads the course of `--course`, else the one that is found; the rest as course::Course::load(). Throws
/// util::UsageError that names what to do.
course::Course load_course(const Context& context, course::Sources sources = course::Sources::read,
                           const std::vector<std::string>& ids = {});

/// The one exercise that is meant. Throws as Course::select, and util::UsageError where several are.
const model::Exercise& the_exercise(const course::Course& course, const std::string& id);

/// Throws util::UsageError where it asks questions: there is nothing to call, so not to be debugged either.
void require_function(const model::Exercise& exercise);

/// `given`, else "student" here, else the course's own; "student" where there is none.
std::filesystem::path submission_directory(const std::optional<std::string>& given,
                                           const course::Course& course);

/// The same, but it must exist. Throws util::UsageError that names `grader init`.
std::filesystem::path existing_submission(const std::optional<std::string>& given,
                                          const course::Course& course);

/// The value of an environment variable; null where it is not set or empty.
const char* environment_variable(const char* name);

/// A path as a reader would type it: relative to the working directory where that is shorter and does not
/// lead upwards more than twice.
std::string shown_path(const std::filesystem::path& path);

/// $XDG_STATE_HOME/grader, else ~/.local/state/grader; nothing where there is no home.
std::optional<std::filesystem::path> state_directory();

}  // namespace grader::cli
