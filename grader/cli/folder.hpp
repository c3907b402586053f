#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/course.hpp"

namespace grader::cli {

/// One file of a student's directory.
struct FolderFile {
  enum class Kind {
    solution,   // the student's own: never overwritten
    support,    // theirs to change, made where it is missing: compile_flags.txt, README.md
    generated,  // the grader's: kept up to date
  };
  std::filesystem::path path;  // relative to the directory
  std::string text;
  Kind kind = Kind::solution;
};

/// What was done with a file.
enum class Change { made, renewed, kept };

/// The stub and the header of one exercise; questions need no header.
std::vector<FolderFile> exercise_files(const course::Course& course, const model::Exercise& exercise);

/// What every directory has besides: the harness's header, compile_flags.txt for editors, a short README.md.
std::vector<FolderFile> common_files(const std::filesystem::path& eigen);

/// Writes the file where its kind allows it.
Change write_into(const std::filesystem::path& directory, const FolderFile& file);

/// Where Eigen's headers are, as the compiler that will be used sees it; the usual place where there is none
/// yet.
std::filesystem::path eigen_folder();

}  // namespace grader::cli
