#include "pipeline/remembered_results.hpp"

#include <algorithm>
#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <sstream>
#include <utility>

#include "pipeline/result_record.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr const char* kResults = "results";
constexpr std::size_t kLargestRecord = 4U * 1024U * 1024U;  // of one exercise

using Records = std::map<std::string, std::pair<std::string, std::string>>;

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
    : cache_(cache) {
  build::KeyBuilder place;
  place.add("submission", fs::absolute(submission).lexically_normal().string());
  place.add("course", fs::absolute(course).lexically_normal().string());
  place_ = cache_.key(place);
  read();
}

void RememberedResults::read() {
  try {
    const auto file = cache_.find(kResults, place_);
    if (!file) return;
    std::istringstream bytes(util::read_file(*file).value_or(""));
    Records records;
    cereal::BinaryInputArchive archive(bytes);
    archive(records);
    for (auto& [exercise, kept] : records) kept_[exercise] = {std::move(kept.first), std::move(kept.second)};
  } catch (const std::exception&) {  // then there is nothing to remember
  }
}

std::optional<model::ExerciseResult> RememberedResults::find(const std::string& exercise,
                                                             const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(exercise);
  if (found == kept_.end() || found->second.key != key) return std::nullopt;
  return from_record(found->second.record);
}

void RememberedResults::keep(const std::string& exercise, const std::string& key,
                             const model::ExerciseResult& result) {
  if (!is_small(result)) return;
  std::string record = to_record(result);
  if (record.size() > kLargestRecord) return;
  const std::lock_guard lock(mutex_);
  kept_[exercise] = {key, std::move(record)};
  is_changed_ = true;
}

void RememberedResults::save() {
  const std::lock_guard lock(mutex_);
  if (!is_changed_) return;
  Records records;
  for (const auto& [exercise, kept] : kept_) records[exercise] = {kept.key, kept.record};
  std::ostringstream bytes;
  cereal::BinaryOutputArchive archive(bytes);
  archive(records);
  try {
    const util::TemporaryDirectory box = cache_.box();
    util::write_file(box.path() / "results", std::move(bytes).str());
    cache_.publish(kResults, place_, box.path() / "results");
    is_changed_ = false;
  } catch (const util::GraderError&) {  // every result is there, and only has to be found again next time
  }
}

bool is_worth_remembering(const model::ExerciseResult& result) {
  return !result.interrupted && !result.checks.empty() &&
         std::all_of(result.checks.begin(), result.checks.end(), [](const model::CheckResult& check) {
           return will_be_the_same(check.verdict) && check.skipped_inputs == 0;
         });
}

}  // namespace grader::pipeline
