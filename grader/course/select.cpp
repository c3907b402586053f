#include <fmt/format.h>

#include <algorithm>

#include "course/course.hpp"
#include "course/ids.hpp"
#include "spec/problems.hpp"
#include "util/error.hpp"
#include "util/suggest.hpp"

namespace grader::course {
namespace {

constexpr std::string_view kHowToList = "`grader list` shows all exercises";

[[noreturn]] void unknown(const std::string& what, const std::string& text,
                          const std::vector<std::string>& candidates) {
  const std::string hint = util::did_you_mean(text, candidates);
  throw util::UsageError(fmt::format("there is no {} {}\n  {}{}", what, spec::in_quotes(text),
                                     hint.empty() ? "" : hint + " ", kHowToList));
}

}  // namespace

std::vector<const model::Exercise*> Course::select(const std::vector<std::string>& ids) const {
  std::set<std::string> chosen;
  if (ids.empty())
    for (const std::string& id : all_ids()) add_used(id, chosen);
  std::set<std::string> asked_for;
  for (const std::string& text : ids)
    for (const std::string& id : ids_meant(text)) {
      asked_for.insert(id);
      add_used(id, chosen);
    }
  std::vector<util::Diagnostic> wrong;
  for (const Mistakes& mistakes : mistakes_)
    if (chosen.contains(mistakes.id))
      wrong.insert(wrong.end(), mistakes.diagnostics.begin(), mistakes.diagnostics.end());
  if (!wrong.empty()) throw util::SpecError(std::move(wrong));
  std::vector<const model::Exercise*> found;
  for (const model::Exercise& exercise : exercises_)
    if (ids.empty() || asked_for.contains(exercise.id)) found.push_back(&exercise);
  return found;
}

std::vector<std::string> Course::all_ids() const {
  std::vector<std::string> ids;
  for (const model::Exercise& exercise : exercises_) ids.push_back(exercise.id);
  for (const Mistakes& mistakes : mistakes_) ids.push_back(mistakes.id);
  ids.insert(ids.end(), unread_.begin(), unread_.end());
  return ids;
}

/// The exercise and all that it uses, which are graded together.
void Course::add_used(const std::string& id, std::set<std::string>& chosen) const {
  if (!chosen.insert(id).second) return;
  for (const model::Exercise& exercise : exercises_)
    if (exercise.id == id)
      for (const std::string& used : exercise.uses) add_used(used, chosen);
}

std::vector<std::string> Course::ids_meant(const std::string& text) const {
  const std::vector<std::string> ids = all_ids();
  std::vector<std::string> found = course::ids_meant(text, ids);
  if (text.ends_with('/')) {
    std::vector<std::string> topics;
    for (const Topic& topic : topics_) topics.push_back(topic.name + "/");
    if (std::find(topics.begin(), topics.end(), text) == topics.end()) unknown("topic", text, topics);
    return found;
  }
  if (found.size() == 1) return found;
  if (found.size() > 1)
    throw util::UsageError(fmt::format("{} is the name of {} exercises\n  write one of {}",
                                       spec::in_quotes(text), found.size(), spec::enumerate(found)));
  std::vector<std::string> candidates;
  for (const std::string& id : ids)
    if (!id.ends_with('/')) candidates.insert(candidates.end(), {id, name_of(id)});
  unknown("exercise", text, candidates);
}

}  // namespace grader::course
