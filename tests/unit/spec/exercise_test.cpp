#include <doctest/doctest.h>

#include <cmath>

#include "spec/read.hpp"
#include "spec/signature.hpp"
#include "support/files.hpp"

using namespace grader;

namespace {

spec::Reading read(const std::string& text, const spec::Defaults& defaults = {}) {
  return spec::read_exercise("spec.yaml", text, "topic/name", defaults);
}

model::Exercise read_good(const std::string& text, const spec::Defaults& defaults = {}) {
  auto reading = read(text, defaults);
  REQUIRE(util::render(reading.diagnostics) == "");
  REQUIRE(reading.exercise.has_value());
  return std::move(*reading.exercise);
}

const std::string kFull = R"(
format_version: 1
title: LayerNorm with γ and β
difficulty: 2
points: 4
tags: [normalization, transformer]
source: {title: Notes, author: Somebody, license: MIT}
statement: |
  What is asked, $x^2$
hints: [First, Second]
takeaway: Remember
records:
  Whole: {parts: "list<Part>", n: int}
  Part: {a: "float[D]"}
  Unused: {z: float}
function:
  name: layer_norm
  params: {x: "float[B, D]", whole: Whole, mask: "optional<bool[B, B]>", eps: float}
  returns: {mean: "float[B]", part: Part}
uses: [topic/other, another]
compare: [mean]
tolerance: {rtol: 1e-3}
limits: {time_s: 2.5, memory_mib: 256, threads: 2, compile_time_s: 4, compile_mib: 2048, object_mib: 8, diagnostics_kib: 16}
scoring: all_or_nothing
pure: unchecked
audit:
  seeds: 3
  optimisation: [O2]
  mutants: 10
  waive:
    - {line: "  y += x;", becomes: "y -= -x; ", reason: It is the same}
pitfalls:
  - id: eps-outside-sqrt
    message: ε belongs inside
  - {id: worked, message: "The id of a case, which is no clash"}
properties:
  - id: shift
    description: Adding a constant changes nothing
    check: |
      f(x = x + c)
        ~= out
    points: 0.5
    tolerance: {atol: 0.25}
    cases: [random]
    forall: {c: [-1, 2.5, [true, D - 1], "'a'"], i: arange(D)}
    let: {second: "-inf", first: 3, third: [], fourth: true}
  - {id: plain, check: out ~= out}
cases:
  - id: worked
    description: As in the statement
    hidden: true
    points: 2.5
    nan: equal
    tolerance: {atol: 0.5}
    input: {eps: 1, x: [[1, -2.5, .inf]], whole: {n: 3, parts: [{a: [1, 2, 3]}, {a: ["nan", "-inf", 1e-5]}]}}
    expected: {mean: [nan], part: {a: [0, 0, 0]}}
  - id: random
    generate: {count: 2, dims: {B: 1..4, D: 3}, x: {normal: {}}, eps: 1e-5, mask: {present: 0.25, causal_mask: {}},
               whole: {n: {integers: {low: 0, high: D + 1}},
                       parts: {length: 1..B, items: {a: {uniform: {low: -1, high: 1}, scale: [1, 10], edge: [zeros, huge],
                                                         decimals: 3}}}}}
    where: [eps > 0, all(x < 3)]
)";

}  // namespace

TEST_CASE("all fields of an exercise are read") {
  const model::Exercise exercise = read_good(kFull);
  CHECK(exercise.id == "topic/name");
  CHECK(exercise.spec_file == "spec.yaml");
  CHECK(exercise.title == "LayerNorm with γ and β");
  CHECK(exercise.difficulty == 2);
  CHECK(exercise.points == 4);
  CHECK(exercise.tags == std::vector<std::string>{"normalization", "transformer"});
  CHECK(exercise.source->author == "Somebody");
  CHECK(exercise.statement == "What is asked, $x^2$\n");
  CHECK(exercise.hints == std::vector<std::string>{"First", "Second"});
  CHECK(exercise.takeaway == "Remember");
  CHECK(exercise.uses == std::vector<std::string>{"topic/other", "another"});
  CHECK_FALSE(exercise.compare.all);
  CHECK(exercise.compare.fields == std::vector<std::string>{"mean"});
  CHECK(exercise.scoring == model::Scoring::all_or_nothing);
  CHECK(exercise.limits.time_s == 2.5);
  CHECK(exercise.limits.memory_mib == 256);
  CHECK(exercise.limits.threads == 2);
  CHECK(exercise.limits.compile_time_s == 4);
  CHECK(exercise.limits.compile_mib == 2048);
  CHECK(exercise.limits.object_mib == 8);
  CHECK(exercise.limits.diagnostics_kib == 16);
  CHECK(exercise.limits.exercise_time_s == model::Limits{}.exercise_time_s);
}

TEST_CASE("the records of a function come with parts before wholes, the unnamed result last") {
  const model::Exercise exercise = read_good(kFull);
  std::vector<std::string> names;
  for (const auto& record : exercise.records) names.push_back(record->name);
  CHECK(names == std::vector<std::string>{"Part", "Whole", "LayerNormResult"});
  CHECK(model::to_string(exercise.function.returns) == "LayerNormResult");
  CHECK(spec::result_record_name("f") == "FResult");
  CHECK(spec::result_record_name("batch_norm_2d") == "BatchNorm2dResult");
}

TEST_CASE("a declared record in a result may have sizes that no parameter binds") {
  const std::string start =
      "format_version: 1\ntitle: T\nstatement: S\nrecords: {Weights: {w: \"float[D, F]\"}}\n";
  const std::string end = "cases: [{id: a, input: {n: 1}}]\n";
  const auto function = [](const std::string& returns) {
    return "function: {name: train, params: {n: int}, returns: " + returns + "}\n";
  };
  CHECK(read_good(start + function("{weights: list<Weights>, losses: \"float[n]\"}") + end).records.size() ==
        2);
  CHECK(read_good(start + function("Weights") + end).records.size() == 1);
  const auto bad =
      spec::read_exercise("spec.yaml", start + function("{w: Weights, x: \"float[E]\"}") + end, "a/b", {});
  REQUIRE(bad.diagnostics.size() == 1);
  CHECK(bad.diagnostics[0].message == "the size 'E' of the result is bound by no parameter");
}

TEST_CASE("a case's tolerance is over the exercise's, which is over the course's") {
  spec::Defaults defaults;
  defaults.tolerance = {0.25, 0.125};
  const model::Exercise exercise = read_good(kFull, defaults);
  CHECK(exercise.tolerance.rtol == 1e-3);
  CHECK(exercise.tolerance.atol == 0.125);
  CHECK(exercise.cases[0].tolerance.rtol == 1e-3);
  CHECK(exercise.cases[0].tolerance.atol == 0.5);
  CHECK(exercise.cases[1].tolerance.atol == 0.125);
}

TEST_CASE("inputs come in the order of the parameters, optionals left out are empty") {
  const model::Exercise exercise = read_good(kFull);
  const model::Case& test_case = exercise.cases[0];
  CHECK(test_case.id == "worked");
  CHECK(test_case.hidden);
  CHECK(test_case.points == 2.5);
  CHECK(test_case.nan == model::NanPolicy::equal);
  const auto& worked = std::get<model::Worked>(test_case.source);
  REQUIRE(worked.input.fields.size() == 4);
  CHECK(worked.input.fields[0].first == "x");
  CHECK(worked.input.fields[0].second ==
        model::Value{model::Tensor{{1, 3}, std::vector<double>{1, -2.5, INFINITY}}});
  CHECK(worked.input.fields[2] == std::pair<std::string, model::Value>("mask", {model::Optional{}}));
  CHECK(worked.input.fields[3].second == model::Value{model::Tensor::scalar(1.0)});
  const auto& whole = std::get<model::Record>(worked.input.fields[1].second.data);
  CHECK(whole.fields[1].second == model::Value{model::Tensor::scalar(std::int64_t{3})});
  const auto& parts = std::get<model::List>(whole.fields[0].second.data);
  const auto& second =
      std::get<model::Tensor>(std::get<model::Record>(parts.items[1].data).fields[0].second.data);
  CHECK(std::isnan(second.number(0)));
  CHECK(second.number(1) == -INFINITY);
  CHECK(second.number(2) == 1e-5);
}

TEST_CASE("properties are read with their names in order") {
  const model::Exercise exercise = read_good(kFull);
  REQUIRE(exercise.properties.size() == 2);
  const model::Property& shift = exercise.properties[0];
  CHECK(shift.id == "shift");
  CHECK(shift.description == "Adding a constant changes nothing");
  CHECK(shift.check == "f(x = x + c)\n  ~= out");
  CHECK(shift.points == 0.5);
  REQUIRE(shift.tolerance.has_value());
  CHECK(shift.tolerance->rtol == 1e-3);
  CHECK(shift.tolerance->atol == 0.25);
  CHECK(shift.cases == std::vector<std::string>{"random"});
  using Texts = std::vector<std::pair<std::string, std::string>>;
  CHECK(shift.for_all == Texts{{"c", "[-1, 2.5, [true, D - 1], 'a']"}, {"i", "arange(D)"}});
  CHECK(shift.let == Texts{{"second", "-inf"}, {"first", "3"}, {"third", "[]"}, {"fourth", "true"}});
  const model::Property& plain = exercise.properties[1];
  CHECK(plain.points == 1);
  CHECK_FALSE(plain.tolerance.has_value());
  CHECK(plain.cases == std::vector<std::string>{"worked", "random"});
  CHECK(plain.description.empty());
  CHECK(plain.let.empty());
  CHECK(exercise.cases[1].where == std::vector<std::string>{"eps > 0", "all(x < 3)"});
  CHECK(exercise.cases[0].where.empty());
}

TEST_CASE("pitfalls and settings of the audit are read") {
  const model::Exercise exercise = read_good(kFull);
  CHECK(exercise.pure == model::Purity::unchecked);
  REQUIRE(exercise.pitfalls.size() == 2);
  CHECK(exercise.pitfalls[0].id == "eps-outside-sqrt");
  CHECK(exercise.pitfalls[0].message == "ε belongs inside");
  CHECK(exercise.audit.seeds == 3);
  CHECK(exercise.audit.mutants == 10);
  CHECK(exercise.audit.optimisation == std::vector<std::string>{"O2"});
  REQUIRE(exercise.audit.waive.size() == 1);
  CHECK(exercise.audit.waive[0].line == "y += x;");
  CHECK(exercise.audit.waive[0].becomes == "y -= -x;");
  CHECK(exercise.audit.waive[0].reason == "It is the same");
}

TEST_CASE("what is left out of an exercise means the usual") {
  const model::Exercise exercise = read_good(R"(
format_version: 1
title: t
statement: s
function: {name: f, params: {x: float}, returns: float}
cases: [{id: a, input: {x: 1}}]
)");
  CHECK(exercise.pure == model::Purity::checked);
  CHECK(exercise.properties.empty());
  CHECK(exercise.pitfalls.empty());
  CHECK_FALSE(exercise.audit.seeds.has_value());
  CHECK_FALSE(exercise.audit.mutants.has_value());
  CHECK(exercise.audit.optimisation.empty());
  CHECK(exercise.audit.waive.empty());
}

TEST_CASE("properties that may call functions of uses: are checked when these are known") {
  const std::string text = R"(
format_version: 1
title: t
statement: s
uses: [other]
function: {name: f, params: {x: "float[N]"}, returns: "float[N]"}
cases: [{id: a, input: {x: [1]}}]
properties:
  - {id: p, check: f(x = g(x)) ~= out}
  - {id: q, let: {y: 2 *}, check: out ~= y}
)";
  auto reading = read(text);
  CHECK(util::render(reading.diagnostics) == "");
  REQUIRE(reading.property_places.size() == 2);
  const model::Function g = spec::read_signature("float[N] g(x: float[N])", {});
  spec::check_texts(reading, text, {&g});
  CHECK(util::render(reading.diagnostics) ==
        "spec.yaml:10:25: error: expected a value, found the end\n"
        "      - {id: q, let: {y: 2 *}, check: out ~= y}\n"
        "                            ^\n");
}

TEST_CASE("places of pitfalls are kept") {
  const auto reading = read(kFull);
  REQUIRE(reading.pitfall_places.size() == 2);
  CHECK(reading.pitfalls_place.line == 32);
  CHECK(reading.pitfall_places[1].line == 35);
  CHECK(reading.pitfall_places[1].column == 10);
  CHECK(read("pitfalls: 3\n").pitfall_places.empty());
}

TEST_CASE("generators are read by the types they are for") {
  const model::Exercise exercise = read_good(kFull);
  const auto& generation = std::get<model::Generation>(exercise.cases[1].source);
  CHECK(generation.count == 2);
  REQUIRE(generation.dims.size() == 2);
  CHECK(generation.dims[0].first == "B");
  CHECK(generation.dims[0].second.high == 4);
  CHECK(generation.dims[1].second.low == 3);
  CHECK(generation.dims[1].second.high == 3);
  REQUIRE(generation.inputs.size() == 4);
  const model::Generator& whole = generation.inputs[1].second;
  REQUIRE(whole.fields.size() == 2);
  const model::Generator& parts = whole.fields[0].second;
  CHECK(std::get<double>(*parts.length_low) == 1);
  CHECK(model::to_string(std::get<model::Dim>(*parts.length_high)) == "B");
  const model::Generator& a = parts.fields[0].second;
  CHECK(a.distribution == model::Distribution::uniform);
  CHECK(std::get<double>(a.arguments.at("low")) == -1);
  CHECK(a.scale == std::vector<double>{1, 10});
  CHECK(a.edge == std::vector<model::Edge>{model::Edge::zeros, model::Edge::huge});
  CHECK(a.decimals == 3);
  CHECK(model::to_string(std::get<model::Dim>(whole.fields[1].second.arguments.at("high"))) == "D + 1");
  CHECK(generation.inputs[2].second.present == 0.25);
  CHECK(generation.inputs[2].second.distribution == model::Distribution::causal_mask);
  CHECK(generation.inputs[3].second.distribution == model::Distribution::constant);
  CHECK(generation.inputs[3].second.options[0] == model::Value{model::Tensor::scalar(1e-5)});
}

TEST_CASE("parameters called count, dims and inputs have generators too") {
  const model::Exercise exercise = read_good(R"(
format_version: 1
title: t
statement: s
function: {name: f, params: {count: int, x: "float[N]", inputs: float, y: "float[N]"}, returns: float}
cases:
  - id: a
    generate: {count: 5, dims: {N: 2}, x: 1.5, y: [1, 2], inputs: {count: 7, inputs: {normal: {}}}}
)");
  const auto& generation = std::get<model::Generation>(exercise.cases[0].source);
  CHECK(generation.count == 5);
  CHECK(generation.inputs[0].first == "count");
  CHECK(generation.inputs[0].second.options[0] == model::Value{model::Tensor::scalar(std::int64_t{7})});
  // A number fills an array of any size; an array written out has its own.
  CHECK(generation.inputs[1].second.options[0] == model::Value{model::Tensor::scalar(1.5)});
  CHECK(generation.inputs[3].second.options[0] ==
        model::Value{model::Tensor{{2}, std::vector<double>{1, 2}}});
}

TEST_CASE("data files are read relative to the specification") {
  const auto folder = test::source_dir() / "tests" / "fixtures" / "data_specs";
  const std::string text = test::read_file(folder / "data.yaml");
  const auto reading = spec::read_exercise(folder / "data.yaml", text, "topic/data", {});
  REQUIRE(util::render(reading.diagnostics) == "");
  const auto& worked = std::get<model::Worked>(reading.exercise->cases[0].source);
  CHECK(std::get<std::string>(worked.input.find("text")->data) == "Some text,\nas it is.\n");
  CHECK(*worked.input.find("x") ==
        model::Value{model::Tensor{{2, 3}, std::vector<double>{1, 2, 3, 4, 5, -6.5}}});
  CHECK(*worked.input.find("n") == model::Value{model::Tensor{{4}, std::vector<std::int64_t>{1, 2, 3, 4}}});
  CHECK(*worked.input.find("none") == model::Value{model::Tensor{{0, 3}, std::vector<float>{}}});
}

TEST_CASE("places of what the course checks are kept") {
  const auto reading = read(kFull);
  CHECK(reading.function_place.line == 17);
  CHECK(reading.function_place.column == 9);
  REQUIRE(reading.uses_places.size() == 2);
  CHECK(reading.uses_places[1].line == 20);
  CHECK(reading.uses_places[1].column == 21);
}

TEST_CASE("a file with very many mistakes is cut short and says so") {
  std::string text = "format_version: 1\n";
  for (int i = 0; i < 300; ++i) text += "unknown_" + std::to_string(i) + ": 1\n";
  const auto reading = read(text);
  REQUIRE(reading.diagnostics.size() == 201);
  CHECK(util::render(reading.diagnostics.back()) == "spec.yaml: error: 104 more mistakes are not shown\n");
}
