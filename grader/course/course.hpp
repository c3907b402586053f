#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "course/readings.hpp"
#include "model/exercise.hpp"
#include "util/diagnostic.hpp"

namespace grader::course {

struct Topic {
  std::string name;   // the folder
  std::string title;  // from course.yaml, else the folder's name
};

/// What is done with the sources of references and pitfalls. That they are there is always looked at; what
/// they say matters to whoever compiles them, or asks whether that was done.
enum class Sources { read, looked_for };

/// Everything an instructor wrote, found on disk and read in one go: whoever edits it while somebody is
/// graded changes nothing for them. A specification with mistakes does not stop the others: its diagnostics
/// are kept, and asking for that exercise throws them.
class Course {
 public:
  /// The nearest directory from `from` upwards that holds exercises/course.yaml.
  static std::optional<std::filesystem::path> find(const std::filesystem::path& from);

  /// Reads exercises/course.yaml and every exercises/<topic>/*.yaml below `root`. Throws SpecError where
  /// course.yaml itself is wrong and UsageError where `root` holds no course. What was read before is taken
  /// from `earlier`; null to read everything. Without their sources exercises can be shown, not compiled, but
  /// for those that read_sources() reads. Where there are `ids`, for select(), only what they mean and use is
  /// read; the others may have mistakes that nobody sees.
  static Course load(const std::filesystem::path& root, Readings* earlier = nullptr,
                     Sources sources = Sources::read, const std::vector<std::string>& ids = {});

  /// Reads the sources of these exercises and of those that they use.
  void read_sources(const std::vector<const model::Exercise*>& exercises);

  const std::filesystem::path& root() const { return root_; }
  const std::string& title() const { return title_; }
  const std::vector<Topic>& topics() const { return topics_; }

  /// Those that were read without any mistake, in the course's order. One that uses an exercise with mistakes
  /// is among them; select() says so when it is asked for.
  const std::vector<model::Exercise>& exercises() const { return exercises_; }

  /// All mistakes of all specifications, file by file.
  std::vector<util::Diagnostic> diagnostics() const;

  /// The exercises meant by `ids` in the course's order, each once; all for an empty list. An id is exact, a
  /// name that is unique, or "topic/". Throws UsageError for an id that means nothing (with a suggestion) or
  /// too much, SpecError where a chosen exercise, or one that it uses, has mistakes.
  std::vector<const model::Exercise*> select(const std::vector<std::string>& ids) const;

  /// The exercise with this exact id, which exists and was read; used for `uses:`.
  const model::Exercise& at(const std::string& id) const;

  /// reference/<topic>/<name>.cpp, or the key of questions, reference/<topic>/<name>.yaml.
  std::filesystem::path reference_file(const model::Exercise& exercise) const;

  /// What that file held. Throws util::CourseError where it could not be read, util::GraderError where no
  /// sources were.
  const std::string& reference_source(const model::Exercise& exercise) const;

  /// The key of one of exercises(), which asks questions.
  const model::AnswerKey& key(const model::Exercise& exercise) const;

  /// Every text that was read for an exercise, by what it is, in the same order each time: course.yaml, the
  /// digests of the specification and of files named in it, the reference, pitfalls. What an exercise does
  /// depends on nothing else of the course but its `uses:`. Throws util::GraderError where no sources were
  /// read.
  std::vector<std::pair<std::string, std::string_view>> texts(const model::Exercise& exercise) const;

  /// reference/<topic>/<name>.pitfalls/<pitfall>.cpp, which exists for each of the exercise's pitfalls.
  std::filesystem::path pitfall_file(const model::Exercise& exercise, const std::string& pitfall) const;

  /// The same for this file.
  const std::string& pitfall_source(const model::Exercise& exercise, const std::string& pitfall) const;

 private:
  /// What is wrong with one specification. A topic that course.yaml names and nobody wrote has an id of its
  /// own, "topic/".
  struct Mistakes {
    std::string id;
    std::vector<util::Diagnostic> diagnostics;
  };

  using SourceTexts = std::map<std::string, std::string>;  // of the reference by "", of pitfalls by their ids
  SourceTexts texts_of_sources(const model::Exercise& exercise) const;
  const SourceTexts& sources(const model::Exercise& exercise) const;
  const std::string& source(const model::Exercise& exercise, const std::string& name,
                            const std::filesystem::path& file) const;
  std::vector<std::string> ids_meant(const std::string& text) const;
  std::vector<std::string> all_ids() const;
  void add_used(const std::string& id, std::set<std::string>& chosen) const;

  std::filesystem::path root_;
  std::string title_;
  std::vector<Topic> topics_;
  std::vector<model::Exercise> exercises_;
  std::map<std::string, model::AnswerKey> keys_;  // of those that ask questions
  std::map<std::string, SourceTexts> sources_;    // of exercises of which they were read
  std::string course_text_;
  std::map<std::string, std::vector<std::string>>
      spec_digests_;  // by exercise: of the file, then of those it names; the texts themselves are many
  std::vector<Mistakes> mistakes_;   // in the course's order; no id is here and among the exercises
  std::vector<std::string> unread_;  // ids of the others
};

/// "student/layer_norm/layer_norm.cpp" (.yaml for answers to questions): where a submission in `directory`
/// keeps its solution.
std::filesystem::path solution_file(const std::filesystem::path& directory, const model::Exercise& exercise);

}  // namespace grader::course
