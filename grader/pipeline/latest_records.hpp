#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "build/cache.hpp"

namespace grader::pipeline {

/// The latest record of each exercise, all in one file of the cache:
///
///     number of records, and for each: exercise, key, size, sum; then the records (records.hpp) one after
///     another
///
/// The key stands for everything that a record depends on; whoever asks makes it. A record is read when it is
/// asked for: those of a large course take as much memory as the course. It has to be what it was when the
/// file was looked at: code that was submitted has run since then. Thread-safe. A cache that cannot be
/// read or written holds no records, which costs time and no result.
class LatestRecords {
 public:
  /// `place` is what the file is found by: the submission, the course. Throws util::GraderError where the
  /// cache cannot be used at all.
  LatestRecords(const build::Cache& cache, std::string kind, const build::KeyBuilder& place);

  /// Nothing where there is none with this key.
  std::optional<std::string> find(const std::string& exercise, const std::string& key);
  void keep(const std::string& exercise, const std::string& key, std::string record);

  /// Writes what was kept, if anything was.
  void save();

 private:
  struct Place {
    std::uint64_t begin, size;  // in file_
    std::string sum;
  };
  struct Kept {
    std::string key;
    std::variant<Place, std::string> record;  // the text where it was kept since
  };
  void read_contents();
  std::optional<std::string> text(const Kept& kept);
  std::string sum_of(const std::string& record) const;
  bool write(const std::filesystem::path& to);

  build::Cache cache_;
  std::string kind_;
  std::string place_;
  std::mutex mutex_;
  std::ifstream file_;                // open for as long as this object lives, whatever becomes of its name
  std::map<std::string, Kept> kept_;  // by exercise
  bool is_changed_ = false;
};

}  // namespace grader::pipeline
