#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support.hpp"

using namespace grader;
using e2e::Room;

namespace {

/// The folder of the course that ships, of which one small exercise is audited.
e2e::Result audit(const Room& room, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--course", GRADER_SOURCE_DIR, "audit"});
  return room.plain(arguments);
}

}  // namespace

TEST_CASE("an audit says how good an exercise is, and nothing more where it is good") {
  const Room room;
  const auto result = audit(room, {"weight_norm", "--seeds", "2"});
  CHECK(result.status == 0);
  CHECK(result.err == "");
  CHECK(result.out.starts_with("normalization/weight_norm   stub fails "));
  CHECK(result.out.find("reference passes 2 seeds   pitfalls 6/6 recognised\n  mutants ") !=
        std::string::npos);
  CHECK(result.out.ends_with("   every property kills something\n\n1 exercise, nothing to mend\n"));
}

TEST_CASE("the same for programs") {
  const Room room;
  const auto result = audit(room, {"weight_norm", "--seeds", "2", "--json"});
  CHECK(result.status == 0);
  const auto json = nlohmann::json::parse(result.out);
  CHECK(json.at("format_version") == 1);
  CHECK(json.at("clean") == true);
  const auto& exercise = json.at("exercises").at(0);
  CHECK(exercise.at("id") == "normalization/weight_norm");
  CHECK(exercise.at("seeds") == 2);
  CHECK(exercise.at("findings").empty());
  CHECK(exercise.at("checks") == exercise.at("stub_fails"));
  CHECK(exercise.at("pitfalls") == exercise.at("recognised"));
  CHECK(exercise.at("corridor").at("noise") < 1.0);
  CHECK(exercise.at("corridor").at("nearest_pitfall") > 1.0);
}

TEST_CASE("what is not there, and numbers that make no sense") {
  const Room room;
  CHECK(audit(room, {"weight_nrom"}).err.find("did you mean 'weight_norm'") != std::string::npos);
  CHECK(audit(room, {"weight_nrom"}).status == 2);
  const auto none = audit(room, {"weight_norm", "--seeds", "0"});
  CHECK(none.status == 2);
  CHECK(none.err.find("--seeds") != std::string::npos);
}

TEST_CASE("findings end with status 1") {
  const Room room;
  const auto result = room.grader({"audit", "unit", "--seeds", "1"});
  CHECK(result.status == 1);
  CHECK(result.out.find("\n  ! ") != std::string::npos);
  CHECK(result.out.find("to mend\n") != std::string::npos);
}
