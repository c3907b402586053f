#include "pipeline/audit.hpp"

#include <doctest/doctest.h>

#include <map>

#include "classroom.hpp"
#include "util/error.hpp"

using namespace grader;
using classroom::Classroom;
using classroom::write;

namespace {

constexpr const char* kCases = "  - {id: random, generate: {count: 10, x: {normal: {}}}}\n";
constexpr const char* kProperty = "properties: [{id: odd, check: f(x = -x) ~= -out}]\n";
constexpr const char* kPitfalls =
    "pitfalls:\n  - {id: twice, message: That is twice.}\n  - {id: shifted, message: Nothing is added.}\n";

/// A course with one exercise, whose audit finds nothing until a test spoils it.
struct Room : Classroom {
  Room() {
    spec(std::string(kCases) + kProperty + kPitfalls);
    pitfall("twice", "return x * 2;");
    pitfall("shifted", "return x / 2 + 1;");
  }
  void pitfall(const std::string& id, const std::string& body) const {
    write(folder.path() / "reference/a/half.pitfalls" / (id + ".cpp"),
          "#include \"a/half.hpp\"\ndouble half(double x) { " + body + " }\n");
  }
  model::ExerciseAudit audit(model::Index seeds = 3) {
    const auto course = course::Course::load(folder.path());
    std::map<build::Mode, std::unique_ptr<build::ToolchainCompiler>> compilers;
    std::mutex mutex;
    const pipeline::AuditServices services{[&](build::Mode mode) -> build::Compiler& {
                                             const std::lock_guard lock(mutex);
                                             auto& compiler = compilers[mode];
                                             if (!compiler)
                                               compiler = std::make_unique<build::ToolchainCompiler>(
                                                   machine.compiler.toolchain(), machine.cache,
                                                   machine.processes, mode);
                                             return *compiler;
                                           },
                                           machine.processes};
    return pipeline::audit(course, course.select({}), services, {seeds, 2}, {}, {}).at(0);
  }
};

std::string all(const std::vector<std::string>& findings) {
  std::string text;
  for (const std::string& finding : findings) text += finding + "\n";
  return text;
}

}  // namespace

TEST_CASE("a good exercise has no findings, and the numbers that say so") {
  Room room;
  const auto audit = room.audit();
  CHECK(all(audit.findings) == "");
  CHECK(audit.checks == 2);
  CHECK(audit.stub_fails == 2);
  CHECK(audit.seeds == 3);
  CHECK(audit.pitfalls == 2);
  CHECK(audit.recognised == 2);
  CHECK(audit.mutants >= 3);
  CHECK(audit.detected == audit.mutants);
  CHECK(audit.noise < 1e-3);
  REQUIRE(audit.nearest_pitfall);
  CHECK(*audit.nearest_pitfall > 1e6);
}

TEST_CASE("what no check notices is shown as a difference, until it is waived") {
  Room room;
  room.reference("return x / 2 + 0 * x;");
  const auto audit = room.audit(1);
  const std::string text = all(audit.findings);
  CHECK(text.find("no check notices this change to the reference; add an input or a property that does, or "
                  "waive it with a reason\n  half.cpp:2: ") != std::string::npos);
  CAPTURE(text);
  CHECK(text.find("\n  -  double half(double x) { return x / 2 + 0 * x; }\n") != std::string::npos);
  REQUIRE_FALSE(audit.survivors.empty());
  CHECK(audit.survivors[0].waived == "");

  std::string waivers = "audit:\n  waive:\n";
  for (const model::Survivor& survivor : audit.survivors)
    waivers +=
        "    - {line: '" + survivor.before + "', becomes: '" + survivor.after + "', reason: It is 0.}\n";
  room.spec(std::string(kCases) + kProperty + kPitfalls + waivers);
  const auto waived = room.audit(1);
  CHECK(all(waived.findings) == "");
  CHECK(waived.survivors[0].waived == "It is 0.");
  CHECK(waived.detected < waived.mutants);

  SUBCASE("a waiver is bound to the line that it waives") {
    room.reference("return x / 2;");
    CHECK(
        all(room.audit(1).findings)
            .find(
                "a waiver is out of date, the reference has no such line or change; take it out\n  -  double "
                "half(double x) { return x / 2 + 0 * x; }\n") != std::string::npos);
  }
}

TEST_CASE("a pitfall must fail, and be known by its name") {
  Room room;
  SUBCASE("one that is no mistake") {
    room.pitfall("twice", "return 0.5 * x;");
    const auto audit = room.audit(1);
    CHECK(audit.recognised == 1);
    CHECK(all(audit.findings) ==
          "the pitfall twice passes every check: add an input that tells it from the reference\n"
          "the pitfall twice is not recognised with seed 1: it answers every input as the reference does; "
          "add one "
          "that tells them apart\n");
  }
  SUBCASE("two that are one") {
    room.pitfall("twice", "return 1 + 0.5 * x;");
    const auto audit = room.audit(1);
    CHECK(audit.recognised == 0);
    CHECK(all(audit.findings) ==
          "the pitfall twice is not recognised with seed 1: it answers every input as shifted does; add an "
          "input "
          "that tells them apart\n"
          "the pitfall shifted is not recognised with seed 1: it answers every input as twice does; add an "
          "input "
          "that tells them apart\n");
  }
  SUBCASE("one that does not compile") {
    room.pitfall("twice", "return y;");
    const std::string text = all(room.audit(1).findings);
    CAPTURE(text);
    CHECK(text.starts_with(
        "the pitfall twice does not compile:\n  twice.cpp: In function 'double half(double)':\n"
        "  twice.cpp:2:"));
  }
}

TEST_CASE("a property must be violated by something, and a crash is no violation") {
  Room room;
  room.spec(
      std::string(kCases) +
      "properties:\n  - {id: odd, check: f(x = -x) ~= -out}\n  - {id: idle, check: f(x = x) ~= out}\n" +
      "pitfalls:\n  - {id: crash, message: It crashes.}\n  - {id: shifted, message: Nothing is added.}\n");
  std::filesystem::remove(room.folder.path() / "reference/a/half.pitfalls/twice.cpp");
  room.pitfall("crash", "throw std::runtime_error(\"no\"); return x;");
  const auto audit = room.audit(1);
  CHECK(audit.idle_properties == std::vector<std::string>{"idle"});
  CHECK(all(audit.findings) == "no pitfall and no mutant violates the property idle: it proves nothing\n");
}

TEST_CASE("the reference must pass with every seed, and the tolerance stand above rounding") {
  Room room;
  SUBCASE("a property that holds with some seeds only") {
    room.spec(std::string(kCases) + "properties: [{id: small, check: abs(out) < 1}]\n" + kPitfalls);
    const auto audit = room.audit(200);
    CHECK(audit.seeds < 200);
    CHECK(audit.findings[0].starts_with("the reference fails with seed "));
    CHECK(audit.findings[0].find(" at -O0: check small, input random#") != std::string::npos);
  }
  SUBCASE("a tolerance of nothing") {
    room.reference("return std::exp(x) / (2 * std::exp(x)) * x;");
    room.spec(std::string(kCases) + kProperty + kPitfalls + "tolerance: {rtol: 1e-18, atol: 1e-18}\n");
    CHECK(all(room.audit(1).findings).find("the tolerance is below rounding") != std::string::npos);
  }
  SUBCASE("a tolerance that a mistake fits into") {
    room.pitfall("shifted", "return x / 2 + 0.01;");
    room.spec(std::string(kCases) + kProperty + kPitfalls + "tolerance: {atol: 0.1}\n");
    CHECK(all(room.audit(1).findings).find("the tolerance is too large") != std::string::npos);
  }
}

TEST_CASE("a pitfall that is wrong in what is not compared says nothing of the tolerance") {
  Room room;
  write(room.folder.path() / "exercises/a/half.yaml",
        "format_version: 1\ntitle: Half\nstatement: Half.\n"
        "function: {name: half, params: {x: float}, returns: {third: float, whole: float}}\n"
        "compare: [third]\n"
        "cases:\n"
        // Rounded: whatever is right differs from it by a third of the tolerance.
        "  - {id: written, input: {x: 1}, expected: {third: 0.3333, whole: 1}, tolerance: {atol: 1e-4}}\n"
        "  - {id: random, generate: {count: 10, x: {normal: {}}}}\n"
        "properties:\n  - {id: same, check: out.whole ~= x}\n"
        "pitfalls:\n  - {id: negative, message: That is the other sign.}\n");
  const auto half = [](const std::string& whole) {
    return "#include \"a/half.hpp\"\nHalfResult half(double x) { return {x / 3, " + whole + "}; }\n";
  };
  write(room.folder.path() / "reference/a/half.cpp", half("x"));
  std::filesystem::remove_all(room.folder.path() / "reference/a/half.pitfalls");
  write(room.folder.path() / "reference/a/half.pitfalls/negative.cpp", half("-x"));
  const auto audit = room.audit(1);
  CHECK(all(audit.findings) == "");
  CHECK(audit.recognised == 1);
  CHECK_FALSE(audit.nearest_pitfall.has_value());
}

TEST_CASE("a reference that cannot be examined is a finding, a machine that cannot work is not") {
  Room room;
  SUBCASE("it does not compile") {
    room.reference("return x / 2");
    CHECK(all(room.audit(1).findings).starts_with("the reference of a/half does not compile:\n"));
  }
  SUBCASE("it throws") {
    room.reference("throw std::runtime_error(\"oops\"); return x;");
    CHECK(all(room.audit(1).findings) ==
          "the reference of a/half fails on input random#0: threw std::runtime_error: oops\n");
  }
}

TEST_CASE("settings of the exercise make an audit smaller") {
  Room room;
  room.spec(std::string(kCases) + kProperty + kPitfalls +
            "audit: {seeds: 2, optimisation: [O2], mutants: 2}\n");
  const auto audit = room.audit(50);
  CHECK(audit.seeds == 2);
  CHECK(audit.mutants <= 2);
}
