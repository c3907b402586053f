#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <variant>

#include "build/compiler.hpp"
#include "course/course.hpp"

namespace grader::pipeline {

/// A file of a submission that is not there (not_implemented) or cannot be taken (rejected).
struct Refused {
  model::Verdict verdict = model::Verdict::rejected;
  std::string message;
};

/// Reads one solution as course::read_submitted does.
std::variant<std::string, Refused> read_solution(const std::filesystem::path& directory,
                                                 const model::Exercise& exercise);

/// The reference with the references it uses. Throws util::CourseError where a file could not be read.
build::Program reference_program(const course::Course& course, const model::Exercise& exercise);

/// `source` as the solution, linked with the submission's own solutions of `uses:` (a missing one is an
/// untouched stub).
build::Program submitted_program(const course::Course& course, const model::Exercise& exercise,
                                 std::string source, const std::filesystem::path& submission);

/// The same with solutions that were read before.
using ReadSolution = std::function<std::variant<std::string, Refused>(const model::Exercise&)>;
build::Program submitted_program(const course::Course& course, const model::Exercise& exercise,
                                 std::string source, const ReadSolution& read);

/// The exercises of `uses:`, all levels, each once, in the order in which they are named.
std::vector<const model::Exercise*> used_exercises(const course::Course& course,
                                                   const model::Exercise& exercise);

/// The input that `--case` names: "worked-example" or "random#12". Throws util::UsageError that lists the
/// cases.
model::Arguments case_input(const model::Exercise& exercise, const std::string& name, std::uint64_t seed);

}  // namespace grader::pipeline
