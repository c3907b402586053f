#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/boxed.hpp"
#include "model/exercise.hpp"
#include "model/type.hpp"
#include "model/value.hpp"

namespace grader::model {

enum class Verdict {
  accepted,
  wrong_answer,
  wrong_shape,
  not_finite,
  property_violated,
  runtime_error,
  time_limit,
  memory_limit,
  output_limit,
  bad_reply,
  compile_error,
  compile_limit,
  rejected,
  not_implemented,
  prerequisite_failed,
  needs_review,
  grader_error,
};
enum class Status { pass, fail, todo, review, error };
enum class CheckKind { test_case, property, question, compile };

std::string to_string(Verdict verdict);  // "wrong_answer"
std::string to_string(Status status);    // "pass"
std::string to_string(CheckKind kind);   // "case"
std::string to_string(ShowKind kind);    // "plot"
Status status_of(Verdict verdict);

/// How one array (or string) of a result differs from what was expected.
struct Difference {
  std::string path;  // the part of the result: "normalized", "blocks[0].w1"; empty for a plain result
  Value expected;    // a Tensor or a string
  Value actual;
  std::vector<bool> wrong;  // per element, row-major; empty for strings and where the shapes differ
  Index wrong_count = 0;
  Index worst = 0;             // element with the largest difference ÷ tolerance
  double absolute_error = 0;   // of the worst element; infinite where a value is not finite
  double relative_error = 0;   // infinite where expected is 0
  double times_tolerance = 0;  // difference ÷ (atol + rtol·|expected|); infinite where the tolerance is 0
};

/// The comparison of a property that does not hold, with both sides as they came out: "f(x = x + 3)" "~="
/// "out".
struct Relation {
  std::string left_text;
  std::string sign;
  std::string right_text;
  Value left;
  Value right;
  std::vector<std::pair<std::string, Value>>
      names;                       // what `forall:` and `let:` stood for, those that it uses
  std::vector<std::string> calls;  // "f(x = x + 3): x[0,1]: 0 → 3 changed out[0,1]: 0.5 → 0.7"
};

/// One input on which the check failed. `name` is what `--case` takes: "worked-example" or "random#12".
struct Counterexample {
  std::string name;
  Arguments input;
  std::optional<Value> expected;
  std::optional<Value> actual;
  std::vector<Difference> differences;  // of a property's relation: right is what is expected
  int shrink_steps = 0;                 // 0: shown as it was generated; else made smaller in so many steps
  std::optional<Relation> relation;     // of a property
  std::string closed_form;  // "yours = 0.7071 × expected everywhere = sqrt((D-1)/D), D = 2"; else empty
};

struct CheckResult {
  std::string id;
  CheckKind kind = CheckKind::test_case;
  Status status = Status::error;
  Verdict verdict = Verdict::grader_error;
  double score = 0;
  double max_score = 0;
  std::string description;
  std::string message;  // what is wrong, in a line or a few; empty where it passed
  bool hidden = false;
  Index inputs = 0;          // how many inputs the check has
  Index failed_inputs = 0;   // how many of them failed (of those that ran)
  Index skipped_inputs = 0;  // not run, because limits were exceeded before
  Boxed<Counterexample> counterexample;
  std::optional<Answer> answer;  // to a question, where there is one that can be read
};

/// A part of the student's result that the exercise wants to be seen: a curve, a text, a table.
struct ShownPart {
  ShowKind kind = ShowKind::text;
  std::string title;
  Value value;
};

struct KnownMistake {
  std::string id;
  std::string message;
};

struct ExerciseResult {
  std::string id;
  std::string title;
  std::string extension = ".cpp";  // of the student's file
  Status status = Status::error;
  Verdict verdict = Verdict::grader_error;
  double score = 0;
  double max_score = 0;
  Scoring scoring = Scoring::proportional;
  std::string message;   // of the exercise as a whole: the compiler's message, the failing prerequisite
  std::string takeaway;  // shown where it passed
  std::vector<ShownPart> shown;  // where it passed
  std::vector<CheckResult> checks;
  std::optional<KnownMistake> pitfall;
  std::string output;  // what the student's code printed, made printable, bounded
  bool output_cut = false;
  bool interrupted = false;  // not all checks ran: Ctrl-C
  double wall_s = 0;         // of the calls of the student's function
  double cpu_s = 0;          // of the processes that ran it
};

struct Report {
  std::string submission;  // as given on the command line
  std::uint64_t seed = 0;
  std::string isolation;  // "0 (rlimits, process group)"
  std::vector<ExerciseResult> exercises;
  double score = 0;
  double max_score = 0;
  bool interrupted = false;
};

}  // namespace grader::model
