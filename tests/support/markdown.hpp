#pragma once

#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

/// What a test needs to know of a Markdown file: its fenced blocks and what it names.
///
/// A comment on the line before a block says what a reader sees from the text around it:
///
///     <!-- file: student/a.cpp -->   the block is the contents of this file
///     <!-- into: exercises/a.yaml -->  the block changes this file
///     <!-- exit: 1 -->               the last command of the block ends with this status
namespace grader::test {

struct Command {
  std::string text;
  std::string output;  // as shown; empty where nothing is
};

struct Block {
  int line = 0;  // of the opening fence
  std::string language;
  std::string text;
  std::map<std::string, std::string> notes;  // "file", "into", "exit"

  std::string note(const std::string& name) const {
    const auto found = notes.find(name);
    return found == notes.end() ? "" : found->second;
  }

  /// The commands of a console block: lines that begin with "$ ", each with the output below it. A command
  /// may go on in lines that begin with "> ".
  std::vector<Command> commands() const {
    std::vector<Command> found;
    std::istringstream lines(text);
    for (std::string shown; std::getline(lines, shown);) {
      if (shown.starts_with("$ "))
        found.push_back({shown.substr(2), ""});
      else if (shown.starts_with("> ") && !found.empty() && found.back().text.ends_with('\\'))
        found.back().text += "\n" + shown.substr(2);
      else if (!found.empty())
        found.back().output += shown + "\n";
    }
    return found;
  }
};

inline std::vector<Block> blocks_of(const std::string& markdown) {
  static const std::regex note(R"(<!-- (\w+): (.+) -->)");
  std::vector<Block> blocks;
  std::map<std::string, std::string> notes;
  bool inside = false;
  int number = 0;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const bool fence = line.starts_with("```");
    std::smatch match;
    if (fence && !inside) {
      blocks.push_back({number, line.substr(3), "", std::move(notes)});
      notes.clear();
    } else if (inside && !fence) {
      blocks.back().text += line + "\n";
    } else if (std::regex_match(line, match, note)) {
      notes[match[1]] = match[2];
    }
    inside = inside != fence;
  }
  return blocks;
}

/// The text without its fenced blocks.
inline std::string prose_of(const std::string& markdown) {
  std::string prose;
  bool inside = false;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    const bool fence = line.starts_with("```");
    if (!fence && !inside) prose += line + "\n";
    inside = inside != fence;
  }
  return prose;
}

/// The first group of every match.
inline std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    found.push_back((*at)[1]);
  return found;
}

/// Where links lead that are not to the web, without the part after #.
inline std::vector<std::string> links_of(const std::string& markdown) {
  return all_matches(prose_of(markdown), R"(\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\))");
}

/// What stands in `code` and is a path: words with a slash between or behind them, and nothing else.
inline std::vector<std::string> paths_of(const std::string& markdown) {
  return all_matches(prose_of(markdown), R"(`((?:\.?[A-Za-z0-9_][A-Za-z0-9_.-]*/)+[A-Za-z0-9_.-]*)`)");
}

}  // namespace grader::test
