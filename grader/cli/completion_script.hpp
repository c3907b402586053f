#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace grader::cli {

/// Completion for a shell, made from the parser itself, so that the two cannot differ. What an option takes
/// is read from its type's name: DIR, FILE, ID, or words separated by |. Exercise ids come from `grader list
/// --ids`.
std::string bash_completion(const CLI::App& app);
std::string zsh_completion(const CLI::App& app);

}  // namespace grader::cli
