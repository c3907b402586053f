#pragma once

#include <cstddef>

#include "model/report.hpp"

namespace grader::report {

/// What a reader may see: hidden checks keep their id, points and whether they passed, and lose everything
/// else. A check that shows but failed on an input of a hidden one, as a property may, loses that input and
/// all that came of it. A verdict that was found by running hidden inputs becomes wrong_answer, and the
/// exercise's own verdict is taken from the checks that show. Every reporter shows this and nothing else.
model::ExerciseResult visible(const model::ExerciseResult& result);

/// The same with every text made printable and at most `message` bytes long, `output` for what the code
/// printed. Values stay as they are; whoever writes them quotes their strings.
model::ExerciseResult readable(const model::ExerciseResult& result, std::size_t message, std::size_t output);

}  // namespace grader::report
