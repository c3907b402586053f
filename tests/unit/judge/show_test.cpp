#include "judge/show.hpp"

#include <doctest/doctest.h>

#include "fake.hpp"
#include "util/error.hpp"

using namespace grader;

namespace {

/// What is shown of `scale` where the answers are `function`'s.
std::vector<model::ShownPart> shown(const std::vector<model::Show>& show, fake::Function function) {
  model::Exercise exercise = fake::scale();
  exercise.show = show;
  fake::Implementation reference(fake::scaled);
  fake::Implementation subject(std::move(function));
  fake::References references(reference);
  std::vector<judge::Input> inputs;
  std::vector<model::Outcome> answers;
  for (const model::Case& test_case : exercise.cases) {
    inputs.push_back(judge::make_input(exercise, test_case, 1, 0, reference));
    answers.push_back(subject.call(inputs.back().arguments));
  }
  return judge::shown_parts(exercise, {}, inputs, answers, subject, references);
}

fake::Numbers crashes_on_long(const fake::Numbers& x, double by) {
  if (x.size() > 2) throw model::CallFailure{model::Verdict::runtime_error, "crashed", true};
  return fake::scaled(x, by);
}

}  // namespace

TEST_CASE("a result's part is shown as it came out for the first input of its case") {
  const auto parts = shown({{model::ShowKind::plot, "out", "the result", "example"},
                            {model::ShowKind::plot, "[sum(x), by]", "sums", "example"},
                            {model::ShowKind::plot, "f(by = 1) - ref(by = 2)", "calls", "example"}},
                           fake::scaled);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].kind == model::ShowKind::plot);
  CHECK(parts[0].title == "the result");
  CHECK(parts[0].value == fake::vector({3, 6}));
  CHECK(parts[1].value == fake::vector({3, 3}));
  CHECK(parts[2].value == fake::vector({-1, -2}));
}

TEST_CASE("what has no answer says why, and a wrong expression is the course's fault") {
  const auto none = shown({{model::ShowKind::plot, "out[5:6] + out[7]", "t", "example"}}, fake::scaled);
  REQUIRE(none.size() == 1);
  CHECK(none[0].kind == model::ShowKind::text);
  CHECK(std::get<std::string>(none[0].value.data) ==
        "cannot be shown: out[7] : index 7 is out of bounds for axis 0 with size 2");
  const auto crash = shown({{model::ShowKind::plot, "f(x = [1, 2, 3])", "t", "example"}}, crashes_on_long);
  REQUIRE(crash.size() == 1);
  CHECK(std::get<std::string>(crash[0].value.data) == "cannot be shown: crashed\ncalled with x: 2 → 3");
  CHECK_THROWS_AS(shown({{model::ShowKind::plot, "outt", "t", "example"}}, fake::scaled), util::CourseError);
}
