#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/type.hpp"
#include "model/value.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// Where `{file: …}` values are looked for. Without a folder they are refused.
struct DataFolder {
  std::optional<std::filesystem::path> path;
  std::vector<std::string>* contents = nullptr;  // gets the bytes of the files that were read
};

/// Reads values as their types want them:
///
/// - an array is nested lists, as deep as it has axes; {shape: [0, 3]} is one without elements, and
///   {file: data/x.txt} is read from a text file (one or two axes, see data_file.hpp);
/// - a string is text, or {file: …} for the file's bytes; a list is a list; a record is a mapping of its
/// fields;
/// - an optional without a value is null, or left out where it is a field or a parameter.
///
/// Element types, ragged rows and the number of axes are checked here. Sizes are not: model::bind() and
/// model::check() hold them against the signature afterwards.
class Values {
 public:
  Values(DataFolder folder, Problems& problems) : folder_(std::move(folder)), problems_(problems) {}

  /// `what` is the path of the value, as in model::Misfit: "weights.blocks[1].w1".
  std::optional<model::Value> read(const Node& node, const model::Type& type, const std::string& what);

  /// A mapping of fields: a record, or the arguments of a call. Optionals that are left out are empty.
  std::optional<model::Record> read_record(const Node& node, const std::vector<model::Field>& fields,
                                           const std::string& what);

 private:
  std::optional<model::Value> read_as(const Node& node, const model::ArrayType& type,
                                      const std::string& what);
  std::optional<model::Value> read_as(const Node& node, const model::ListType& type, const std::string& what);
  std::optional<model::Value> read_as(const Node& node, const model::OptionalType& type,
                                      const std::string& what);
  std::optional<model::Value> read_as(const Node& node, const model::RecordType& type,
                                      const std::string& what);
  std::optional<model::Value> read_file(const Node& mapping, const model::ArrayType& type,
                                        const std::string& what);

  DataFolder folder_;
  Problems& problems_;
};

/// Whether a mapping stands for an array or a string: {file: …} or {shape: […]}.
bool is_special_value(const Node& mapping);

/// The path of a value in quotes, for messages; 'input' for the empty path, which only the arguments as a
/// whole have.
std::string named(const std::string& what);

}  // namespace grader::spec
