#include "cli/folder.hpp"

#include <fmt/format.h>

#include "build/harness_files.hpp"
#include "build/toolchain.hpp"
#include "codegen/codegen.hpp"
#include "course/submission.hpp"
#include "pipeline/implementation.hpp"
#include "util/error.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReadme =
    R"(# Your solutions

Every file `<topic>/<exercise>.cpp` is yours to fill in, and so is every `.yaml`, which asks questions. The headers beside
them are made by the grader.

    grader list           # what there is
    grader show ID        # what is asked
    grader run            # grade everything here
    grader run -e ID      # grade one exercise
    grader hint ID        # one more hint
    grader watch          # grade what you save
)";

std::string compile_flags(const fs::path& eigen) {
  // One argument a line; clangd reads them relative to this file's directory.
  return fmt::format("-xc++\n-std=c++20\n-I.\n-isystem\n{}\n", eigen.string());
}

}  // namespace

std::vector<FolderFile> exercise_files(const course::Course& course, const model::Exercise& exercise) {
  const fs::path solution = course::solution_file("", exercise);
  const FolderFile stub{solution, codegen::stub(exercise), FolderFile::Kind::solution};
  if (exercise.kind == model::ExerciseKind::questions) return {stub};
  fs::path header = solution;
  header.replace_extension(".hpp");
  std::vector<const model::Exercise*> used;
  for (const std::string& id : exercise.uses) used.push_back(&course.at(id));
  return {stub, {header, codegen::header(exercise, used), FolderFile::Kind::generated}};
}

std::vector<FolderFile> common_files(const fs::path& eigen) {
  return {{"grader.hpp", std::string(build::harness_file("grader.hpp")), FolderFile::Kind::generated},
          {"compile_flags.txt", compile_flags(eigen), FolderFile::Kind::support},
          {"README.md", kReadme, FolderFile::Kind::support}};
}

Change write_into(const fs::path& directory, const FolderFile& file) {
  const bool exists = course::is_submitted(directory, file.path);
  if (exists && file.kind != FolderFile::Kind::generated) return Change::kept;
  const auto read = course::read_submitted(directory, file.path);
  const auto* text = std::get_if<std::string>(&read);
  if (text != nullptr && *text == file.text) return Change::kept;
  course::write_submitted(directory, file.path, file.text);
  return exists ? Change::renewed : Change::made;
}

fs::path eigen_folder() {
  try {
    return build::find_toolchain(std::nullopt, sandbox::LocalProcesses()).eigen;
  } catch (const util::GraderError&) {
  } catch (const util::UsageError&) {
  }
  return "/usr/include/eigen3";
}

}  // namespace grader::cli
