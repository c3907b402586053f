#include "cli/watch_state.hpp"

#include <algorithm>
#include <string_view>

namespace grader::cli {

using Kind = WatchStep::Kind;

Key key_of(char pressed) {
  switch (pressed) {
    case 'n':
      return Key::next;
    case 'p':
      return Key::previous;
    case 'h':
      return Key::hint;
    case 'r':
    case '\n':
    case ' ':
      return Key::again;
    case 'a':
      return Key::all;
    case 's':
      return Key::show;
    case '?':
      return Key::help;
    case 'q':
    case '\x04':  // Ctrl-D
      return Key::quit;
    default:
      return Key::none;
  }
}

WatchStep WatchState::press(Key key) {
  switch (key) {
    case Key::next:
      if (at_ + 1 == ids_.size()) return {Kind::wait, "This is the last exercise."};
      ++at_;
      return {Kind::grade};
    case Key::previous:
      if (at_ == 0) return {Kind::wait, "This is the first exercise."};
      --at_;
      return {Kind::grade};
    case Key::hint:
      return {Kind::hint};
    case Key::again:
      return {Kind::grade};
    case Key::all:
      return {Kind::grade_all};
    case Key::show:
      return {Kind::show};
    case Key::help:
      return {Kind::help};
    case Key::quit:
      return {Kind::quit};
    case Key::none:
      break;
  }
  return {};
}

WatchStep WatchState::saved(const std::set<std::string>& ids) {
  if (ids.contains(current())) return {Kind::grade};
  const auto first =
      std::find_if(ids_.begin(), ids_.end(), [&](const std::string& id) { return ids.contains(id); });
  if (first == ids_.end()) return {};
  at_ = static_cast<std::size_t>(first - ids_.begin());
  return {Kind::grade};
}

void WatchState::go_to(const std::string& id) {
  const auto found = std::find(ids_.begin(), ids_.end(), id);
  if (found != ids_.end()) at_ = static_cast<std::size_t>(found - ids_.begin());
}

std::optional<std::string> exercise_of_file(const std::string& file, const std::vector<std::string>& ids) {
  const std::size_t dot = file.rfind('.');
  const std::string extension = dot == std::string::npos ? "" : file.substr(dot);
  if (extension != ".cpp" && extension != ".yaml") return std::nullopt;
  const std::string id = file.substr(0, dot);
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) return std::nullopt;
  return id;
}

}  // namespace grader::cli
