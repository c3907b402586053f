#include <doctest/doctest.h>

#include "classroom.hpp"

using namespace grader;
using classroom::Classroom;
using classroom::verdicts;
using classroom::write;

namespace {

constexpr const char* kRandom = "  - {id: random, generate: {count: 20, x: {normal: {}}}}\n";
constexpr const char* kSecret =
    "  - {id: secret, hidden: true, generate: {count: 5, x: {normal: {mean: 50}}}}\n";

void pitfall(const Classroom& room, const std::string& id, const std::string& body) {
  write(room.folder.path() / "reference/a/half.pitfalls" / (id + ".cpp"),
        "#include \"a/half.hpp\"\ndouble half(double x) { " + body + " }\n");
}

}  // namespace

TEST_CASE("a failing property is one check, with the smallest input and both sides") {
  Classroom room;
  room.spec(
      std::string(kRandom) +
      "compare: none\nproperties:\n  - {id: odd, description: An odd function, check: f(x = -x) ~= -out}\n");
  const auto result = room.grade("return x / 2 + 1;");
  CHECK(verdicts(result) == "random=accepted odd=property_violated ");
  const model::CheckResult& check = result.checks[1];
  CHECK(check.kind == model::CheckKind::property);
  CHECK(check.inputs == 20);
  CHECK(check.failed_inputs == 20);
  REQUIRE(check.counterexample);
  CHECK(check.counterexample->input == model::Arguments{{{"x", {model::Tensor::scalar(0.0)}}}});
  CHECK(check.counterexample->shrink_steps > 0);
  CHECK(check.counterexample->relation->left == model::Value{model::Tensor::scalar(1.0)});
  CHECK(check.counterexample->relation->right == model::Value{model::Tensor::scalar(-1.0)});
  CHECK(result.score == 1.5);
}

TEST_CASE("a property that the reference does not have is the course's mistake") {
  Classroom room;
  room.spec(std::string(kRandom) + "properties:\n  - {id: wrong, check: out ~= x}\n");
  const auto result = room.grade("return x / 2;");
  CHECK(result.verdict == model::Verdict::grader_error);
  CHECK(result.message.starts_with(
      "a/half: the property wrong does not hold for the reference on input random#"));
}

TEST_CASE("a known mistake is named where it explains everything") {
  Classroom room;
  room.spec(
      std::string(kRandom) +
      "pitfalls:\n  - {id: twice, message: That is twice.}\n  - {id: third, message: That is a third.}\n");
  pitfall(room, "twice", "return x * 2;");
  pitfall(room, "third", "return x / 3;");
  const auto named = [&](const std::string& body) {
    const auto result = room.grade(body);
    return result.pitfall ? result.pitfall->message : "nothing";
  };
  CHECK(named("return x + x;") == "That is twice.");
  CHECK(named("return x * (1.0 / 3);") == "That is a third.");
  CHECK(named("return x > 0 ? x * 2 : x / 3;") == "nothing");
  CHECK(named("return x * 0.5;") == "nothing");
  CHECK(named("return x / 4;") == "nothing");
  SUBCASE("a pitfall that does not compile costs nobody a verdict") {
    pitfall(room, "twice", "return x * 2");
    const auto result = room.grade("return x * 2 + 1;");
    CHECK(verdicts(result) == "random=wrong_answer ");
    CHECK(named("return x / 3;") == "That is a third.");
  }
  SUBCASE("nor does one that spoils the others") {
    pitfall(room, "twice", "return x * 2; } }");
    CHECK(verdicts(room.grade("return x * 2 + 1;")) == "random=wrong_answer ");
  }
}

TEST_CASE("a known mistake is named where properties alone show it") {
  Classroom room;
  room.spec(std::string(kRandom) +
            "compare: none\nproperties: [{id: odd, check: f(x = -x) ~= -out}]\n"
            "pitfalls: [{id: shifted, message: Nothing is added.}]\n");
  pitfall(room, "shifted", "return x / 2 + 1;");
  const auto result = room.grade("return 1 + x / 2;");
  REQUIRE(result.pitfall);
  CHECK(result.pitfall->id == "shifted");
}

TEST_CASE("a formula stands beside the smallest input") {
  Classroom room;
  room.spec(kRandom);
  const auto result = room.grade("return x;");
  REQUIRE(result.checks[0].counterexample);
  CHECK(result.checks[0].counterexample->closed_form == "yours = 2 × expected everywhere");
}

TEST_CASE("a function that remembers earlier calls is told so") {
  Classroom room;
  SUBCASE("where it makes a wrong answer") {
    room.spec(kRandom);
    const auto result = room.grade("static int calls = 0; return ++calls > 3 ? x : x / 2;");
    CHECK(verdicts(result) == "random=wrong_answer ");
    CHECK(result.checks[0].message.find("right when it is the first call, wrong after others") !=
          std::string::npos);
  }
  SUBCASE("where nothing is compared") {
    room.spec(std::string(kRandom) + "compare: none\nproperties: [{id: finite, check: isfinite(out)}]\n");
    const auto result = room.grade("static double sum = 0; return sum += x;");
    CHECK(result.checks[0].verdict == model::Verdict::wrong_answer);
    CHECK(result.checks[0].message.starts_with("called again with the same input, it answered differently"));
    CHECK(room.grade("return x;").status == model::Status::pass);
  }
  SUBCASE("unless the exercise says that it may") {
    room.spec(std::string(kRandom) +
              "compare: none\npure: unchecked\nproperties: [{id: finite, check: isfinite(out)}]\n");
    CHECK(room.grade("static double sum = 0; return sum += x;").status == model::Status::pass);
  }
}

TEST_CASE("nothing of a hidden input comes out with a later call that is shown") {
  Classroom room;
  room.spec(std::string(kSecret) + kRandom + "properties: [{id: odd, check: f(x = -x) ~= -out}]\n");
  const auto result = room.grade(
      "static double most = 0; if (x > most) most = x;\n"
      "std::cout << (most > 20 ? \"leaked\" : \"nothing\") << '\\n';\n"
      "if (most > 20 && x < 20) throw std::runtime_error(\"leaked\"); return x / 2;");
  CHECK(verdicts(result) == "secret=accepted random=accepted odd=accepted ");
  CHECK(result.output.find("leaked") == std::string::npos);
  CHECK(result.output.find("nothing") != std::string::npos);
}

TEST_CASE("crashes on hidden inputs take nothing from the others") {
  Classroom room;
  room.spec(std::string("  - {id: secret, hidden: true, generate: {count: 9, x: {normal: {mean: 50}}}}\n") +
            kRandom + "properties: [{id: odd, check: f(x = -x) ~= -out}]\n");
  const auto result = room.grade("if (x > 20) std::abort(); return x / 2;");
  CHECK(verdicts(result) == "secret=wrong_answer random=accepted odd=property_violated ");
  CHECK(result.checks[1].skipped_inputs == 0);
  CHECK(result.checks[2].message == "holds on every input that is shown, and fails on a hidden one");
  CHECK_FALSE(result.checks[2].counterexample);
  CHECK(result.checks[2].inputs == 20);
  CHECK(result.checks[2].failed_inputs == 0);
}

TEST_CASE("whatever status a solution ends with, it is its own") {
  Classroom room;
  const auto result = room.grade("std::_Exit(120);");
  CHECK(verdicts(result) == "one=runtime_error two=wrong_answer three=runtime_error ");
}

TEST_CASE("a solution that prints in every call is not failed for the calls of properties") {
  Classroom room;
  room.spec(std::string(kRandom) + "properties: [{id: slope, check: \"fd(f(), x) ~= 0.5\"}]\n",
            "output_kib: 2");
  CHECK(room.grade("std::cout << std::string(80, 'x') << '\\n'; return x / 2;").status ==
        model::Status::pass);
  const auto flood = room.grade("if (x < 0) std::cout << std::string(4000, 'x') << '\\n'; return x / 2;");
  CHECK(flood.checks[0].verdict == model::Verdict::output_limit);
}

TEST_CASE("a result that makes a reference fail in a property is the solution's own") {
  Classroom room;
  room.reference("if (std::isnan(x)) throw std::invalid_argument(\"nan\"); return x / 2;");
  room.spec(std::string(kRandom) + "properties: [{id: again, check: ref(x = 2 * out) ~= out}]\n");
  const auto result = room.grade("return std::nan(\"\");");
  CHECK(verdicts(result) == "random=not_finite again=property_violated ");
  CHECK(result.checks[1].message ==
        "has no answer: the reference of half fails on what it is given: threw std::invalid_argument: nan");
}

TEST_CASE("where nothing is compared, the reference is not asked") {
  Classroom room;
  room.reference("if (x == x) throw std::runtime_error(\"asked\"); return x;");
  room.spec(std::string(kRandom) + "compare: none\nproperties:\n  - {id: odd, check: f(x = -x) ~= -out}\n");
  CHECK(room.grade("return x / 2;").status == model::Status::pass);
  // A failure is another matter: then the property itself is in question.
  CHECK(room.grade("return x / 2 + 1;").verdict == model::Verdict::grader_error);
  room.spec(std::string(kRandom) +
            "compare: none\npure: unchecked\nproperties:\n  - {id: odd, check: f(x = -x) ~= -out}\n");
  CHECK(verdicts(room.grade("return x / 2 + 1;")) == "random=accepted odd=property_violated ");
  CHECK(verdicts(room.grade("return std::sqrt(-1.0);")) == "random=not_finite odd=property_violated ");
}

TEST_CASE("parts of a right result are shown, of a wrong one none") {
  Classroom room;
  room.spec(
      "  - {id: four, input: {x: 4}}\n  - {id: nine, input: {x: 9}}\n"
      "show:\n  - {plot: \"[out, x]\", case: nine, title: Half}\n  - {plot: \"arange(3)\"}\n");
  const auto right = room.grade("return x / 2;");
  REQUIRE(right.shown.size() == 2);
  CHECK(right.shown[0].title == "Half");
  CHECK(right.shown[0].value == model::Value{model::Tensor{{2}, std::vector<double>{4.5, 9}}});
  CHECK(right.shown[1].title == "arange(3)");
  CHECK(room.grade("return x / 2 + (x > 4);").shown.empty());
}
