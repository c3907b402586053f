#include "pipeline/records.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace grader;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A result with something in every part.
model::ExerciseResult full_result() {
  const model::Value matrix{model::Tensor{{2, 1}, std::vector<double>{0.1, std::nan("")}}};
  const model::Value flags{model::Tensor{{2}, std::vector<std::uint8_t>{1, 0}}};
  const model::Value record{model::Record{{{"list", {model::List{{matrix, {std::string("text\0more", 9)}}}}},
                                           {"none", {model::Optional{}}},
                                           {"some", {model::Optional{{flags}}}}}}};
  model::Difference difference{"field", matrix, flags, {true, false}, 1, 0, kInfinity, 1e-300, 2.5};
  model::Relation relation{"f(x)", "~=", "out", matrix, record, {{"k", flags}}, {"f(x): 1 → 2"}};
  model::CheckResult check;
  check.id = "random";
  check.verdict = model::Verdict::wrong_answer;
  check.status = model::Status::fail;
  check.description = "größer";
  check.inputs = 40;
  check.failed_inputs = 3;
  check.counterexample = model::Counterexample{
      "random#1", {{{"x", matrix}}}, record, std::nullopt, {difference}, 4, relation, "yours = 2 × expected"};
  model::CheckResult question;
  question.kind = model::CheckKind::question;
  question.answer = std::vector<std::string>{"a", "c"};
  model::ExerciseResult result;
  result.id = "a/b";
  result.checks = {check, question};
  result.shown = {{model::ShowKind::plot, "losses", matrix}};
  result.pitfall = model::KnownMistake{"wrong-axis", "the other axis"};
  result.output = "printed";
  result.wall_s = 0.1 + 0.2;
  return result;
}

}  // namespace

TEST_CASE("a record becomes the same result again, to the last bit") {
  const std::string record = pipeline::to_record(full_result());
  const auto again = pipeline::result_from(record);
  REQUIRE(again);
  CHECK(pipeline::to_record(*again) == record);
  CHECK(again->wall_s == 0.1 + 0.2);
  CHECK(again->checks[0].description == "größer");
  REQUIRE(again->checks[0].counterexample.has_value());
  const model::Counterexample& counterexample = *again->checks[0].counterexample;
  CHECK(counterexample.differences[0].absolute_error == kInfinity);
  CHECK(counterexample.differences[0].wrong == std::vector<bool>{true, false});
  const auto& x = std::get<model::Tensor>(counterexample.input.find("x")->data);
  CHECK(x.shape == model::Shape{2, 1});
  CHECK(std::isnan(x.number(1)));
  const auto& record_value = std::get<model::Record>(counterexample.expected->data);
  CHECK(std::get<model::Optional>(record_value.find("none")->data).item.empty());
  const auto& list = std::get<model::List>(record_value.find("list")->data);
  CHECK(std::get<std::string>(list.items[1].data) == std::string("text\0more", 9));
  CHECK(std::get<std::vector<std::string>>(*again->checks[1].answer)[1] == "c");
}

TEST_CASE("what is no record is no result") {
  const std::string record = pipeline::to_record(full_result());
  for (std::size_t size = 0; size < record.size(); ++size)
    CHECK_FALSE(pipeline::result_from(std::string_view(record).substr(0, size)));
  CHECK_FALSE(pipeline::result_from(record + "x"));
}
