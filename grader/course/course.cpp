#include "course/course.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <system_error>
#include <thread>

#include "course/checks.hpp"
#include "course/disk.hpp"
#include "course/ids.hpp"
#include "spec/read.hpp"
#include "util/error.hpp"
#include "util/parallel.hpp"

namespace grader::course {
namespace {

namespace fs = std::filesystem;

const fs::path kCourseFile = fs::path("exercises") / "course.yaml";

util::Diagnostic at_place(const util::Location& place, const std::string& text, std::string message,
                          std::string hint) {
  return {place, std::move(message), util::line_of(text, place.line), std::move(hint)};
}

/// The topics that course.yaml lists, then the other folders by name.
std::vector<spec::TopicSpec> all_topics(const spec::CourseSpec& course,
                                        const std::vector<std::string>& folders) {
  std::vector<spec::TopicSpec> topics = course.topics;
  for (const std::string& folder : folders) {
    const auto is_listed = [&](const spec::TopicSpec& topic) { return topic.name == folder; };
    if (std::any_of(topics.begin(), topics.end(), is_listed)) continue;
    spec::TopicSpec topic;
    topic.name = topic.title = folder;
    topics.push_back(std::move(topic));
  }
  return topics;
}

SpecFile unread(std::string id) {
  SpecFile spec;
  spec.id = std::move(id);
  return spec;
}

/// The specifications of a topic in its order, still to be read. What is listed and not there becomes a
/// specification with this one mistake.
std::vector<SpecFile> specs_of(const fs::path& exercises, const spec::TopicSpec& topic,
                               const std::string& course_text) {
  std::vector<SpecFile> specs;
  std::vector<std::string> rest = spec_names(exercises / topic.name);
  if (rest.empty()) {
    const std::string folder = shown(exercises / topic.name).generic_string();
    SpecFile missing = unread(topic.name + "/");
    missing.reading.diagnostics.push_back(
        at_place(topic.place, course_text, fmt::format("the topic '{}' has no exercises", topic.name),
                 fmt::format("specifications of the topic are expected in {}", folder)));
    return {std::move(missing)};
  }
  for (std::size_t i = 0; i < topic.exercises.size(); ++i) {
    const auto found = std::find(rest.begin(), rest.end(), topic.exercises[i]);
    if (found != rest.end()) {
      rest.erase(found);
      specs.push_back(unread(topic.name + "/" + topic.exercises[i]));
      continue;
    }
    SpecFile missing = unread(topic.name + "/" + topic.exercises[i]);
    const std::string file = shown(exercises / (missing.id + ".yaml")).generic_string();
    missing.reading.diagnostics.push_back(at_place(topic.exercise_places[i], course_text,
                                                   fmt::format("there is no exercise '{}'", missing.id),
                                                   fmt::format("its specification is expected in {}", file)));
    specs.push_back(std::move(missing));
  }
  for (const std::string& name : rest) specs.push_back(unread(topic.name + "/" + name));
  return specs;
}

bool is_unread(const SpecFile& spec) { return !spec.reading.exercise && spec.reading.diagnostics.empty(); }

std::vector<SpecFile*> all_of(std::vector<SpecFile>& specs) {
  std::vector<SpecFile*> all;
  for (SpecFile& spec : specs) all.push_back(&spec);
  return all;
}

/// Each is named once. Nothing takes longer in commands that grade nothing.
void read_each(const std::vector<SpecFile*>& specs, const fs::path& exercises, const ReadContext& course) {
  std::vector<std::function<void()>> tasks;
  for (SpecFile* spec : specs) {
    const auto read = [&exercises, &course, spec] { *spec = read_spec(exercises, spec->id, course); };
    if (is_unread(*spec)) tasks.emplace_back(read);
  }
  util::in_parallel(std::thread::hardware_concurrency(), tasks);
}

/// Those that are meant by `ids` and all that they use; all where not everything can be found.
void read_chosen(std::vector<SpecFile>& specs, std::vector<std::string> ids, const fs::path& exercises,
                 const ReadContext& course) {
  std::vector<std::string> all;
  std::map<std::string, SpecFile*> unread;
  for (SpecFile& spec : specs) {
    all.push_back(spec.id);
    unread.emplace(spec.id, &spec);
  }
  while (!ids.empty()) {
    std::vector<SpecFile*> chosen;
    for (const std::string& text : ids) {
      const std::vector<std::string> meant = ids_meant(text, all);
      const bool is_clear = text.ends_with('/') ? !meant.empty() : meant.size() == 1;
      if (!is_clear) return read_each(all_of(specs), exercises, course);
      for (const std::string& id : meant)
        if (const auto found = unread.extract(id)) chosen.push_back(found.mapped());
    }
    read_each(chosen, exercises, course);
    ids.clear();
    for (const SpecFile* spec : chosen)
      if (spec->reading.exercise)
        ids.insert(ids.end(), spec->reading.exercise->uses.begin(), spec->reading.exercise->uses.end());
  }
}

/// The specifications of all topics in their order, those that are wanted read, and what is wrong with them
/// together.
std::vector<SpecFile> read_all(const std::vector<spec::TopicSpec>& topics, const fs::path& root,
                               const std::vector<std::string>& ids, const ReadContext& course) {
  const fs::path exercises = root / "exercises";
  std::vector<SpecFile> specs;
  for (const spec::TopicSpec& topic : topics)
    for (SpecFile& spec : specs_of(exercises, topic, course.text)) specs.push_back(std::move(spec));
  if (ids.empty())
    read_each(all_of(specs), exercises, course);
  else
    read_chosen(specs, ids, exercises, course);
  check_together(specs, root, course);
  if (course.earlier != nullptr) course.earlier->save();
  const bool lacks_places = std::any_of(specs.begin(), specs.end(), [](const SpecFile& spec) {
    return spec.is_remembered && !spec.reading.diagnostics.empty();
  });
  return lacks_places ? read_all(topics, root, ids, {course.text, course.defaults, nullptr})
                      : std::move(specs);
}

}  // namespace

std::optional<fs::path> Course::find(const fs::path& from) {
  std::error_code error;
  fs::path folder = fs::weakly_canonical(fs::absolute(from, error), error);
  if (error) return std::nullopt;
  while (true) {
    if (fs::is_regular_file(folder / kCourseFile, error)) return folder;
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

Course Course::load(const fs::path& root, Readings* earlier, Sources sources,
                    const std::vector<std::string>& ids) {
  Course course;
  course.root_ = root.empty() ? fs::path(".") : root;
  const auto text = read_file(course.root_ / kCourseFile);
  if (!text)
    throw util::UsageError(
        fmt::format("there is no course in '{}': {} cannot be read\n  name its directory with --course DIR",
                    course.root_.generic_string(), shown(course.root_ / kCourseFile).generic_string()));
  const spec::CourseSpec file = spec::read_course(shown(course.root_ / kCourseFile), *text);
  course.title_ = file.title;
  const std::vector<spec::TopicSpec> topics = all_topics(file, topic_folders(course.root_ / "exercises"));
  for (const spec::TopicSpec& topic : topics) course.topics_.push_back({topic.name, topic.title});
  std::vector<SpecFile> specs = read_all(topics, course.root_, ids, {*text, file.defaults, earlier});
  for (SpecFile& spec : specs) {
    if (!spec.reading.diagnostics.empty()) {
      course.mistakes_.push_back({spec.id, std::move(spec.reading.diagnostics)});
      continue;
    }
    if (is_unread(spec)) {
      course.unread_.push_back(std::move(spec.id));
      continue;
    }
    course.exercises_.push_back(std::move(*spec.reading.exercise));
    if (spec.key) {
      course.keys_.emplace(spec.id, std::move(*spec.key));
      course.sources_[spec.id].emplace("", std::move(spec.key_text));
    }
    course.spec_digests_.emplace(spec.id, std::move(spec.digests));
  }
  course.course_text_ = *text;
  if (sources == Sources::read) {
    std::vector<const model::Exercise*> all;
    for (const model::Exercise& exercise : course.exercises_) all.push_back(&exercise);
    course.read_sources(all);
  }
  return course;
}

void Course::read_sources(const std::vector<const model::Exercise*>& exercises) {
  std::set<std::string> wanted;
  for (const model::Exercise* exercise : exercises) add_used(exercise->id, wanted);
  std::vector<std::function<void()>> tasks;
  for (const model::Exercise& exercise : exercises_) {
    if (!wanted.contains(exercise.id)) continue;
    const auto [texts, is_new] = sources_.try_emplace(exercise.id);
    if (is_new) tasks.emplace_back([&, this, &into = texts->second] { into = texts_of_sources(exercise); });
  }
  util::in_parallel(std::thread::hardware_concurrency(), tasks);
}

/// Those that can be read.
Course::SourceTexts Course::texts_of_sources(const model::Exercise& exercise) const {
  SourceTexts texts;
  const auto read = [&texts](const std::string& name, const fs::path& file) {
    if (auto text = read_file(file)) texts.emplace(name, std::move(*text));
  };
  read("", reference_file(exercise));
  for (const model::Pitfall& pitfall : exercise.pitfalls)
    read(pitfall.id, pitfall_file(exercise, pitfall.id));
  return texts;
}

std::vector<util::Diagnostic> Course::diagnostics() const {
  std::vector<util::Diagnostic> all;
  for (const Mistakes& mistakes : mistakes_)
    all.insert(all.end(), mistakes.diagnostics.begin(), mistakes.diagnostics.end());
  return all;
}

const model::Exercise& Course::at(const std::string& id) const {
  for (const model::Exercise& exercise : exercises_)
    if (exercise.id == id) return exercise;
  throw util::GraderError(fmt::format("the exercise '{}' was not read", id));
}

fs::path Course::reference_file(const model::Exercise& exercise) const {
  return root_ / "reference" / (exercise.id + exercise.extension());
}

const std::string& Course::reference_source(const model::Exercise& exercise) const {
  return source(exercise, "", reference_file(exercise));
}

const std::string& Course::pitfall_source(const model::Exercise& exercise, const std::string& pitfall) const {
  return source(exercise, pitfall, pitfall_file(exercise, pitfall));
}

std::vector<std::pair<std::string, std::string_view>> Course::texts(const model::Exercise& exercise) const {
  std::vector<std::pair<std::string, std::string_view>> texts{{"course.yaml", course_text_}};
  for (const std::string& digest : spec_digests_.at(exercise.id))
    texts.emplace_back("digest of the specification", digest);
  for (const auto& [name, text] : sources(exercise))
    texts.emplace_back(name.empty() ? "reference" : "pitfall " + name, text);
  return texts;
}

const Course::SourceTexts& Course::sources(const model::Exercise& exercise) const {
  const auto found = sources_.find(exercise.id);
  if (found != sources_.end()) return found->second;
  throw util::GraderError(fmt::format("the sources of the exercise '{}' were not read", exercise.id));
}

const std::string& Course::source(const model::Exercise& exercise, const std::string& name,
                                  const fs::path& file) const {
  const SourceTexts& texts = sources(exercise);
  if (const auto found = texts.find(name); found != texts.end()) return found->second;
  throw util::CourseError(
      fmt::format("{} cannot be read; look at its permissions", shown(file).generic_string()));
}

const model::AnswerKey& Course::key(const model::Exercise& exercise) const {
  const auto found = keys_.find(exercise.id);
  if (found != keys_.end()) return found->second;
  throw util::GraderError(fmt::format("the exercise '{}' has no key", exercise.id));
}

fs::path Course::pitfall_file(const model::Exercise& exercise, const std::string& pitfall) const {
  return pitfall_folder(root_, exercise.id) / (pitfall + ".cpp");
}

fs::path solution_file(const fs::path& directory, const model::Exercise& exercise) {
  return directory / (exercise.id + exercise.extension());
}

}  // namespace grader::course
