#include "util/text.hpp"

#include <doctest/doctest.h>

#include "report/exit_code.hpp"
#include "report/picture.hpp"
#include "report/value_text.hpp"
#include "sample_report.hpp"
#include "util/terminal.hpp"

namespace {

using namespace grader;
using Lines = std::vector<std::string>;

/// On lines, so that a failing test shows them as a reader would see them.
std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n" + line;
  return text;
}

Lines pictured(const model::Value& expected, const model::Value& actual, std::size_t rank,
               std::size_t width = 100) {
  const judge::Judgement judgement = judge::compare(actual, expected, sample::any_shape(rank));
  REQUIRE(judgement.differences.size() == 1);
  return report::picture(judgement.differences[0], width, {});
}

model::Report with_status(std::vector<model::Verdict> verdicts, double score = 0, double max_score = 10) {
  model::Report report;
  for (const model::Verdict verdict : verdicts)
    report.exercises.push_back(sample::exercise("a/b", "B", verdict, {}, 1));
  report.score = score;
  report.max_score = max_score;
  return report;
}

}  // namespace

TEST_CASE("only characters of Unicode are valid") {
  CHECK(util::is_valid_utf8("aé€𝄞"));
  for (const char* bytes : {"\xff", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                            "\x80", "\xf0\x80\x80\x80", "\xe2\x82"})
    CHECK_FALSE(util::is_valid_utf8(bytes));
  CHECK(util::repair_utf8("a\xff\xc3z\x1b") == "a\\xff\\xc3z\x1b");
}

TEST_CASE("printable text has no controls, and stays what it is") {
  const std::string once = util::printable(sample::hostile_text());
  CHECK(util::printable(once) == once);
  CHECK(util::printable("a\tb\n\r\x7f\xc2\x85\xe2\x80\xa8\xef\xbf\xbe\xf0\x9f\xbf\xbf") ==
        "a\tb\n\\x0d\\x7f\\u0085\\u2028\\ufffe\\U0001ffff");
  CHECK(util::printable("a\tb\n", util::Newlines::escape) == "a\\tb\\n");
  CHECK(util::quoted("a\"b\\c\n") == "\"a\\\"b\\\\c\\n\"");
}

TEST_CASE("cutting keeps characters and escapes whole and says how much is gone") {
  CHECK(util::cut_utf8("aé", 2) == "a");
  CHECK(util::cut_utf8("aé", 3) == "aé");
  CHECK(util::cut_utf8("\x80\x80\x80\x80\x80\x80", 5).size() == 5);
  CHECK(util::printable_within("ab\x1b\x1b", 7) == "ab\\x1b… (1 bytes left out)");
  CHECK(util::printable_within("aéb", 2) == "a… (3 bytes left out)");
  CHECK(util::printable_within("aéb", 4) == "aéb");
}

TEST_CASE("widths are those a terminal gives") {
  CHECK(util::display_width("aé") == 2);
  CHECK(util::display_width("漢字") == 4);
  CHECK(util::display_width("e\u0301") == 1);
  CHECK(util::display_width("\xff") == 1);
  CHECK(util::truncate("漢字漢字", 5) == "漢字…");
  CHECK(util::truncate("abc", 3) == "abc");
  CHECK(util::truncate("abcd", 3) == "ab…");
  CHECK(util::pad_left("字", 4) == "  字");
  CHECK(util::pad_right("字", 4) == "字  ");
  CHECK(util::hard_wrap("漢字漢", 3) == Lines{"漢", "字", "漢"});
  CHECK(util::hard_wrap("", 3) == Lines{""});
  CHECK(util::word_wrap("one two three\n\nverylongword", 7) ==
        Lines{"one two", "three", "", "verylon", "gword"});
  CHECK(util::word_wrap("      indented", 8) == Lines{"      in", "dented"});
  CHECK(util::split_lines("a\n\nb").size() == 3);
  CHECK(util::split_lines("a\n").size() == 1);
}

TEST_CASE("colour and width are decided by what is known of the output") {
  using util::ColorChoice;
  const util::TerminalFacts pipe;
  const util::TerminalFacts terminal{true, "", "xterm", "", 80};
  CHECK(util::use_color(ColorChoice::automatic, terminal));
  CHECK_FALSE(util::use_color(ColorChoice::automatic, pipe));
  CHECK_FALSE(util::use_color(ColorChoice::automatic, {true, "1", "xterm", "", 80}));
  CHECK_FALSE(util::use_color(ColorChoice::automatic, {true, "", "dumb", "", 80}));
  CHECK(util::use_color(ColorChoice::always, {false, "1", "dumb", "", 0}));
  CHECK_FALSE(util::use_color(ColorChoice::never, terminal));
  CHECK(util::use_live_line(terminal));
  CHECK_FALSE(util::use_live_line(pipe));
  CHECK(util::output_width(pipe) == 100);
  CHECK(util::output_width(terminal) == 80);
  CHECK(util::output_width({true, "", "", "120", 80}) == 120);
  CHECK(util::output_width({true, "", "", "12", 80}) == 40);
  CHECK(util::output_width({true, "", "", "1e9", 80}) == 80);
}

TEST_CASE("values on one line") {
  using report::value_text;
  CHECK(value_text(sample::matrix(2, 2, {0, 1, 1e-5, -2.5})) == "[[0, 1], [1e-05, -2.5]]");
  CHECK(value_text({model::Tensor{{2, 0}, std::vector<double>{}}}) == "[] (2×0)");
  std::vector<double> ramp(100);
  for (std::size_t i = 0; i < ramp.size(); ++i) ramp[i] = static_cast<double>(i);
  CHECK(value_text(sample::vector(ramp)) == "[0, 1, 2, 3, …, 96, 97, 98, 99] (100)");
  CHECK(value_text(sample::matrix(10, 10, ramp)) ==
        "[[0, 1, 2, …, 7, 8, 9], [10, 11, 12, …, 17, 18, 19], [20, 21, 22, …, 27, 28, 29], …, "
        "[70, 71, 72, …, 77, 78, 79], [80, 81, 82, …, 87, 88, 89], [90, 91, 92, …, 97, 98, 99]] (10×10)");
  CHECK(value_text({std::string("a\"\x1b")}) == "\"a\\\"\\x1b\"");
  CHECK(value_text({model::Optional{}}) == "none");
  CHECK(value_text({model::List{std::vector<model::Value>(7, sample::number(1))}}) ==
        "[1, 1, 1, …, 1] (7 items)");
  CHECK(value_text({model::Record{{{"a", sample::number(1)}, {"b", {model::List{}}}}}}) == "{a: 1, b: []}");
  CHECK(report::points_text(2.5) == "2.5");
  CHECK(report::points_text(10) == "10");
  CHECK(report::points_text(0.34) == "0.34");
}

TEST_CASE("a picture of a scalar has no table around it") {
  CHECK(pictured(sample::number(1), sample::number(1.0000001), 0) ==
        Lines{"expected  1.0000000", "yours     1.0000001"});
}

TEST_CASE("a picture of a large array is what is around its worst element") {
  std::vector<double> expected(20 * 50, 0.25);
  std::vector<double> actual = expected;
  actual[10 * 50 + 30] = 0.75;
  const Lines lines = pictured(sample::matrix(20, 50, expected), sample::matrix(20, 50, actual), 2, 60);
  CHECK(text_of(lines) == text_of({
                              "                …  [:,28]  [:,29]  [:,30]  [:,31]  …",
                              "[7,:]  both     …    0.25    0.25    0.25    0.25  …",
                              "[8,:]  both     …    0.25    0.25    0.25    0.25  …",
                              "[9,:]  both     …    0.25    0.25    0.25    0.25  …",
                              "[10,:] expected …    0.25    0.25    0.25    0.25  …",
                              "       yours    …    0.25    0.25    0.75    0.25  …",
                              "                                     ^^^^",
                              "[11,:] both     …    0.25    0.25    0.25    0.25  …",
                              "[12,:] both     …    0.25    0.25    0.25    0.25  …",
                              "(a part of 20×50, around the worst element)",
                          }));
}

TEST_CASE("a picture of an array of rank three names its rows in full") {
  const model::Value expected{model::Tensor{{2, 2, 2}, std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8}}};
  const model::Value actual{model::Tensor{{2, 2, 2}, std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 88}}};
  judge::Rules rules = sample::any_shape(3);
  std::get<model::ArrayType>(rules.returns.data).element = model::Scalar::int64;
  const judge::Judgement judgement = judge::compare(actual, expected, rules);
  CHECK(text_of(report::picture(judgement.differences.at(0), 100, {})) ==
        text_of({
            "                  […,0]  […,1]",
            "[0,0,:] both          1      2",
            "[0,1,:] both          3      4",
            "[1,0,:] both          5      6",
            "[1,1,:] expected      7      8",
            "        yours         7     88",
            "                            ^^",
        }));
}

TEST_CASE("exit codes") {
  using model::Verdict;
  using report::exit_code;
  const auto none = std::nullopt;
  CHECK(exit_code(with_status({Verdict::accepted, Verdict::accepted}), none) == 0);
  CHECK(exit_code(with_status({Verdict::accepted, Verdict::wrong_answer}), none) == 1);
  CHECK(exit_code(with_status({Verdict::accepted, Verdict::not_implemented}), none) == 1);
  CHECK(exit_code(with_status({Verdict::accepted, Verdict::needs_review}), none) == 1);
  CHECK(exit_code(with_status({Verdict::wrong_answer, Verdict::grader_error}, 10), 50.0) == 3);
  CHECK(exit_code(with_status({}), none) == 1);
  CHECK(exit_code(with_status({}), 0.0) == 1);
}

TEST_CASE("exit codes with a score to reach") {
  using model::Verdict;
  using report::exit_code;
  CHECK(exit_code(with_status({Verdict::wrong_answer}, 6, 10), 60.0) == 0);
  CHECK(exit_code(with_status({Verdict::wrong_answer}, 5.99, 10), 60.0) == 1);
  CHECK(exit_code(with_status({Verdict::wrong_answer}, 0.42, 0.7), 60.0) == 0);
  CHECK(exit_code(with_status({Verdict::wrong_answer}, 0, 10), 0.0) == 0);
  CHECK(exit_code(with_status({Verdict::accepted}, 0, 0), 100.0) == 0);
  CHECK(exit_code(with_status({Verdict::wrong_answer}, 0, 0), 1.0) == 1);
}

TEST_CASE("an interrupted run never succeeds") {
  using model::Verdict;
  model::Report report = with_status({Verdict::accepted}, 10, 10);
  report.interrupted = true;
  CHECK(report::exit_code(report, std::nullopt) == 1);
  CHECK(report::exit_code(report, 1.0) == 1);
  report.interrupted = false;
  report.exercises[0].interrupted = true;
  CHECK(report::exit_code(report, std::nullopt) == 1);
}
