#include "judge/shrink.hpp"

#include "judge/shrink_search.hpp"
#include "judge/shrink_sizes.hpp"
#include "judge/shrink_values.hpp"

namespace grader::judge {

Shrunk shrink(const model::Function& function, model::Arguments input,
              const std::function<bool(const model::Arguments&)>& allowed,
              const std::function<bool(const model::Arguments&)>& fails, const ShrinkLimits& limits) {
  Search search(std::move(input), allowed, fails, limits);
  int steps = -1;
  while (search.steps() != steps && !search.spent()) {
    steps = search.steps();
    shrink_sizes(function, search);
    drop_optionals(search);
    simplify_arrays(search);
    simplify_elements(search);
  }
  return {search.current(), search.steps(), search.calls()};
}

}  // namespace grader::judge
