#include "course/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <thread>
#include <tuple>

#include "course/ids.hpp"
#include "spec/answers.hpp"
#include "spec/names.hpp"
#include "spec/problems.hpp"
#include "util/digest.hpp"
#include "util/parallel.hpp"
#include "util/suggest.hpp"

namespace grader::course {
namespace {

namespace fs = std::filesystem;

using RecordDef = std::shared_ptr<const model::RecordDef>;
/// By name, with the exercise that it was met in first.
using MetRecords = std::map<std::string, std::pair<RecordDef, std::string>>;
using MetFunctions = std::map<std::string, std::string>;

class Checker {
 public:
  Checker(std::vector<SpecFile>& specs, const fs::path& root, const ReadContext& course)
      : specs_(specs), root_(root), earlier_(course.earlier), course_digest_(util::digest(course.text)) {
    for (std::size_t i = 0; i < specs.size(); ++i) index_.emplace(specs[i].id, i);
  }

  void run() {
    // Only what others use has to be known of them before the rest can be checked.
    for_each_read([this](SpecFile& spec) {
      check_reference(spec);
      check_pitfalls(spec);
    });
    for (SpecFile& spec : specs_)
      if (spec.reading.exercise) resolve_uses(spec);
    for_each_read([this](SpecFile& spec) {
      check_uses(spec);
      check_texts(spec);
      sort(spec.reading.diagnostics);
      // Mistakes of a specification would be found in its key again.
      if (spec.reading.diagnostics.empty() && asks_questions(spec)) read_key(spec);
    });
  }

 private:
  /// In parallel: `check` changes nothing but the diagnostics and the sources of its specification.
  template <class Check>
  void for_each_read(const Check& check) {
    std::vector<std::function<void()>> tasks;
    for (SpecFile& spec : specs_)
      if (spec.reading.exercise) tasks.emplace_back([&] { check(spec); });
    util::in_parallel(std::thread::hardware_concurrency(), tasks);
  }

  static void add(SpecFile& spec, const util::Location& where, std::string message, std::string hint) {
    spec.reading.diagnostics.push_back(
        {where, std::move(message), util::line_of(spec.text, where.line), std::move(hint)});
  }

  static void sort(std::vector<util::Diagnostic>& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const auto& a, const auto& b) {
      return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
    });
  }

  static bool asks_questions(const SpecFile& spec) {
    return spec.reading.exercise->kind == model::ExerciseKind::questions;
  }

  void check_reference(SpecFile& spec) {
    const bool asks = asks_questions(spec);
    const fs::path file = root_ / "reference" / (spec.id + spec.reading.exercise->extension());
    std::error_code error;
    if (fs::is_regular_file(file, error)) return;
    add(spec, spec.reading.function_place,
        fmt::format("the {} '{}' is missing", asks ? "key" : "reference", shown(file).generic_string()),
        asks ? "it holds the answer to every question, and an explanation of every option"
             : "it defines the function as a correct solution does");
  }

  void read_key(SpecFile& spec) {
    const fs::path file = root_ / "reference" / (spec.id + ".yaml");
    auto text = read_file(file);
    if (!text) {
      spec.reading.diagnostics.push_back(
          {{shown(file), 0, 0}, "the file cannot be read", {}, "look at its permissions"});
      return;
    }
    if (earlier_ != nullptr) spec.key = earlier_->find_key(spec.id, texts_of(spec), *text);
    if (!spec.key) {
      spec::ReadKey read = spec::read_key(shown(file), *text, spec.reading.exercise->questions);
      spec.key = std::move(read.key);
      spec.reading.diagnostics = std::move(read.mistakes);
      if (earlier_ != nullptr && spec.key) earlier_->keep_key(spec.id, texts_of(spec), *text, *spec.key);
    }
    spec.key_text = std::move(*text);
  }

  /// What a specification says depends on these.
  std::string texts_of(const SpecFile& spec) const {
    std::string texts = course_digest_;
    for (const std::string& digest : spec.digests) texts += " " + digest;
    return texts;
  }

  void check_pitfalls(SpecFile& spec) {
    const fs::path folder = pitfall_folder(root_, spec.id);
    const std::vector<std::string> files = source_names(folder);
    const auto& pitfalls = spec.reading.exercise->pitfalls;
    for (std::size_t i = 0; i < pitfalls.size(); ++i) {
      const fs::path file = folder / (pitfalls[i].id + ".cpp");
      std::error_code error;
      if (!fs::is_regular_file(file, error))
        add(spec, spec.reading.pitfall_places.at(i),
            fmt::format("the pitfall's implementation '{}' is missing", shown(file).generic_string()),
            "it defines the function with this mistake in it");
    }
    for (const std::string& file : files) {
      const auto is_it = [&](const model::Pitfall& pitfall) { return pitfall.id == file; };
      if (std::none_of(pitfalls.begin(), pitfalls.end(), is_it))
        add(spec, spec.reading.pitfalls_place,
            fmt::format("the file '{}' belongs to no pitfall",
                        shown(folder / (file + ".cpp")).generic_string()),
            stray_hint(file));
    }
  }

  static std::string stray_hint(const std::string& file) {
    if (!spec::is_check_id(file))
      return "rename it: pitfalls are called by lower-case letters, digits, '-' and '_', as in wrong-axis";
    return fmt::format("add {{id: {}, message: …}} to `pitfalls:`, or remove the file", file);
  }

  /// Names become ids; what names nothing is reported and dropped.
  void resolve_uses(SpecFile& spec) {
    std::vector<std::string> resolved;
    std::vector<util::Location> places;
    auto& uses = spec.reading.exercise->uses;
    for (std::size_t i = 0; i < uses.size(); ++i) {
      const util::Location place = spec.reading.uses_places.at(i);
      const std::string id = resolve(spec, uses[i], place);
      if (id.empty() || !has_function(spec, id, place)) continue;
      if (std::find(resolved.begin(), resolved.end(), id) != resolved.end()) {
        add(spec, place, fmt::format("'uses' names '{}' twice", id), {});
        continue;
      }
      resolved.push_back(id);
      places.push_back(place);
    }
    if (!uses.empty() && resolved.size() == uses.size()) with_known_uses_.insert(spec.id);
    uses = std::move(resolved);
    spec.reading.uses_places = std::move(places);
  }

  std::string resolve(SpecFile& spec, const std::string& text, const util::Location& place) {
    if (index_.contains(text)) return text;
    std::vector<std::string> matches;
    std::vector<std::string> candidates;
    for (const auto& [id, index] : index_) {
      const std::string name = name_of(id);
      if (name == text) matches.push_back(id);
      candidates.push_back(id);
      candidates.push_back(name);
    }
    if (matches.size() == 1) return matches[0];
    if (matches.empty())
      add(spec, place, fmt::format("there is no exercise {}", spec::in_quotes(text)),
          util::did_you_mean(text, candidates));
    else
      add(spec, place, fmt::format("{} is the name of {} exercises", spec::in_quotes(text), matches.size()),
          fmt::format("write one of {}", spec::enumerate(matches)));
    return {};
  }

  bool has_function(SpecFile& spec, const std::string& id, const util::Location& place) const {
    const auto& used = specs_[index_.at(id)].reading.exercise;
    if (!used || used->kind == model::ExerciseKind::function) return true;
    add(spec, place, fmt::format("{} asks questions; there is no function in it to use", spec::in_quotes(id)),
        "leave it out");
    return false;
  }

  const std::vector<std::string>& uses_of(const std::string& id) const {
    static const std::vector<std::string> none;
    const auto& exercise = specs_[index_.at(id)].reading.exercise;
    return exercise ? exercise->uses : none;
  }

  /// All that `id` uses, directly or not, and itself, nearest first; with whom each was reached by.
  std::vector<std::string> reach(const std::string& id,
                                 std::map<std::string, std::string>& reached_by) const {
    std::vector<std::string> order{id};
    reached_by.emplace(id, "");
    for (std::size_t i = 0; i < order.size(); ++i)
      for (const std::string& used : uses_of(std::string(order[i])))
        if (reached_by.emplace(used, order[i]).second) order.push_back(used);
    return order;
  }

  void check_uses(SpecFile& spec) {
    MetFunctions functions{{spec.reading.exercise->function.name, spec.id}};
    MetRecords records;
    for (const auto& record : spec.reading.exercise->records)
      records.emplace(record->name, std::pair(record, spec.id));
    for (std::size_t i = 0; i < spec.reading.exercise->uses.size(); ++i) {
      std::map<std::string, std::string> reached_by;
      const util::Location place = spec.reading.uses_places[i];
      const auto reached = reach(spec.reading.exercise->uses[i], reached_by);
      if (reached_by.contains(spec.id)) {
        report_circle(spec, place, reached_by);
        continue;
      }
      for (const std::string& id : reached) {
        const auto& used = specs_[index_.at(id)].reading.exercise;
        if (used) check_names(spec, place, *used, functions, records);
      }
    }
  }

  void report_circle(SpecFile& spec, const util::Location& place,
                     const std::map<std::string, std::string>& reached_by) {
    std::string circle = spec.id;
    for (std::string at = reached_by.at(spec.id); !at.empty(); at = reached_by.at(at))
      circle = at + " -> " + circle;
    add(spec, place, fmt::format("exercises use each other in a circle: {} -> {}", spec.id, circle),
        "one of them must do without the other");
  }

  /// Where a function of `uses:` is not known, all that calls it would be reported as well.
  void check_texts(SpecFile& spec) {
    if (!with_known_uses_.contains(spec.id)) return;
    std::vector<const model::Function*> functions;
    std::string texts = texts_of(spec);
    for (const std::string& id : uses_of(spec.id)) {
      const SpecFile& used = specs_[index_.at(id)];
      if (!used.reading.exercise) return;
      functions.push_back(&used.reading.exercise->function);
      texts += "\n" + id + " " + texts_of(used);
    }
    if (earlier_ != nullptr && earlier_->found_sound(spec.id, texts)) return;
    const std::size_t before = spec.reading.diagnostics.size();
    spec::check_texts(spec.reading, spec.text, functions);
    const bool is_sound = spec.reading.diagnostics.size() == before;
    if (earlier_ != nullptr && is_sound) earlier_->keep_sound(spec.id, texts);
  }

  static void check_names(SpecFile& spec, const util::Location& place, const model::Exercise& used,
                          MetFunctions& functions, MetRecords& records) {
    const auto [function, is_new] = functions.emplace(used.function.name, used.id);
    if (!is_new && function->second != used.id)
      add(spec, place,
          fmt::format("the function '{}' of {} is that of {} too", used.function.name, used.id,
                      function->second),
          "a solution that uses both could not tell them apart");
    for (const auto& record : used.records) {
      const auto [other, is_first] = records.emplace(record->name, std::pair(record, used.id));
      if (!is_first &&
          !model::same_type({model::RecordType{other->second.first}}, {model::RecordType{record}}))
        add(spec, place,
            fmt::format("the record '{}' of {} is not the one of {}", record->name, used.id,
                        other->second.second),
            "share it by declaring it in course.yaml, or rename one of them");
    }
  }

  std::vector<SpecFile>& specs_;
  const fs::path& root_;
  Readings* earlier_;  // null where nothing is remembered
  std::string course_digest_;
  std::map<std::string, std::size_t> index_;
  std::set<std::string> with_known_uses_;  // ids of exercises that have some
};

}  // namespace

void check_together(std::vector<SpecFile>& specs, const fs::path& root, const ReadContext& course) {
  Checker(specs, root, course).run();
}

}  // namespace grader::course
