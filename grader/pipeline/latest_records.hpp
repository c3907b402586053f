#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "build/cache.hpp"

namespace grader::pipeline {

/// The latest record of each exercise, all in one file of the cache:
///
///     number of records, and for each: exercise, key, size; then the records (records.hpp) one after another
///
/// The key stands for everything that a record depends on; whoever asks makes it. Thread-safe. A cache that
/// cannot be read or written holds no records, which costs time and no result.
class LatestRecords {
 public:
  /// `place` is what the file is found by: the submission, the course. Throws util::GraderError where the
  /// cache cannot be used at all.
  LatestRecords(const build::Cache& cache, std::string kind, const build::KeyBuilder& place);

  /// Nothing where there is none with this key. Stays where it is for as long as this object lives.
  std::optional<std::string_view> find(const std::string& exercise, const std::string& key);
  void keep(const std::string& exercise, const std::string& key, std::string record);

  /// Writes what was kept, if anything was.
  void save();

 private:
  struct Kept {
    std::string key;
    std::string_view record;  // in texts_
  };
  void read();

  build::Cache cache_;
  std::string kind_;
  std::string place_;
  std::mutex mutex_;
  std::deque<std::string> texts_;     // the file, and records that were kept since
  std::map<std::string, Kept> kept_;  // by exercise
  bool is_changed_ = false;
};

}  // namespace grader::pipeline
