#include "pipeline/implementation.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "codegen/codegen.hpp"
#include "generate/generate.hpp"
#include "util/error.hpp"
#include "util/files.hpp"
#include "util/suggest.hpp"
#include "util/unique_fd.hpp"

namespace grader::pipeline {
namespace {

constexpr off_t kLargestSource = 1024 * 1024;

std::string shown(const model::Exercise& exercise) { return exercise.id + exercise.extension(); }

Refused missing(const model::Exercise& exercise) {
  return {model::Verdict::not_implemented,
          fmt::format("{} is missing; 'grader reset {}' puts the stub there", shown(exercise), exercise.id)};
}

Refused refused(const model::Exercise& exercise, std::string_view why) {
  return {model::Verdict::rejected, fmt::format("{} {}", shown(exercise), why)};
}

/// Opens a file of a submission without following a link in the part of the path that the submission
/// controls. O_NONBLOCK: opening a FIFO must not wait for a writer.
util::UniqueFd open_beneath(const std::filesystem::path& directory, const model::Exercise& exercise) {
  const util::UniqueFd root(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!root) return {};
  const util::UniqueFd topic(
      ::openat(root.get(), exercise.topic().c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!topic) return {};
  const std::string file = exercise.name() + exercise.extension();
  return util::UniqueFd(::openat(topic.get(), file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

std::optional<std::string> read_all(int fd) {
  std::string text;
  char buffer[65536];
  while (text.size() <= static_cast<std::size_t>(kLargestSource)) {
    const ssize_t count = ::read(fd, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return text;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  return std::nullopt;
}

void add_used(const course::Course& course, const model::Exercise& exercise,
              std::vector<const model::Exercise*>& found) {
  for (const std::string& id : exercise.uses) {
    const model::Exercise& used = course.at(id);
    if (std::find(found.begin(), found.end(), &used) != found.end()) continue;
    found.push_back(&used);
    add_used(course, used, found);
  }
}

std::string reference_source(const course::Course& course, const model::Exercise& exercise) {
  const auto file = course.reference_file(exercise);
  auto source = util::read_file(file);
  if (!source) throw util::GraderError(fmt::format("the reference {} is missing", file.string()));
  return std::move(*source);
}

std::vector<std::string> case_names(const model::Exercise& exercise) {
  std::vector<std::string> names;
  for (const model::Case& test_case : exercise.cases) {
    const auto* generation = std::get_if<model::Generation>(&test_case.source);
    names.push_back(generation == nullptr ? test_case.id : test_case.id + "#0");
  }
  return names;
}

[[noreturn]] void no_such_case(const model::Exercise& exercise, const std::string& name) {
  std::string all;
  for (const model::Case& test_case : exercise.cases) {
    const auto* generation = std::get_if<model::Generation>(&test_case.source);
    all += fmt::format("\n  {}", test_case.id);
    if (generation != nullptr) all += fmt::format("#0 to {}#{}", test_case.id, generation->count - 1);
  }
  const std::string hint = util::did_you_mean(name, case_names(exercise));
  throw util::UsageError(fmt::format("{} has no case '{}'{}{}\nIts cases are{}", exercise.id, name,
                                     hint.empty() ? "" : "; ", hint, all));
}

}  // namespace

std::variant<std::string, Refused> read_solution(const std::filesystem::path& directory,
                                                 const model::Exercise& exercise) {
  const util::UniqueFd fd = open_beneath(directory, exercise);
  if (!fd && errno == ENOENT) return missing(exercise);
  if (!fd && (errno == ELOOP || errno == ENOTDIR))
    return refused(exercise, "is behind a symbolic link or no file of a folder");
  if (!fd) return refused(exercise, fmt::format("cannot be read: {}", ::strerror(errno)));
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode))
    return refused(exercise, "is no regular file");
  if (status.st_size > kLargestSource) return refused(exercise, "is larger than 1 MiB");
  auto text = read_all(fd.get());
  if (!text) return refused(exercise, "cannot be read, or is larger than 1 MiB");
  if (text->find('\0') != std::string::npos) return refused(exercise, "holds NUL bytes; it is no text file");
  return std::move(*text);
}

std::vector<const model::Exercise*> used_exercises(const course::Course& course,
                                                   const model::Exercise& exercise) {
  std::vector<const model::Exercise*> found;
  add_used(course, exercise, found);
  return found;
}

build::Program reference_program(const course::Course& course, const model::Exercise& exercise) {
  build::Program program{{&exercise, reference_source(course, exercise)}, {}};
  for (const model::Exercise* used : used_exercises(course, exercise))
    program.used.push_back({used, reference_source(course, *used)});
  return program;
}

build::Program submitted_program(const course::Course& course, const model::Exercise& exercise,
                                 std::string source, const std::filesystem::path& submission) {
  build::Program program{{&exercise, std::move(source)}, {}};
  for (const model::Exercise* used : used_exercises(course, exercise)) {
    const auto read = read_solution(submission, *used);
    const auto* text = std::get_if<std::string>(&read);
    program.used.push_back({used, text != nullptr ? *text : codegen::stub(*used)});
  }
  return program;
}

model::Arguments case_input(const model::Exercise& exercise, const std::string& name, std::uint64_t seed) {
  const auto hash = name.find('#');
  const std::string id = name.substr(0, hash);
  for (const model::Case& test_case : exercise.cases) {
    if (test_case.id != id) continue;
    if (const auto* worked = std::get_if<model::Worked>(&test_case.source)) {
      if (hash != std::string::npos) break;
      return worked->input;
    }
    model::Index index = 0;
    const std::string number = hash == std::string::npos ? "0" : name.substr(hash + 1);
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), index);
    const model::Index count = std::get<model::Generation>(test_case.source).count;
    if (parsed.ec != std::errc() || parsed.ptr != number.data() + number.size() || index < 0 ||
        index >= count)
      break;
    return generate::input(exercise, test_case, seed, index);
  }
  no_such_case(exercise, name);
}

}  // namespace grader::pipeline
