#include <fmt/format.h>

#include "spec/audit.hpp"
#include "spec/cases.hpp"
#include "spec/mapping.hpp"
#include "spec/properties.hpp"
#include "spec/questions.hpp"
#include "spec/read.hpp"
#include "spec/scalars.hpp"
#include "spec/settings.hpp"
#include "spec/show.hpp"
#include "spec/signature.hpp"
#include "spec/validate.hpp"
#include "spec/version.hpp"

namespace grader::spec {
namespace {

const std::vector<std::string> kExerciseKeys{
    "format_version", "title",   "difficulty", "points",     "tags",    "source",   "statement", "hints",
    "takeaway",       "kind",    "questions",  "function",   "records", "uses",     "compare",   "tolerance",
    "limits",         "scoring", "cases",      "properties", "show",    "pitfalls", "pure",      "audit"};

/// Reads one exercise top-down; each step fills in a part of the result.
class ExerciseReader {
 public:
  ExerciseReader(const Node& root, const Defaults& defaults, Problems& problems)
      : root_(root), defaults_(defaults), problems_(problems), records_(defaults.records, problems) {}

  Reading read(const std::string& id, const std::filesystem::path& file) {
    Reading reading;
    exercise_.id = id;
    exercise_.spec_file = file;
    refuse_unknown(root_, kExerciseKeys, problems_);
    read_description();
    read_settings();
    read_uses(reading);
    exercise_.kind = read_kind(root_, problems_);
    if (exercise_.kind == model::ExerciseKind::questions) {
      read_asked(reading);
    } else {
      read_signature(reading);
      read_checks(reading);
      read_pitfalls(reading);
    }
    if (has_function_ || !exercise_.questions.empty()) reading.exercise = std::move(exercise_);
    reading.data = std::move(data_);
    return reading;
  }

 private:
  util::Location location(Place place) const { return {problems_.file(), place.line, place.column}; }

  std::string text(const std::string& key) {
    const Node* node = root_.find(key);
    return node == nullptr ? std::string() : read_text(*node, "'" + key + "'", problems_).value_or("");
  }

  void read_description() {
    for (const std::string_view key : {"title", "statement"})
      require(root_, key, "the specification", problems_);
    exercise_.title = text("title");
    if (exercise_.title.find('\n') != std::string::npos)
      problems_.add(root_.find("title")->place, "'title' has more than one line");
    exercise_.statement = text("statement");
    exercise_.takeaway = text("takeaway");
    if_present(root_, "hints",
               [&](const Node& node) { exercise_.hints = read_texts(node, "'hints'", problems_); });
    if_present(root_, "tags",
               [&](const Node& node) { exercise_.tags = read_texts(node, "'tags'", problems_); });
    if_present(root_, "source", [&](const Node& node) { read_source(node); });
    if_present(root_, "difficulty", [&](const Node& node) {
      exercise_.difficulty =
          static_cast<int>(read_int_within(node, "'difficulty'", 1, 3, problems_).value_or(1));
    });
  }

  void read_source(const Node& node) {
    if (!is_mapping(node, "'source'", problems_)) return;
    refuse_unknown(node, {"title", "author", "license"}, problems_);
    const auto part = [&](std::string_view key) {
      const Node* value = node.find(key);
      return value == nullptr ? "" : read_text(*value, fmt::format("'{}'", key), problems_).value_or("");
    };
    exercise_.source = model::Source{part("title"), part("author"), part("license")};
  }

  void read_settings() {
    exercise_.tolerance = defaults_.tolerance;
    exercise_.limits = defaults_.limits;
    exercise_.scoring = defaults_.scoring;
    if_present(root_, "points",
               [&](const Node& node) { exercise_.points = read_points(node, 1, problems_); });
    if_present(root_, "tolerance", [&](const Node& node) {
      exercise_.tolerance = read_tolerance(node, defaults_.tolerance, problems_);
    });
    if_present(root_, "limits",
               [&](const Node& node) { exercise_.limits = read_limits(node, defaults_.limits, problems_); });
    if_present(root_, "scoring", [&](const Node& node) {
      exercise_.scoring = read_scoring(node, defaults_.scoring, problems_);
    });
    if_present(root_, "pure", [&](const Node& node) { exercise_.pure = read_purity(node, problems_); });
    if_present(root_, "audit", [&](const Node& node) { exercise_.audit = read_audit(node, problems_); });
  }

  void read_uses(Reading& reading) {
    const Node* node = root_.find("uses");
    if (node == nullptr) return;
    exercise_.uses = read_texts(*node, "'uses'", problems_);
    for (const std::string& used : exercise_.uses)
      for (const Node& item : node->items)
        if (item.text == used) {
          reading.uses_places.push_back(location(item.place));
          break;
        }
  }

  void read_asked(Reading& reading) {
    for (const Entry& entry : root_.entries)
      if (entry.key == "questions") reading.function_place = location(entry.place);
    reading.pitfalls_place = reading.function_place;
    if (const Node* node = require(root_, "questions", "the specification", problems_))
      exercise_.questions = read_questions(*node, exercise_.tolerance, problems_);
  }

  void read_signature(Reading& reading) {
    if_present(root_, "records", [&](const Node& node) { records_.read(node); });
    const Node* node = require(root_, "function", "the specification", problems_);
    if (node == nullptr) return;
    const Node* name = node->find("name");
    reading.function_place = location(name == nullptr ? node->place : name->place);
    auto function = read_function(*node, records_, problems_);
    if (!function) return;
    const std::size_t before = problems_.count();
    check_sizes(*function, places_in(*node, problems_.text()), problems_);
    has_sound_sizes_ = problems_.count() == before;
    exercise_.function = std::move(*function);
    exercise_.records = records_of(exercise_.function);
    has_function_ = true;
    if_present(root_, "compare", [&](const Node& compare) { read_compare(compare); });
  }

  void read_compare(const Node& node) {
    if (node.is_sequence()) {
      exercise_.compare = {false, read_texts(node, "'compare'", problems_)};
    } else if (const auto word = read_string(node, "'compare'", problems_)) {
      exercise_.compare.all = *word == "all";
      if (*word != "all" && *word != "none")
        problems_.add(node.place, fmt::format("'compare' must be all, none or a list of fields, found {}",
                                              in_quotes(*word)));
    }
    check_compare(exercise_.function, exercise_.compare, node, problems_);
  }

  void read_checks(Reading& reading) {
    const std::vector<ReadCase> cases = read_all_cases();
    std::vector<ReadProperty> properties;
    if_present(root_, "properties", [&](const Node& node) {
      properties = read_properties(node, cases, exercise_.tolerance, problems_);
    });
    std::vector<ReadShow> shown;
    if_present(root_, "show", [&](const Node& node) { shown = read_show(node, cases, problems_); });
    check_ids(cases, properties, problems_);
    for (const ReadCase& read : cases) {
      if (has_function_) check_case(exercise_.function, read, problems_);
      exercise_.cases.push_back(read.test_case);
    }
    for (ReadProperty& read : properties)
      if (read.complete && has_function_ && has_sound_sizes_) add_property(read, reading);
    for (ReadShow& read : shown)
      if (has_function_ && has_sound_sizes_) add_show(read, reading);
    if (!problems_.empty()) return;
    for (std::size_t i = 0; i < cases.size(); ++i)
      check_conditions(exercise_, exercise_.cases[i], *cases[i].node, problems_);
  }

  std::vector<ReadCase> read_all_cases() {
    const Node* node = require(root_, "cases", "the specification", problems_);
    if (node == nullptr) return {};
    if (node->is_sequence() && node->items.empty())
      problems_.add(node->place, "'cases' is empty", "an exercise without a case cannot be judged");
    const CaseContext context{has_function_ ? &exercise_.function : nullptr,
                              has_sound_sizes_,
                              exercise_.tolerance,
                              {exercise_.spec_file.parent_path(), &data_}};
    return read_cases(*node, context, problems_);
  }

  /// Functions of `uses:` are not known here, and a text that calls one cannot be checked without.
  bool uses_others() const {
    const Node* uses = root_.find("uses");
    return uses != nullptr && !uses->items.empty();
  }

  void add_property(ReadProperty& read, Reading& reading) {
    if (!uses_others()) check_property(read.property, read.places, {exercise_.function, {}}, problems_);
    exercise_.properties.push_back(std::move(read.property));
    reading.property_places.push_back(std::move(read.places));
  }

  void add_show(ReadShow& read, Reading& reading) {
    if (!uses_others()) check_show(read.show, read.places, {exercise_.function, {}}, problems_);
    exercise_.show.push_back(std::move(read.show));
    reading.show_places.push_back(std::move(read.places));
  }

  void read_pitfalls(Reading& reading) {
    reading.pitfalls_place = reading.function_place;
    for (const Entry& entry : root_.entries) {
      if (entry.key != "pitfalls") continue;
      reading.pitfalls_place = location(entry.place);
      for (ReadPitfall& read : spec::read_pitfalls(entry.value, problems_)) {
        if (!read.has_id) continue;
        exercise_.pitfalls.push_back(std::move(read.pitfall));
        reading.pitfall_places.push_back(location(read.place));
      }
    }
  }

  const Node& root_;
  const Defaults& defaults_;
  Problems& problems_;
  Records records_;
  model::Exercise exercise_;
  std::vector<std::string> data_;
  bool has_function_ = false;
  bool has_sound_sizes_ = false;
};

}  // namespace

Reading read_exercise(const std::filesystem::path& shown_as, std::string_view text, const std::string& id,
                      const Defaults& defaults) {
  Problems problems(shown_as, text);
  const auto root = parse(problems, "start from a specification that `grader new` writes");
  Reading reading;
  if (root && is_mapping(*root, "a specification", problems) && has_known_version(*root, problems))
    reading = ExerciseReader(*root, defaults, problems).read(id, shown_as);
  reading.diagnostics = problems.take();
  return reading;
}

Reading reading_without_places(model::Exercise exercise) {
  Reading reading;
  reading.uses_places.resize(exercise.uses.size());
  reading.pitfall_places.resize(exercise.pitfalls.size());
  for (const model::Property& property : exercise.properties) {
    PropertyPlaces& places = reading.property_places.emplace_back();
    places.let.resize(property.let.size());
    places.for_all.resize(property.for_all.size());
  }
  reading.show_places.resize(exercise.show.size());
  reading.exercise = std::move(exercise);
  return reading;
}

void check_texts(Reading& reading, std::string_view text, const std::vector<const model::Function*>& used) {
  const model::Exercise& exercise = *reading.exercise;
  Problems problems(exercise.spec_file, text);
  const language::Scope scope{exercise.function, used};
  for (std::size_t i = 0; i < exercise.properties.size(); ++i)
    check_property(exercise.properties[i], reading.property_places.at(i), scope, problems);
  for (std::size_t i = 0; i < exercise.show.size(); ++i)
    check_show(exercise.show[i], reading.show_places.at(i), scope, problems);
  for (util::Diagnostic& found : problems.take()) reading.diagnostics.push_back(std::move(found));
}

}  // namespace grader::spec
