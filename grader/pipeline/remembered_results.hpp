#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "build/cache.hpp"
#include "model/report.hpp"

namespace grader::pipeline {

/// The latest result of each exercise of one submission, so that what did not change is not graded again. All
/// are in one file of the cache, for the place of the submission:
///
///     number of results, and for each: exercise, key, record (result_record.hpp)
///
/// The key stands for everything that a result depends on; whoever asks makes it. Thread-safe. A cache that
/// cannot be read or written remembers nothing, which costs time and no result.
class RememberedResults {
 public:
  RememberedResults(const build::Cache& cache, const std::filesystem::path& submission,
                    const std::filesystem::path& course);

  std::optional<model::ExerciseResult> find(const std::string& exercise, const std::string& key);
  void keep(const std::string& exercise, const std::string& key, const model::ExerciseResult& result);

  /// Writes what was kept, if anything was.
  void save();

 private:
  struct Kept {
    std::string key;
    std::string record;
  };
  void read();

  const build::Cache& cache_;
  std::string place_;
  std::mutex mutex_;
  std::map<std::string, Kept> kept_;  // by exercise
  bool is_changed_ = false;
};

/// Whether the same would come out again: not where time or memory ran out, a process died, or the grader
/// could not do its work, which may have been the machine's bad moment.
bool is_worth_remembering(const model::ExerciseResult& result);

}  // namespace grader::pipeline
