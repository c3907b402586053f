#pragma once

#include <cereal/types/map.hpp>
#include <cereal/types/memory.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "model/exercise.hpp"
#include "model/report.hpp"

// One function for each type says what it consists of, for both ways (cereal). The structured bindings name
// every member, so that one that is added later and forgotten here does not compile.
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
void serialize(Archive& archive, Dim& dim) {
  auto& [op, number, name, operands] = dim;
  archive(op, number, name, operands);
}

template <class Archive>
void serialize(Archive& archive, ArrayType& array) {
  auto& [element, dims] = array;
  archive(element, dims);
}

template <class Archive>
void serialize(Archive& archive, ListType& list) {
  auto& [item] = list;
  archive(item);
}

template <class Archive>
void serialize(Archive& archive, OptionalType& optional) {
  auto& [item] = optional;
  archive(item);
}

template <class Archive>
void serialize(Archive& archive, RecordType& record) {
  auto& [def] = record;
  archive(def);
}

template <class Archive>
void serialize(Archive& archive, RecordDef& def) {
  auto& [name, fields] = def;
  archive(name, fields);
}

template <class Archive>
void serialize(Archive& archive, Type& type) {
  auto& [data] = type;
  archive(data);
}

template <class Archive>
void serialize(Archive& archive, Field& field) {
  auto& [name, type] = field;
  archive(name, type);
}

template <class Archive>
void serialize(Archive& archive, Function& function) {
  auto& [name, params, returns] = function;
  archive(name, params, returns);
}

template <class Archive>
void serialize(Archive& archive, Tolerance& tolerance) {
  auto& [rtol, atol] = tolerance;
  archive(rtol, atol);
}

template <class Archive>
void serialize(Archive& archive, Limits& limits) {
  auto& [time_s, exercise_time_s, memory_mib, output_kib, threads, compile_time_s, compile_mib, object_mib,
         diagnostics_kib] = limits;
  archive(time_s, exercise_time_s, memory_mib, output_kib, threads, compile_time_s, compile_mib, object_mib,
          diagnostics_kib);
}

template <class Archive>
void serialize(Archive& archive, Generator& generator) {
  auto& [distribution, arguments, options, scale, edge, decimals, length_low, length_high, present, fields] =
      generator;
  archive(distribution, arguments, options, scale, edge, decimals, length_low, length_high, present, fields);
}

template <class Archive>
void serialize(Archive& archive, SizeRange& range) {
  auto& [low, high] = range;
  archive(low, high);
}

template <class Archive>
void serialize(Archive& archive, Generation& generation) {
  auto& [count, dims, inputs] = generation;
  archive(count, dims, inputs);
}

template <class Archive>
void serialize(Archive& archive, Worked& worked) {
  auto& [input, expected] = worked;
  archive(input, expected);
}

template <class Archive>
void serialize(Archive& archive, Case& one) {
  auto& [id, description, hidden, points, tolerance, nan, where, source] = one;
  archive(id, description, hidden, points, tolerance, nan, where, source);
}

template <class Archive>
void serialize(Archive& archive, Property& property) {
  auto& [id, description, points, tolerance, cases, for_all, let, check] = property;
  archive(id, description, points, tolerance, cases, for_all, let, check);
}

template <class Archive>
void serialize(Archive& archive, Show& show) {
  auto& [kind, expression, title, case_id] = show;
  archive(kind, expression, title, case_id);
}

template <class Archive>
void serialize(Archive& archive, Pitfall& pitfall) {
  auto& [id, message] = pitfall;
  archive(id, message);
}

template <class Archive>
void serialize(Archive& archive, Waiver& waiver) {
  auto& [line, becomes, reason] = waiver;
  archive(line, becomes, reason);
}

template <class Archive>
void serialize(Archive& archive, AuditSettings& audit) {
  auto& [seeds, optimisation, mutants, waive] = audit;
  archive(seeds, optimisation, mutants, waive);
}

template <class Archive>
void serialize(Archive& archive, Source& source) {
  auto& [title, author, license] = source;
  archive(title, author, license);
}

template <class Archive>
void serialize(Archive& archive, Compare& compare) {
  auto& [all, fields] = compare;
  archive(all, fields);
}

template <class Archive>
void serialize(Archive& archive, Option& option) {
  auto& [id, text] = option;
  archive(id, text);
}

template <class Archive>
void serialize(Archive& archive, KeyEntry& entry) {
  auto& [answer, of_options, of_numbers, model_answer] = entry;
  archive(answer, of_options, of_numbers, model_answer);
}

template <class Archive>
void serialize(Archive& archive, Question& question) {
  auto& [id, prompt, type, options, tolerance, points] = question;
  archive(id, prompt, type, options, tolerance, points);
}

/// But for where its file is: whoever finds it again knows that.
template <class Archive>
void serialize(Archive& archive, Exercise& exercise) {
  auto& [id, spec_file, title, difficulty, points, tags, source, statement, hints, takeaway, kind, questions,
         function, records, uses, compare, scoring, tolerance, limits, pure, cases, properties, show,
         pitfalls, audit] = exercise;
  archive(id, title, difficulty, points, tags, source, statement, hints, takeaway, kind, questions, function,
          records, uses, compare, scoring, tolerance, limits, pure, cases, properties, show, pitfalls, audit);
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

template <class Archive, class T>
void save(Archive& archive, const Boxed<T>& boxed) {
  const bool is_there = boxed.has_value();
  archive(is_there);
  if (is_there) archive(*boxed);
}

template <class Archive, class T>
void load(Archive& archive, Boxed<T>& boxed) {
  bool is_there = false;
  archive(is_there);
  boxed.reset();
  if (!is_there) return;
  T value;
  archive(value);
  boxed = std::move(value);
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
