#include "pipeline/latest_records.hpp"

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cstdint>
#include <sstream>
#include <utility>

#include "util/error.hpp"
#include "util/files.hpp"
#include "util/view_stream.hpp"

namespace grader::pipeline {
namespace {

/// Key and size of each record, by exercise.
using Contents = std::map<std::string, std::pair<std::string, std::uint64_t>>;

}  // namespace

LatestRecords::LatestRecords(const build::Cache& cache, std::string kind, const build::KeyBuilder& place)
    : cache_(cache), kind_(std::move(kind)), place_(cache.key(place)) {
  read();
}

void LatestRecords::read() {
  try {
    const auto file = cache_.find(kind_, place_);
    if (!file) return;
    util::ViewStream bytes(texts_.emplace_back(util::read_file(*file).value_or("")));
    Contents contents;
    cereal::BinaryInputArchive archive(bytes);
    archive(contents);
    std::string_view rest = bytes.rest();
    for (const auto& [exercise, kept] : contents) {
      kept_[exercise] = {kept.first, rest.substr(0, kept.second)};
      rest.remove_prefix(kept_[exercise].record.size());
    }
  } catch (const std::exception&) {  // then there are none
    kept_.clear();
  }
}

std::optional<std::string_view> LatestRecords::find(const std::string& exercise, const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(exercise);
  return found == kept_.end() || found->second.key != key ? std::nullopt
                                                          : std::optional(found->second.record);
}

void LatestRecords::keep(const std::string& exercise, const std::string& key, std::string record) {
  const std::lock_guard lock(mutex_);
  kept_[exercise] = {key, texts_.emplace_back(std::move(record))};
  is_changed_ = true;
}

void LatestRecords::save() {
  const std::lock_guard lock(mutex_);
  if (!is_changed_) return;
  Contents contents;
  for (const auto& [exercise, kept] : kept_) contents[exercise] = {kept.key, kept.record.size()};
  std::ostringstream bytes;
  cereal::BinaryOutputArchive archive(bytes);
  archive(contents);
  for (const auto& [exercise, kept] : kept_) bytes << kept.record;
  try {
    const util::TemporaryDirectory box = cache_.box();
    util::write_file(box.path() / kind_, bytes.view());
    cache_.publish(kind_, place_, box.path() / kind_);
    is_changed_ = false;
  } catch (const util::GraderError&) {  // everything is there, and only has to be found again next time
  }
}

}  // namespace grader::pipeline
