#include "language/property.hpp"

#include <utility>

#include "language/compiled.hpp"
#include "language/parse.hpp"

namespace grader::language {
namespace {

using Part = PropertyMistake::Part;
using Texts = std::vector<std::pair<std::string, std::string>>;

/// Parses the texts of one property and collects what is wrong with each.
class Reader {
 public:
  Expression read(std::string_view text, Part part, std::size_t number) {
    auto parsed = parse_expression(text);
    if (auto* expression = std::get_if<Expression>(&parsed)) return std::move(*expression);
    mistakes_.push_back({part, number, std::get<Mistake>(parsed)});
    return {};
  }

  std::vector<NamedExpression> read_all(const Texts& texts, Part part) {
    std::vector<NamedExpression> result;
    for (std::size_t i = 0; i < texts.size(); ++i)
      result.emplace_back(texts[i].first, read(texts[i].second, part, i));
    return result;
  }

  std::vector<PropertyMistake> take_mistakes() { return std::move(mistakes_); }

 private:
  std::vector<PropertyMistake> mistakes_;
};

std::vector<std::string> texts_of(const Texts& named) {
  std::vector<std::string> result;
  for (const auto& [name, text] : named) result.push_back(text);
  return result;
}

}  // namespace

std::variant<Property, std::vector<PropertyMistake>> Property::compile(const model::Property& property,
                                                                       const Scope& scope) {
  Reader reader;
  auto compiled = std::make_shared<Compiled>();
  compiled->text = property.check;
  compiled->for_all = reader.read_all(property.for_all, Part::for_all);
  compiled->let = reader.read_all(property.let, Part::let);
  compiled->check = reader.read(property.check, Part::check, 0);
  compiled->for_all_texts = texts_of(property.for_all);
  compiled->let_texts = texts_of(property.let);
  compiled->tolerance = property.tolerance;
  compiled->function = scope.function;
  for (const model::Function* used : scope.used) compiled->used.push_back(*used);
  if (auto mistakes = reader.take_mistakes(); !mistakes.empty()) return mistakes;
  return Property(std::move(compiled));
}

Parsed<Condition> Condition::compile(std::string_view text, const model::Function& function) {
  auto parsed = parse_expression(text);
  if (auto* mistake = std::get_if<Mistake>(&parsed)) return std::move(*mistake);
  auto compiled = std::make_shared<Compiled>();
  compiled->text = std::string(text);
  compiled->check = std::get<Expression>(std::move(parsed));
  compiled->function = function;
  return Condition(std::move(compiled));
}

}  // namespace grader::language
