#include "cli/hint_state.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace grader::cli {

using nlohmann::json;

HintState HintState::parse(const std::string& text) {
  HintState state;
  const json document = json::parse(text, nullptr, false);
  if (!document.is_object() || !document.contains("courses") || !document["courses"].is_object())
    return state;
  for (const auto& [course, exercises] : document["courses"].items()) {
    if (!exercises.is_object()) continue;
    for (const auto& [exercise, count] : exercises.items())
      if (count.is_number_unsigned()) state.courses_[course][exercise] = count.get<std::size_t>();
  }
  return state;
}

std::string HintState::text() const {
  const json document{{"format_version", 1}, {"courses", courses_}};
  // A path may be no UTF-8; such a course is remembered under a name that is.
  return document.dump(1, ' ', true, json::error_handler_t::replace) + "\n";
}

std::size_t HintState::seen(const std::string& course, const std::string& exercise) const {
  const auto exercises = courses_.find(course);
  if (exercises == courses_.end()) return 0;
  const auto found = exercises->second.find(exercise);
  return found == exercises->second.end() ? 0 : found->second;
}

void HintState::set(const std::string& course, const std::string& exercise, std::size_t count) {
  if (count > 0)
    courses_[course][exercise] = count;
  else if (const auto exercises = courses_.find(course); exercises != courses_.end())
    exercises->second.erase(exercise);
}

HintStep next_hint(std::size_t seen, std::size_t available) {
  // Hints may have been taken out of the specification since.
  seen = std::min(seen, available);
  if (seen == available) return {available, available, available};
  return {seen, seen + 1, seen + 1};
}

}  // namespace grader::cli
