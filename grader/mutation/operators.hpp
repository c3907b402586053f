#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mutation/syntax.hpp"

namespace grader::mutation {

/// The bytes from `first` up to `last` of the source become `text`.
struct Replacement {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;
};

/// A mutant before it is applied; its replacements are in the order of the source and do not overlap.
struct Edit {
  std::string operation;
  std::vector<Replacement> changes;
};

using Edits = std::vector<Edit>;

Replacement replacement(const Code& code, Range range, std::string text);
/// The tokens and the space before or behind them vanish.
Replacement removal_with_space_before(const Code& code, Range range);
Replacement removal_with_space_behind(const Code& code, Range range);

/// Each finds what one kind of mistake would change. Listed with the more telling name first: of two edits
/// with the same outcome the first is kept.

// eps.cpp
Edits drop_eps(const Syntax& syntax);
Edits move_eps(const Syntax& syntax);
// axis.cpp
Edits swap_axis(const Syntax& syntax);
Edits swap_every_axis(const Syntax& syntax);
Edits drop_transpose(const Syntax& syntax);
// reductions.cpp
Edits change_ddof(const Syntax& syntax);
Edits swap_function(const Syntax& syntax);
Edits drop_call(const Syntax& syntax);
// arithmetic.cpp
Edits change_sign(const Syntax& syntax);
Edits swap_product(const Syntax& syntax);
Edits drop_term(const Syntax& syntax);
Edits drop_factor(const Syntax& syntax);
// constants.cpp
Edits change_constant(const Syntax& syntax);
Edits shift_bound(const Syntax& syntax);
// logic.cpp
Edits negate_condition(const Syntax& syntax);
Edits change_comparison(const Syntax& syntax);
Edits swap_and_or(const Syntax& syntax);
// arguments.cpp
Edits swap_arguments(const Syntax& syntax);
Edits change_name(const Syntax& syntax);
// values.cpp
Edits scale(const Syntax& syntax);
Edits return_zeros(const Syntax& syntax);
Edits return_argument(const Syntax& syntax);
Edits drop_statement(const Syntax& syntax);

}  // namespace grader::mutation
