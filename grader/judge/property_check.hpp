#pragma once

#include <optional>
#include <vector>

#include "judge/case_check.hpp"
#include "judge/implementation.hpp"
#include "language/property.hpp"

namespace grader::judge {

/// Whether a property is tried on the inputs of a case.
bool applies_to(const model::Property& property, const model::Case& test_case);

/// Judges one property: evaluates it with an implementation's answers and says how it fails.
class PropertyCheck {
 public:
  /// `used` are the functions of the exercises in `uses:`. Throws util::GraderError where the property is
  /// not right, which reading the specification has excluded.
  PropertyCheck(const model::Exercise& exercise, const model::Property& property,
                const std::vector<const model::Function*>& used);

  const model::Property& property() const { return property_; }

  /// Nothing where the property holds. `outcome` is what `subject` answered to the input. A call of the
  /// subject that fails, or returns another shape than the signature says, fails the property with the
  /// verdict of a case; a reference that fails on what it is given leaves it without an answer. A property
  /// that fails must be judged with the reference's own answers, too, before anybody is blamed.
  std::optional<Failed> judge(const Input& input, const model::Outcome& outcome, Implementation& subject,
                              References& references) const;

 private:
  Failed failed(const Input& input, const model::Value& out, language::Evaluation evaluation) const;

  const model::Exercise& exercise_;
  const model::Property& property_;
  language::Property compiled_;
};

}  // namespace grader::judge
