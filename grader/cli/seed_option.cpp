#include "cli/seed_option.hpp"

#include <charconv>
#include <string>

namespace grader::cli {
namespace {

/// What is wrong with it, in CLI11's way of asking. Its own conversion takes -1 for the largest number.
std::string is_seed(const std::string& text) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  const bool good = error == std::errc() && end == text.data() + text.size();
  return good ? "" : "'" + text + "' is no whole number from 0 to 18446744073709551615";
}

}  // namespace

void add_seed_option(CLI::App& command, std::uint64_t& seed) {
  command.add_option("--seed", seed, "Seed of generated inputs")
      ->type_name("N")
      ->capture_default_str()
      ->check(is_seed);
}

}  // namespace grader::cli
