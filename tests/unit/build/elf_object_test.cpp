#include "build/elf_object.hpp"

#include <doctest/doctest.h>
#include <elf.h>

#include <algorithm>
#include <random>
#include <string>

#include "support/exercises.hpp"
#include "support/machine.hpp"

using namespace grader;
using namespace grader::support;

namespace {

/// The bytes of an object that a compiler made: the largest that a build leaves in a cache of its own.
std::string some_object() {
  const Machine machine;
  const util::TemporaryDirectory box = machine.cache.box();
  util::write_file(box.path() / "a.cpp", "int answer = 42;\nint f();\nint g() { return f(); }\n");
  const sandbox::Finished finished =
      machine.processes.run({{machine.compiler.toolchain().cxx.string(), "-c", "a.cpp", "-o", "a.o"},
                             box.path(),
                             build::compiler_environment(machine.compiler.toolchain(), box.path()),
                             {},
                             sandbox::Role::compiler,
                             machine.compiler.toolchain().folders},
                            60, 4096, {});
  CAPTURE(finished.output);
  REQUIRE(finished.ending.exit_status == 0);
  return util::read_file(box.path() / "a.o").value_or("");
}

const build::ElfObject::Symbol* find(const build::ElfObject& object, std::string_view name) {
  for (const auto& symbol : object.symbols)
    if (symbol.name == name) return &symbol;
  return nullptr;
}

}  // namespace

TEST_CASE("an object's sections and symbols are read") {
  const std::string bytes = some_object();
  const auto object = build::read_elf_object(bytes);
  REQUIRE(object);
  const auto is_data = [](const auto& section) { return section.name == ".data" && section.size == 4; };
  CHECK(std::any_of(object->sections.begin(), object->sections.end(), is_data));
  const auto* answer = find(*object, "answer");
  REQUIRE(answer != nullptr);
  CHECK(answer->type == STT_OBJECT);
  CHECK(answer->binding == STB_GLOBAL);
  CHECK(answer->size == 4);
  REQUIRE(find(*object, "_Z1gv") != nullptr);
  CHECK(find(*object, "_Z1gv")->section != SHN_UNDEF);
  REQUIRE(find(*object, "_Z1fv") != nullptr);
  CHECK(find(*object, "_Z1fv")->section == SHN_UNDEF);
}

TEST_CASE("what is cut off anywhere, damaged or no object at all is never read beyond its end") {
  const std::string bytes = some_object();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    build::read_elf_object(std::string(bytes.data(), size));  // on the heap, where sanitizers watch its end
  CHECK(!build::read_elf_object(bytes.substr(0, bytes.size() / 2)));
  CHECK(!build::read_elf_object(""));
  CHECK(!build::read_elf_object("#!/bin/sh\n"));
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 4; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    build::read_elf_object(damaged);
  }
  std::string executable = bytes;
  executable[16] = ET_EXEC;
  CHECK(!build::read_elf_object(executable));
}
