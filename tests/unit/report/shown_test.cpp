#include <doctest/doctest.h>
#include <fmt/format.h>

#include <limits>

#include "report/plot.hpp"
#include "report/shown_text.hpp"

using namespace grader;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string text(const std::vector<std::string>& lines) {
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

std::string shown(model::ShowKind kind, model::Value value, std::size_t width = 60) {
  return text(report::shown_text({kind, "what it is", std::move(value)}, width));
}

}  // namespace

TEST_CASE("a plot draws a curve between the values, with its ends in numbers") {
  CHECK(text(report::plot({4, 2, 1.5, 1.25}, 22)) == R"(   4 ┤•
     ┤ ·
     ┤  ·
     ┤   ·
     ┤    ·
     ┤     •·
     ┤       ···•·
1.25 ┤            ···•
     └────────────────
      0              3
)");
}

TEST_CASE("every column of a plot has a mark, and narrow room holds many values") {
  std::vector<double> values;
  for (int i = 0; i < 1000; ++i) values.push_back(i);
  CHECK(text(report::plot(values, 20)) == R"(999 ┤              •
    ┤            ••
    ┤          ••
    ┤        ••
    ┤      ••
    ┤    ••
    ┤ •••
  0 ┤•
    └───────────────
     0           999
)");
}

TEST_CASE("a plot of nothing, of one value, of equal ones and with gaps") {
  CHECK(text(report::plot({}, 40)) == "no values\n");
  CHECK(text(report::plot({kNan, kNan}, 40)) == "no finite values\n");
  CHECK(text(report::plot({-2.5}, 40)) == R"(-2.5 ┤•
     └─
      0
)");
  CHECK(text(report::plot({3, 3, 3}, 14)) == R"(3 ┤•····•····•
  └───────────
   0         2
)");
  CHECK(text(report::plot({1, kNan, 0, 1}, 16)) == R"(1 ┤•           •
  ┤
  ┤           ·
  ┤
  ┤          ·
  ┤         ·
  ┤
0 ┤        •
  └─────────────
   0           3
)");
}

TEST_CASE("a plot holds values whose difference is no double") {
  const double most = std::numeric_limits<double>::max();
  const auto lines = report::plot({most, -most}, 40);
  CHECK(lines.front().rfind(" 1.798e+308 ┤•", 0) == 0);
  CHECK(lines.at(7).rfind("-1.798e+308 ┤", 0) == 0);
}

TEST_CASE("a text has a bar before each line, and control characters made visible") {
  CHECK(shown(model::ShowKind::text, {std::string("the cat\n\x1b[31mred")}) == R"(what it is:
  | the cat
  | \x1b[31mred
)");
  CHECK(shown(model::ShowKind::text, {std::string("wrapped anywhere")}, 14) == R"(what it is:
  | wrapped an
  | ywhere
)");
  std::string many;
  for (int i = 0; i < 30; ++i) many += "x\n";
  CHECK(shown(model::ShowKind::text, {many}).find("| x\n  … 10 more lines\n") != std::string::npos);
}

TEST_CASE("a table has names and values under each other, and counts in groups of three") {
  model::Record record;
  record.fields = {{"embedding", {model::Tensor::scalar(std::int64_t{124439808})}},
                   {"less", {model::Tensor::scalar(std::int64_t{-1024})}},
                   {"small", {model::Tensor::scalar(std::int64_t{999})}},
                   {"part", {model::Tensor::scalar(0.25)}},
                   {"tied", {model::Tensor::boolean(true)}},
                   {"name", {std::string("gpt\n2")}}};
  CHECK(shown(model::ShowKind::table, {record}) == R"(what it is:
  embedding  124,439,808
  less            -1,024
  small              999
  part              0.25
  tied              true
  name            gpt\n2
)");
}
