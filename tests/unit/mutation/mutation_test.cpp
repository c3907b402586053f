#include "mutation/mutation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "unit/mutation/made.hpp"
#include "util/error.hpp"

using namespace grader::mutation;

namespace {

const std::string kLayerNorm = R"(#include "a.hpp"  // a + b

template <class T, int N = 3>
Eigen::Matrix<T, N, 1> zero(const std::vector<std::vector<T>>& x, int n = 0);

M norm(const M& x, double eps) {
  if (x.size() == 0) throw std::invalid_argument("no " + std::to_string(1));
  const Eigen::Matrix<double, 2, 1> mean = x.rowwise().mean();  // the mean - of x
  const auto* p = &x;
  return (static_cast<float>(*p) - mean) /
         std::sqrt(eps);
}
)";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> sources_of_references() {
  std::vector<std::string> sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GRADER_SOURCE_DIR "/reference"))
    if (entry.path().extension() == ".cpp") sources.push_back(read(entry.path()));
  std::sort(sources.begin(), sources.end());
  return sources;
}

}  // namespace

TEST_CASE("only what is computed is changed") {
  CHECK(made(kLayerNorm) ==
        Lines{"change ddof: const Eigen::Matrix<double, 2, 1> mean = x.rowwise().sum() / (x.cols() - 1.0);  "
              "// the mean - of x",
              "swap axis: const Eigen::Matrix<double, 2, 1> mean = x.colwise().mean();  // the mean - of x",
              "swap mean and sum: const Eigen::Matrix<double, 2, 1> mean = x.rowwise().sum();  // the mean - "
              "of x",
              "return argument: return x;", "drop term: return (-mean) /",
              "change sign: return (static_cast<float>(*p) + mean) /",
              "drop factor: return (static_cast<float>(*p) - mean);",
              "swap product and quotient: return (static_cast<float>(*p) - mean) *", "drop call: eps;"});
}

TEST_CASE("a mutant knows its line, the text before and after, and the whole file") {
  const std::vector<Mutant> all = mutants("double f(double x) {\n\n    return 3.0 *\n      x;\n}\n");
  const auto found =
      std::find_if(all.begin(), all.end(), [](const Mutant& m) { return m.operation == "drop factor"; });
  REQUIRE(found != all.end());
  CHECK(found->line == 3);
  CHECK(found->before == "return 3.0 *\nx;");
  CHECK(found->after == "return x;");
  CHECK(found->source == "double f(double x) {\n\n    return x;\n}\n");
  CHECK(diff(*found, "a/f.cpp") == "a/f.cpp:3: drop factor\n-  return 3.0 *\n-  x;\n+  return x;");
  CHECK(diff({"drop statement", 2, "x\x1b[1m;", "", ""}, "f.cpp") ==
        "f.cpp:2: drop statement\n-  x\\x1b[1m;\n+");
}

TEST_CASE("the mutants of every reference are many, different, and the same every time") {
  std::size_t count = 0;
  const std::vector<std::string> references = sources_of_references();
  for (const std::string& source : references) {
    const std::vector<Mutant> all = mutants(source);
    CAPTURE(source);
    count += all.size();
    CHECK(!all.empty());
    CHECK(all.size() <= 8 * static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n')));
    std::set<std::string> texts{source};
    for (const Mutant& mutant : all) {
      CHECK(texts.insert(mutant.source).second);
      CHECK(mutant.before != mutant.after);
      // Comments and includes in front are as they were.
      const std::size_t code = source.find('\n', source.rfind("#include"));
      CHECK(mutant.source.substr(0, code) == source.substr(0, code));
    }
    const std::vector<Mutant> again = mutants(std::string(source));
    REQUIRE(again.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(again[i].source == all[i].source);
  }
  CHECK(count >= 15 * references.size());
}

TEST_CASE("a sample takes a bit of everything and keeps the order") {
  std::vector<Mutant> all;
  for (int line = 1; line <= 4; ++line)
    for (const char* operation : {"a", "a", "b"})
      all.push_back({operation, line, "", "", std::to_string(all.size())});
  all.push_back({"rare", 9, "", "", "12"});
  const std::vector<Mutant> few = sample(all, 5);
  std::map<std::string, int> operations;
  std::set<int> lines;
  for (const Mutant& mutant : few) {
    ++operations[mutant.operation];
    lines.insert(mutant.line);
  }
  CHECK(operations == std::map<std::string, int>{{"a", 2}, {"b", 2}, {"rare", 1}});
  CHECK(lines.size() == 5);
  CHECK(std::is_sorted(few.begin(), few.end(), [](const auto& x, const auto& y) { return x.line < y.line; }));
  CHECK(sample(all, 0).empty());
  CHECK(sample({}, 3).empty());
  CHECK(sample(all, 100).size() == all.size());
}

TEST_CASE("a file that is cut off anywhere is no trouble") {
  const std::vector<std::string> references = sources_of_references();
  REQUIRE(!references.empty());
  for (const std::string& source : {kLayerNorm, references.front()})
    for (std::size_t size = 0; size < source.size(); ++size) {
      const std::string cut = source.substr(0, size);
      const std::vector<Mutant> all = mutants(cut);
      const bool differ =
          std::all_of(all.begin(), all.end(), [&](const Mutant& m) { return m.source != cut; });
      CHECK(differ);
      CHECK_NOTHROW(mutants(source.substr(size)));
    }
}

TEST_CASE("nesting and length cost neither the stack nor the memory") {
  const auto repeated = [](const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  const std::string head = "double f(double x) { return ";
  CHECK(mutants(head + repeated("sqrt(", 10000) + "x" + repeated(")", 10000) + "; }").size() < 200);
  CHECK(mutants(head + repeated("[] { return ", 8000) + "x" + repeated(";}", 8000) + "; }").size() < 200);
  CHECK(mutants("void f() " + repeated("{", 50000) + repeated("}", 50000)).empty());
  CHECK(mutants(repeated("namespace a {", 5000) + repeated("}", 5000)).empty());
  const std::vector<Mutant> many = mutants("void f() {" + repeated("x = x + 1;", 5000) + "}");
  CHECK(many.size() > 100);
  CHECK(many.size() * 50000 <= std::size_t{64} << 20U);
  CHECK_THROWS_WITH_AS(
      mutants(std::string(kMostBytes + 1, ' ')),
      "cannot mutate a source of 131073 bytes: at most 131072 are read; move the data in it into a "
      "file of its own",
      grader::util::GraderError);
}
