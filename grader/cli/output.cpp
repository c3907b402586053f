#include "cli/output.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <iostream>

namespace grader::cli {

std::string stars(int difficulty) {
  std::string text;
  for (int i = 0; i < difficulty; ++i) text += "★";
  return text;
}

std::size_t text_width() {
  constexpr std::size_t kReadable = 100;
  return std::min(util::output_width(util::terminal_facts(1)), kReadable);
}

void print_json(const nlohmann::ordered_json& json) {
  std::cout << json.dump(2, ' ', true, nlohmann::json::error_handler_t::replace) << '\n';
}

void warn_of_mistakes(std::size_t count) {
  if (count == 0) return;
  fmt::print(
      std::cerr,
      "grader: {} in the specifications of exercises that are left out here; grader validate shows {}\n",
      count == 1 ? "a mistake" : fmt::format("{} mistakes", count), count == 1 ? "it" : "them");
}

void add_color_option(CLI::App& command, util::ColorChoice& color) {
  const auto choose = [&color](const std::string& word) {
    color = word == "always"  ? util::ColorChoice::always
            : word == "never" ? util::ColorChoice::never
                              : util::ColorChoice::automatic;
  };
  command
      .add_option_function<std::string>("--color", choose,
                                        "Whether to colour (auto: on a terminal, where NO_COLOR is not set)")
      ->type_name("auto|always|never")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
}

}  // namespace grader::cli
