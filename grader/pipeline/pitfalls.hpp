#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "build/compiler.hpp"
#include "course/course.hpp"
#include "judge/inputs.hpp"
#include "model/report.hpp"
#include "sandbox/process.hpp"

namespace grader::pipeline {

/// The sources of an exercise's pitfalls, in the order of the specification, with what they are linked with.
/// Throws util::CourseError where a file could not be read.
build::Variants pitfall_variants(const course::Course& course, const model::Exercise& exercise);

/// What one of several implementations answers to every input.
std::vector<model::Outcome> answers_of(const model::Exercise& exercise, const build::BuiltVariants& built,
                                       std::size_t variant, const std::vector<judge::Input>& inputs,
                                       const sandbox::ProcessRunner& processes, std::stop_token stop);

/// The known mistake that gives these answers, if there is exactly one; `built` are the pitfalls. One that
/// does not compile is never the answer.
std::optional<model::KnownMistake> known_mistake(const model::Exercise& exercise,
                                                 const build::BuiltVariants& built,
                                                 const std::vector<judge::Input>& inputs,
                                                 const std::vector<model::Outcome>& answers,
                                                 const sandbox::ProcessRunner& processes,
                                                 std::stop_token stop);

}  // namespace grader::pipeline
