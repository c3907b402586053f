#include "spec/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "spec/ids.hpp"
#include "spec/mapping.hpp"
#include "spec/names.hpp"
#include "spec/scalars.hpp"
#include "spec/settings.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

using model::QuestionType;

constexpr std::size_t kMostQuestions = 200;
constexpr std::size_t kMostOptions = 50;

/// What speaks of a function, and of nothing else.
constexpr std::array<std::string_view, 11> kOfFunctions{"function", "records", "uses", "compare",
                                                        "limits",   "cases",   "show", "properties",
                                                        "pitfalls", "pure",    "audit"};

const std::vector<std::string> kTypes{"choice", "choices", "number", "text"};

/// Reads one mapping of `questions:` piece by piece.
class QuestionReader {
 public:
  QuestionReader(const Node& node, Problems& problems) : node_(node), problems_(problems) {}

  model::Question read(const model::Tolerance& tolerance) {
    if (!is_mapping(node_, "a question", problems_)) return std::move(question_);
    refuse_unknown(node_, {"id", "prompt", "type", "options", "tolerance", "points"}, problems_);
    question_.id = read_id(node_, "the question", problems_);
    if (const Node* prompt = require(node_, "prompt", "the question", problems_))
      question_.prompt = read_text(*prompt, "'prompt'", problems_).value_or("");
    if_present(node_, "points",
               [&](const Node& points) { question_.points = read_points(points, 1, problems_); });
    question_.tolerance = tolerance;
    // Without a type, what would depend on it says nothing.
    if (!read_type()) return std::move(question_);
    read_options();
    if (refuses("tolerance", question_.type == QuestionType::number, "numbers")) return std::move(question_);
    if_present(node_, "tolerance",
               [&](const Node& own) { question_.tolerance = read_tolerance(own, tolerance, problems_); });
    return std::move(question_);
  }

 private:
  bool read_type() {
    const Node* node = require(node_, "type", "the question", problems_);
    const auto word = node == nullptr ? std::nullopt : read_string(*node, "'type'", problems_);
    if (!word) return false;
    const auto found = std::find(kTypes.begin(), kTypes.end(), *word);
    if (found == kTypes.end()) {
      problems_.add(node->place,
                    fmt::format("'type' must be choice, choices, number or text, found {}", in_quotes(*word)),
                    util::did_you_mean(*word, kTypes));
      return false;
    }
    question_.type = static_cast<QuestionType>(found - kTypes.begin());
    return true;
  }

  /// Reports a key that this type of question has no use for.
  bool refuses(std::string_view key, bool has_use, std::string_view whose) {
    const auto entry = std::find_if(node_.entries.begin(), node_.entries.end(),
                                    [&](const Entry& candidate) { return candidate.key == key; });
    if (has_use || entry == node_.entries.end()) return false;
    problems_.add(entry->place, fmt::format("'{}' is for {}, not for a {}", key, whose, type_name()),
                  "leave it out, or change the type");
    return true;
  }

  const std::string& type_name() const { return kTypes[static_cast<std::size_t>(question_.type)]; }

  void read_options() {
    const bool has_options =
        question_.type == QuestionType::choice || question_.type == QuestionType::choices;
    if (refuses("options", has_options, "choice and choices") || !has_options) return;
    const Node* node = require(node_, "options", "the question", problems_);
    if (node == nullptr || !is_mapping(*node, "'options'", problems_)) return;
    for (const Entry& entry : node->entries) read_option(entry);
    if (node->entries.size() < 2)
      problems_.add(node->place,
                    fmt::format("'options' has {}", counted(node->entries.size(), "option", "options")),
                    "a choice needs two at least");
    if (node->entries.size() > kMostOptions)
      problems_.add(node->place, fmt::format("'options' has more than {} options", kMostOptions));
  }

  /// A number may be an option as it is: {a: 768, b: 3072}.
  void read_option(const Entry& entry) {
    if (!is_check_id(entry.key))
      problems_.add(entry.place, fmt::format("{} cannot be an option", in_quotes(entry.key)),
                    "options are called by lower-case letters, digits, '-' and '_': a, b, c");
    const std::string what = fmt::format("the option '{}'", entry.key);
    const bool is_word = entry.value.is_scalar() && kind_of(entry.value) != ScalarKind::string;
    const auto text = is_word ? entry.value.text : read_text(entry.value, what, problems_).value_or("");
    question_.options.push_back({entry.key, text});
  }

  const Node& node_;
  Problems& problems_;
  model::Question question_;
};

void refuse_keys_of_functions(const Node& specification, Problems& problems) {
  for (const Entry& entry : specification.entries)
    if (std::find(kOfFunctions.begin(), kOfFunctions.end(), entry.key) != kOfFunctions.end())
      problems.add(
          entry.place,
          fmt::format("'{}' is for exercises with a function, and this is `kind: questions`", entry.key),
          "leave it out");
}

}  // namespace

model::ExerciseKind read_kind(const Node& specification, Problems& problems) {
  using Kind = model::ExerciseKind;
  const Node* kind = specification.find("kind");
  const auto questions = std::find_if(specification.entries.begin(), specification.entries.end(),
                                      [](const Entry& entry) { return entry.key == "questions"; });
  const bool has_function = specification.find("function") != nullptr;
  const bool has_questions = questions != specification.entries.end();
  const auto word = kind == nullptr ? "function" : read_string(*kind, "'kind'", problems);
  if (word == "questions") {
    refuse_keys_of_functions(specification, problems);
    return Kind::questions;
  }
  if (word && word != "function")
    problems.add(kind->place, fmt::format("'kind' must be function or questions, found {}", in_quotes(*word)),
                 util::did_you_mean(*word, {"function", "questions"}));
  else if (word && has_questions)
    problems.add(
        questions->place, "'questions' needs `kind: questions`",
        has_function ? "an exercise asks questions or for a function, not for both" : "write that above it");
  // What was meant is read as such, so that its own mistakes are not said twice.
  const bool means_questions = has_questions && !has_function;
  return means_questions ? Kind::questions : Kind::function;
}

std::vector<model::Question> read_questions(const Node& node, const model::Tolerance& tolerance,
                                            Problems& problems) {
  std::vector<model::Question> questions;
  if (!is_sequence(node, "'questions'", problems)) return questions;
  if (node.items.empty())
    problems.add(node.place, "'questions' is empty", "an exercise without a question cannot be judged");
  if (node.items.size() > kMostQuestions) {
    problems.add(node.place, fmt::format("'questions' has more than {} questions", kMostQuestions),
                 "share them among several exercises");
    return questions;
  }
  Ids ids(problems);
  double points = 0;
  for (const Node& item : node.items) {
    questions.push_back(QuestionReader(item, problems).read(tolerance));
    ids.add(questions.back().id, item);
    points += questions.back().points;
  }
  if (!questions.empty() && points == 0)
    problems.add(node.items[0].place, "no question has points", "at least one must be worth something");
  return questions;
}

}  // namespace grader::spec
