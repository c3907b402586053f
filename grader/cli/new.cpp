#include <fmt/ostream.h>

#include <algorithm>
#include <cctype>
#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/folder.hpp"
#include "cli/places.hpp"
#include "cli/scaffold.hpp"
#include "spec/names.hpp"
#include "spec/read.hpp"
#include "spec/signature.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

struct NewOptions {
  std::string id;
  std::optional<std::string> signature;
  std::string title;
  bool questions = false;
};

/// What is written beside the stub.
struct Draft {
  std::string spec;
  std::string reference;
  std::string next_steps;
};

void check_id(const std::string& id) {
  const auto slash = id.find('/');
  const bool good = slash != std::string::npos && spec::is_exercise_name(id.substr(0, slash)) &&
                    spec::is_exercise_name(id.substr(slash + 1));
  if (good) return;
  throw util::UsageError(
      fmt::format("'{}' cannot be the id of an exercise\n  it is topic/name, both of lower-case "
                  "letters, digits and '_', beginning with a letter",
                  id));
}

std::string title_from(const std::string& id) {
  std::string title = id.substr(id.find('/') + 1);
  std::replace(title.begin(), title.end(), '_', ' ');
  title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
  return title;
}

spec::Defaults course_defaults(const course::Course& course) {
  const fs::path file = course.root() / "exercises" / "course.yaml";
  return spec::read_course(file, util::read_file(file).value_or("")).defaults;
}

NewExercise describe(const NewOptions& options, const spec::Defaults& defaults) {
  NewExercise exercise{options.id, options.title, spec::read_signature(*options.signature, defaults), false};
  const auto* record = std::get_if<model::RecordType>(&exercise.function.returns.data);
  exercise.unnamed_result =
      record != nullptr &&
      std::none_of(defaults.records.begin(), defaults.records.end(),
                   [&](const auto& shared) { return shared->name == record->def->name; });
  return exercise;
}

/// What was written must be valid, whatever the signature; a signature for which it is not is refused.
model::Exercise read_back(const fs::path& file, const std::string& text, const std::string& id,
                          const spec::Defaults& defaults) {
  spec::Reading reading = spec::read_exercise(file, text, id, defaults);
  if (reading.exercise && reading.diagnostics.empty()) return std::move(*reading.exercise);
  throw util::UsageError(
      "no valid specification could be made for this signature; the nearest has mistakes:\n" +
      util::render(reading.diagnostics));
}

void refuse_existing(const std::vector<fs::path>& files) {
  std::error_code error;
  for (const fs::path& file : files)
    if (fs::exists(fs::symlink_status(file, error)))
      throw util::UsageError(fmt::format("{} exists; nothing was written", shown_path(file)));
}

/// A function's name must be its own in the course, or no solution could use both.
void warn_of_same_function(const course::Course& course, const model::Function& function) {
  for (const model::Exercise& other : course.exercises())
    if (other.function.name == function.name)
      fmt::print(std::cerr, "note: {} has a function '{}' too; no exercise can use both\n", other.id,
                 function.name);
}

constexpr const char* kNextOfFunction =
    "\nNow write the statement and the cases, and the reference. On the way:\n"
    "  grader validate {0}\n"
    "  grader eval {0} --impl reference --case example\n"
    "  grader run -e {0}\n"
    "exercises/course.yaml says in which order exercises come.\n";

constexpr const char* kNextOfQuestions =
    "\nNow write the questions, and the key. On the way:\n"
    "  grader validate {0}\n"
    "  grader show {0}\n"
    "  grader run -e {0}\n"
    "  grader reset {0}\n"
    "The last writes the stub again once the questions have changed. exercises/course.yaml says in which\n"
    "order exercises come.\n";

Draft draft_of(const NewOptions& options, const spec::Defaults& defaults) {
  if (options.questions) return {scaffold_questions(options.title), scaffold_key(), kNextOfQuestions};
  const NewExercise exercise = describe(options, defaults);
  return {scaffold_spec(exercise), scaffold_reference(exercise), kNextOfFunction};
}

int run_new(const Context& context, const NewOptions& given) {
  NewOptions options = given;
  check_id(options.id);
  if (options.title.empty()) options.title = title_from(options.id);
  if (options.questions == options.signature.has_value())
    throw util::UsageError("new needs to know what is asked: --signature TEXT or --questions, one of them");
  const course::Course course = load_course(context);
  const spec::Defaults defaults = course_defaults(course);
  const Draft draft = draft_of(options, defaults);
  const fs::path spec = course.root() / "exercises" / (options.id + ".yaml");
  const fs::path student = course.root() / "student";
  const model::Exercise read = read_back(spec, draft.spec, options.id, defaults);
  const fs::path reference = course.reference_file(read);
  const auto files = exercise_files(course, read);
  refuse_existing({spec, reference, student / files.front().path});

  if (read.kind == model::ExerciseKind::function) warn_of_same_function(course, read.function);
  const auto made = [](const fs::path& file) { fmt::print(std::cout, "made  {}\n", shown_path(file)); };
  util::write_file(spec, draft.spec);
  made(spec);
  util::write_file(reference, draft.reference);
  made(reference);
  for (const FolderFile& file : files) {
    write_into(student, file);
    made(student / file.path);
  }
  fmt::print(std::cout, fmt::runtime(draft.next_steps), options.id);
  return kPassed;
}

}  // namespace

void setup_new(CLI::App& app, Context& context) {
  auto options = std::make_shared<NewOptions>();
  CLI::App* command = add_command(app, context, "new", "Write the files of a new exercise");
  command->add_option("ID", options->id, "topic/name; the topic may be new")
      ->type_name("TOPIC/NAME")
      ->required();
  command
      ->add_option("--signature", options->signature,
                   "'float[B, D] f(x: float[B, D], eps: float)'; a result of several parts is '{mean: float, "
                   "y: float[N]} f(…)'")
      ->type_name("TEXT");
  command->add_flag("--questions", options->questions, "Ask questions; no function is written");
  command->add_option("--title", options->title, "The title (default: the name)")->type_name("TEXT");
  on_chosen(command, context, options, run_new);
}

}  // namespace grader::cli
