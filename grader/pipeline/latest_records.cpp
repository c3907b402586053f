#include "pipeline/latest_records.hpp"

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::pipeline {
namespace {

/// What is written of a record beside itself.
struct Entry {
  std::string key;
  std::uint64_t size = 0;
  std::string sum;
};

template <class Archive>
void serialize(Archive& archive, Entry& entry) {
  archive(entry.key, entry.size, entry.sum);
}

using Contents = std::map<std::string, Entry>;  // by exercise

}  // namespace

LatestRecords::LatestRecords(const build::Cache& cache, std::string kind, const build::KeyBuilder& place)
    : cache_(cache), kind_(std::move(kind)), place_(cache.key(place)) {
  try {
    read_contents();
  } catch (const std::exception&) {  // then there are none
    kept_.clear();
  }
}

void LatestRecords::read_contents() {
  const auto file = cache_.find(kind_, place_);
  if (!file) return;
  file_.open(*file, std::ios::binary);
  Contents contents;
  cereal::BinaryInputArchive archive(file_);
  archive(contents);
  auto begin = static_cast<std::uint64_t>(file_.tellg());
  const auto end = static_cast<std::uint64_t>(file_.seekg(0, std::ios::end).tellg());
  for (auto& [exercise, entry] : contents) {
    if (entry.size > end - begin) throw std::out_of_range("a record ends behind the file");
    kept_[exercise] = {std::move(entry.key), Place{begin, entry.size, std::move(entry.sum)}};
    begin += entry.size;
  }
}

std::string LatestRecords::sum_of(const std::string& record) const {
  return cache_.key(build::KeyBuilder().add("record", record));
}

/// Nothing where the file cannot be read any longer, or holds something else.
std::optional<std::string> LatestRecords::text(const Kept& kept) {
  if (const auto* text = std::get_if<std::string>(&kept.record)) return *text;
  const Place& place = std::get<Place>(kept.record);
  std::string text(place.size, '\0');
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(place.begin));
  file_.read(text.data(), static_cast<std::streamsize>(place.size));
  return file_ && sum_of(text) == place.sum ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> LatestRecords::find(const std::string& exercise, const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(exercise);
  return found == kept_.end() || found->second.key != key ? std::nullopt : text(found->second);
}

void LatestRecords::keep(const std::string& exercise, const std::string& key, std::string record) {
  record.shrink_to_fit();  // streams take twice the memory that they need
  const std::lock_guard lock(mutex_);
  kept_[exercise] = {key, std::move(record)};
  is_changed_ = true;
}

void LatestRecords::save() {
  const std::lock_guard lock(mutex_);
  if (!is_changed_) return;
  try {
    const util::TemporaryDirectory box = cache_.box();
    if (!write(box.path() / kind_)) return;
    cache_.publish(kind_, place_, box.path() / kind_);
    is_changed_ = false;
    // Everything is there, and only has to be found again next time.
  } catch (const util::GraderError&) {
  } catch (const cereal::Exception&) {  // a disk without room
  }
}

bool LatestRecords::write(const std::filesystem::path& to) {
  std::ofstream made(to, std::ios::binary);
  Contents contents;
  for (const auto& [exercise, kept] : kept_) {
    if (const auto* text = std::get_if<std::string>(&kept.record))
      contents[exercise] = {kept.key, text->size(), sum_of(*text)};
    else
      contents[exercise] = {kept.key, std::get<Place>(kept.record).size, std::get<Place>(kept.record).sum};
  }
  cereal::BinaryOutputArchive archive(made);
  archive(contents);
  for (const auto& each : kept_) {
    const auto record = text(each.second);
    if (!record) return false;
    made << *record;
  }
  return static_cast<bool>(made.flush());
}

}  // namespace grader::pipeline
