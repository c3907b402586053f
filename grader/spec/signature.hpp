#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "language/types.hpp"
#include "model/type.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

using SharedRecord = std::shared_ptr<const model::RecordDef>;

/// The records an exercise may name: those shared by the course and those of its own `records:`, which may
/// name each other in any order but not go round in circles. Their size is bounded, because records within
/// records double with every line.
class Records {
 public:
  Records(const std::vector<SharedRecord>& shared, Problems& problems);

  /// Reads a `records:` mapping; what is wrong with a record is reported once, where it is declared.
  void read(const Node& mapping);

  bool has(std::string_view name) const;
  language::RecordNames names();
  /// Those that read() found, in the order of the file.
  std::vector<SharedRecord> own() const;

 private:
  struct Size {
    std::size_t parts = 0;
    std::size_t depth = 0;
  };

  SharedRecord find(std::string_view name);
  SharedRecord define(const Entry& entry);
  SharedRecord read_record(const Entry& entry);
  bool is_builtin(const Entry& entry);
  bool is_reasonable(const model::RecordDef& def, Place where);
  Size size_of(const model::Type& type);
  Size size_of(const model::RecordDef& def);

  Problems& problems_;
  std::map<std::string, SharedRecord, std::less<>> known_;
  const Node* mapping_ = nullptr;
  std::set<std::string, std::less<>> begun_;     // of the own records
  std::set<std::string, std::less<>> finished_;  // whether or not they came out right
  std::map<std::string, Size, std::less<>> sizes_;
};

/// The text of a type; reports what is wrong at the place within it.
std::optional<model::Type> read_type(const Node& node, std::string_view what,
                                     const language::RecordNames& records, Problems& problems);

/// The fields of a record, or the parameters of a function.
std::vector<model::Field> read_fields(const Node& mapping, std::string_view what,
                                      const language::RecordNames& records, Problems& problems);

/// The mapping `function:`. Nothing where a type of it is wrong, since values cannot be checked then.
std::optional<model::Function> read_function(const Node& node, Records& records, Problems& problems);

/// "layer_norm" -> "LayerNormResult", the record that an unnamed `returns: {…}` makes.
std::string result_record_name(std::string_view function);

/// All records that the function's types name, parts before wholes, each once.
std::vector<SharedRecord> records_of(const model::Function& function);

}  // namespace grader::spec
