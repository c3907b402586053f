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
  void save() override { records_.save(); }

 private:
  std::string key(std::string_view course, std::string_view specification) const;

  build::Cache cache_;
  LatestRecords records_;
};

}  // namespace grader::pipeline
