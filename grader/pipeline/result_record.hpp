#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/report.hpp"

namespace grader::pipeline {

/// A result as bytes that from_record() makes the same result of, with every digit. For this program on this
/// machine: another one may lay it out differently.
std::string to_record(const model::ExerciseResult& result);

/// Nothing where the bytes are no record.
std::optional<model::ExerciseResult> from_record(std::string_view record);

}  // namespace grader::pipeline
