#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "build/compiler.hpp"
#include "cli/machine_options.hpp"
#include "cli/places.hpp"

/// What `eval` and `debug` have in common: which implementation is called, with which input.
namespace grader::cli {

struct CallOptions {
  std::string id;
  std::string implementation = "student";  // or "reference", or a file
  std::optional<std::string> input;        // a JSON file, or "-"
  std::optional<std::string> test_case;
  std::optional<std::string> directory;
  MachineOptions machine;
  std::uint64_t seed = 1;

  bool is_reference() const { return implementation == "reference"; }
};

/// Declares ID, --impl, --case, --dir, --seed and those of the machine.
void add_call_options(CLI::App& command, CallOptions& options);

/// The program to build. Throws util::UsageError where a file that was named is not there.
build::Program chosen_program(const course::Course& course, const model::Exercise& exercise,
                              const CallOptions& options);

/// The file that the program's own source is in.
std::filesystem::path chosen_file(const course::Course& course, const model::Exercise& exercise,
                                  const CallOptions& options);

/// The arguments of the call. Throws util::UsageError, SpecError.
model::Arguments chosen_input(const model::Exercise& exercise, const CallOptions& options, std::istream& in);

}  // namespace grader::cli
