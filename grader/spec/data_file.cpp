#include "spec/data_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "spec/array.hpp"
#include "spec/scalars.hpp"

namespace grader::spec {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 16 * 1024 * 1024;

bool is_below(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end() && rest != file.end();
}

bool leads_out(const fs::path& path) {
  return path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
}

bool append_number(std::string_view word, model::Tensor& tensor) {
  if (auto* integers = std::get_if<std::vector<std::int64_t>>(&tensor.data)) {
    const auto value = to_int(word);
    if (value) integers->push_back(*value);
    return value.has_value();
  }
  const auto value = to_float(word);
  if (!value) return false;
  if (auto* singles = std::get_if<std::vector<float>>(&tensor.data))
    singles->push_back(static_cast<float>(*value));
  else
    std::get<std::vector<double>>(tensor.data).push_back(*value);
  return true;
}

/// Appends the numbers of one line; the word that is none, or nothing.
std::optional<std::string> append_line(std::string_view line, model::Tensor& tensor) {
  constexpr std::string_view kBetween = " \t\r,";
  for (std::size_t at = line.find_first_not_of(kBetween); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBetween, at), line.size());
    if (!append_number(line.substr(at, end - at), tensor)) return std::string(line.substr(at, end - at));
    at = line.find_first_not_of(kBetween, end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<fs::path> find_data_file(const Node& name, const fs::path& folder, Problems& problems) {
  const auto text = read_text(name, "'file'", problems);
  if (!text) return std::nullopt;
  const fs::path relative(*text);
  const auto refuse = [&](const std::string& why) {
    problems.add(
        name.place, fmt::format("the data file {} {}", in_quotes(*text), why),
        "data files are named relative to the specification and lie below its folder, as in data/corpus.txt");
    return std::nullopt;
  };
  if (leads_out(relative)) return refuse("is outside the folder of the specification");
  std::error_code error;
  const fs::path base = fs::canonical(folder.empty() ? "." : folder, error);
  if (error) return refuse("cannot be found");
  const fs::path file = fs::canonical(base / relative, error);
  if (error) return refuse("does not exist");
  if (!is_below(file, base)) return refuse("is outside the folder of the specification");
  if (!fs::is_regular_file(file, error)) return refuse("is not a regular file");
  return file;
}

std::optional<std::string> read_bytes(const Node& name, const fs::path& file, Problems& problems) {
  std::error_code error;
  if (const auto size = fs::file_size(file, error); !error && size > kLargestFile) {
    problems.add(name.place, fmt::format("the data file is larger than {} MiB", kLargestFile / 1024 / 1024));
    return std::nullopt;
  }
  std::ifstream stream(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.good() || stream.eof()) return bytes;
  problems.add(name.place, "the data file cannot be read", "look at its permissions");
  return std::nullopt;
}

std::optional<model::Tensor> read_numbers(const Node& name, const std::string& bytes,
                                          const model::ArrayType& type, Problems& problems) {
  model::Tensor tensor = no_elements(type.element);
  model::Index rows = 0;
  model::Index columns = 0;
  std::string_view rest = bytes;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const model::Index before = tensor.size();
    if (const auto wrong = append_line(rest.substr(0, end), tensor)) {
      problems.add(name.place,
                   fmt::format("line {} of the data file: {} is not {}", number, in_quotes(*wrong),
                               type.element == model::Scalar::int64 ? "a whole number" : "a number"));
      return std::nullopt;
    }
    const model::Index in_line = tensor.size() - before;
    if (in_line > 0 && rows++ > 0 && in_line != columns && type.dims.size() == 2) {
      problems.add(name.place, fmt::format("line {} of the data file has {} numbers, those before it {}",
                                           number, in_line, columns));
      return std::nullopt;
    }
    if (in_line > 0) columns = in_line;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  tensor.shape = type.dims.size() == 2 ? model::Shape{rows, columns} : model::Shape{tensor.size()};
  return tensor;
}

}  // namespace grader::spec
