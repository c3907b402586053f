#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/generator.hpp"
#include "model/questions.hpp"
#include "model/tolerance.hpp"
#include "model/type.hpp"
#include "model/value.hpp"

namespace grader::model {

struct Limits {
  double time_s = 5;            // wall time of one call
  double exercise_time_s = 20;  // wall time of all checks of an exercise together
  std::int64_t memory_mib = 1024;
  std::int64_t output_kib = 64;       // what the code may print
  std::int64_t threads = 20;          // at a time, the one that calls included
  double compile_time_s = 60;         // CPU time of compiling the solution
  std::int64_t compile_mib = 3072;    // address space of the compiler
  std::int64_t object_mib = 64;       // what it may write
  std::int64_t diagnostics_kib = 64;  // what is read of what it says
};

enum class NanPolicy { error, equal };
enum class Scoring { proportional, all_or_nothing };
enum class Purity { checked, unchecked };

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
  std::vector<std::string> where;  // conditions on generated inputs, in the property language
  std::variant<Worked, Generation> source;
};

/// A relation between results, as in "f(x = x + 3) ~= out": one check, all or nothing over the inputs of its
/// cases. The texts are in the property language; they were checked when the specification was read.
struct Property {
  std::string id;
  std::string description;
  double points = 1;
  std::optional<Tolerance> tolerance;  // its own, complete; else the exercise's, or fd's
  std::vector<std::string> cases;      // ids, at least one
  std::vector<std::pair<std::string, std::string>> for_all;  // name: expression of a list
  std::vector<std::pair<std::string, std::string>> let;      // name: expression, in order
  std::string check;
};

enum class ShowKind { plot, text, table };

/// A part of a right result that goes into the reports, as in `{plot: out.losses}`.
struct Show {
  ShowKind kind = ShowKind::text;
  std::string expression;  // in the property language
  std::string title;       // the expression where the specification has none
  std::string case_id;     // of whose first input it is shown
};

/// A known mistake. Its implementation is reference/<topic>/<name>.pitfalls/<id>.cpp.
struct Pitfall {
  std::string id;
  std::string message;
};

/// A change to the reference's source that no check can see, and why. Bound to the line it changes: where the
/// line is gone, so is the waiver's ground.
struct Waiver {
  std::string line;     // of the reference, without the white space around it
  std::string becomes;  // the same line as the mutant has it
  std::string reason;
};

/// How `grader audit` examines the exercise, where that differs from the usual.
struct AuditSettings {
  std::optional<Index> seeds;             // at most so many
  std::vector<std::string> optimisation;  // "O0", "O2"; empty for both
  std::optional<Index> mutants;           // at most so many
  std::vector<Waiver> waive;
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

/// What a student hands in: a C++ function, or answers.
enum class ExerciseKind { function, questions };

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
  ExerciseKind kind = ExerciseKind::function;
  std::vector<Question> questions;  // of kind questions, which has nothing of what follows but the tolerance
  Function function;
  std::vector<std::shared_ptr<const RecordDef>>
      records;                    // all that the function's types use, parts before wholes
  std::vector<std::string> uses;  // ids of exercises whose functions may be called
  Compare compare;
  Scoring scoring = Scoring::proportional;
  Tolerance tolerance;
  Limits limits;
  Purity pure = Purity::checked;
  std::vector<Case> cases;
  std::vector<Property> properties;
  std::vector<Show> show;
  std::vector<Pitfall> pitfalls;
  AuditSettings audit;

  std::string topic() const { return id.substr(0, id.find('/')); }
  std::string name() const { return id.substr(id.find('/') + 1); }
  /// Of the student's file, and of the reference.
  std::string extension() const { return kind == ExerciseKind::questions ? ".yaml" : ".cpp"; }
};

}  // namespace grader::model
