#include "spec/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "util/suggest.hpp"
#include "util/text.hpp"

namespace grader::spec {
namespace {

constexpr std::size_t kLongestText = 16 * 1024;

std::vector<std::string> ids_of(const std::vector<model::Option>& options) {
  std::vector<std::string> ids;
  for (const model::Option& option : options) ids.push_back(option.id);
  return ids;
}

std::string what_of(const model::Question& question) {
  return fmt::format("the answer to '{}'", question.id);
}

/// An option is a word, whatever YAML takes it for: `1`, `true` and "a" are the options 1, true and a.
std::optional<std::string> read_option(const Node& node, const model::Question& question,
                                       Problems& problems) {
  if (has_option(question, node.text)) return node.text;
  report_unknown_option(node.text, what_of(question), question, node.place, problems);
  return std::nullopt;
}

void wrong_form(const Node& node, const model::Question& question, std::string_view wanted, std::string hint,
                Problems& problems) {
  problems.add(node.place, fmt::format("{} must be {}, found {}", what_of(question), wanted, describe(node)),
               std::move(hint));
}

std::optional<model::Answer> read_choice(const Node& node, const model::Question& question,
                                         Problems& problems) {
  if (node.is_scalar()) return read_option(node, question, problems);
  wrong_form(node, question, "one option",
             fmt::format("write one of {}", enumerate(ids_of(question.options))), problems);
  return std::nullopt;
}

/// In the order of the question's options, so that answers are equal where their options are.
std::optional<model::Answer> read_choices(const Node& node, const model::Question& question,
                                          Problems& problems) {
  if (!node.is_sequence()) {
    wrong_form(node, question, "a list of options",
               fmt::format("write [{}] for one of them", question.options.front().id), problems);
    return std::nullopt;
  }
  if (node.items.size() > question.options.size()) {
    problems.add(node.place, fmt::format("{} has more items than there are options", what_of(question)));
    return std::nullopt;
  }
  if (node.items.empty()) return std::nullopt;
  std::vector<std::string> chosen;
  const std::size_t before = problems.count();
  for (const Node& item : node.items) {
    if (!item.is_scalar()) {
      wrong_form(item, question, "a list of options", "", problems);
    } else if (const auto option = read_option(item, question, problems)) {
      if (std::find(chosen.begin(), chosen.end(), *option) != chosen.end())
        problems.add(item.place, fmt::format("{} names '{}' twice", what_of(question), *option));
      chosen.push_back(*option);
    }
  }
  if (problems.count() > before) return std::nullopt;
  std::vector<std::string> ordered;
  for (const model::Option& option : question.options)
    if (std::find(chosen.begin(), chosen.end(), option.id) != chosen.end()) ordered.push_back(option.id);
  return ordered;
}

std::optional<model::Answer> read_number(const Node& node, const model::Question& question,
                                         Problems& problems) {
  if (node.is_plain() && node.text.find(',') != std::string::npos) {
    wrong_form(node, question, "a number", "numbers are written without commas: 1000000, 0.25", problems);
    return std::nullopt;
  }
  const auto number = read_float(node, what_of(question), problems);
  if (!number) return std::nullopt;
  if (std::isfinite(*number)) return *number;
  problems.add(node.place, fmt::format("{} must be a finite number, found {}", what_of(question), node.text));
  return std::nullopt;
}

std::optional<model::Answer> read_words(const Node& node, const model::Question& question,
                                        Problems& problems) {
  if (!node.is_scalar()) {
    wrong_form(node, question, "text", "write it behind the colon, or in indented lines behind |", problems);
    return std::nullopt;
  }
  const std::size_t last = node.text.find_last_not_of(" \t\n");
  if (last == std::string::npos) return std::nullopt;
  if (last < kLongestText) return node.text.substr(0, last + 1);
  problems.add(node.place, fmt::format("{} is longer than {} KiB", what_of(question), kLongestText / 1024));
  return std::nullopt;
}

}  // namespace

bool has_option(const model::Question& question, const std::string& id) {
  return std::any_of(question.options.begin(), question.options.end(),
                     [&](const model::Option& option) { return option.id == id; });
}

void report_unknown_option(const std::string& text, std::string_view what, const model::Question& question,
                           Place where, Problems& problems) {
  const std::vector<std::string> ids = ids_of(question.options);
  constexpr std::size_t kLongestOption = 100;
  std::string hint = text.size() < kLongestOption ? util::did_you_mean(text, ids) : "";
  if (hint.empty()) hint = fmt::format("the options are {}", enumerate(ids));
  problems.add(where, fmt::format("{} names {}, which is no option", what, in_quotes(text)), hint);
}

std::optional<model::Answer> read_answer(const Node& node, const model::Question& question,
                                         Problems& problems) {
  if (node.is_null()) return std::nullopt;
  switch (question.type) {
    case model::QuestionType::choice:
      return read_choice(node, question, problems);
    case model::QuestionType::choices:
      return read_choices(node, question, problems);
    case model::QuestionType::number:
      return read_number(node, question, problems);
    case model::QuestionType::text:
      return read_words(node, question, problems);
  }
  return std::nullopt;
}

void refuse_unknown_questions(const Node& mapping, const std::vector<model::Question>& questions,
                              Problems& problems) {
  constexpr std::size_t kMost = 20;
  constexpr std::size_t kLongestId = 100;
  std::vector<std::string> ids;
  for (const model::Question& question : questions) ids.push_back(question.id);
  std::size_t count = 0;
  for (const Entry& entry : mapping.entries) {
    if (std::find(ids.begin(), ids.end(), entry.key) != ids.end()) continue;
    if (++count > kMost) continue;
    std::string hint = entry.key.size() < kLongestId ? util::did_you_mean(entry.key, ids) : "";
    if (hint.empty())
      hint = fmt::format("{} {}", ids.size() == 1 ? "the question is" : "the questions are", enumerate(ids));
    problems.add(entry.place, fmt::format("there is no question {}", in_quotes(entry.key)), hint);
  }
  if (count > kMost) problems.add({}, fmt::format("{} more entries are no questions", count - kMost));
}

bool is_blank(std::string_view text) {
  for (const std::string_view line : util::split_lines(text)) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && line[first] != '#') return false;
  }
  return true;
}

}  // namespace grader::spec
