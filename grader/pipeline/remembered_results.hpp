#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "build/cache.hpp"
#include "model/report.hpp"
#include "pipeline/latest_records.hpp"

namespace grader::pipeline {

/// The latest result of each exercise of one submission, so that what did not change is not graded again.
/// Thread-safe.
class RememberedResults {
 public:
  RememberedResults(const build::Cache& cache, const std::filesystem::path& submission,
                    const std::filesystem::path& course);

  std::optional<model::ExerciseResult> find(const std::string& exercise, const std::string& key);
  void keep(const std::string& exercise, const std::string& key, const model::ExerciseResult& result);

  /// Writes what was kept, if anything was.
  void save() { records_.save(); }

 private:
  LatestRecords records_;
};

/// Whether the same would come out again: not where time or memory ran out, a process died, or the grader
/// could not do its work, which may have been the machine's bad moment.
bool is_worth_remembering(const model::ExerciseResult& result);

}  // namespace grader::pipeline
