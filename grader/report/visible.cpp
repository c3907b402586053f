#include "report/visible.hpp"

#include <algorithm>

#include "util/text.hpp"

namespace grader::report {
namespace {

using model::CheckResult;
using model::Verdict;

constexpr std::size_t kMostVisibleCalls = 20;
constexpr std::size_t kMostVisibleNames = 20;

/// Verdicts of the code as a whole, which no hidden input had a part in.
bool is_of_the_code(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
    case Verdict::compile_error:
    case Verdict::compile_limit:
    case Verdict::rejected:
    case Verdict::not_implemented:
    case Verdict::prerequisite_failed:
    case Verdict::needs_review:
    case Verdict::grader_error:
      return true;
    default:
      return false;
  }
}

CheckResult masked(const CheckResult& check) {
  CheckResult shown;
  shown.id = check.id;
  shown.kind = check.kind;
  shown.status = check.status;
  shown.verdict = is_of_the_code(check.verdict) ? check.verdict : Verdict::wrong_answer;
  shown.score = check.score;
  shown.max_score = check.max_score;
  shown.hidden = true;
  return shown;
}

/// A property may have failed on an input of a hidden case: "large" of "large#3".
bool is_on_hidden_input(const CheckResult& check, const std::vector<CheckResult>& checks) {
  if (!check.counterexample) return false;
  const std::string& name = check.counterexample->name;
  const std::string test_case = name.substr(0, name.rfind('#'));
  return std::any_of(checks.begin(), checks.end(), [&](const CheckResult& other) {
    return other.hidden && other.kind == model::CheckKind::test_case &&
           (other.id == name || other.id == test_case);
  });
}

/// It failed, and on what is not shown, nor in which way.
void withhold_input(CheckResult& check) {
  check.counterexample.reset();
  check.inputs = check.failed_inputs = check.skipped_inputs = 0;
  if (is_of_the_code(check.verdict)) return;
  const bool is_property = check.kind == model::CheckKind::property;
  check.verdict = is_property ? Verdict::property_violated : Verdict::wrong_answer;
  check.message = "fails on a hidden input";
}

/// On one line, whatever it was broken over in the specification.
std::string joined_lines(const std::string& text) {
  std::string joined;
  for (const char byte : text) {
    const bool is_space = byte == ' ' || byte == '\n' || byte == '\t';
    if (!is_space)
      joined += byte;
    else if (!joined.empty() && joined.back() != ' ')
      joined += ' ';
  }
  while (!joined.empty() && joined.back() == ' ') joined.pop_back();
  return joined;
}

/// Nobody reads more of them.
void shorten(model::Relation& relation) {
  if (relation.calls.size() > kMostVisibleCalls) relation.calls.resize(kMostVisibleCalls);
  if (relation.names.size() > kMostVisibleNames) relation.names.resize(kMostVisibleNames);
}

template <class Line>
void make_readable(model::Counterexample& example, const Line& line) {
  line(example.name);
  line(example.closed_form);
  if (!example.relation) return;
  model::Relation& relation = *example.relation;
  for (std::string* text : {&relation.left_text, &relation.sign, &relation.right_text}) {
    *text = joined_lines(*text);
    line(*text);
  }
  for (auto& named : relation.names) line(named.first);
  for (std::string& call : relation.calls) line(call);
}

/// The verdict of the first failure that shows; a mere wrong_answer where only hidden checks failed.
Verdict shown_verdict(const model::ExerciseResult& result) {
  if (is_of_the_code(result.verdict)) return result.verdict;
  const auto found = std::find_if(result.checks.begin(), result.checks.end(), [](const CheckResult& check) {
    return !check.hidden && check.status == model::Status::fail;
  });
  if (found != result.checks.end()) return found->verdict;
  const bool has_hidden = std::any_of(result.checks.begin(), result.checks.end(),
                                      [](const CheckResult& check) { return check.hidden; });
  return has_hidden ? Verdict::wrong_answer : result.verdict;
}

}  // namespace

model::ExerciseResult visible(const model::ExerciseResult& result) {
  model::ExerciseResult shown = result;
  for (CheckResult& check : shown.checks) {
    if (check.hidden)
      check = masked(check);
    else if (is_on_hidden_input(check, result.checks))
      withhold_input(check);
    else if (check.counterexample && check.counterexample->relation)
      shorten(*check.counterexample->relation);
  }
  shown.verdict = shown_verdict(shown);
  return shown;
}

model::ExerciseResult readable(const model::ExerciseResult& result, std::size_t message, std::size_t output) {
  model::ExerciseResult shown = visible(result);
  const auto lines = [message](std::string& text) { text = util::printable_within(text, message); };
  const auto line = [message](std::string& text) {
    text = util::printable_within(text, message, util::Newlines::escape);
  };
  line(shown.id);
  line(shown.title);
  lines(shown.message);
  lines(shown.takeaway);
  shown.output = util::printable_within(shown.output, output);
  for (CheckResult& check : shown.checks) {
    line(check.id);
    lines(check.description);
    check.message.erase(0, check.message.find_first_not_of('\n'));
    lines(check.message);
    if (check.counterexample) make_readable(*check.counterexample, line);
    if (auto* words = check.answer ? std::get_if<std::string>(&*check.answer) : nullptr) lines(*words);
  }
  if (shown.pitfall) {
    shown.pitfall->message = joined_lines(shown.pitfall->message);
    line(shown.pitfall->id);
    line(shown.pitfall->message);
  }
  return shown;
}

}  // namespace grader::report
