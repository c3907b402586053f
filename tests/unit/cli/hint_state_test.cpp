#include "cli/hint_state.hpp"

#include <doctest/doctest.h>

using grader::cli::HintState;
using grader::cli::next_hint;

TEST_CASE("hints come one at a time and then no more") {
  auto step = next_hint(0, 2);
  CHECK(step.first == 0);
  CHECK(step.last == 1);
  CHECK(step.seen == 1);
  step = next_hint(1, 2);
  CHECK(step.first == 1);
  CHECK(step.last == 2);
  step = next_hint(2, 2);
  CHECK(step.first == step.last);
  CHECK(step.seen == 2);
}

TEST_CASE("hints that were taken out of the specification are forgotten") {
  const auto step = next_hint(5, 2);
  CHECK(step.first == step.last);
  CHECK(step.seen == 2);
  CHECK(next_hint(3, 0).seen == 0);
}

TEST_CASE("what was seen is kept by course and exercise") {
  HintState state;
  state.set("/home/ada/course", "t/a", 2);
  state.set("/home/ada/other", "t/a", 1);
  const HintState again = HintState::parse(state.text());
  CHECK(again.seen("/home/ada/course", "t/a") == 2);
  CHECK(again.seen("/home/ada/other", "t/a") == 1);
  CHECK(again.seen("/home/ada/course", "t/b") == 0);
  CHECK(again.seen("/nowhere", "t/a") == 0);
  state.set("/home/ada/course", "t/a", 0);
  CHECK(HintState::parse(state.text()).seen("/home/ada/course", "t/a") == 0);
}

TEST_CASE("the file is as its header describes it") {
  HintState state;
  state.set("/c", "t/a", 2);
  CHECK(state.text() ==
        "{\n \"courses\": {\n  \"/c\": {\n   \"t/a\": 2\n  }\n },\n \"format_version\": 1\n}\n");
}

TEST_CASE("a damaged file is a fresh start") {
  for (const char* text : {"", "nonsense", "[]", "{}", "null", R"({"courses": 3})",
                           R"({"courses": {"/c": []}})", R"({"courses": {"/c": {"t/a": -1}}})",
                           R"({"courses": {"/c": {"t/a": "2"}}})", "{\"courses\": {\"/c\""}) {
    CAPTURE(text);
    CHECK(HintState::parse(text).seen("/c", "t/a") == 0);
  }
}

TEST_CASE("a path that is no UTF-8 can be kept") {
  HintState state;
  state.set("/home/\xff", "t/a", 1);
  CHECK_FALSE(state.text().empty());
}
