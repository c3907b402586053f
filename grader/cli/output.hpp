#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "util/terminal.hpp"

namespace grader::cli {

/// "★★".
std::string stars(int difficulty);

/// Columns of the terminal at descriptor 1, but no more than are good to read.
std::size_t text_width();

/// Writes JSON to standard output, indented, every character that a terminal could take for a command
/// escaped.
void print_json(const nlohmann::ordered_json& json);

/// Says on standard error how many specifications cannot be used, if any.
void warn_of_mistakes(std::size_t count);

/// Declares `--color auto|always|never`.
void add_color_option(CLI::App& command, util::ColorChoice& color);

}  // namespace grader::cli
