#include "pipeline/records.hpp"

#include <cereal/archives/binary.hpp>
#include <sstream>

#include "pipeline/model_archive.hpp"
#include "util/view_stream.hpp"

namespace grader::pipeline {
namespace {

template <class Recorded>
std::string bytes_of(const Recorded& recorded) {
  std::ostringstream bytes;
  cereal::BinaryOutputArchive archive(bytes);
  archive(recorded);
  return std::move(bytes).str();
}

template <class Recorded>
std::optional<Recorded> made_of(std::string_view record) {
  util::ViewStream bytes(record);
  try {
    Recorded recorded;
    cereal::BinaryInputArchive archive(bytes);
    archive(recorded);
    return bytes.rest().empty() ? std::optional(std::move(recorded)) : std::nullopt;
  } catch (const std::exception&) {  // it ends too early, or has sizes that no memory is there for
    return std::nullopt;
  }
}

}  // namespace

std::string to_record(const model::ExerciseResult& result) { return bytes_of(result); }

std::optional<model::ExerciseResult> result_from(std::string_view record) {
  return made_of<model::ExerciseResult>(record);
}

std::string to_record(const model::Exercise& exercise) { return bytes_of(exercise); }

std::optional<model::Exercise> exercise_from(std::string_view record) {
  return made_of<model::Exercise>(record);
}

std::string to_record(const model::AnswerKey& key) { return bytes_of(key); }

std::optional<model::AnswerKey> answer_key_from(std::string_view record) {
  return made_of<model::AnswerKey>(record);
}

}  // namespace grader::pipeline
