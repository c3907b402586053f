#include "spec/answers.hpp"

#include <doctest/doctest.h>

#include "support/quiz.hpp"

using namespace grader;

namespace {

using Options = std::vector<std::string>;

spec::ReadAnswers read(const std::string& text) {
  return spec::read_answers("quiz.yaml", text, support::quiz().questions);
}

/// What is wrong with the answer to one question.
std::string mistakes(const std::string& text, std::size_t question) {
  const auto result = read(text);
  CHECK(util::render(result.mistakes) == "");
  CHECK_FALSE(result.answers.at(question).answer);
  return util::render(result.answers.at(question).mistakes);
}

std::string key_mistakes(const std::string& text) {
  const spec::ReadKey result = spec::read_key("key.yaml", text, support::quiz().questions);
  CHECK(result.key.has_value() == result.mistakes.empty());
  return util::render(result.mistakes);
}

constexpr const char* kKey =
    "colour: {answer: b, explanation: {a: Grass is., b: So it is.}}\n"
    "even: {answer: [four, two], explanation: {two: yes, three: no, four: yes, five: no}}\n"
    "third: {answer: 0.333333, explanation: {3: That is its inverse.}}\n"
    "why: {answer: Because., explanation: {model: Because it is so.}}\n";

std::string with(const std::string& line) {
  const std::string id = line.substr(0, line.find(':'));
  std::string text = kKey;
  const std::size_t begin = text.find(id + ":");
  return text.replace(begin, text.find('\n', begin) - begin, line);
}

}  // namespace

TEST_CASE("answers of every type") {
  const auto result = read("colour: a\neven: [four, two]\nthird: 1e-1\nwhy: |\n  First.\n\n  Then.\n");
  CHECK(util::render(result.mistakes) == "");
  CHECK(result.answers.at(0).answer == model::Answer("a"));
  CHECK(result.answers.at(1).answer == model::Answer(Options{"two", "four"}));  // in the question's order
  CHECK(result.answers.at(2).answer == model::Answer(0.1));
  CHECK(result.answers.at(3).answer == model::Answer("First.\n\nThen."));
}

TEST_CASE("an answer may be in a mapping, as in a key, and what is beside it is passed over") {
  const auto result = read(kKey);
  CHECK(util::render(result.mistakes) == "");
  for (const auto& answer : result.answers) CHECK(answer.answer);
  CHECK(result.answers.at(1).answer == model::Answer(Options{"two", "four"}));
  CHECK(mistakes("colour: {anwser: b}\n", 0) ==
        "quiz.yaml:1:9: error: the answer lacks the key 'answer'\n"
        "    colour: {anwser: b}\n"
        "            ^\n");
}

TEST_CASE("what is left empty is neither an answer nor a mistake") {
  for (const char* text : {"", "# nothing yet\n\n", "colour:\neven:\nthird:\nwhy:\n", "why: \"\"\n",
                           "even: []\n", "colour: ~\n", "why: |\n", "colour: {answer: }\n"}) {
    CAPTURE(text);
    const auto result = read(text);
    CHECK(util::render(result.mistakes) == "");
    for (const auto& answer : result.answers) {
      CHECK_FALSE(answer.answer);
      CHECK(answer.mistakes.empty());
      CHECK_FALSE(answer.is_lost);
    }
  }
}

TEST_CASE("files as other systems write them") {
  const auto result = read(
      "\xEF\xBB\xBF"
      "colour: b\r\neven:\r\n  - two\r\nthird: 0.3\r\nwhy: |\r\n  One.\r\n  Two.\r\n");
  CHECK(util::render(result.mistakes) == "");
  CHECK(result.answers.at(0).answer == model::Answer("b"));
  CHECK(result.answers.at(1).answer == model::Answer(Options{"two"}));
  CHECK(result.answers.at(2).answer == model::Answer(0.3));
  CHECK(result.answers.at(3).answer == model::Answer("One.\nTwo."));
}

TEST_CASE("a text may look like anything") {
  for (const char* text : {"42", "true", "\"null\"", "a, b"}) {
    const auto result = read(std::string("why: ") + text + "\n");
    CHECK(result.answers.at(3).mistakes.empty());
    CHECK(result.answers.at(3).answer);
  }
}

TEST_CASE("an unknown question is reported, and the others count") {
  const auto result = read("color: a\nthird: 0.3\nsomething: else\n");
  CHECK(util::render(result.mistakes) ==
        "quiz.yaml:1:1: error: there is no question 'color'\n"
        "    color: a\n"
        "    ^\n"
        "  did you mean 'colour'?\n"
        "quiz.yaml:3:1: error: there is no question 'something'\n"
        "    something: else\n"
        "    ^\n"
        "  the questions are colour, even, third and why\n");
  CHECK(result.answers.at(2).answer);
}

TEST_CASE("answers of the wrong type") {
  CHECK(mistakes("colour: [a]\n", 0) ==
        "quiz.yaml:1:9: error: the answer to 'colour' must be one option, found a list\n"
        "    colour: [a]\n"
        "            ^\n"
        "  write one of a and b\n");
  CHECK(mistakes("even: two\n", 1) ==
        "quiz.yaml:1:7: error: the answer to 'even' must be a list of options, found the text 'two'\n"
        "    even: two\n"
        "          ^\n"
        "  write [two] for one of them\n");
  CHECK(mistakes("third: 0,33\n", 2) ==
        "quiz.yaml:1:8: error: the answer to 'third' must be a number, found the text '0,33'\n"
        "    third: 0,33\n"
        "           ^\n"
        "  numbers are written without commas: 1000000, 0.25\n");
  CHECK(mistakes("third: \"0.33\"\n", 2) ==
        "quiz.yaml:1:8: error: the answer to 'third' must be a number, found the text '0.33'\n"
        "    third: \"0.33\"\n"
        "           ^\n"
        "  leave the quotes out\n");
  CHECK(mistakes("third: .inf\n", 2) ==
        "quiz.yaml:1:8: error: the answer to 'third' must be a finite number, found .inf\n"
        "    third: .inf\n"
        "           ^\n");
  CHECK(mistakes("why: [because]\n", 3) ==
        "quiz.yaml:1:6: error: the answer to 'why' must be text, found a list\n"
        "    why: [because]\n"
        "         ^\n"
        "  write it behind the colon, or in indented lines behind |\n");
}

TEST_CASE("unknown options") {
  CHECK(mistakes("colour: blue\n", 0) ==
        "quiz.yaml:1:9: error: the answer to 'colour' names 'blue', which is no option\n"
        "    colour: blue\n"
        "            ^\n"
        "  the options are a and b\n");
  CHECK(mistakes("even:\n  - two\n  - foru\n  - seven\n", 1) ==
        "quiz.yaml:3:5: error: the answer to 'even' names 'foru', which is no option\n"
        "      - foru\n"
        "        ^\n"
        "  did you mean 'four'?\n"
        "quiz.yaml:4:5: error: the answer to 'even' names 'seven', which is no option\n"
        "      - seven\n"
        "        ^\n"
        "  the options are two, three, four and five\n");
  CHECK(mistakes("even: [two, two]\n", 1) ==
        "quiz.yaml:1:13: error: the answer to 'even' names 'two' twice\n"
        "    even: [two, two]\n"
        "                ^\n");
  CHECK(mistakes("even: [two, two, two, two, two]\n", 1) ==
        "quiz.yaml:1:7: error: the answer to 'even' has more items than there are options\n"
        "    even: [two, two, two, two, two]\n"
        "          ^\n");
}

TEST_CASE("of two answers to one question the first counts, and the second is reported") {
  const auto result = read("colour: a\nthird: 0.3\ncolour: b\n");
  CHECK(result.answers.at(0).answer == model::Answer("a"));
  CHECK(util::render(result.mistakes) ==
        "quiz.yaml:3:1: error: duplicate key 'colour'\n"
        "    colour: b\n"
        "    ^\n"
        "  it is in line 1 already\n");
}

TEST_CASE("a line that keeps the file from being YAML costs the answer in it and no other") {
  const auto result = read("colour: b\neven: [two, four\nthird: 0.33\n# a remark\nwhy: \"because\n");
  CHECK(util::render(result.mistakes) == "");
  CHECK(result.answers.at(0).answer == model::Answer("b"));
  CHECK(result.answers.at(2).answer == model::Answer(0.33));
  CHECK(util::render(result.answers.at(1).mistakes) ==
        "quiz.yaml:2:1: error: not valid YAML: end of sequence flow not found\n"
        "    even: [two, four\n"
        "    ^\n"
        "  look for a missing quote, bracket, colon or blank, here or just above\n");
  CHECK(util::render(result.answers.at(3).mistakes) ==
        "quiz.yaml:5:6: error: not valid YAML: the quote is never closed\n"
        "    why: \"because\n"
        "         ^\n"
        "  the text that begins here goes on to the end of the file\n");
}

TEST_CASE("a line that belongs to no answer is reported, and the answers count") {
  const auto result = read("my answers\ncolour: b\neven:\n- two\n- four\nthird: 0.33\n");
  CHECK(util::render(result.mistakes) ==
        "quiz.yaml:2:7: error: not valid YAML: illegal map value\n"
        "    colour: b\n"
        "          ^\n"
        "  look for a missing quote, bracket, colon or blank, here or just above\n");
  CHECK(result.answers.at(0).answer == model::Answer("b"));
  CHECK(result.answers.at(1).answer == model::Answer(Options{"two", "four"}));
  CHECK(result.answers.at(2).answer == model::Answer(0.33));
  CHECK(result.answers.at(3).is_lost);  // what became of it, nobody can tell
}

TEST_CASE("a file that is something else") {
  const auto list = read("- b\n- [two, four]\n");
  CHECK(util::render(list.mistakes) ==
        "quiz.yaml:1:1: error: an answers file must be a mapping, found a list\n"
        "    - b\n"
        "    ^\n");
  for (const auto& answer : list.answers) CHECK(answer.is_lost);
  const auto binary = read(
      "\x7f"
      "ELF\x02\x01\n\x01\xff\xfe");
  CHECK(util::render(binary.mistakes) ==
        "quiz.yaml: error: not a text file: control character 0x7f in line 1, column 1\n"
        "  expected text in UTF-8\n");
  for (const auto& answer : binary.answers) CHECK(answer.is_lost);
}

TEST_CASE("aliases, tags and depth cost the answers that have them") {
  const auto bomb = read("colour: &a b\neven: [*a, *a]\nthird: 0.33\n");
  CHECK(util::render(bomb.answers.at(1).mistakes) ==
        "quiz.yaml:2:8: error: aliases (*name) are not supported\n"
        "    even: [*a, *a]\n"
        "           ^\n"
        "  write the value out\n");
  CHECK(bomb.answers.at(2).answer);
  const auto deep = read("why: " + std::string(100000, '[') + "\nthird: 0.33\n");
  CHECK(deep.answers.at(3).mistakes.size() == 1);
  CHECK(deep.answers.at(2).answer);
}

TEST_CASE("very many wrong entries are cut short") {
  std::string text = "third: 0.33\n";
  for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  const auto result = read(text);
  REQUIRE(result.mistakes.size() == 21);
  CHECK(util::render({result.mistakes.front()}) == "quiz.yaml: error: 4980 more entries are no questions\n");
  CHECK(result.answers.at(2).answer);
  const auto letter = read("why: " + std::string(20000, 'x') + "\n");
  CHECK(letter.answers.at(3).mistakes.at(0).message == "the answer to 'why' is longer than 16 KiB");
}

TEST_CASE("a key") {
  const auto result = spec::read_key("key.yaml", kKey, support::quiz().questions);
  CHECK(util::render(result.mistakes) == "");
  REQUIRE(result.key);
  CHECK(result.key->at(0).answer == model::Answer("b"));
  CHECK(result.key->at(0).of_options.at(0) == std::pair<std::string, std::string>("a", "Grass is."));
  CHECK(result.key->at(2).of_numbers.at(0).first == 3);
  CHECK(result.key->at(3).model_answer == "Because it is so.");
  const auto plain = spec::read_key("key.yaml", with("why: {answer: So.}"), support::quiz().questions);
  REQUIRE(plain.key);
  CHECK(plain.key->at(3).model_answer == "So.");
}

TEST_CASE("a key that lacks something") {
  CHECK(key_mistakes("colour: {answer: b, explanation: {a: no, b: yes}}\n") ==
        "key.yaml: error: the question 'even' has no entry\n"
        "  add even: {answer: …, explanation: {…}}\n"
        "key.yaml: error: the question 'third' has no entry\n"
        "  add third: {answer: …, explanation: {…}}\n"
        "key.yaml: error: the question 'why' has no entry\n"
        "  add why: {answer: …, explanation: {…}}\n");
  CHECK(key_mistakes(with("colour: {answer: b}")) ==
        "key.yaml:1:9: error: the key's entry 'colour' lacks the key 'explanation'\n"
        "    colour: {answer: b}\n"
        "            ^\n");
  CHECK(key_mistakes(with("colour: b")) ==
        "key.yaml:1:9: error: the key's entry 'colour' must be a mapping, found the text 'b'\n"
        "    colour: b\n"
        "            ^\n");
  CHECK(key_mistakes(with("even: {answer: [], explanation: {two: a, three: b, four: c}}")) ==
        "key.yaml:2:16: error: the key has no answer to 'even'\n"
        "    even: {answer: [], explanation: {two: a, three: b, four: c}}\n"
        "                   ^\n"
        "key.yaml:2:33: error: the option 'five' of 'even' has no explanation\n"
        "    even: {answer: [], explanation: {two: a, three: b, four: c}}\n"
        "                                    ^\n"
        "  whoever chooses it is told what is wrong, or right, about it\n");
  CHECK(key_mistakes("# nothing yet\n") ==
        "key.yaml: error: the file is empty\n"
        "  write {answer: …, explanation: {…}} for every question\n");
}

TEST_CASE("a key with something wrong") {
  CHECK(key_mistakes(with("colour: {answer: c, explanation: {a: no, b: yes, d: what}, because: x}")) ==
        "key.yaml:1:18: error: the answer to 'colour' names 'c', which is no option\n"
        "    colour: {answer: c, explanation: {a: no, b: yes, d: what}, because: x}\n"
        "                     ^\n"
        "  the options are a and b\n"
        "key.yaml:1:50: error: 'explanation' names 'd', which is no option\n"
        "    colour: {answer: c, explanation: {a: no, b: yes, d: what}, because: x}\n"
        "                                                     ^\n"
        "  the options are a and b\n"
        "key.yaml:1:60: error: unknown key 'because'\n"
        "    colour: {answer: c, explanation: {a: no, b: yes, d: what}, because: x}\n"
        "                                                               ^\n"
        "  known here: answer, explanation\n");
  CHECK(key_mistakes(with("third: {answer: 0.333, explanation: {half: no, 0.335: near}}")) ==
        "key.yaml:3:38: error: 'explanation' of a number explains numbers, found 'half'\n"
        "    third: {answer: 0.333, explanation: {half: no, 0.335: near}}\n"
        "                                         ^\n"
        "  its keys are typical wrong answers: {0.5: what was confused to get it}\n"
        "key.yaml:3:48: error: 0.335 is right within the tolerance\n"
        "    third: {answer: 0.333, explanation: {half: no, 0.335: near}}\n"
        "                                                   ^\n"
        "  only wrong numbers are explained\n");
  CHECK(key_mistakes(with("why: {answer: So., explanation: {modle: So.}}")) ==
        "key.yaml:4:34: error: unknown key 'modle'\n"
        "    why: {answer: So., explanation: {modle: So.}}\n"
        "                                     ^\n"
        "  the explanation of a text is {model: an answer for whoever marks}\n");
  CHECK(key_mistakes(std::string(kKey) + "whi: {answer: x}\n") ==
        "key.yaml:5:1: error: there is no question 'whi'\n"
        "    whi: {answer: x}\n"
        "    ^\n"
        "  did you mean 'why'?\n");
}
