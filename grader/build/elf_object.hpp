#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace grader::build {

/// What an object file says of itself, as far as it is looked at before it is linked: what a compiler makes
/// of a stranger's code. Names point into the bytes.
struct ElfObject {
  struct Section {
    std::string_view name;
    std::uint64_t flags = 0;
    std::uint64_t size = 0;
  };
  struct Symbol {
    std::string_view name;
    unsigned type = 0;     // STT_…
    unsigned binding = 0;  // STB_…
    std::uint16_t section = 0;
    std::uint64_t size = 0;
  };
  std::vector<Section> sections;
  std::vector<Symbol> symbols;
};

/// Nothing where the bytes are no relocatable 64-bit object of this machine's byte order, or say of a part
/// that it is where no bytes are.
std::optional<ElfObject> read_elf_object(std::string_view bytes);

}  // namespace grader::build
