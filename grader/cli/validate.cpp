#include <fmt/ostream.h>

#include <iostream>
#include <set>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/places.hpp"
#include "report/value_text.hpp"
#include "util/diagnostic.hpp"

namespace grader::cli {
namespace {

struct ValidateOptions {
  std::vector<std::string> ids;
  bool json = false;
};

struct Findings {
  std::size_t exercises = 0;  // without mistakes
  std::vector<util::Diagnostic> mistakes;
};

Findings findings_of(const course::Course& course, const std::vector<std::string>& ids) {
  if (ids.empty()) return {course.exercises().size(), course.diagnostics()};
  try {
    return {course.select(ids).size(), {}};
  } catch (const util::SpecError& error) {
    return {0, error.diagnostics()};
  }
}

/// course.yaml itself may be the one with mistakes.
Findings find(const Context& context, const std::vector<std::string>& ids) {
  try {
    return findings_of(load_course(context, course::Sources::looked_for), ids);
  } catch (const util::SpecError& error) {
    return {0, error.diagnostics()};
  }
}

nlohmann::ordered_json to_json(const Findings& findings) {
  nlohmann::ordered_json mistakes = nlohmann::ordered_json::array();
  for (const util::Diagnostic& mistake : findings.mistakes)
    mistakes.push_back({{"file", mistake.where.file.string()},
                        {"line", mistake.where.line},
                        {"column", mistake.where.column},
                        {"message", mistake.message},
                        {"source_line", mistake.source_line},
                        {"hint", mistake.hint}});
  return {{"format_version", 1}, {"valid", findings.mistakes.empty()}, {"mistakes", mistakes}};
}

void print_text(const Findings& findings) {
  if (findings.mistakes.empty()) {
    fmt::print(std::cout, "{}, no mistakes\n",
               report::count_text(static_cast<model::Index>(findings.exercises), "exercise"));
    return;
  }
  std::set<std::filesystem::path> files;
  for (const util::Diagnostic& mistake : findings.mistakes) files.insert(mistake.where.file);
  std::cerr << util::render(findings.mistakes);
  fmt::print(std::cerr, "{} in {}\n",
             report::count_text(static_cast<model::Index>(findings.mistakes.size()), "mistake"),
             report::count_text(static_cast<model::Index>(files.size()), "file"));
}

int run_validate(const Context& context, const ValidateOptions& options) {
  const Findings findings = find(context, options.ids);
  if (options.json)
    print_json(to_json(findings));
  else
    print_text(findings);
  return findings.mistakes.empty() ? kPassed : kWrongUse;
}

}  // namespace

void setup_validate(CLI::App& app, Context& context) {
  auto options = std::make_shared<ValidateOptions>();
  CLI::App* command = add_command(app, context, "validate", "Check specifications; nothing is compiled");
  command->add_option("ID", options->ids, "Only these: an id, a name that is unique, or topic/")
      ->type_name("ID");
  command->add_flag("--json", options->json, "Print JSON");
  on_chosen(command, context, options, run_validate);
}

}  // namespace grader::cli
