#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/generator.hpp"
#include "model/type.hpp"
#include "spec/values.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// Reads `generate:` of a case. What a mapping means is decided by the type it is for, never guessed from its
/// keys:
///
///     record    {field: generator, …}              field by field; a record is never drawn as a whole
///     list<T>   {length: 1..3, items: generator}   or a list: the constant itself
///     optional  null: never there; else what T takes, with `present: 0.5` beside it where T takes a mapping
///     arrays    {normal: {mean: 0, std: 1}, scale: […], edge: […], decimals: 3}: exactly one distribution,
///     and
///               `length: 1..3` where a size is `_`; {file: …}, {shape: …} and everything else is a constant,
///               a single number standing for an array full of it
///     scalars, strings   as arrays
///
/// Arguments of distributions are numbers or expressions of sizes ("V - 1"). Ranges are `low..high`, both
/// included, or one number. Parameters that are called count, dims or inputs are given in a mapping
/// `inputs:`, in which the others may be too.
class Generators {
 public:
  Generators(const model::Function& function, DataFolder folder, Problems& problems)
      : function_(function), values_(std::move(folder), problems), problems_(problems) {}

  std::optional<model::Generation> read(const Node& node);

 private:
  using Reading = std::optional<model::Generator>;

  void read_dims(const Node& node, model::Generation& generation);
  std::vector<std::pair<std::string, const Node*>> generators_of(const Node& node);
  Reading read_parameter(const Node& node, const model::Field& param);
  Reading read_part(const Node& node, const model::Type& type, const std::string& what);
  Reading read_as(const Node& node, const model::ArrayType& type, const std::string& what);
  Reading read_as(const Node& node, const model::ListType& type, const std::string& what);
  Reading read_as(const Node& node, const model::OptionalType& type, const std::string& what);
  Reading read_as(const Node& node, const model::RecordType& type, const std::string& what);
  Reading read_constant(const Node& node, const model::Type& type, const std::string& what);
  Reading read_distribution(const Node& node, const model::ArrayType& type, const std::string& what);
  void read_arguments(const Node& node, model::Generator& generator);
  void read_options(const Node& node, const model::ArrayType& type, const std::string& what,
                    model::Generator& generator);
  void read_modifiers(const Node& node, model::Generator& generator);
  void read_length(const Node& node, model::Generator& generator);
  std::optional<model::Argument> read_argument(const Node& node, const std::string& what);
  bool are_known(const model::Dim& dim, const Node& node);
  void refuse_others(const Node& mapping, std::vector<std::string> known);

  const model::Function& function_;
  Values values_;
  Problems& problems_;
  bool optional_ = false;  // the mapping being read may hold `present`, which was read already
};

/// "1..4" or 3: an inclusive range of sizes.
std::optional<model::SizeRange> read_range(const Node& node, const std::string& what, Problems& problems);

}  // namespace grader::spec
