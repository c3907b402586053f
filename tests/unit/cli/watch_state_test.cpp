#include "cli/watch_state.hpp"

#include <doctest/doctest.h>

using grader::cli::exercise_of_file;
using grader::cli::Key;
using grader::cli::key_of;
using grader::cli::WatchState;
using grader::cli::WatchStep;
using Kind = WatchStep::Kind;

namespace {

WatchState three() { return WatchState({"a/one", "a/two", "b/three"}); }

}  // namespace

TEST_CASE("keys mean what the line of keys says") {
  CHECK(key_of('n') == Key::next);
  CHECK(key_of('p') == Key::previous);
  CHECK(key_of('h') == Key::hint);
  CHECK(key_of('r') == Key::again);
  CHECK(key_of('\n') == Key::again);
  CHECK(key_of('a') == Key::all);
  CHECK(key_of('s') == Key::show);
  CHECK(key_of('q') == Key::quit);
  CHECK(key_of('\x04') == Key::quit);
  CHECK(key_of('?') == Key::help);
  CHECK(key_of('x') == Key::none);
  CHECK(key_of('\x1b') == Key::none);
}

TEST_CASE("next and previous stop at the ends") {
  WatchState state = three();
  CHECK(state.press(Key::previous) == WatchStep{Kind::wait, "This is the first exercise."});
  CHECK(state.current() == "a/one");
  CHECK(state.press(Key::next) == WatchStep{Kind::grade});
  CHECK(state.press(Key::next) == WatchStep{Kind::grade});
  CHECK(state.current() == "b/three");
  CHECK(state.press(Key::next) == WatchStep{Kind::wait, "This is the last exercise."});
  CHECK(state.current() == "b/three");
  CHECK(state.press(Key::previous) == WatchStep{Kind::grade});
  CHECK(state.current() == "a/two");
}

TEST_CASE("the other keys leave the exercise as it is") {
  WatchState state = three();
  state.go_to("a/two");
  CHECK(state.press(Key::again) == WatchStep{Kind::grade});
  CHECK(state.press(Key::all) == WatchStep{Kind::grade_all});
  CHECK(state.press(Key::hint) == WatchStep{Kind::hint});
  CHECK(state.press(Key::show) == WatchStep{Kind::show});
  CHECK(state.press(Key::help) == WatchStep{Kind::help});
  CHECK(state.press(Key::none) == WatchStep{});
  CHECK(state.press(Key::quit) == WatchStep{Kind::quit});
  CHECK(state.current() == "a/two");
}

TEST_CASE("a saved file is graded, and becomes the current one") {
  WatchState state = three();
  CHECK(state.saved({"b/three"}) == WatchStep{Kind::grade});
  CHECK(state.current() == "b/three");
  CHECK(state.saved({}) == WatchStep{});
  CHECK(state.saved({"elsewhere/four"}) == WatchStep{});
  CHECK(state.current() == "b/three");
}

TEST_CASE("several saved files keep the current one if it is among them") {
  WatchState state = three();
  state.go_to("a/two");
  CHECK(state.saved({"a/one", "a/two", "b/three"}) == WatchStep{Kind::grade});
  CHECK(state.current() == "a/two");
  CHECK(state.saved({"b/three", "a/one"}) == WatchStep{Kind::grade});
  CHECK(state.current() == "a/one");
}

TEST_CASE("what editors leave beside a solution is none") {
  const std::vector<std::string> ids{"a/one", "a/two"};
  CHECK(exercise_of_file("a/one.cpp", ids) == "a/one");
  CHECK(exercise_of_file("a/one.yaml", ids) == "a/one");  // answers to questions
  for (const char* other : {"a/one.hpp", "a/one.cpp~", "a/.one.cpp.swp", "a/4913", "a/one.cpp.bak",
                            "b/one.cpp", "a/.#one.cpp", "a/three.cpp"}) {
    CAPTURE(other);
    CHECK(exercise_of_file(other, ids) == std::nullopt);
  }
}
