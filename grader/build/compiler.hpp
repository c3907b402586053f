#pragma once

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "model/exercise.hpp"
#include "model/report.hpp"

namespace grader::build {

/// One implementation of an exercise's function as text.
struct Solution {
  const model::Exercise* exercise = nullptr;
  std::string source;
};

/// A solution with those of the exercises that it may call (`uses:`, all levels), by whom it is linked.
struct Program {
  Solution solution;
  std::vector<Solution> used;
};

/// An executable worker.
struct Built {
  std::filesystem::path executable;
  std::vector<std::string> calls;  // ids of the exercises of `uses:` that the solution itself refers to
  // What it reads where it is sanitized, which is not linked statically: its libraries. Nothing otherwise.
  std::vector<std::filesystem::path> libraries = {};
  // What a worker has to be told to be; empty where there is nothing else in the executable.
  std::string exercise = {};
};

/// Why there is none, and it is the author's fault: compile_error, compile_limit, or prerequisite_failed
/// where a used solution does not compile. `message` speaks of the author's file only.
struct BuildFailure {
  model::Verdict verdict = model::Verdict::compile_error;
  std::string message;
};

using BuildResult = std::variant<Built, BuildFailure>;

/// Several implementations of one function, by people who are trusted: known mistakes, mutants of the
/// reference.
struct Variants {
  const model::Exercise* exercise = nullptr;
  std::vector<std::string> sources;
  std::vector<Solution> used;
};

/// One executable of all that compile; a worker is told at its start which one to be (worker::Worker).
struct BuiltVariants {
  std::filesystem::path executable;  // empty where none compiles
  std::vector<bool> compiles;        // for each source
  std::string messages;              // of the compiler, about those that do not
};

/// Who wrote programs that are built together. What was compiled with references is not linked with a
/// solution, whose code could look for them in memory.
enum class Author { student, course };

/// The seam between grading and the compiler. Thread-safe. Throws util::GraderError where the machine, not
/// the author, is at fault.
class Compiler {
 public:
  virtual ~Compiler() = default;
  /// Makes what everything is compiled and linked with, `jobs` at a time, where that is not there yet.
  /// Whoever compiles without asking for it waits for the same.
  virtual void prepare(int /*jobs*/, std::stop_token /*stop*/) {}
  virtual BuildResult build(const Program& program, std::stop_token stop) = 0;

  /// Builds programs of one author together where that takes less time than one by one, `jobs` at a time, and
  /// gives the same. Those that are not in the answer, by the exercise's id, are still to be built.
  virtual std::map<std::string, BuildResult> gather(const std::vector<Program>& /*programs*/,
                                                    Author /*author*/, int /*jobs*/,
                                                    std::stop_token /*stop*/) {
    return {};
  }
  virtual BuiltVariants build(const Variants& variants, std::stop_token stop) = 0;
  /// Changes when the same texts may become another program: another compiler, other flags or headers. Empty
  /// where that is not known.
  virtual std::string fingerprint(std::stop_token) { return {}; }
};

}  // namespace grader::build
