#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/exercise.hpp"
#include "spec/text_places.hpp"
#include "util/diagnostic.hpp"

namespace grader::spec {

/// What course.yaml says for all exercises: the values of fields that an exercise leaves out, and shared
/// records.
struct Defaults {
  model::Tolerance tolerance;
  model::Limits limits;
  model::Scoring scoring = model::Scoring::proportional;
  std::vector<std::shared_ptr<const model::RecordDef>> records;
};

struct TopicSpec {
  std::string name;
  std::string title;
  std::vector<std::string>
      exercises;  // names in the order in which they are to be done; others follow by name
  // Where course.yaml names them, for what only the disk can contradict.
  util::Location place;
  std::vector<util::Location> exercise_places;
};

struct CourseSpec {
  std::string title;
  std::vector<TopicSpec> topics;
  Defaults defaults;
};

/// Reads course.yaml. Throws SpecError with every mistake.
CourseSpec read_course(const std::filesystem::path& shown_as, std::string_view text);

/// Where the texts of a property stand, in the order in which it has them.
struct PropertyPlaces {
  TextPlaces check;
  std::vector<TextPlaces> let;
  std::vector<TextPlaces> for_all;
};

/// The exercise, or everything that is wrong with it. Both are there where a mistake does not keep the rest
/// from being understood; an exercise with diagnostics must not be graded.
struct Reading {
  std::optional<model::Exercise> exercise;
  std::vector<util::Diagnostic> diagnostics;
  std::vector<std::string> data;  // the bytes of the files that its values name
  // Where the file names what the course has to check.
  util::Location function_place;                // or that of the questions
  std::vector<util::Location> uses_places;      // one for each of exercise->uses
  util::Location pitfalls_place;                // of the key, or of the function where there is none
  std::vector<util::Location> pitfall_places;   // one for each of exercise->pitfalls
  std::vector<PropertyPlaces> property_places;  // one for each of exercise->properties
  std::vector<TextPlaces> show_places;          // one for each of exercise->show
};

/// Reads and checks one specification. `shown_as` is the path in messages and the base of `{file: …}` values;
/// nothing else on disk is looked at (references, uses: and duplicate ids are the course's to check). The
/// texts of properties and of `show:` may call the functions of `uses:`; where there are any, check_texts()
/// must follow.
Reading read_exercise(const std::filesystem::path& shown_as, std::string_view text, const std::string& id,
                      const Defaults& defaults);

/// A reading that knows of no places: the exercise was read without mistakes before, as its specification
/// alone says it. Whatever is found wrong with it later has no place to show.
Reading reading_without_places(model::Exercise exercise);

/// Adds what is wrong with the texts of reading.exercise's properties and of its `show:` to its diagnostics.
/// `text` is that of the file, `used` are the functions of `uses:`.
void check_texts(Reading& reading, std::string_view text, const std::vector<const model::Function*>& used);

/// Reads the arguments of one call from JSON or YAML text: a mapping of parameter names. Non-finite numbers
/// may be written as the strings "nan", "inf", "-inf" as in reports, an array without elements as {"shape":
/// [0, 3]}. Sizes are checked against the signature. Throws SpecError.
model::Arguments read_arguments(const std::filesystem::path& shown_as, std::string_view text,
                                const model::Function& function);

/// Reads a signature as `grader new` takes it: 'float[B, D] my_exercise(x: float[B, D], eps: float)'; a
/// result of several parts is '{mean: float, y: float[N]} f(…)'. Throws UsageError that shows the place.
model::Function read_signature(std::string_view text, const Defaults& defaults);

}  // namespace grader::spec
