#pragma once

#include <limits>
#include <nlohmann/json.hpp>

#include "model/value.hpp"

namespace grader::report {

/// How much of a value is written; what is over is named with its size instead.
struct JsonLimits {
  model::Index leaves =
      std::numeric_limits<model::Index>::max();                // numbers and strings, at all depths together
  std::size_t text = std::numeric_limits<std::size_t>::max();  // bytes of one string
};

/// Values as `grader eval` and the reports write them: arrays as nested lists, an array of no elements as
/// {"shape": [0, 3]}, numbers that JSON does not have as "nan", "inf" and "-inf", records as objects, an
/// optional without a value as null. Bytes that are no UTF-8 become "\xff"; control characters stay and are
/// escaped by JSON, with ensure_ascii also those that a terminal would take for commands.
nlohmann::json to_json(const model::Value& value);

/// The same with the fields of records in their order, and within limits: an array or list that does not fit
/// is
/// {"shape": [1000, 1000], "left_out": true} or {"length": 9, "left_out": true}.
nlohmann::ordered_json to_ordered_json(const model::Value& value, const JsonLimits& limits = {});

/// A number, or "nan", "inf", "-inf".
nlohmann::ordered_json number_json(double number);

}  // namespace grader::report
