#pragma once

#include <optional>

#include "judge/case_check.hpp"
#include "language/property.hpp"

namespace grader::judge {

/// Thrown through an evaluation where the implementation that is judged has no answer.
struct NoAnswer {
  Failed failed;
};

/// "[B, D] = 2×4, …" of what does not fit the signature; nothing where all does.
std::optional<Failed> misfit(const model::Exercise& exercise, const Input& input,
                             const model::Arguments& arguments, const model::Value& result);

/// What the texts of an exercise call: f is the subject. Throws NoAnswer.
class Calls : public language::Functions {
 public:
  Calls(const model::Exercise& exercise, const Input& input, Implementation& subject, References& references)
      : exercise_(exercise), input_(input), subject_(subject), references_(references) {}

  model::Value call(const model::Arguments& arguments) override;
  model::Value call_reference(const model::Function& function, const model::Arguments& arguments) override;

 private:
  const model::Exercise& exercise_;
  const Input& input_;
  Implementation& subject_;
  References& references_;
};

}  // namespace grader::judge
