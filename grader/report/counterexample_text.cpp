#include "report/counterexample_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/picture.hpp"
#include "report/relation_text.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

using model::Counterexample;
using Lines = std::vector<std::string>;

constexpr std::size_t kMostPictures = 3;
constexpr std::size_t kMostInputLines = 4;
constexpr std::size_t kIndent = 2;  // of pictures, and of inputs on lines of their own

bool is_shrunk(const Counterexample& example) { return example.shrink_steps > 0; }

/// "12" of "random#12" below the heading "random", where the rest has been said; else the whole name.
std::string case_text(const model::CheckResult& check) {
  const std::string& name = check.counterexample->name;
  const bool is_own = name.size() > check.id.size() + 1 && name.compare(0, check.id.size(), check.id) == 0 &&
                      name[check.id.size()] == '#';
  return is_own ? name.substr(check.id.size() + 1) : name;
}

/// "(seed 7, case 12, 22 steps)"; an input that stands in the specification comes from nowhere else.
std::string origin_text(const model::CheckResult& check, std::uint64_t seed) {
  const Counterexample& example = *check.counterexample;
  const bool is_generated = example.name.find('#') != std::string::npos;
  if (!is_shrunk(example)) return is_generated ? fmt::format("(seed {})", seed) : "";
  return fmt::format("({}case {}, {})", is_generated ? fmt::format("seed {}, ", seed) : "", case_text(check),
                     count_text(example.shrink_steps, "step"));
}

Lines own_lines(const std::string& input, std::size_t width) {
  Lines lines = util::word_wrap(input, width);
  const std::size_t size = lines.size();
  if (size <= kMostInputLines) return lines;
  lines.resize(kMostInputLines);
  lines.push_back(fmt::format("… {} more lines", size - kMostInputLines));
  return lines;
}

Lines pictures(const Counterexample& example, const Surroundings& around) {
  const auto& differences = example.differences;
  const std::string margin(kIndent, ' ');
  Lines lines;
  for (std::size_t i = 0; i < differences.size() && i < kMostPictures; ++i) {
    if (!differences[i].path.empty()) lines.push_back(margin + util::printable(differences[i].path));
    for (const std::string& line : picture(differences[i], around.width - kIndent, around.style))
      lines.push_back(margin + line);
  }
  if (differences.size() > kMostPictures)
    lines.push_back(margin + fmt::format("… and {} more parts differ", differences.size() - kMostPictures));
  return lines;
}

}  // namespace

std::vector<std::string> input_text(const model::CheckResult& check, const Surroundings& around) {
  const Counterexample& example = *check.counterexample;
  const std::string heading = (is_shrunk(example) ? "smallest" : example.name) + ":";
  const std::string origin = origin_text(check, around.run.seed);
  const std::string shown_origin = around.style.quiet(origin);
  std::vector<std::string> inputs;
  for (const auto& [name, value] : example.input.fields)
    inputs.push_back(fmt::format("{} = {}", name, value_text(value)));
  // On one line where there is room, else its origin on another, else each input on lines of its own.
  const std::string line = fmt::format("{}{}{}", heading, inputs.empty() ? "" : " ", fmt::join(inputs, "  "));
  const std::string gap = origin.empty() ? "" : "  ";
  if (util::display_width(line + gap + origin) <= around.width) return {line + gap + shown_origin};
  if (util::display_width(line) <= around.width) return {line, gap + shown_origin};
  Lines lines = {heading + (origin.empty() ? "" : " ") + shown_origin};
  for (const std::string& input : inputs)
    for (const std::string& part : own_lines(input, around.width - kIndent))
      lines.push_back(std::string(kIndent, ' ') + part);
  return lines;
}

std::vector<std::string> outcome_text(const Counterexample& example, const Surroundings& around) {
  return example.relation ? relation_text(*example.relation, example.differences, around)
                          : pictures(example, around);
}

std::string again_text(const Counterexample& example, const std::string& exercise,
                       const Surroundings& around) {
  return (is_shrunk(example) ? "original input again: " : "again: ") +
         eval_command(around.run, exercise, example.name);
}

}  // namespace grader::report
