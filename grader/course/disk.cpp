#include "course/disk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "spec/names.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/files.hpp"

namespace grader::course {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    found.push_back(it->path());
  std::sort(found.begin(), found.end());
  return found;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<std::string> names_with(const fs::path& folder, std::string_view extension) {
  std::vector<std::string> names;
  for (const fs::path& path : entries_of(folder))
    if (path.extension() == extension && !is_hidden(path)) names.push_back(path.stem().string());
  return names;
}

/// Mistakes are not remembered, nor what other files have a part in.
void read_text(SpecFile& spec, const fs::path& file, const ReadContext& course) {
  spec.digests = {util::digest(spec.text)};
  auto known =
      course.earlier == nullptr ? std::nullopt : course.earlier->find(spec.id, course.text, spec.text);
  if (known) {
    known->spec_file = file;
    spec.reading = spec::reading_without_places(std::move(*known));
    spec.is_remembered = true;
    std::string().swap(spec.text);  // which gives its memory back
    return;
  }
  spec.reading = spec::read_exercise(file, spec.text, spec.id, course.defaults);
  const bool is_sound = spec.reading.exercise && spec.reading.diagnostics.empty();
  if (course.earlier != nullptr && is_sound && spec.reading.data.empty())
    course.earlier->keep(spec.id, course.text, spec.text, *spec.reading.exercise);
  for (const std::string& data : spec.reading.data) spec.digests.push_back(util::digest(data));
  spec.reading.data = {};
}

}  // namespace

fs::path shown(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const fs::path near = error ? path : path.lexically_proximate(path.is_absolute() ? here : fs::path("."));
  return (near.empty() || *near.begin() == ".." ? path : near).lexically_normal();
}

std::optional<std::string> read_file(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  try {
    return util::read_file(file);
  } catch (const util::GraderError&) {
    return std::nullopt;
  }
}

std::vector<std::string> topic_folders(const fs::path& exercises) {
  std::vector<std::string> folders;
  std::error_code error;
  for (const fs::path& path : entries_of(exercises))
    if (fs::is_directory(path, error) && !is_hidden(path) && !spec_names(path).empty())
      folders.push_back(path.filename().string());
  return folders;
}

std::vector<std::string> spec_names(const fs::path& topic) { return names_with(topic, ".yaml"); }

std::vector<std::string> source_names(const fs::path& folder) { return names_with(folder, ".cpp"); }

fs::path pitfall_folder(const fs::path& root, const std::string& id) {
  return root / "reference" / (id + ".pitfalls");
}

SpecFile read_spec(const fs::path& exercises, const std::string& id, const ReadContext& course) {
  SpecFile spec;
  spec.id = id;
  const std::string topic = id.substr(0, id.find('/'));
  const std::string name = id.substr(id.find('/') + 1);
  const fs::path file = shown(exercises / topic / (name + ".yaml"));
  const auto check_name = [&](const std::string& part, std::string_view what) {
    if (spec::is_exercise_name(part)) return;
    spec.reading.diagnostics.push_back(
        {{file, 0, 0},
         fmt::format("{} cannot be the name of {}", spec::in_quotes(part), what),
         {},
         "such names are lower-case letters, digits and '_', and begin with a letter"});
  };
  check_name(topic, "a topic");
  check_name(name, "an exercise");
  if (!spec.reading.diagnostics.empty()) return spec;
  auto text = read_file(exercises / topic / (name + ".yaml"));
  if (text) {
    spec.text = std::move(*text);
    read_text(spec, file, course);
  } else {
    spec.reading.diagnostics.push_back(
        {{file, 0, 0}, "the file cannot be read", {}, "look at its permissions"});
  }
  return spec;
}

}  // namespace grader::course
