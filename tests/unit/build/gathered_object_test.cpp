#include "build/gathered_object.hpp"

#include <doctest/doctest.h>
#include <elf.h>

using namespace grader;
using build::ElfObject;

namespace {

ElfObject::Symbol symbol(std::string_view name, unsigned type = STT_FUNC, unsigned binding = STB_GLOBAL,
                         std::uint16_t section = 1) {
  return {name, type, binding, section, 8};
}

/// An object with the solution a_1 in it, and more.
build::Findings findings(const std::vector<ElfObject::Symbol>& symbols,
                         const std::vector<ElfObject::Section>& sections = {}) {
  ElfObject object;
  object.symbols = {symbol("grader_gathered_a_1"),
                    symbol("_ZN19grader_solution_a_15twiceEd"),
                    symbol("_ZSt3maxIdET_", STT_FUNC, STB_WEAK),
                    symbol("exp", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF),
                    symbol("grader_call_a_1_grader_function_b", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF),
                    symbol("_GLOBAL__sub_I_x", STT_FUNC, STB_LOCAL)};
  object.symbols.insert(object.symbols.end(), symbols.begin(), symbols.end());
  object.sections = {{".init_array", SHF_ALLOC | SHF_WRITE, 8}, {".text", SHF_ALLOC | SHF_EXECINSTR, 999}};
  object.sections.insert(object.sections.end(), sections.begin(), sections.end());
  return build::inspect(object, {"a_1"}, {{".init_array", 8}, {"functions", 8}});
}

bool is_sound(const std::vector<ElfObject::Symbol>& symbols,
              const std::vector<ElfObject::Section>& sections = {}) {
  const build::Findings found = findings(symbols, sections);
  return found.sound && found.blamed.empty();
}

bool is_blamed(const ElfObject::Symbol& added) {
  const build::Findings found = findings({added});
  return found.sound && found.blamed == std::set<std::string>{"a_1"};
}

}  // namespace

TEST_CASE("an object of solutions and what the library needs is sound") {
  CHECK(is_sound({}));
  for (const char* name : {"_ZTVN19grader_solution_a_11EE", "_ZTIN19grader_solution_a_11EE",
                           "_ZNK19grader_solution_a_11E4whatEv", "_ZThn16_N19grader_solution_a_11ED1Ev",
                           "_ZN19grader_solution_a_11ED0Ev"}) {
    CAPTURE(name);
    CHECK(is_sound({symbol(name)}));
  }
  CHECK(is_sound({symbol("_ZN19grader_solution_a_11P5countE", STT_OBJECT)}));
  for (const char* name : {"DW.ref.__gxx_personality_v0", "__clang_call_terminate"}) {
    CAPTURE(name);
    CHECK(is_sound({symbol(name, STT_NOTYPE, STB_WEAK)}));
    CHECK(!is_sound({symbol(name)}));
  }
  CHECK(is_sound({}, {{".data", SHF_ALLOC | SHF_WRITE, 1 << 19}}));
}

TEST_CASE("what could be anybody's makes it unsound") {
  for (const char* name : {"main", "_start", "_Znwm", "_ZN6grader7harness7variantE", "write", "_ZN5Eigen1fEv",
                           "grader_gathered_b_1", "_ZN3std19grader_solution_a_1E"}) {
    CAPTURE(name);
    CHECK(!is_sound({symbol(name)}));
  }
  CHECK(!is_sound({symbol("write", STT_FUNC, STB_WEAK)}));
  CHECK(!is_sound({symbol("_ZL1fv", STT_GNU_IFUNC, STB_LOCAL)}));
  CHECK(!is_sound({symbol("common", STT_OBJECT, STB_GLOBAL, SHN_COMMON)}));
  CHECK(!is_sound({symbol("grader_gathered_b_1", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF)}));
  CHECK(!is_sound({symbol("grader_call_b_1_grader_function_c", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF)}));
}

TEST_CASE("what runs at start, names a program or takes much room makes it unsound") {
  for (const char* name :
       {".init_array", ".init_array.00100", ".preinit_array", ".fini_array", ".ctors.65535", ".dtors",
        ".init", ".fini", ".text.startup", ".text.exit", ".interp", "grader_adapters"}) {
    CAPTURE(name);
    CHECK(!is_sound({}, {{name, SHF_ALLOC, 8}}));
  }
  CHECK(!is_sound({symbol("_GLOBAL__sub_I_y", STT_FUNC, STB_LOCAL)}));
  CHECK(!is_sound({symbol("_Z41__static_initialization_and_destruction_0ii", STT_FUNC, STB_LOCAL)}));
  CHECK(!is_sound({}, {{".bss", SHF_ALLOC | SHF_WRITE, (1 << 20) + 1}}));
  CHECK(!is_sound({}, {{".bss", SHF_ALLOC | SHF_WRITE, ~std::uint64_t{0}}}));
}

TEST_CASE("a solution that is something else alone is blamed") {
  // Declared and not defined; a variable with a C name; its own definition of what it should call.
  CHECK(is_blamed(symbol("_ZN19grader_solution_a_16helperEd", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF)));
  CHECK(is_blamed(symbol("_ZN19grader_solution_a_15countE", STT_OBJECT)));
  CHECK(is_blamed(symbol("_ZN19grader_solution_a_15countE", STT_TLS)));
  CHECK(is_blamed(symbol("_ZN19grader_solution_a_15countE", STT_OBJECT, STB_WEAK)));
  CHECK(is_blamed(symbol("grader_call_a_1_grader_function_b", STT_FUNC)));
}

TEST_CASE("calls are what is not defined") {
  ElfObject object;
  object.symbols = {symbol("grader_call_a", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF), symbol("grader_call_b"),
                    symbol("exp", STT_NOTYPE, STB_GLOBAL, SHN_UNDEF)};
  CHECK(build::called_symbols(object) == std::set<std::string>{"grader_call_a"});
}
