#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>

namespace grader::cli {

/// Declares `--seed N`, a whole number of 64 bits. Anything else is refused: a seed that is not the one that
/// was typed would give a run that nobody can repeat.
void add_seed_option(CLI::App& command, std::uint64_t& seed);

}  // namespace grader::cli
