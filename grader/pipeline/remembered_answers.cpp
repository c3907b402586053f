#include "pipeline/remembered_answers.hpp"

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <sstream>
#include <utility>

#include "util/error.hpp"
#include "util/files.hpp"
#include "worker/decode.hpp"
#include "worker/encode.hpp"

namespace grader::pipeline {
namespace {

constexpr const char* kAnswers = "answers";
constexpr std::size_t kLargest = 16U * 1024U * 1024U;  // of all answers to one exercise's inputs

}  // namespace

RememberedAnswers::RememberedAnswers(const build::Cache& cache, std::string key)
    : cache_(cache), key_(std::move(key)) {
  try {
    const auto file = cache_.find(kAnswers, key_);
    if (!file) return;
    std::istringstream bytes(util::read_file(*file).value_or(""));
    cereal::BinaryInputArchive archive(bytes);
    archive(answers_);
  } catch (const std::exception&) {  // the references are asked again
    answers_.clear();
  }
  for (const auto& [arguments, value] : answers_) bytes_ += value.size();
}

std::string RememberedAnswers::key_of(const model::Function& function,
                                      const model::Arguments& arguments) const {
  build::KeyBuilder key;
  key.add("function", function.name);
  key.add("arguments", worker::encode_value(model::Value{arguments}));
  return cache_.key(key);
}

std::optional<model::Value> RememberedAnswers::find(const model::Function& function,
                                                    const model::Arguments& arguments) const {
  const auto found = answers_.find(key_of(function, arguments));
  if (found == answers_.end()) return std::nullopt;
  try {
    return worker::decode_value(found->second, function.returns);
  } catch (const worker::BadBytes&) {
    return std::nullopt;
  }
}

void RememberedAnswers::keep(const model::Function& function, const model::Arguments& arguments,
                             const model::Value& value) {
  if (!is_keeping_) return;
  std::string bytes = worker::encode_value(value);
  if (bytes_ + bytes.size() > kLargest) return;
  bytes_ += bytes.size();
  is_changed_ = answers_.emplace(key_of(function, arguments), std::move(bytes)).second || is_changed_;
}

void RememberedAnswers::save() {
  if (!is_changed_) return;
  std::ostringstream bytes;
  cereal::BinaryOutputArchive archive(bytes);
  archive(answers_);
  try {
    const util::TemporaryDirectory box = cache_.box();
    util::write_file(box.path() / "answers", std::move(bytes).str(), util::Lasting::no);
    cache_.publish(kAnswers, key_, box.path() / "answers");
    is_changed_ = false;
  } catch (const util::GraderError&) {  // the next run asks again
  }
}

}  // namespace grader::pipeline
