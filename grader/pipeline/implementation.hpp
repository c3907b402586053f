#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "build/compiler.hpp"
#include "course/course.hpp"

namespace grader::pipeline {

/// A file of a submission that is not there or must not be opened: no regular file, a symlink, larger than 1
/// MiB, or with NUL bytes.
struct Refused {
  model::Verdict verdict = model::Verdict::rejected;
  std::string message;
};

/// Reads one solution without following links.
std::variant<std::string, Refused> read_solution(const std::filesystem::path& directory,
                                                 const model::Exercise& exercise);

/// The reference with the references it uses. Throws util::GraderError where a file is missing.
build::Program reference_program(const course::Course& course, const model::Exercise& exercise);

/// `source` as the solution, linked with the submission's own solutions of `uses:` (a missing one is an
/// untouched stub).
build::Program submitted_program(const course::Course& course, const model::Exercise& exercise,
                                 std::string source, const std::filesystem::path& submission);

/// The exercises of `uses:`, all levels, each once, in the order in which they are named.
std::vector<const model::Exercise*> used_exercises(const course::Course& course,
                                                   const model::Exercise& exercise);

/// The input that `--case` names: "worked-example" or "random#12". Throws util::UsageError that lists the
/// cases.
model::Arguments case_input(const model::Exercise& exercise, const std::string& name, std::uint64_t seed);

}  // namespace grader::pipeline
