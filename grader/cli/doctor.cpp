#include <fmt/ostream.h>

#include <algorithm>
#include <iostream>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/doctor_checks.hpp"
#include "cli/output.hpp"
#include "util/text.hpp"

namespace grader::cli {
namespace {

struct DoctorOptions {
  std::optional<std::string> cxx;
  bool json = false;
};

bool is_problem(const Finding& finding) { return finding.state == Finding::State::problem; }

std::string word(Finding::State state) {
  switch (state) {
    case Finding::State::fine:
      return "ok";
    case Finding::State::note:
      return "note";
    case Finding::State::problem:
      return "problem";
  }
  return {};
}

void print_text(const std::vector<Finding>& findings, bool works) {
  constexpr std::size_t kState = 7;
  constexpr std::size_t kName = 10;
  for (const Finding& finding : findings) {
    fmt::print(std::cout, "{}  {}  {}\n", util::pad_right(word(finding.state), kState),
               util::pad_right(finding.name, kName), util::printable(finding.text));
    if (!finding.to_do.empty())
      fmt::print(std::cout, "{}{}\n", std::string(kState + kName + 4, ' '), finding.to_do);
  }
  std::cout << (works ? "\nThe grader can do its work here.\n" : "\nThe grader cannot do its work here.\n");
}

void print_as_json(const std::vector<Finding>& findings, bool works) {
  nlohmann::ordered_json items = nlohmann::ordered_json::array();
  for (const Finding& finding : findings)
    items.push_back({{"state", word(finding.state)},
                     {"name", finding.name},
                     {"text", finding.text},
                     {"to_do", finding.to_do}});
  print_json({{"format_version", 1}, {"works", works}, {"findings", items}});
}

int run_doctor(const Context& context, const DoctorOptions& options) {
  const std::vector<Finding> findings = examine(context, options.cxx);
  const bool works = std::none_of(findings.begin(), findings.end(), is_problem);
  options.json ? print_as_json(findings, works) : print_text(findings, works);
  return works ? kPassed : kGraderFailed;
}

}  // namespace

void setup_doctor(CLI::App& app, Context& context) {
  auto options = std::make_shared<DoctorOptions>();
  CLI::App* command = add_command(app, context, "doctor", "Look whether the grader can do its work here");
  command->add_option("--cxx", options->cxx, "The compiler (default: $CXX, g++ or clang++)")
      ->type_name("PATH");
  command->add_flag("--json", options->json, "Print JSON");
  on_chosen(command, context, options, run_doctor);
}

}  // namespace grader::cli
