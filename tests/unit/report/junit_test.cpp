#include "report/junit.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

#include "golden.hpp"
#include "sample_report.hpp"
#include "util/text.hpp"

namespace {

using namespace grader;

const report::JunitFacts kFacts{"2024-05-01T12:00:00", "example"};

/// Empty where xmllint finds the file valid, else what it says.
std::string schema_errors(const std::string& xml) {
  std::string name = "/tmp/grader-junit-XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) return "cannot make a file in /tmp";
  close(file);
  std::ofstream(name, std::ios::binary) << xml;
  const std::string command = "xmllint --noout --huge --schema '" GRADER_SOURCE_DIR
                              "/tests/data/junit.xsd' " +
                              name + " > " + name + ".log 2>&1";
  const int status = std::system(command.c_str());
  std::ifstream log(name + ".log");
  std::ostringstream text;
  text << log.rdbuf();
  unlink(name.c_str());
  unlink((name + ".log").c_str());
  return status == 0 ? "" : "xmllint (package libxml2-utils) says:\n" + text.str();
}

pugi::xml_document parsed(const model::Report& report) {
  pugi::xml_document document;
  CHECK(document.load_string(report::junit_xml(report, kFacts).c_str()));
  return document;
}

}  // namespace

TEST_CASE("the whole JUnit file") {
  const model::Report report = sample::report();
  std::string text;
  report::JunitReporter reporter(text, kFacts);
  reporter.begin(sample::run_info(report));
  reporter.end(report);
  CHECK(text == golden("junit.xml", text));
  CHECK(schema_errors(text) == "");
}

TEST_CASE("the schema that the file is held against finds mistakes") {
  const std::string good = report::junit_xml(sample::report_of({sample::failing()}), kFacts);
  CHECK(schema_errors(good) == "");
  const auto spoiled = [&good](const std::string& from, const std::string& to) {
    std::string xml = good;
    const std::size_t at = xml.find(from);
    REQUIRE(at != std::string::npos);
    return schema_errors(xml.replace(at, from.size(), to)) != "";
  };
  CHECK(spoiled("2024-05-01T12:00:00", "2024-05-01T12:00:00Z"));
  CHECK(spoiled(" hostname=\"example\"", ""));
  CHECK(spoiled(" type=\"wrong_answer\"", ""));
  CHECK(spoiled("<system-err />", ""));
  CHECK(spoiled(" classname=", " class="));
  CHECK(spoiled("time=\"3.250\"", "time=\"3 s\""));
  CHECK(spoiled("<properties>", "<extra /><properties>"));
}

TEST_CASE("what is a failure, what an error and what is skipped") {
  const pugi::xml_document document = parsed(sample::report());
  std::string text;
  for (const pugi::xml_node suite : document.child("testsuites")) {
    text += std::string(suite.attribute("name").value()) + ":";
    for (const char* count : {"tests", "failures", "errors", "skipped"})
      text += std::string(" ") + suite.attribute(count).value();
    text += "\n";
  }
  CHECK(text ==
        "normalize_vector: 2 0 0 0\n"
        "batch_norm: 1 0 0 1\n"
        "layer_norm: 6 5 0 0\n"
        "rms_norm: 2 0 2 0\n"
        "verdicts: 8 6 2 0\n"
        "group_norm: 1 0 1 0\n"
        "question: 1 0 0 1\n"
        "hostile: 3 3 0 0\n");
  const auto of = [&document](const char* suite, const char* test) {
    return document.child("testsuites")
        .find_child_by_attribute("testsuite", "name", suite)
        .find_child_by_attribute("testcase", "name", test);
  };
  CHECK(std::string(of("layer_norm", "random").child("failure").attribute("type").value()) == "wrong_answer");
  CHECK(std::string(of("rms_norm", "worked-example").child("error").attribute("type").value()) ==
        "compile_error");
  CHECK(std::string(of("rms_norm", "worked-example").child("error").text().get()).find("rms_norm.cpp:12:5") ==
        0);
  CHECK(std::string(of("layer_norm", "large").child("failure").text().get()) ==
        "large .......................... failed (hidden)");
}

TEST_CASE("a known mistake stands in the first testcase that failed, and nowhere else") {
  const pugi::xml_document document = parsed(sample::report_of({sample::failing()}));
  const pugi::xml_node suite = document.child("testsuites").child("testsuite");
  std::string found;
  for (const pugi::xml_node test : suite.children("testcase"))
    if (std::string(test.child("failure").text().get()).find("known mistake: divides by D") !=
        std::string::npos)
      found += test.attribute("name").value();
  CHECK(found == "random");
  const auto property = suite.child("properties").find_child_by_attribute("property", "name", "pitfall");
  CHECK(std::string(property.attribute("value").value()) == "sample-variance");
}

TEST_CASE("a property without a message of its own is told by its comparison") {
  model::ExerciseResult result = sample::all_verdicts();
  result.checks[0].message.clear();
  const pugi::xml_document document = parsed(sample::report_of({result}));
  const pugi::xml_node test = document.child("testsuites").child("testsuite").child("testcase");
  CHECK(std::string(test.child("failure").attribute("message").value()) ==
        "f(x = x + c) ~= out does not hold");
}

TEST_CASE("an exercise without checks is a testcase of its own") {
  model::ExerciseResult result = sample::not_compiling();
  result.checks.clear();
  const std::string xml = report::junit_xml(sample::report_of({result}), kFacts);
  CHECK(xml.find("tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\"") != std::string::npos);
  CHECK(xml.find("<testcase name=\"rms_norm\" classname=\"normalization.rms_norm\" time=\"0.000\">") !=
        std::string::npos);
  CHECK(schema_errors(xml) == "");
}

TEST_CASE("no character that XML does not allow, however hostile the text") {
  const std::string xml = report::junit_xml(sample::report_of({sample::hostile()}), kFacts);
  CHECK(util::printable(xml) == xml);
  // Newlines of attributes, and what keeps a line from being a command to a runner of jobs.
  for (std::size_t at = xml.find("&#"); at != std::string::npos; at = xml.find("&#", at + 1)) {
    const std::string reference = xml.substr(at, 5);
    CHECK((reference == "&#10;" || reference == "&#35;" || reference == "&#58;"));
  }
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str()));
  const std::string output = document.child("testsuites").child("testsuite").child("system-out").text().get();
  CHECK(output == util::printable(sample::hostile_text()));
}

TEST_CASE("large reports stay below eight megabytes and valid") {
  model::ExerciseResult result = sample::failing();
  result.message = result.output = std::string(std::size_t{256} * 1024, '&');
  for (model::CheckResult& check : result.checks) check.message = std::string(100000, '<');
  const std::string xml =
      report::junit_xml(sample::report_of(std::vector<model::ExerciseResult>(120, result)), kFacts);
  CHECK(xml.size() < 8 * 1024 * 1024);
  CHECK(schema_errors(xml) == "");
  const std::string most = report::junit_xml(
      sample::report_of(std::vector<model::ExerciseResult>(400, sample::passing())), kFacts, 65536);
  CHECK(most.size() <= 65536);
  CHECK(most.find("<!-- 350 exercises were left out to keep the file small -->") != std::string::npos);
  CHECK(schema_errors(most) == "");
}
