#include "report/json.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "golden.hpp"
#include "report/value_json.hpp"
#include "sample_report.hpp"
#include "support/json_schema.hpp"
#include "util/text.hpp"

namespace {

using namespace grader;
using nlohmann::json;

constexpr std::size_t kMebibyte = 1024 * 1024;
constexpr std::size_t kLimit = std::size_t{64} * 1024;

json parsed(const model::Report& report) { return json::parse(report::results_json(report)); }

}  // namespace

TEST_CASE("the whole of results.json") {
  const model::Report report = sample::report();
  std::string text;
  report::JsonReporter reporter(text);
  reporter.begin(sample::run_info(report));
  reporter.end(report);
  CHECK(text == golden("results.json", text));
}

TEST_CASE("answers to questions are there as they were given, and a text can be read by terminals") {
  model::Report report;
  model::ExerciseResult exercise;
  exercise.id = "texts/quiz";
  exercise.scoring = model::Scoring::all_or_nothing;
  const auto add = [&exercise](model::Answer answer, model::Verdict verdict) {
    model::CheckResult check;
    check.id = "q" + std::to_string(exercise.checks.size());
    check.kind = model::CheckKind::question;
    check.description = "Why?";
    check.verdict = verdict;
    check.answer = std::move(answer);
    exercise.checks.push_back(std::move(check));
  };
  add("b", model::Verdict::wrong_answer);
  add(std::vector<std::string>{"a", "c"}, model::Verdict::accepted);
  add(0.25, model::Verdict::accepted);
  add("\x1b[2J " + std::string(20000, 'x'), model::Verdict::needs_review);
  report.exercises.push_back(exercise);
  const json written = parsed(report).at("exercises").at(0);
  CHECK(written.at("scoring") == "all_or_nothing");
  CHECK(written.at("note") == "answers were shortened");
  const json& checks = written.at("checks");
  CHECK(checks.at(0).at("answer") == "b");
  CHECK(checks.at(0).at("prompt") == "Why?");
  CHECK_FALSE(checks.at(0).contains("marked"));
  CHECK(checks.at(1).at("answer") == json({"a", "c"}));
  CHECK(checks.at(2).at("answer") == 0.25);
  CHECK(checks.at(3).at("answer").get<std::string>().starts_with("\\x1b[2J xxx"));
  CHECK(checks.at(3).at("marked") == false);
}

TEST_CASE("it can be read by machines and by terminals") {
  const std::string text = report::results_json(sample::report());
  CHECK(json::accept(text));
  CHECK(util::is_valid_utf8(text));
  CHECK(util::printable(text) == text);
  const json hostile = json::parse(text)["exercises"][7];
  CHECK(hostile["stdout"].get<std::string>().find("\\x1b[2J") == 0);
  const json flat = hostile.flatten();
  for (const auto& item : flat.items())
    if (item.value().is_string()) CHECK(util::printable(item.value().get<std::string>()) == item.value());
}

TEST_CASE("results.json is what its schema says, and the schema says all of it") {
  std::ifstream file(GRADER_SOURCE_DIR "/schemas/results.schema.json");
  const test::JsonSchema schema(json::parse(file));
  const json results = parsed(sample::report());
  CHECK(schema.mistakes(results) == std::vector<std::string>{});
  CHECK(schema.mistakes(json::parse(report::results_json(sample::report(), 4096))) ==
        std::vector<std::string>{});
  const auto spoiled = [&](const std::string& pointer, const json& value) {
    json changed = results;
    changed[json::json_pointer(pointer)] = value;
    return !schema.mistakes(changed).empty();
  };
  CHECK(spoiled("/format_version", 2));
  CHECK(spoiled("/extra", 1));
  CHECK(spoiled("/exercises/0/extra", 1));
  CHECK(spoiled("/exercises/0/status", "passed"));
  CHECK(spoiled("/exercises/2/checks/1/verdict", "wrong"));
  CHECK(spoiled("/exercises/2/checks/1/counterexample/extra", 1));
  CHECK(spoiled("/exercises/2/checks/1/counterexample/differences/0/absolute_error", "many"));
  CHECK(spoiled("/exercises/2/checks/1/counterexample/shrink_steps", -1));
  CHECK(spoiled("/exercises/2/checks/1/counterexample/relation", "f(x) ~= out"));
  CHECK(spoiled("/exercises/2/checks/1/counterexample/closed_form", nullptr));
  CHECK(spoiled("/exercises/4/checks/0/counterexample/relation/extra", 1));
  CHECK(spoiled("/exercises/4/checks/0/counterexample/relation/sign", "="));
  CHECK(spoiled("/exercises/4/checks/0/counterexample/relation/calls", "f(x)"));
  CHECK(spoiled("/exercises/4/checks/0/counterexample/relation/names", json::array()));
  CHECK(spoiled("/exercises/2/pitfall", "eps"));
  json without = results;
  without["exercises"][0].erase("stdout");
  CHECK_FALSE(schema.mistakes(without).empty());
}

TEST_CASE("hidden checks have a status and points, and nothing else") {
  const json check = parsed(sample::report())["exercises"][2]["checks"][4];
  CHECK(check == json{{"id", "large"},
                      {"kind", "case"},
                      {"status", "fail"},
                      {"verdict", "wrong_answer"},
                      {"score", 0.0},
                      {"max_score", 1.0},
                      {"message", ""},
                      {"hidden", true},
                      {"counterexample", nullptr}});
  const std::string text = report::results_json(sample::report());
  for (const char* secret : sample::kSecrets) CHECK(text.find(secret) == std::string::npos);
}

TEST_CASE("how a hidden check failed does not show in the exercise's verdict") {
  model::ExerciseResult result = sample::failing();
  result.checks = {sample::check("visible", model::Verdict::accepted, 1),
                   sample::check("large", model::Verdict::time_limit, 1, "no answer within 5 s")};
  result.checks[1].hidden = true;
  result.verdict = model::Verdict::time_limit;
  json exercise = parsed(sample::report_of({result}))["exercises"][0];
  CHECK(exercise["verdict"] == "wrong_answer");
  CHECK(exercise["checks"][1]["verdict"] == "wrong_answer");
  result.checks[0] = sample::check("visible", model::Verdict::not_finite, 1);
  exercise = parsed(sample::report_of({result}))["exercises"][0];
  CHECK(exercise["verdict"] == "not_finite");
}

TEST_CASE("ten megabytes of messages, output and names stay below eight") {
  model::ExerciseResult result = sample::failing();
  const std::string huge(10 * kMebibyte, '\x01');
  result.id = result.title = result.message = result.output = huge;
  for (model::CheckResult& check : result.checks) check.message = check.id = huge;
  result.pitfall->message = huge;
  const std::string text = report::results_json(sample::report_of({result, result}));
  CHECK(text.size() < kMebibyte);
  const json exercise = json::parse(text)["exercises"][0];
  CHECK(exercise["note"] == "stdout was cut at its limit; stdout was shortened; message was shortened");
  const std::string message = exercise["message"];
  CHECK(message.substr(0, 8) == "\\x01\\x01");
  const std::string note = "… (10481664 bytes left out)";
  CHECK(message.substr(message.size() - note.size()) == note);
}

TEST_CASE("no property, however much it has to say, is told at length") {
  model::ExerciseResult result = sample::all_verdicts();
  model::Counterexample& example = *result.checks[0].counterexample;
  const std::string huge(kMebibyte, '\x1b');
  example.closed_form = huge;
  model::Relation& relation = *example.relation;
  relation.left_text = relation.right_text = huge;
  relation.left = relation.right = sample::vector(std::vector<double>(kMebibyte, 0.5));
  relation.calls.assign(50, huge);
  relation.names.assign(50, {"name", {huge}});
  for (std::size_t i = 0; i < relation.names.size(); ++i) relation.names[i].first += std::to_string(i);
  const std::string text = report::results_json(sample::report_of({result}));
  CHECK(text.size() < kMebibyte);
  CHECK(util::printable(text) == text);
  const json shown = json::parse(text)["exercises"][0]["checks"][0]["counterexample"];
  CHECK(shown["relation"]["calls"].size() == 20);
  CHECK(shown["relation"]["names"].size() == 20);
  CHECK(shown["relation"]["left"] == json{{"shape", {kMebibyte}}, {"left_out", true}});
  CHECK(shown["closed_form"].get<std::string>().size() < 17000);
  CHECK(shown["relation"]["left_text"].get<std::string>().size() < 17000);
}

TEST_CASE("a condition that is no comparison has no right side") {
  model::CheckResult check = sample::check("finite", model::Verdict::property_violated, 1);
  check.counterexample = model::Counterexample{"one", {}, {}, {}, {}, 0, {}, {}};
  check.counterexample->relation =
      model::Relation{"all(isfinite(out))", "", "", {model::Tensor::boolean(false)}, {}, {}, {}};
  const json results = parsed(
      sample::report_of({sample::exercise("a/b", "B", model::Verdict::property_violated, {check}, 1)}));
  CHECK(results["exercises"][0]["checks"][0]["counterexample"]["relation"] ==
        json{{"left_text", "all(isfinite(out))"},
             {"sign", ""},
             {"right_text", ""},
             {"left", false},
             {"right", nullptr},
             {"names", json::object()},
             {"calls", json::array()}});
  std::ifstream file(GRADER_SOURCE_DIR "/schemas/results.schema.json");
  CHECK(test::JsonSchema(json::parse(file)).mistakes(results) == std::vector<std::string>{});
}

TEST_CASE("a report that grows too large gives up detail by detail") {
  const auto many = [](std::size_t count, std::size_t message, std::size_t leaves) {
    model::CheckResult check =
        sample::check("random", model::Verdict::wrong_answer, 1, std::string(message, 'm'));
    const model::Value big = sample::vector(std::vector<double>(leaves, 0.5));
    check.counterexample = model::Counterexample{"random#1", {{{"x", big}}}, big, big, {}, 0, {}, {}};
    const model::ExerciseResult result =
        sample::exercise("a/b", "B", model::Verdict::wrong_answer, {check, check}, 10);
    const std::string text =
        report::results_json(sample::report_of(std::vector<model::ExerciseResult>(count, result)), kLimit);
    CHECK(text.size() <= kLimit);
    return json::parse(text);
  };
  const json one = many(1, 10, 200)["exercises"][0]["checks"][1]["counterexample"];
  CHECK(one["expected"].size() == 200);
  const json few = many(4, 10, 200)["exercises"][3]["checks"][1]["counterexample"];
  CHECK(few["expected"] == json{{"shape", {200}}, {"left_out", true}});
  json some = many(20, 2000, 1);
  CHECK(some["exercises"][19]["checks"][1]["counterexample"].is_null());
  CHECK(some["exercises"][0]["note"] == "counterexamples were left out to keep the file small");
  some = many(100, 10, 1);
  CHECK(some["exercises"].size() == 100);
  CHECK(some["exercises"][0]["checks"].empty());
  CHECK(some["exercises"][0]["note"] == "checks were left out to keep the file small");
  some = many(1000, 10, 1);
  CHECK(some["exercises"].size() == 125);
  CHECK(some["note"] == "875 exercises were left out to keep the file small");
}

TEST_CASE("values as JSON") {
  using model::Tensor;
  using report::to_json;
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(to_json(sample::matrix(2, 2, {1, 2.5, -0.1, 1e300})).dump() == "[[1.0,2.5],[-0.1,1e+300]]");
  CHECK(to_json(sample::vector({inf, -inf, std::numeric_limits<double>::quiet_NaN()})).dump() ==
        R"(["inf","-inf","nan"])");
  CHECK(to_json({Tensor{{0, 3}, std::vector<double>{}}}).dump() == R"({"shape":[0,3]})");
  CHECK(to_json({Tensor{{0}, std::vector<std::int64_t>{}}}).dump() == R"({"shape":[0]})");
  CHECK(to_json({Tensor{{1, 2, 1}, std::vector<std::int64_t>{9007199254740993, -1}}}).dump() ==
        "[[[9007199254740993],[-1]]]");
  CHECK(to_json({Tensor{{2}, std::vector<float>{0.1F, -std::numeric_limits<float>::infinity()}}}).dump() ==
        R"([0.1,"-inf"])");
  CHECK(to_json({Tensor::boolean(true)}).dump() == "true");
  CHECK(to_json({model::Optional{}}).dump() == "null");
  CHECK(to_json({model::Optional{{sample::number(2)}}}).dump() == "2.0");
  CHECK(to_json({model::List{{sample::number(1), {std::string("a\xff\x1b")}}}}).dump() ==
        R"([1.0,"a\\xff\u001b"])");
  const model::Value record{model::Record{{{"z", sample::number(1)}, {"a", {model::List{}}}}}};
  CHECK(to_json(record).dump() == R"({"a":[],"z":1.0})");
  CHECK(report::to_ordered_json(record).dump() == R"({"z":1.0,"a":[]})");
}

TEST_CASE("values within limits name what they leave out") {
  const model::Value two{model::List{{sample::vector({1, 2}), sample::vector({3, 4})}}};
  CHECK(report::to_ordered_json(two, {3, 10}).dump() == R"([[1.0,2.0],{"shape":[2],"left_out":true}])");
  CHECK(report::to_ordered_json(two, {1, 10}).dump() == R"({"length":2,"left_out":true})");
  CHECK(report::to_ordered_json({std::string("hello")}, {3, 2}).dump() == "\"he… (3 bytes left out)\"");
}
