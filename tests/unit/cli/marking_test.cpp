#include "cli/marking.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace grader;
using nlohmann::ordered_json;

namespace {

ordered_json text(const std::string& id, const std::string& answer, double max_score) {
  return {{"id", id},         {"kind", "question"},     {"status", "review"}, {"verdict", "needs_review"},
          {"score", 0},       {"max_score", max_score}, {"message", ""},      {"prompt", "Say *why*."},
          {"answer", answer}, {"marked", false}};
}

std::string results() {
  const ordered_json exercise{{"id", "texts/quiz"},
                              {"status", "review"},
                              {"verdict", "needs_review"},
                              {"score", 0},
                              {"max_score", 3},
                              {"message", ""},
                              {"checks", {text("why", "Because\nit is.", 2), text("how", "\x1b[2J", 1)}}};
  return ordered_json{{"format_version", 1}, {"score", 0}, {"max_score", 3}, {"exercises", {exercise}}}
      .dump();
}

struct Dialogue {
  std::string out;
  std::string score;
  std::size_t awaiting = 0;
  int saved = 0;
};

Dialogue dialogue(const std::string& typed) {
  cli::ResultsFile file("results.json", results());
  Dialogue result;
  const cli::Marking marking{[](const cli::TextAnswer& answer) {
                               return answer.question == "why" ? std::optional<std::string>("It must be.")
                                                               : std::nullopt;
                             },
                             "", [&] { ++result.saved; }, 60};
  std::istringstream in(typed);
  std::ostringstream out;
  cli::mark_in_dialogue(file, marking, in, out);
  result.out = out.str();
  result.score = file.score();
  result.awaiting = file.awaiting();
  return result;
}

}  // namespace

TEST_CASE("each text is shown and its points are asked for") {
  const Dialogue result = dialogue("1.5\n1\n");
  CHECK(result.out ==
        "\ntexts/quiz/why\n"
        "Question\n"
        "  Say why.\n"
        "Answer\n"
        "  Because\n"
        "  it is.\n"
        "Model answer\n"
        "  It must be.\n"
        "Points, 0 to 2 (s skips, q ends): "
        "\ntexts/quiz/how\n"
        "Question\n"
        "  Say why.\n"
        "Answer\n"
        "  \\x1b[2J\n"
        "Points, 0 to 1 (s skips, q ends): \n");
  CHECK(result.score == "2.5 / 3");
  CHECK(result.awaiting == 0);
  CHECK(result.saved == 2);
}

TEST_CASE("what is no number of points is asked for again") {
  const Dialogue result = dialogue("two\n3\n-1\n\n 2 \nq\n");
  CHECK(result.out.find("'two' is no number from 0 to 2.\n") != std::string::npos);
  CHECK(result.out.find("'3' is no number from 0 to 2.\n") != std::string::npos);
  CHECK(result.out.find("'-1' is no number from 0 to 2.\n") != std::string::npos);
  CHECK(result.score == "2 / 3");
}

TEST_CASE("texts may be skipped, and marking ended") {
  CHECK(dialogue("s\n1\n").score == "1 / 3");
  CHECK(dialogue("s\n1\n").awaiting == 1);
  CHECK(dialogue("q\n").awaiting == 2);
  CHECK(dialogue("2\n").awaiting == 1);
  CHECK(dialogue("").saved == 0);
}
