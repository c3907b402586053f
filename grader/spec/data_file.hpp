#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "model/type.hpp"
#include "model/value.hpp"
#include "spec/yaml.hpp"

namespace grader::spec {

/// The file that {file: data/x.txt} names, below `folder`: a regular file, relative, with no way out of the
/// folder by way of `..` or of links. Reports what is wrong.
std::optional<std::filesystem::path> find_data_file(const Node& name, const std::filesystem::path& folder,
                                                    Problems& problems);

/// All bytes of a data file, up to a limit.
std::optional<std::string> read_bytes(const Node& name, const std::filesystem::path& file,
                                      Problems& problems);

/// Numbers separated by blanks or commas. An array of one axis takes them all; of two axes, each line that is
/// not empty is a row.
std::optional<model::Tensor> read_numbers(const Node& name, const std::string& bytes,
                                          const model::ArrayType& type, Problems& problems);

}  // namespace grader::spec
