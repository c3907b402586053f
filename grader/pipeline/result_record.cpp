#include "pipeline/result_record.hpp"

#include <cereal/archives/binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <sstream>

// One function for each type says what it consists of, for both ways. The structured bindings name every
// member, so that one that is added later and forgotten here does not compile.
namespace grader::model {

template <class Archive>
void serialize(Archive& archive, Tensor& tensor) {
  auto& [shape, data] = tensor;
  archive(shape, data);
}

template <class Archive>
void serialize(Archive& archive, List& list) {
  auto& [items] = list;
  archive(items);
}

template <class Archive>
void serialize(Archive& archive, Optional& optional) {
  auto& [item] = optional;
  archive(item);
}

template <class Archive>
void serialize(Archive& archive, Record& record) {
  auto& [fields] = record;
  archive(fields);
}

template <class Archive>
void serialize(Archive& archive, Value& value) {
  auto& [data] = value;
  archive(data);
}

template <class Archive>
void serialize(Archive& archive, Difference& difference) {
  auto& [path, expected, actual, wrong, wrong_count, worst, absolute, relative, times_tolerance] = difference;
  archive(path, expected, actual, wrong, wrong_count, worst, absolute, relative, times_tolerance);
}

template <class Archive>
void serialize(Archive& archive, Relation& relation) {
  auto& [left_text, sign, right_text, left, right, names, calls] = relation;
  archive(left_text, sign, right_text, left, right, names, calls);
}

template <class Archive>
void serialize(Archive& archive, Counterexample& counterexample) {
  auto& [name, input, expected, actual, differences, steps, relation, closed_form] = counterexample;
  archive(name, input, expected, actual, differences, steps, relation, closed_form);
}

template <class Archive>
void serialize(Archive& archive, CheckResult& check) {
  auto& [id, kind, status, verdict, score, max_score, description, message, hidden, inputs, failed_inputs,
         skipped_inputs, counterexample, answer] = check;
  archive(id, kind, status, verdict, score, max_score, description, message, hidden, inputs, failed_inputs,
          skipped_inputs, counterexample, answer);
}

template <class Archive>
void serialize(Archive& archive, ShownPart& part) {
  auto& [kind, title, value] = part;
  archive(kind, title, value);
}

template <class Archive>
void serialize(Archive& archive, KnownMistake& mistake) {
  auto& [id, message] = mistake;
  archive(id, message);
}

template <class Archive>
void serialize(Archive& archive, ExerciseResult& result) {
  auto& [id, title, extension, status, verdict, score, max_score, scoring, message, takeaway, shown, checks,
         pitfall, output, output_cut, interrupted, wall_s, cpu_s] = result;
  archive(id, title, extension, status, verdict, score, max_score, scoring, message, takeaway, shown, checks,
          pitfall, output, output_cut, interrupted, wall_s, cpu_s);
}

}  // namespace grader::model

namespace grader::pipeline {

std::string to_record(const model::ExerciseResult& result) {
  std::ostringstream bytes;
  cereal::BinaryOutputArchive archive(bytes);
  archive(result);
  return std::move(bytes).str();
}

std::optional<model::ExerciseResult> from_record(std::string_view record) {
  std::istringstream bytes{std::string(record)};
  try {
    model::ExerciseResult result;
    cereal::BinaryInputArchive archive(bytes);
    archive(result);
    return bytes.peek() == std::istringstream::traits_type::eof() ? std::optional(std::move(result))
                                                                  : std::nullopt;
  } catch (const std::exception&) {  // it ends too early, or has sizes that no memory is there for
    return std::nullopt;
  }
}

}  // namespace grader::pipeline
