#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/app.hpp"
#include "util/error.hpp"

using grader::cli::run;

namespace {

/// The message of the UsageError that these arguments end with.
std::string complaint(const std::vector<std::string>& arguments) {
  try {
    run(arguments);
  } catch (const grader::util::UsageError& error) {
    return error.what();
  }
  return "nothing was thrown";
}

/// The words of the command that was chosen, without doing it.
grader::cli::Context parsed(const std::vector<std::string>& arguments) {
  grader::cli::Context context;
  const auto app = grader::cli::make_app(context);
  app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  return context;
}

}  // namespace

TEST_CASE("unknown commands and options are told with what was probably meant") {
  CHECK(complaint({"rnu"}) == "unknown command 'rnu'\n  did you mean 'run'?");
  CHECK(complaint({"--course", "somewhere", "validat"}) ==
        "unknown command 'validat'\n  did you mean 'validate'?");
  CHECK(complaint({"frobnicate"}) == "unknown command 'frobnicate'\n  grader --help lists the commands");
  CHECK(complaint({"run", "--jsn", "out.json"}) == "unknown option '--jsn'\n  did you mean '--json'?");
  CHECK(complaint({"run", "--fail-undr=60"}) ==
        "unknown option '--fail-undr=60'\n  did you mean '--fail-under'?");
  CHECK(complaint({"list", "--xyzzy"}) == "unknown option '--xyzzy'\n  grader list --help says more");
}

TEST_CASE("missing and superfluous arguments") {
  CHECK(complaint({"show"}) == "ID is required\n  grader show --help says more");
  CHECK(complaint({"run", "student", "another"}) ==
        "one argument too many: 'another'\n  grader run --help says more");
  CHECK(complaint({"run", "--json"}) == "--json: 1 required FILE missing\n  grader run --help says more");
  CHECK(complaint({"eval", "layer_norm"}) ==
        "eval needs an input: --case NAME or --input FILE.json, one of them");
  CHECK(complaint({"eval", "layer_norm", "--case", "a", "--input", "b"}) ==
        "eval needs an input: --case NAME or --input FILE.json, one of them");
  CHECK(complaint({"debug", "layer_norm"}) == "--case is required\n  grader debug --help says more");
}

TEST_CASE("numbers and words out of range") {
  CHECK(complaint({"run", "--jobs", "0"}) ==
        "--jobs: '0' is no whole number from 1 to 1024\n  grader run --help says more");
  CHECK(complaint({"run", "--require-isolation", "high"}) ==
        "--require-isolation: 'high' is no whole number from 0 to 3\n  grader run --help says more");
  CHECK(complaint({"run", "--fail-under", "101"}) ==
        "--fail-under: '101' is no percentage between 0 and 100\n  grader run --help says more");
  CHECK(complaint({"run", "--fail-under", "nan"}) ==
        "--fail-under: 'nan' is no percentage between 0 and 100\n  grader run --help says more");
  CHECK(complaint({"run", "--seed", "many"}) ==
        "--seed: 'many' is no whole number from 0 to 18446744073709551615\n  grader run --help says more");
  CHECK(complaint({"run", "--color", "pink"}) ==
        "--color: pink not in {auto,always,never}\n  grader run --help says more");
  CHECK(complaint({"completion", "fish"}) ==
        "SHELL: fish not in {bash,zsh}\n  grader completion --help says more");
  CHECK(complaint({"run", "--json", "-", "--junit", "-"}) ==
        "--json and --junit cannot both go to standard output");
}

TEST_CASE("the course is named before or after the command") {
  CHECK(parsed({"--course", "a", "list"}).course == "a");
  CHECK(parsed({"list", "--course", "b"}).course == "b");
  CHECK_FALSE(parsed({"list"}).course.has_value());
}

TEST_CASE("an argument may be called like a command") {
  CHECK(parsed({"init", "new"}).action != nullptr);
  CHECK(parsed({"run", "list"}).action != nullptr);
}

TEST_CASE("an exercise after -e does not swallow the directory") {
  CHECK(parsed({"run", "-e", "a", "-e", "b", "student"}).action != nullptr);
}
