#include "build/gathered_object.hpp"

#include <elf.h>

#include <algorithm>
#include <array>

#include "codegen/gathered_unit.hpp"

namespace grader::build {
namespace {

using Symbol = ElfObject::Symbol;

constexpr std::array kRunAtStart =
    std::to_array<std::string_view>({".init_array", ".preinit_array", ".fini_array", ".ctors", ".dtors",
                                     ".init", ".fini", ".text.startup", ".text.exit"});
// What an executable would be something else for.
constexpr std::array kForbidden = std::to_array<std::string_view>({".interp", "grader_adapters"});
// What compilers add where exceptions are handled, or must not leave a function (clang); the same everywhere.
constexpr std::array kCompilers =
    std::to_array<std::string_view>({"DW.ref.__gxx_personality_v0", "__clang_call_terminate"});
constexpr std::uint64_t kMostData = std::uint64_t{1} << 20;
constexpr std::string_view kCall = "grader_call_";

bool is_part_of(std::string_view section, std::string_view kind) {
  return section == kind || (section.starts_with(kind) && section[kind.size()] == '.');
}

/// Made by compilers for what runs at start; no solution can have such names.
bool is_startup_function(std::string_view name) {
  return name.starts_with("_GLOBAL__") || name.starts_with("__cxx_global_") ||
         name.find("__static_initialization_and_destruction") != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A part of a mangled name: its length, then the text.
std::string mangled_part(const std::string& text) { return std::to_string(text.size()) + text; }

/// Takes from the front of a mangled name what says that it is a table or a thunk of something.
void skip_kind(std::string_view& name) {
  for (const std::string_view kind : {"TV", "TI", "TS", "TT", "TH", "TW", "GV"})
    if (name.starts_with(kind)) return name.remove_prefix(kind.size());
  if (!name.starts_with("Th") && !name.starts_with("Tv") && !name.starts_with("Tc")) return;
  const std::size_t nested = name.find('N');
  if (nested != std::string_view::npos) name.remove_prefix(nested);
}

class Inspector {
 public:
  explicit Inspector(const std::vector<std::string>& tags) : tags_(tags) {
    for (const std::string& tag : tags) parts_.push_back(mangled_part(codegen::gathered_namespace(tag)));
  }

  Findings run(const ElfObject& object) {
    findings_.sound = true;
    for (const Symbol& symbol : object.symbols) look_at(symbol);
    findings_.sound = findings_.sound && bound_.size() == tags_.size();
    return std::move(findings_);
  }

 private:
  void look_at(const Symbol& symbol) {
    const bool strange = symbol.type == STT_GNU_IFUNC || symbol.section == SHN_COMMON;
    if (strange) findings_.sound = false;
    if (symbol.name.empty() || (symbol.binding == STB_LOCAL && symbol.section != SHN_UNDEF)) return;
    if (symbol.section == SHN_UNDEF)
      look_at_undefined(symbol.name);
    else
      look_at_defined(symbol);
  }

  void blame(std::size_t i) { findings_.blamed.insert(tags_[i]); }

  /// Declared and not defined: alone the linker says so.
  void look_at_undefined(std::string_view name) {
    for (std::size_t i = 0; i < tags_.size(); ++i)
      if (name.find(parts_[i]) != std::string_view::npos) return blame(i);
    const auto calls = [name](const std::string& tag) {
      return name.starts_with(kCall) && name.substr(kCall.size()).starts_with(tag + "_");
    };
    const bool own = name.starts_with("grader_");
    if (own && std::none_of(tags_.begin(), tags_.end(), calls)) findings_.sound = false;
  }

  void look_at_defined(const Symbol& symbol) {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (symbol.name == codegen::gathered_symbol(tags_[i])) {
        bound_.insert(tags_[i]);
        return;
      }
      // It defines what it should call.
      if (symbol.name.starts_with(kCall) && symbol.name.substr(kCall.size()).starts_with(tags_[i] + "_"))
        return blame(i);
      if (!is_in_namespace(symbol.name, parts_[i])) continue;
      if (is_variable(symbol, parts_[i])) blame(i);
      return;
    }
    // What several objects may define is the library's, or a class of a solution makes it necessary.
    const bool shared = symbol.binding == STB_WEAK &&
                        (symbol.name.starts_with("_Z") ||
                         std::find(kCompilers.begin(), kCompilers.end(), symbol.name) != kCompilers.end());
    if (!shared) findings_.sound = false;
  }

  static bool is_in_namespace(std::string_view name, std::string_view part) {
    if (!name.starts_with("_Z")) return false;
    name.remove_prefix(2);
    skip_kind(name);
    if (!name.starts_with('N')) return false;
    name.remove_prefix(1);
    while (!name.empty() && std::string_view("rVKRO").find(name[0]) != std::string_view::npos)
      name.remove_prefix(1);
    return name.starts_with(part);
  }

  /// Directly in the namespace: alone it would have a name without any decoration, which a library may have,
  /// too.
  static bool is_variable(const Symbol& symbol, std::string_view part) {
    if (symbol.type == STT_FUNC || !symbol.name.starts_with("_ZN")) return false;
    std::string_view rest = symbol.name.substr(symbol.name.find(part) + part.size());
    std::size_t size = 0;
    while (!rest.empty() && is_digit(rest[0]) && size <= symbol.name.size()) {
      size = size * 10 + static_cast<std::size_t>(rest[0] - '0');
      rest.remove_prefix(1);
    }
    return rest.size() == size + 1 && rest.back() == 'E';
  }

  const std::vector<std::string>& tags_;
  std::vector<std::string> parts_;
  std::set<std::string> bound_;
  Findings findings_;
};

bool has_sound_sections(const ElfObject& object) {
  std::uint64_t data = 0;
  for (const ElfObject::Section& section : object.sections) {
    for (const std::string_view name : kForbidden)
      if (is_part_of(section.name, name)) return false;
    if ((section.flags & SHF_ALLOC) == 0 || (section.flags & SHF_WRITE) == 0) continue;
    if (section.size > kMostData - data) return false;
    data += section.size;
  }
  return true;
}

}  // namespace

StartupSizes startup_sizes(const ElfObject& object) {
  StartupSizes sizes;
  for (const ElfObject::Section& section : object.sections)
    for (const std::string_view kind : kRunAtStart)
      if (is_part_of(section.name, kind) && section.size > 0) sizes[std::string(kind)] += section.size;
  for (const Symbol& symbol : object.symbols)
    if (symbol.section != SHN_UNDEF && is_startup_function(symbol.name)) sizes["functions"] += symbol.size;
  return sizes;
}

Findings inspect(const ElfObject& object, const std::vector<std::string>& tags, const StartupSizes& empty) {
  Findings findings = Inspector(tags).run(object);
  findings.sound = findings.sound && has_sound_sections(object) && startup_sizes(object) == empty;
  return findings;
}

std::set<std::string> called_symbols(const ElfObject& object) {
  std::set<std::string> calls;
  for (const Symbol& symbol : object.symbols)
    if (symbol.section == SHN_UNDEF && symbol.name.starts_with(kCall)) calls.emplace(symbol.name);
  return calls;
}

}  // namespace grader::build
