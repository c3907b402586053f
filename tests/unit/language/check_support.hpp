#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/check.hpp"
#include "language/parse.hpp"
#include "language/property.hpp"
#include "language/types.hpp"

/// Functions with all kinds of parameters, and what the static check says of texts about them.
namespace grader::checking {

inline std::shared_ptr<const model::RecordDef> record(
    std::string name, const std::vector<std::pair<std::string, std::string>>& fields,
    const language::RecordNames& known = {}) {
  auto def = std::make_shared<model::RecordDef>();
  def->name = std::move(name);
  for (const auto& [field, type] : fields)
    def->fields.push_back({field, std::get<model::Type>(language::parse_type(type, known))});
  return def;
}

/// Attention {wq, wo float[D, D]; bo float[D]} and Block {attention Attention; gamma float[D]; w1 float[D,
/// F]}.
inline language::RecordNames records() {
  const auto attention =
      record("Attention", {{"wq", "float[D, D]"}, {"wo", "float[D, D]"}, {"bo", "float[D]"}});
  const auto block =
      record("Block", {{"attention", "Attention"}, {"gamma", "float[D]"}, {"w1", "float[D, F]"}},
             language::names_of({attention}));
  const auto gradients = record("Gradients", {{"dx", "float[B, D]"}, {"dgamma", "float[D]"}});
  return language::names_of({attention, block, gradients});
}

inline model::Function function(std::string name,
                                const std::vector<std::pair<std::string, std::string>>& params,
                                std::string_view returns) {
  const auto known = records();
  model::Function result;
  result.name = std::move(name);
  for (const auto& [param, type] : params)
    result.params.push_back({param, std::get<model::Type>(language::parse_type(type, known))});
  result.returns = std::get<model::Type>(language::parse_type(returns, known));
  return result;
}

inline model::Function layer_norm() {
  return function("layer_norm",
                  {{"x", "float[B, D]"}, {"gamma", "float[D]"}, {"beta", "float[D]"}, {"eps", "float"}},
                  "float[B, D]");
}
inline model::Function layer_norm_backward() {
  return function("layer_norm_backward",
                  {{"x", "float[B, D]"}, {"gamma", "float[D]"}, {"eps", "float"}, {"dy", "float[B, D]"}},
                  "Gradients");
}
inline model::Function attention() {
  return function("attention",
                  {{"x", "float[T, D]"},
                   {"weights", "Attention"},
                   {"blocks", "list<Block>"},
                   {"heads", "int"},
                   {"mask", "optional<bool[T, T]>"},
                   {"ids", "int[T]"},
                   {"text", "string"},
                   {"layers", "list<float32[D, D]>"},
                   {"flag", "bool"}},
                  "float[T, D]");
}
inline model::Function generate_text() {
  return function("generate_text", {{"prompt", "int[P]"}, {"count", "int"}}, "int[P + count]");
}

inline std::string text_of(const language::Mistake& mistake) {
  return std::to_string(mistake.offset) + ": " + mistake.message + " | " + mistake.hint;
}

/// The static type of an expression, or the mistake as "offset: message | hint".
inline std::string type_of(std::string_view text, const model::Function& judged,
                           const std::vector<const model::Function*>& used = {}) {
  const auto parsed = language::parse_expression(text);
  if (const auto* mistake = std::get_if<language::Mistake>(&parsed)) return text_of(*mistake);
  const language::Names names(judged, used, language::Names::Place::property);
  try {
    return language::text_of(language::Checker(names).type_of(std::get<language::Expression>(parsed)));
  } catch (const language::CheckFailure& failure) {
    return text_of(failure.mistake);
  }
}

/// "" for a right property, else its mistakes, one on each line with the part it is in.
inline std::string mistakes_in(const model::Property& property, const model::Function& judged,
                               const std::vector<const model::Function*>& used = {}) {
  const auto compiled = language::Property::compile(property, {judged, used});
  std::string text;
  if (const auto* mistakes = std::get_if<std::vector<language::PropertyMistake>>(&compiled))
    for (const auto& [part, number, mistake] : *mistakes) {
      using Part = language::PropertyMistake::Part;
      text += part == Part::check ? "check "
                                  : (part == Part::let ? "let " : "forall ") + std::to_string(number) + " ";
      text += text_of(mistake) + "\n";
    }
  return text;
}

inline std::string mistakes_in(std::string check, const model::Function& judged,
                               const std::vector<const model::Function*>& used = {}) {
  model::Property property;
  property.check = std::move(check);
  return mistakes_in(property, judged, used);
}

/// The kind of a text about the two functions that most tests speak of.
inline std::string norm(std::string_view text) { return type_of(text, layer_norm()); }
inline std::string attend(std::string_view text) { return type_of(text, attention()); }

}  // namespace grader::checking
