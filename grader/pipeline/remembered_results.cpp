#include "pipeline/remembered_results.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/records.hpp"

namespace grader::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestRecord = 4U * 1024U * 1024U;  // of one exercise

build::KeyBuilder place_of(const fs::path& submission, const fs::path& course) {
  build::KeyBuilder place;
  place.add("submission", fs::absolute(submission).lexically_normal().string());
  place.add("course", fs::absolute(course).lexically_normal().string());
  return place;
}

std::size_t byte_count(const std::optional<model::Value>& value) {
  return value ? model::byte_count(*value) : 0;
}

/// What the values take in a record of it, about.
std::size_t byte_count(const model::Counterexample& example) {
  std::size_t bytes = byte_count(example.expected) + byte_count(example.actual);
  for (const auto& field : example.input.fields) bytes += model::byte_count(field.second);
  for (const model::Difference& difference : example.differences)
    bytes += model::byte_count(difference.expected) + model::byte_count(difference.actual);
  return bytes;
}

/// Found before the record is made: whoever submits chooses how large it would be.
bool is_small(const model::ExerciseResult& result) {
  std::size_t bytes = 0;
  for (const model::CheckResult& check : result.checks)
    if (check.counterexample) bytes += byte_count(*check.counterexample);
  return bytes <= kLargestRecord;
}

bool will_be_the_same(model::Verdict verdict) {
  switch (verdict) {
    case model::Verdict::accepted:
    case model::Verdict::wrong_answer:
    case model::Verdict::wrong_shape:
    case model::Verdict::not_finite:
    case model::Verdict::property_violated:
    case model::Verdict::compile_error:
    case model::Verdict::not_implemented:
      return true;
    default:
      return false;
  }
}

}  // namespace

RememberedResults::RememberedResults(const build::Cache& cache, const fs::path& submission,
                                     const fs::path& course)
    : records_(cache, "results", place_of(submission, course)) {}

std::optional<model::ExerciseResult> RememberedResults::find(const std::string& exercise,
                                                             const std::string& key) {
  const auto record = records_.find(exercise, key);
  return record ? result_from(*record) : std::nullopt;
}

void RememberedResults::keep(const std::string& exercise, const std::string& key,
                             const model::ExerciseResult& result) {
  if (!is_small(result)) return;
  std::string record = to_record(result);
  if (record.size() <= kLargestRecord) records_.keep(exercise, key, std::move(record));
}

bool is_worth_remembering(const model::ExerciseResult& result) {
  return !result.interrupted && !result.checks.empty() &&
         std::all_of(result.checks.begin(), result.checks.end(), [](const model::CheckResult& check) {
           return will_be_the_same(check.verdict) && check.skipped_inputs == 0;
         });
}

}  // namespace grader::pipeline
