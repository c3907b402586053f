#include "cli/results_file.hpp"

#include <doctest/doctest.h>

#include "util/error.hpp"

using namespace grader;
using nlohmann::ordered_json;

namespace {

ordered_json check(const std::string& id, const std::string& verdict, double score, double max_score) {
  return {{"id", id},           {"kind", "question"},  {"status", verdict == "accepted" ? "pass" : "review"},
          {"verdict", verdict}, {"score", score},      {"max_score", max_score},
          {"message", ""},      {"hidden", false},     {"counterexample", nullptr},
          {"prompt", "Why?"},   {"answer", "Because."}};
}

/// One exercise with a right choice of 1 point, and texts of 2 and of 1.
ordered_json results() {
  ordered_json why = check("why", "needs_review", 0, 2);
  ordered_json how = check("how", "needs_review", 0, 1);
  why["marked"] = how["marked"] = false;
  const ordered_json exercise{{"id", "texts/quiz"}, {"title", "A quiz"},
                              {"status", "review"}, {"verdict", "needs_review"},
                              {"score", 1.0},       {"max_score", 4.0},
                              {"message", ""},      {"checks", {check("which", "accepted", 1, 1), why, how}},
                              {"wall_s", 0.1},      {"something", {{"of", "another version"}}}};
  const ordered_json other{
      {"id", "texts/greet"}, {"status", "pass"}, {"verdict", "accepted"},          {"score", 2.5},
      {"max_score", 2.5},    {"message", ""},    {"checks", ordered_json::array()}};
  return {{"format_version", 1}, {"submission", "student"}, {"seed", 18446744073709551615U},
          {"score", 3.5},        {"max_score", 6.5},        {"exercises", {exercise, other}},
          {"note", "kept as is"}};
}

ordered_json marked(const ordered_json& json, const std::vector<std::pair<std::string, double>>& marks) {
  cli::ResultsFile file("results.json", json.dump());
  for (const auto& [id, points] : marks) file.settle(id, points, "Well said.");
  return ordered_json::parse(file.text());
}

std::string refusal(const std::string& text) {
  try {
    const cli::ResultsFile file("results.json", text);
  } catch (const util::UsageError& error) {
    return error.what();
  }
  return "taken";
}

}  // namespace

TEST_CASE("the texts of a results file") {
  const cli::ResultsFile file("results.json", results().dump());
  REQUIRE(file.texts().size() == 2);
  CHECK(file.texts()[0].id() == "texts/quiz/why");
  CHECK(file.texts()[0].prompt == "Why?");
  CHECK(file.texts()[0].answer == "Because.");
  CHECK(file.texts()[0].max_score == 2);
  CHECK(file.awaiting() == 2);
  CHECK(file.score() == "3.5 / 6.5");
}

TEST_CASE("a file that is not marked stays what it is") {
  CHECK(cli::ResultsFile("results.json", results().dump()).text() == results().dump(2) + "\n");
}

TEST_CASE("full points are a pass, fewer are none, and everything is added up again") {
  const ordered_json one = marked(results(), {{"texts/quiz/why", 2}});
  const ordered_json& quiz = one["exercises"][0];
  CHECK(quiz["checks"][1]["status"] == "pass");
  CHECK(quiz["checks"][1]["verdict"] == "accepted");
  CHECK(quiz["checks"][1]["score"] == 2.0);
  CHECK(quiz["checks"][1]["marked"] == true);
  CHECK(quiz["checks"][1]["message"] == "Well said.");
  CHECK(quiz["status"] == "review");
  CHECK(quiz["score"] == 3.0);
  CHECK(one["score"] == 5.5);

  const ordered_json both = marked(results(), {{"texts/quiz/why", 2}, {"texts/quiz/how", 0.25}});
  CHECK(both["exercises"][0]["checks"][2]["status"] == "fail");
  CHECK(both["exercises"][0]["checks"][2]["verdict"] == "wrong_answer");
  CHECK(both["exercises"][0]["verdict"] == "wrong_answer");
  CHECK(both["exercises"][0]["score"] == 3.25);
  CHECK(both["score"] == 5.75);

  const ordered_json all = marked(results(), {{"texts/quiz/why", 2}, {"texts/quiz/how", 1}});
  CHECK(all["exercises"][0]["status"] == "pass");
  CHECK(all["score"] == 6.5);
}

TEST_CASE("nothing but marks and scores changes") {
  ordered_json before = results();
  ordered_json after = marked(before, {{"texts/quiz/why", 2}});
  for (ordered_json* json : {&before, &after}) {
    json->erase("score");
    (*json)["exercises"][0].erase("score");
    (*json)["exercises"][0]["checks"][1] = nullptr;
  }
  CHECK(after.dump() == before.dump());
}

TEST_CASE("what was marked can be marked again") {
  const ordered_json once = marked(results(), {{"texts/quiz/why", 2}});
  CHECK(cli::ResultsFile("results.json", once.dump()).awaiting() == 1);
  const ordered_json again = marked(once, {{"texts/quiz/why", 0.5}});
  CHECK(again["exercises"][0]["checks"][1]["score"] == 0.5);
  CHECK(again["score"] == 4.0);
}

TEST_CASE("all or nothing holds for marks, too") {
  ordered_json json = results();
  json["exercises"][0]["scoring"] = "all_or_nothing";
  json["exercises"][0]["checks"][0]["score"] = 0.0;
  json["exercises"][0]["score"] = 0.0;
  CHECK(marked(json, {{"texts/quiz/why", 2}})["exercises"][0]["score"] == 0.0);
  CHECK(marked(json, {{"texts/quiz/why", 2}, {"texts/quiz/how", 0.5}})["exercises"][0]["score"] == 0.0);
  const ordered_json all = marked(json, {{"texts/quiz/why", 2}, {"texts/quiz/how", 1}});
  CHECK(all["exercises"][0]["score"] == 4.0);
  CHECK(all["exercises"][0]["checks"][0]["score"] == 1.0);
}

TEST_CASE("points that are not to be had") {
  for (const double points : {-0.5, 2.01, 1e300}) {
    cli::ResultsFile file("results.json", results().dump());
    CHECK_THROWS_AS(file.settle("texts/quiz/why", points, ""), util::UsageError);
    CHECK(file.awaiting() == 2);
  }
  cli::ResultsFile file("results.json", results().dump());
  CHECK_THROWS_WITH(file.settle("texts/quiz/why", 3, ""), "texts/quiz/why is worth 0 to 2 points, not 3");
}

TEST_CASE("what is not the results of a run") {
  const std::string how = "\n  grader run --json FILE writes them";
  CHECK(refusal("[]") == "results.json is not the results of a run: format_version is not 1" + how);
  CHECK(refusal("").starts_with("results.json is not the results of a run: no JSON, at line 1, column 1: "));
  const auto without = [&](const auto& change) {
    ordered_json json = results();
    change(json);
    return refusal(json.dump());
  };
  CHECK(without([](auto& json) { json.erase("exercises"); }) ==
        "results.json is not the results of a run: it has no list of exercises" + how);
  CHECK(without([](auto& json) { json["score"] = "many"; }) ==
        "results.json is not the results of a run: the whole has no score" + how);
  CHECK(without([](auto& json) { json["exercises"][0] = 3; }) ==
        "results.json is not the results of a run: an exercise has no id" + how);
  CHECK(without([](auto& json) { json["exercises"][0]["checks"][1].erase("verdict"); }) ==
        "results.json is not the results of a run: a check of texts/quiz has no verdict" + how);
  CHECK(without([](auto& json) { json["exercises"][1]["max_score"] = nullptr; }) ==
        "results.json is not the results of a run: texts/greet has no max_score" + how);
}
