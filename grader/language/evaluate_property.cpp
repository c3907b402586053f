#include <fmt/format.h>

#include "language/compiled.hpp"
#include "language/evaluate.hpp"
#include "util/error.hpp"

namespace grader::language {
namespace {

constexpr std::size_t kMostCombinations = 10'000;

/// One property on one input: every combination of what its `forall:` ranges over.
class Run {
 public:
  Run(const Surroundings& surroundings, std::vector<Named> for_all, std::vector<Named> lets, Source check)
      : evaluator_(surroundings), for_all_(std::move(for_all)), lets_(std::move(lets)), check_(check) {}

  Evaluation evaluate() {
    read_lists();
    if (combinations_ == 0) return {};
    name_all();
    for (std::size_t i = 0; i < combinations_; ++i) {
      choose(i);
      evaluator_.calls().set_noted(noted_);
      for (const std::size_t let : changing_) define(let);
      if (!evaluator_.holds(check_)) return failure();
    }
    return {};
  }

 private:
  void read_lists() {
    for (const Named& name : for_all_) {
      lists_.push_back(evaluator_.evaluate_items(name.source));
      combinations_ *= lists_.back().size();
      if (combinations_ > kMostCombinations)
        throw Failure{"forall has more than 10,000 combinations of its values"};
    }
  }

  /// All names, and the values of those `let:` that are the same for every combination.
  void name_all() {
    auto& named = evaluator_.named();
    named = for_all_;
    named.insert(named.end(), lets_.begin(), lets_.end());
    for (std::size_t i = for_all_.size(); i < named.size(); ++i) {
      if (depends_on_choice(i))
        changing_.push_back(i);
      else
        define(i);
    }
    noted_ = evaluator_.calls().noted();
  }

  bool depends_on_choice(std::size_t let) {
    std::vector<bool> used;
    evaluator_.with_lets(*evaluator_.named()[let].source.expression, used);
    for (std::size_t i = 0; i < for_all_.size(); ++i)
      if (used[i]) return true;
    return false;
  }

  void define(std::size_t let) {
    Named& name = evaluator_.named()[let];
    name.value = evaluator_.evaluate(name.source);
  }

  /// The last list changes fastest.
  void choose(std::size_t combination) {
    for (std::size_t i = lists_.size(); i-- > 0;) {
      evaluator_.named()[i].value = lists_[i][combination % lists_[i].size()];
      combination /= lists_[i].size();
    }
  }

  Evaluation failure() {
    Evaluation evaluation;
    evaluation.result = Evaluation::Result::fails;
    evaluation.relation = evaluator_.relation();
    evaluation.tolerance = evaluator_.tolerance();
    evaluation.calls = evaluator_.calls().made();
    return evaluation;
  }

  Evaluator evaluator_;  // first: the values below give their room back to it
  std::vector<Named> for_all_, lets_;
  Source check_;
  std::vector<std::vector<Operand>> lists_;
  std::size_t combinations_ = 1;
  std::vector<std::size_t> changing_;
  std::vector<Calls::Noted> noted_;  // of the lets that do not change
};

std::vector<Named> named(const std::vector<NamedExpression>& expressions,
                         const std::vector<std::string>& texts, bool is_let) {
  std::vector<Named> result;
  for (std::size_t i = 0; i < expressions.size(); ++i)
    result.push_back({expressions[i].first, {&texts.at(i), &expressions[i].second}, is_let, nullptr});
  return result;
}

Evaluation without_answer(const std::string& why) {
  Evaluation evaluation;
  evaluation.result = Evaluation::Result::error;
  evaluation.error = why;
  return evaluation;
}

}  // namespace

Evaluation Property::evaluate(const model::Arguments& input, const model::Value& out,
                              const model::Tolerance& fallback, Functions& functions) const {
  const Surroundings surroundings{compiled_->function, compiled_->used,      input,   &out,
                                  &functions,          compiled_->tolerance, fallback};
  try {
    return Run(surroundings, named(compiled_->for_all, compiled_->for_all_texts, false),
               named(compiled_->let, compiled_->let_texts, true), {&compiled_->text, &compiled_->check})
        .evaluate();
  } catch (const Failure& failure) {
    return without_answer(failure.text);
  } catch (const array::Error& error) {
    return without_answer(error.message);
  }
}

std::variant<model::Value, std::string> Quantity::evaluate(const model::Arguments& input,
                                                           const model::Value& out,
                                                           Functions& functions) const {
  const Surroundings surroundings{compiled_->function, compiled_->used, input, &out,
                                  &functions,          std::nullopt,    {}};
  try {
    Evaluator evaluator(surroundings);
    const Operand value = evaluator.evaluate({&compiled_->text, &compiled_->expression});
    Workspace work;
    return as_array(compiled_->type) ? *as_array(value, work) : *value;
  } catch (const Failure& failure) {
    return failure.text;
  } catch (const array::Error& error) {
    return error.message;
  }
}

bool Condition::holds(const model::Arguments& input) const {
  const std::vector<model::Function> used;
  const Surroundings surroundings{compiled_->function, used, input, nullptr, nullptr, std::nullopt, {}};
  try {
    return Evaluator(surroundings).holds({&compiled_->text, &compiled_->check});
  } catch (const Failure& failure) {
    throw util::CourseError(
        fmt::format("the condition '{}' has no answer: {}", one_line(compiled_->text), failure.text));
  }
}

}  // namespace grader::language
