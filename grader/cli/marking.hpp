#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "cli/results_file.hpp"

namespace grader::cli {

/// What a key says about a text; nothing where there is no key to look into.
using ModelAnswer = std::function<std::optional<std::string>(const TextAnswer&)>;

/// What the dialogue needs beside the results.
struct Marking {
  ModelAnswer model_answer;
  std::string comment;         // for all that is settled
  std::function<void()> save;  // after each mark: an interruption loses nothing
  std::size_t width = 100;
};

/// Shows each text that awaits review and asks for its points, until there is none, `in` ends, or q.
void mark_in_dialogue(ResultsFile& results, const Marking& marking, std::istream& in, std::ostream& out);

}  // namespace grader::cli
