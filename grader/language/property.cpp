#include "language/property.hpp"

#include <fmt/format.h>

#include <utility>

#include "language/check.hpp"
#include "language/compiled.hpp"
#include "language/names.hpp"
#include "language/parse.hpp"

namespace grader::language {
namespace {

using Part = PropertyMistake::Part;
using Texts = std::vector<std::pair<std::string, std::string>>;

/// The first mistake of the static check, nothing where there is none.
template <class Check>
std::optional<Mistake> mistake_of(Check check) {
  try {
    check();
    return std::nullopt;
  } catch (CheckFailure& failure) {
    return std::move(failure.mistake);
  }
}

/// Reads the texts of one property and collects what is wrong, one mistake for each text.
class Reader {
 public:
  Reader(const model::Property& property, const Scope& scope)
      : list_names_(scope.function, scope.used, Names::Place::for_all),
        names_(scope.function, scope.used, Names::Place::property) {
    for (const Texts* texts : {&property.for_all, &property.let})
      for (const auto& [name, text] : *texts) list_names_.hide(name);
  }

  Expression check(std::string_view text) {
    Expression expression = read(text, Part::check, 0);
    // What it names may be missing only because the names have mistakes of their own.
    if (mistakes_.empty()) add(mistake_of([&] { Checker(names_).expect_truth(expression); }), Part::check, 0);
    return expression;
  }

  std::vector<NamedExpression> let(const Texts& texts) {
    return read_all(texts, Part::let,
                    [this](const Expression& value) { return Checker(names_).type_of(value); });
  }

  std::vector<NamedExpression> for_all(const Texts& texts) {
    return read_all(texts, Part::for_all,
                    [this](const Expression& value) { return Checker(list_names_).item_of(value); });
  }

  std::vector<PropertyMistake> take_mistakes() { return std::move(mistakes_); }

 private:
  template <class TypeOf>
  std::vector<NamedExpression> read_all(const Texts& texts, Part part, TypeOf type_of) {
    std::vector<NamedExpression> result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string& name = texts[i].first;
      const std::size_t before = mistakes_.size();
      Expression value = read(texts[i].second, part, i);
      if (before == mistakes_.size() && (part == Part::for_all || before == 0)) {
        std::optional<Mistake> taken;
        auto mistake = mistake_of([&] { taken = names_.add(name, type_of(value), value); });
        add(mistake ? std::move(mistake) : std::move(taken), part, i);
      }
      result.emplace_back(name, std::move(value));
    }
    return result;
  }

  Expression read(std::string_view text, Part part, std::size_t number) {
    auto parsed = parse_expression(text);
    if (auto* expression = std::get_if<Expression>(&parsed)) return std::move(*expression);
    add(std::get<Mistake>(parsed), part, number);
    return {};
  }

  void add(std::optional<Mistake> mistake, Part part, std::size_t number) {
    if (mistake) mistakes_.push_back({part, number, *std::move(mistake)});
  }

  Names list_names_;  // for the lists of `forall:`, which come first
  Names names_;
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
  Reader reader(property, scope);
  auto compiled = std::make_shared<Compiled>();
  compiled->text = property.check;
  compiled->for_all = reader.for_all(property.for_all);
  compiled->let = reader.let(property.let);
  compiled->check = reader.check(property.check);
  compiled->for_all_texts = texts_of(property.for_all);
  compiled->let_texts = texts_of(property.let);
  compiled->tolerance = property.tolerance;
  compiled->function = scope.function;
  for (const model::Function* used : scope.used) compiled->used.push_back(*used);
  if (auto mistakes = reader.take_mistakes(); !mistakes.empty()) return mistakes;
  return Property(std::move(compiled));
}

Parsed<Quantity> Quantity::compile(std::string_view text, const Scope& scope) {
  auto parsed = parse_expression(text);
  if (auto* mistake = std::get_if<Mistake>(&parsed)) return std::move(*mistake);
  auto compiled = std::make_shared<Compiled>();
  compiled->expression = std::move(std::get<Expression>(parsed));
  const Names names(scope.function, scope.used, Names::Place::property);
  const auto check = [&] { compiled->type = Checker(names).type_of(compiled->expression); };
  if (auto mistake = mistake_of(check)) return *std::move(mistake);
  compiled->text = std::string(text);
  compiled->function = scope.function;
  for (const model::Function* used : scope.used) compiled->used.push_back(*used);
  return Quantity(std::move(compiled));
}

const StaticType& Quantity::type() const { return compiled_->type; }

Parsed<Condition> Condition::compile(std::string_view text, const model::Function& function) {
  auto parsed = parse_expression(text);
  if (auto* mistake = std::get_if<Mistake>(&parsed)) return std::move(*mistake);
  auto& check = std::get<Expression>(parsed);
  const Names names(function, {}, Names::Place::condition);
  if (auto mistake = mistake_of([&] { Checker(names).expect_truth(check); })) return *std::move(mistake);
  auto compiled = std::make_shared<Compiled>();
  compiled->text = std::string(text);
  compiled->check = std::move(check);
  compiled->function = function;
  return Condition(std::move(compiled));
}

}  // namespace grader::language
