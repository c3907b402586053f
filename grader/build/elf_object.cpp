#include "build/elf_object.hpp"

#include <elf.h>

#include <cstring>

namespace grader::build {
namespace {

/// The bytes of a table, or nothing where they are not all there.
std::optional<std::string_view> slice(std::string_view bytes, std::uint64_t offset, std::uint64_t size) {
  if (offset > bytes.size() || size > bytes.size() - offset) return std::nullopt;
  return bytes.substr(offset, size);
}

/// Entry number `i` of a table whose size was checked.
template <typename Entry>
Entry entry_of(std::string_view table, std::size_t i) {
  Entry entry{};
  std::memcpy(&entry, table.data() + i * sizeof entry, sizeof entry);
  return entry;
}

/// The text up to its zero, or nothing where none follows.
std::optional<std::string_view> name_in(std::string_view names, std::uint64_t offset) {
  if (offset >= names.size()) return std::nullopt;
  const std::size_t end = names.find('\0', offset);
  if (end == std::string_view::npos) return std::nullopt;
  return names.substr(offset, end - offset);
}

std::optional<Elf64_Ehdr> header_of(std::string_view bytes) {
  if (bytes.size() < sizeof(Elf64_Ehdr)) return std::nullopt;
  const auto header = entry_of<Elf64_Ehdr>(bytes, 0);
  const bool known = std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0 &&
                     header.e_ident[EI_CLASS] == ELFCLASS64 && header.e_ident[EI_DATA] == ELFDATA2LSB;
  if (!known || header.e_type != ET_REL || header.e_shentsize != sizeof(Elf64_Shdr)) return std::nullopt;
  return header;
}

/// Counts that do not fit into the header are in the first section's.
std::optional<std::vector<Elf64_Shdr>> section_headers(std::string_view bytes, const Elf64_Ehdr& header) {
  const auto first = slice(bytes, header.e_shoff, sizeof(Elf64_Shdr));
  if (!first) return std::nullopt;
  const auto special = entry_of<Elf64_Shdr>(*first, 0);
  const std::uint64_t count = header.e_shnum != 0 ? header.e_shnum : special.sh_size;
  if (count > bytes.size() / sizeof(Elf64_Shdr)) return std::nullopt;
  const auto table = slice(bytes, header.e_shoff, count * sizeof(Elf64_Shdr));
  if (!table) return std::nullopt;
  std::vector<Elf64_Shdr> headers;
  for (std::size_t i = 0; i < count; ++i) headers.push_back(entry_of<Elf64_Shdr>(*table, i));
  return headers;
}

std::optional<std::string_view> content_of_section(std::string_view bytes,
                                                   const std::vector<Elf64_Shdr>& headers, std::uint64_t i) {
  if (i >= headers.size() || headers[i].sh_type == SHT_NOBITS) return std::nullopt;
  return slice(bytes, headers[i].sh_offset, headers[i].sh_size);
}

bool read_symbols(std::string_view bytes, const std::vector<Elf64_Shdr>& headers, const Elf64_Shdr& table,
                  std::vector<ElfObject::Symbol>& symbols) {
  const auto content = slice(bytes, table.sh_offset, table.sh_size);
  const auto names = content_of_section(bytes, headers, table.sh_link);
  if (!content || !names || table.sh_entsize != sizeof(Elf64_Sym) || content->size() % sizeof(Elf64_Sym) != 0)
    return false;
  for (std::size_t i = 0; i < content->size() / sizeof(Elf64_Sym); ++i) {
    const auto symbol = entry_of<Elf64_Sym>(*content, i);
    const auto name = name_in(*names, symbol.st_name);
    if (!name) return false;
    const auto type = static_cast<unsigned>(ELF64_ST_TYPE(symbol.st_info));
    const auto binding = static_cast<unsigned>(ELF64_ST_BIND(symbol.st_info));
    symbols.push_back({*name, type, binding, symbol.st_shndx, symbol.st_size});
  }
  return true;
}

}  // namespace

std::optional<ElfObject> read_elf_object(std::string_view bytes) {
  const auto header = header_of(bytes);
  if (!header) return std::nullopt;
  const auto headers = section_headers(bytes, *header);
  if (!headers || headers->empty()) return std::nullopt;
  const std::uint64_t names_index =
      header->e_shstrndx == SHN_XINDEX ? headers->front().sh_link : header->e_shstrndx;
  const auto names = content_of_section(bytes, *headers, names_index);
  if (!names) return std::nullopt;
  ElfObject object;
  for (const Elf64_Shdr& section : *headers) {
    const auto name = name_in(*names, section.sh_name);
    if (!name) return std::nullopt;
    object.sections.push_back({*name, section.sh_flags, section.sh_size});
    if (section.sh_type == SHT_SYMTAB && !read_symbols(bytes, *headers, section, object.symbols))
      return std::nullopt;
  }
  return object;
}

}  // namespace grader::build
