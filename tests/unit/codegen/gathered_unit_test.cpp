#include "codegen/gathered_unit.hpp"

#include <doctest/doctest.h>

#include "codegen/codegen.hpp"
#include "support/exercises.hpp"

using namespace grader;
using namespace grader::support;

TEST_CASE("each solution is in a namespace of its own, and probed behind all of them") {
  const model::Exercise exercise = twice();
  const codegen::GatheredSolution solution{&exercise, {}, "numbers__twice_1", {{"helper"}, {"std"}}};
  CHECK(codegen::gathered_unit({solution}) == R"(#include "codec.hpp"
namespace grader_solution_numbers__twice_1 {
#include "numbers/twice.cpp"
#include "numbers/twice.hpp"
}
#line 1 "numbers/twice.cpp.binding"
namespace grader::binding { struct Nobody; }
namespace grader_solution_numbers__twice_1 {
void twice(grader::binding::Nobody*);
namespace grader_binding {
template <typename... Arguments>
concept Defined = requires(const Arguments&... arguments) {
  { grader_solution_numbers__twice_1::twice(arguments...) } -> std::same_as<double>;
};
double entry(double x) __asm__("grader_gathered_numbers__twice_1");
double entry(double x) {
  static_assert(Defined<grader::harness::Exactly<double>>, "GRADER_SIGNATURE");
  return grader_solution_numbers__twice_1::twice(grader::harness::Exactly<double>(x));
}
}
}
#line 1 "numbers/twice.cpp.names"
#if __has_builtin(helper)
#error helper
#endif
#if __has_builtin(twice)
#error twice
#endif
namespace grader_names_numbers__twice_1 {
extern char helper;
extern char twice;
}
namespace grader_looks_numbers__twice_1 {
using namespace grader_names_numbers__twice_1;
using namespace std;
using grader_look_helper = decltype(helper);
using grader_look_twice = decltype(twice);
}
)");
}

TEST_CASE("records are defined in each namespace, and calls tell by whom") {
  model::Exercise used = twice();
  used.id = "numbers/used";
  used.records = {record("Pair", {{"a", numbers()}})};
  const model::Exercise caller = twice();
  const codegen::GatheredSolution solution{&caller, {&used}, "numbers__twice_1", {}};
  const std::string unit = codegen::gathered_unit({solution});
  CHECK(unit.find("#undef GRADER_RECORD_Pair\nnamespace grader_solution_numbers__twice_1 {") !=
        std::string::npos);
  CHECK(unit.find("grader_look_Pair") != std::string::npos);
  const std::string header = codegen::gathered_header(solution);
  CHECK(header.find("__asm__(\"grader_call_numbers__twice_1_grader_function_numbers__used\")") !=
        std::string::npos);
  CHECK(codegen::call_symbol("numbers__twice_1", "numbers/used") ==
        "grader_call_numbers__twice_1_grader_function_numbers__used");
}
