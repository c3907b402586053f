#include "report/audit.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "report/value_json.hpp"
#include "report/value_text.hpp"
#include "util/text.hpp"

namespace grader::report {
namespace {

constexpr int kAllDigits = 6;
constexpr std::string_view kGap = "   ";

/// "2e-6" and "5e6" rather than "2e-06" and "5e+06".
std::string short_number(double number, int digits = 1) {
  if (std::isinf(number)) return "∞";
  std::string text = fmt::format("{:.{}g}", number, digits);
  const std::size_t exponent = text.find('e');
  if (exponent == std::string::npos) return text;
  if (text[exponent + 2] == '0') text.erase(exponent + 2, 1);
  if (text[exponent + 1] == '+') text.erase(exponent + 1, 1);
  return text;
}

std::string waivers_text(const model::ExerciseAudit& audit) {
  std::map<std::string, int> reasons;
  int waived = 0;
  for (const model::Survivor& survivor : audit.survivors) {
    if (survivor.waived.empty()) continue;
    ++waived;
    ++reasons[survivor.waived];
  }
  if (waived == 0) return {};
  std::string text;
  for (const auto& [reason, count] : reasons) {
    text += text.empty() ? "" : "; ";
    text += reason + (count > 1 ? fmt::format(" ({} times)", count) : "");
  }
  return fmt::format(" ({} waived: {})", waived, text);
}

/// The corridor as tolerances, where one number says both rtol and atol; else as multiples of them.
std::string corridor_text(const model::ExerciseAudit& audit) {
  const bool one = audit.tolerance.rtol == audit.tolerance.atol;
  const double unit = one ? audit.tolerance.atol : 1;
  const std::string tolerance =
      one ? fmt::format("tolerance {}", short_number(audit.tolerance.atol, kAllDigits))
          : fmt::format("tolerance rtol {:g} atol {:g}", audit.tolerance.rtol, audit.tolerance.atol);
  const std::string to =
      audit.nearest_pitfall ? short_number(*audit.nearest_pitfall * unit) : std::string("no pitfall");
  return fmt::format("{}, corridor {} … {}{}", tolerance, short_number(audit.noise * unit), to,
                     one ? "" : " times that");
}

std::string properties_text(const model::ExerciseAudit& audit) {
  if (audit.properties == 0) return "no properties";
  if (audit.idle_properties.empty()) return "every property kills something";
  return fmt::format("{} of {} properties kill nothing: {}", audit.idle_properties.size(), audit.properties,
                     fmt::join(audit.idle_properties, ", "));
}

std::string function_text(const model::ExerciseAudit& audit) {
  std::string text = fmt::format(
      "{}{}stub fails {}/{} checks{}reference passes {}{}{}\n", audit.id, kGap, audit.stub_fails,
      audit.checks, kGap, count_text(audit.seeds, "seed"), kGap,
      audit.pitfalls == 0 ? "no pitfalls"
                          : fmt::format("pitfalls {}/{} recognised", audit.recognised, audit.pitfalls));
  text += fmt::format("  mutants {}/{} detected{}{}{}{}{}\n", audit.detected, audit.mutants,
                      waivers_text(audit), kGap, corridor_text(audit), kGap, properties_text(audit));
  return text;
}

std::string questions_text(const model::ExerciseAudit& audit) {
  const model::QuestionsAudit& questions = *audit.questions;
  const std::string review = questions.for_review > 0
                                 ? fmt::format(" ({} to be marked)", count_text(questions.for_review, "text"))
                                 : "";
  return fmt::format("{}{}stub fails {}/{} questions{}key {}{}{}wrong answers {}/{} explained\n", audit.id,
                     kGap, audit.stub_fails, audit.checks, kGap, questions.key_passes ? "passes" : "fails",
                     review, kGap, questions.explained, questions.wrong);
}

nlohmann::ordered_json questions_json(const model::ExerciseAudit& audit) {
  const model::QuestionsAudit& questions = *audit.questions;
  return {{"id", audit.id},
          {"clean", audit.findings.empty()},
          {"checks", audit.checks},
          {"stub_fails", audit.stub_fails},
          {"key_passes", questions.key_passes},
          {"for_review", questions.for_review},
          {"wrong_answers", questions.wrong},
          {"explained", questions.explained},
          {"findings", audit.findings},
          {"wall_s", audit.wall_s}};
}

}  // namespace

std::string audit_text(const model::ExerciseAudit& audit) {
  std::string text = audit.questions ? questions_text(audit) : function_text(audit);
  for (const std::string& finding : audit.findings) {
    std::string indented = "  ! ";
    for (const char c : util::printable(finding))
      indented += c == '\n' ? std::string("\n    ") : std::string(1, c);
    text += indented + "\n";
  }
  return text;
}

nlohmann::ordered_json audit_json(const model::ExerciseAudit& audit) {
  if (audit.questions) return questions_json(audit);
  nlohmann::ordered_json survivors = nlohmann::ordered_json::array();
  for (const model::Survivor& survivor : audit.survivors) {
    nlohmann::ordered_json item = {{"operation", survivor.operation},
                                   {"file", audit.reference_file},
                                   {"line", survivor.line},
                                   {"before", survivor.before},
                                   {"after", survivor.after}};
    if (!survivor.waived.empty()) item["waived"] = survivor.waived;
    survivors.push_back(std::move(item));
  }
  nlohmann::ordered_json corridor = {{"noise", number_json(audit.noise)}};
  if (audit.nearest_pitfall) corridor["nearest_pitfall"] = number_json(*audit.nearest_pitfall);
  return {{"id", audit.id},
          {"clean", audit.findings.empty()},
          {"checks", audit.checks},
          {"stub_fails", audit.stub_fails},
          {"seeds", audit.seeds},
          {"pitfalls", audit.pitfalls},
          {"recognised", audit.recognised},
          {"mutants", audit.mutants},
          {"detected", audit.detected},
          {"survivors", survivors},
          {"properties", audit.properties},
          {"idle_properties", audit.idle_properties},
          {"tolerance", {{"rtol", audit.tolerance.rtol}, {"atol", audit.tolerance.atol}}},
          {"corridor", corridor},
          {"findings", audit.findings},
          {"wall_s", audit.wall_s}};
}

}  // namespace grader::report
