#pragma once

#include <filesystem>

#include "build/cache.hpp"
#include "course/readings.hpp"
#include "pipeline/latest_records.hpp"

namespace grader::pipeline {

/// What the specifications of one course were read as by this program, in the cache. Thread-safe.
class RememberedSpecs : public course::Readings {
 public:
  /// Throws util::GraderError where the cache cannot be used.
  RememberedSpecs(const build::Cache& cache, const std::filesystem::path& course);

  std::optional<model::Exercise> find(const std::string& id, std::string_view course,
                                      std::string_view specification) override;
  void keep(const std::string& id, std::string_view course, std::string_view specification,
            const model::Exercise& exercise) override;
  bool found_sound(const std::string& id, std::string_view texts) override;
  void keep_sound(const std::string& id, std::string_view texts) override;
  std::optional<model::AnswerKey> find_key(const std::string& id, std::string_view texts,
                                           std::string_view key) override;
  void keep_key(const std::string& id, std::string_view texts, std::string_view key,
                const model::AnswerKey& read) override;
  void save() override { records_.save(); }

 private:
  /// Of everything that a record depends on besides this program.
  std::string key_of(std::string_view what, std::string_view texts, std::string_view text) const;
  void keep(const std::string& name, const std::string& key, std::string record);

  build::Cache cache_;
  LatestRecords records_;
};

}  // namespace grader::pipeline
