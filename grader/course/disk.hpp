#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "course/readings.hpp"
#include "spec/read.hpp"

namespace grader::course {

/// One exercises/<topic>/<name>.yaml, read, and what is found beside it.
struct SpecFile {
  std::string id;
  std::vector<std::string> digests;  // of the text, then of the files that it names
  std::string text;                  // for messages; nothing where it is remembered
  spec::Reading reading;
  bool is_remembered = false;           // not read again: it knows of no places
  std::optional<model::AnswerKey> key;  // of questions, once it was read without a mistake
  std::string key_text;                 // what it was read from
};

/// A path as messages show it: relative where it is below the current directory.
std::filesystem::path shown(const std::filesystem::path& path);

/// All bytes of a file; nothing where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file);

/// The folders of `exercises` that hold a *.yaml file, by name.
std::vector<std::string> topic_folders(const std::filesystem::path& exercises);

/// The names (without extension) of a topic's *.yaml files, in alphabetical order. Everything else in the
/// folder is data, or none of our business.
std::vector<std::string> spec_names(const std::filesystem::path& topic);

/// The names (without extension) of a folder's *.cpp files, in alphabetical order; none where there is no
/// such folder.
std::vector<std::string> source_names(const std::filesystem::path& folder);

/// reference/<topic>/<name>.pitfalls, where the implementations of known mistakes are.
std::filesystem::path pitfall_folder(const std::filesystem::path& root, const std::string& id);

/// What all specifications of a course are read with.
struct ReadContext {
  const std::string& text;  // of course.yaml
  const spec::Defaults& defaults;
  Readings* earlier;  // null where nothing is remembered
};

/// Reads a specification, if it was not read before; a file that cannot be read or has a name that is none is
/// a diagnostic of it.
SpecFile read_spec(const std::filesystem::path& exercises, const std::string& id, const ReadContext& course);

}  // namespace grader::course
