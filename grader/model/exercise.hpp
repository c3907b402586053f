#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/generator.hpp"
#include "model/type.hpp"
#include "model/value.hpp"

namespace grader::model {

/// |actual - expected| <= atol + rtol * |expected|, element by element.
struct Tolerance {
  double rtol = 1e-9;
  double atol = 1e-9;
};

struct Limits {
  double time_s = 5;            // wall time of one call
  double exercise_time_s = 20;  // wall time of all checks of an exercise together
  std::int64_t memory_mib = 1024;
  std::int64_t output_kib = 64;  // what the code may print
};

enum class NanPolicy { error, equal };
enum class Scoring { proportional, all_or_nothing };

/// An input written out in the specification; without `expected` the reference decides.
struct Worked {
  Arguments input;
  std::optional<Value> expected;
};

/// One check, all or nothing over its inputs.
struct Case {
  std::string id;
  std::string description;
  bool hidden = false;
  double points = 1;
  Tolerance tolerance;  // every level resolved
  NanPolicy nan = NanPolicy::error;
  std::variant<Worked, Generation> source;
};

struct Source {
  std::string title;
  std::string author;
  std::string license;
};

/// Which fields of the result are compared with the reference: all, or those named (none for an empty list).
struct Compare {
  bool all = true;
  std::vector<std::string> fields;
};

/// One exercise as its specification says it, complete and checked; never changed once loaded.
struct Exercise {
  std::string id;  // "<topic>/<name>"
  std::filesystem::path spec_file;
  std::string title;
  int difficulty = 1;  // stars, 1 to 3
  double points = 1;
  std::vector<std::string> tags;
  std::optional<Source> source;
  std::string statement;
  std::vector<std::string> hints;
  std::string takeaway;
  Function function;
  std::vector<std::shared_ptr<const RecordDef>>
      records;                    // all that the function's types use, parts before wholes
  std::vector<std::string> uses;  // ids of exercises whose functions may be called
  Compare compare;
  Scoring scoring = Scoring::proportional;
  Tolerance tolerance;
  Limits limits;
  std::vector<Case> cases;

  std::string topic() const { return id.substr(0, id.find('/')); }
  std::string name() const { return id.substr(id.find('/') + 1); }
};

}  // namespace grader::model
