#include "spec/cases.hpp"

#include <fmt/format.h>

#include "language/property.hpp"
#include "spec/expressions.hpp"
#include "spec/generators.hpp"
#include "spec/ids.hpp"
#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "spec/settings.hpp"

namespace grader::spec {
namespace {

const std::vector<std::string> kCaseKeys{"id",  "description", "hidden",   "points",   "tolerance",
                                         "nan", "input",       "expected", "generate", "where"};

model::NanPolicy read_nan(const Node& node, Problems& problems) {
  const auto text = read_string(node, "'nan'", problems);
  if (text && *text == "equal") return model::NanPolicy::equal;
  if (text && *text != "error")
    problems.add(node.place, fmt::format("'nan' must be equal or error, found {}", in_quotes(*text)));
  return model::NanPolicy::error;
}

std::optional<model::Worked> read_worked(const Node& node, const Node& input, const CaseContext& context,
                                         Problems& problems) {
  Values values(context.folder, problems);
  auto arguments = values.read_record(input, context.function->params, "");
  std::optional<model::Value> expected;
  const Node* result = node.find("expected");
  if (result != nullptr) expected = values.read(*result, context.function->returns, "expected");
  if (!arguments || (result != nullptr && !expected)) return std::nullopt;
  return model::Worked{std::move(*arguments), std::move(expected)};
}

/// Whether the case says where its inputs come from, in one way only.
bool has_one_source(const Node& node, Problems& problems) {
  const Node* input = node.find("input");
  const Node* generation = node.find("generate");
  const Node* expected = node.find("expected");
  if (input == nullptr && generation == nullptr)
    problems.add(node.place, "the case has neither 'input' nor 'generate'",
                 "one of them says what to call with");
  if (input != nullptr && generation != nullptr)
    problems.add(generation->place, "the case has both 'input' and 'generate'", "make two cases of it");
  if (expected != nullptr && input == nullptr)
    problems.add(expected->place, "'expected' belongs to 'input'",
                 "generated inputs are judged by the reference");
  return (input == nullptr) != (generation == nullptr);
}

void read_source(const CaseContext& context, ReadCase& read, Problems& problems) {
  const Node& node = *read.node;
  if (!has_one_source(node, problems) || context.function == nullptr) return;
  if (const Node* input = node.find("input")) {
    auto worked = read_worked(node, *input, context, problems);
    read.complete = worked.has_value();
    if (worked) read.test_case.source = std::move(*worked);
  } else {
    auto generation = Generators(*context.function, context.folder, problems).read(*node.find("generate"));
    read.complete = generation.has_value();
    if (generation) read.test_case.source = std::move(*generation);
  }
}

void read_condition_of(const Node& node, const CaseContext& context, model::Case& test_case,
                       Problems& problems) {
  auto condition = read_condition(node, "an item of 'where'", problems);
  if (!condition) return;
  if (context.function != nullptr && context.has_sound_sizes) {
    const auto compiled = language::Condition::compile(condition->text, *context.function);
    if (const auto* mistake = std::get_if<language::Mistake>(&compiled))
      report(*mistake, condition->places, problems);
  }
  test_case.where.push_back(std::move(condition->text));
}

void read_where(const Node& node, const CaseContext& context, ReadCase& read, Problems& problems) {
  if (read.node->find("generate") == nullptr)
    problems.add(node.place, "'where' belongs to 'generate'",
                 "it chooses among generated inputs; a written one is taken as it is");
  if (!is_sequence(node, "'where'", problems)) return;
  for (const Node& item : node.items) read_condition_of(item, context, read.test_case, problems);
}

ReadCase read_case(const Node& node, const CaseContext& context, Problems& problems) {
  ReadCase read{{}, &node, false};
  if (!is_mapping(node, "a case", problems)) return read;
  refuse_unknown(node, kCaseKeys, problems);
  model::Case& test_case = read.test_case;
  test_case.id = read_id(node, "the case", problems);
  test_case.tolerance = context.tolerance;
  if_present(node, "description", [&](const Node& text) {
    test_case.description = read_text(text, "'description'", problems).value_or("");
  });
  if_present(node, "hidden", [&](const Node& hidden) {
    test_case.hidden = read_bool(hidden, "'hidden'", problems).value_or(false);
  });
  if_present(node, "points",
             [&](const Node& points) { test_case.points = read_points(points, 1, problems); });
  if_present(node, "tolerance", [&](const Node& tolerance) {
    test_case.tolerance = read_tolerance(tolerance, context.tolerance, problems);
  });
  if_present(node, "nan", [&](const Node& nan) { test_case.nan = read_nan(nan, problems); });
  read_source(context, read, problems);
  if_present(node, "where", [&](const Node& where) { read_where(where, context, read, problems); });
  return read;
}

}  // namespace

std::vector<ReadCase> read_cases(const Node& node, const CaseContext& context, Problems& problems) {
  std::vector<ReadCase> cases;
  if (!is_sequence(node, "'cases'", problems)) return cases;
  for (const Node& item : node.items) cases.push_back(read_case(item, context, problems));
  return cases;
}

}  // namespace grader::spec
