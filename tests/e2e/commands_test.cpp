#include <doctest/doctest.h>

#include "session.hpp"

using namespace grader;
using e2e::Room;
using e2e::Session;

TEST_CASE("help of the program and of every command") {
  const Room room;
  Session session(room);
  session.plain({}).plain({"--help"});
  for (const char* command : {"run", "watch", "list", "show", "hint", "eval", "debug", "init", "reset", "new",
                              "validate", "audit", "doctor", "completion"})
    session.plain({command, "--help"});
  // Releases of CLI11 differ in spaces and in how they write a default.
  std::string text = std::regex_replace(session.text(), std::regex(" +"), " ");
  text = std::regex_replace(text, std::regex(R"( ([A-Z|a-z]+)=(\w+))"), " $1 [$2]");
  CHECK_GOLDEN("help.txt", text);
}

TEST_CASE("the version, and what is no command") {
  const Room room;
  Session session(room);
  session.plain({"--version"}).plain({"rnu"}).plain({"zzz"}).plain({"run", "--jsn", "x"});
  session.plain({"list", "--course"}).plain({"show"});
  for (const char* seed : {"-1", "1.5", "0x10", "18446744073709551616"})
    session.plain({"run", "--seed", seed});
  CHECK_GOLDEN("wrong_use.txt", session.text());
}

TEST_CASE("list, show and hint") {
  const Room room;
  Session session(room);
  session.grader({"init", "student"});
  room.edit("student/vectors/total.cpp", "grader::todo()", "return 0");
  e2e::fs::remove(room.path() / "student/texts/greet.cpp");
  session.grader({"list"}).grader({"list", "texts/", "total"}).grader({"list", "--ids"});
  session.grader({"list", "total", "--json"}).grader({"list", "nothing"});
  session.grader({"show", "total"}).grader({"show", "row_means"}).grader({"show", "blend"});
  session.grader({"show", "unit", "--json"}).grader({"show", "vectors/"}).grader({"show", "unti"});
  CHECK_GOLDEN("list_show.txt", session.text());
}

TEST_CASE("commands say the same when the specifications were read before, and notice every edit") {
  Room room("solved");
  const auto told = [&] {
    std::string text;
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"list"}, {"show", "total"}, {"validate"}})
      text += room.grader(command).out;
    return text;
  };
  const std::string first = told();
  CHECK(first.find("no mistakes") != std::string::npos);
  CHECK(told() == first);

  const std::string spec = "course/exercises/vectors/total.yaml";
  const std::string before = room.read(spec);
  room.edit(spec, "title: ", "title: Another ");
  CHECK(told().find("Another ") != std::string::npos);
  room.edit(spec, "\nfunction:", "\nfunctoin:");
  const auto wrong = room.grader({"validate"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("did you mean 'function'?") != std::string::npos);
  room.write(spec, before);
  CHECK(told() == first);

  // Nothing is remembered where there is no place for it, and nothing is said about that either.
  room.write("occupied", "");
  room.environment["XDG_CACHE_HOME"] = room.path() / "occupied";
  CHECK(told() == first);
  CHECK(room.grader({"list"}).err == "");
}

TEST_CASE("hints come one at a time and are remembered for each course") {
  const Room room;
  Session session(room);
  session.grader({"hint", "total"}).grader({"hint", "vectors/total"}).grader({"hint", "total"});
  session.grader({"hint", "total", "--all"}).grader({"hint", "total", "--json"});
  session.grader({"hint", "total", "--reset"}).grader({"hint", "total"});
  session.grader({"hint", "outer"}).grader({"hint", "nothing"});
  e2e::fs::copy(room.path() / "course", room.path() / "other", e2e::fs::copy_options::recursive);
  session.plain({"hint", "total", "--course", "other"});
  CHECK_GOLDEN("hint.txt", session.text());
  CHECK(room.has("state/grader"));

  const Room damaged;
  damaged.write("state/grader/hints.json", "{ not JSON");
  CHECK(damaged.grader({"hint", "total"}).out.starts_with("Hint 1 of 2\n"));
}

TEST_CASE("eval calls the reference, the student's solution and any file") {
  const Room room("mixed");
  room.write("mine.cpp",
             "#include \"vectors/total.hpp\"\ndouble total(Eigen::VectorXd x) { return 2 * x.sum(); }\n");
  room.write("input.json", "{\"x\": [1, 2.5]}\n");
  Session session(room);
  session.grader({"eval", "total", "--impl", "reference", "--input", "input.json"});
  session.grader(
      {"eval", "total", "--input", "input.json"});  // prints to standard error what the code printed
  session.grader({"eval", "total", "--impl", "mine.cpp", "--input", "-"}, "{\"x\": [1e300, \"-inf\"]}");
  session.grader({"eval", "total", "--impl", "student/vectors/total.cpp", "--case", "example"});
  session.grader({"eval", "row_means", "--case", "random#3", "--seed", "7"});
  session.grader({"eval", "row_means", "--case", "large#0"});
  session.grader({"eval", "unit", "--case", "one"});
  session.grader({"eval", "greet", "--impl", "reference", "--input", "-"},
                 R"({"names": ["Zoë", "\u001b[1m"], "loud": true})");
  session.grader({"eval", "greet", "--case", "example"});
  session.grader({"eval", "blend", "--impl", "reference", "--input", "-"},
                 R"({"layers": [{"pixels": [[1, 2]], "style": {"weight": 2, "name": "n"}}]})");
  session.grader({"eval", "blend", "--case", "example"});
  CHECK_GOLDEN("eval.txt", session.text());
}

TEST_CASE("eval says what is wrong with an input, and where") {
  const Room room("solved");
  Session session(room);
  const auto input = [&](const char* id, const char* json) {
    session.grader({"eval", id, "--impl", "reference", "--input", "-"}, json);
  };
  input("total", "{\n  \"x\": [1, 2,\n}\n");
  input("total", "");
  input("total", "[1, 2]");
  input("total", "{\"x\": [1, 2], \"y\": 3}");
  input("total", "{}");
  input("total", "{\"x\": [[1, 2]]}");
  input("total", "{\"x\": \"text\"}");
  input("total", "{\"x\": [1, null]}");
  input("row_means", "{\"x\": [[1, 2], [3]]}");
  input("greet", "{\"names\": [1], \"loud\": \"yes\"}");
  input("blend", R"({"layers": [{"pixels": [[1]], "stile": {}}], "bias": null})");
  input("blend", R"({"layers": [{"pixels": [[1]], "style": {"weight": 1, "name": ""}}], "bias": [[1, 2]]})");
  session.grader({"eval", "total"}).grader({"eval", "total", "--input", "a.json", "--case", "example"});
  session.grader({"eval", "total", "--input", "nowhere.json"});
  session.grader({"eval", "total", "--impl", "nowhere.cpp", "--case", "example"});
  session.grader({"eval", "total", "--case", "exmple"}).grader({"eval", "total", "--case", "random#8"});
  session.grader({"eval", "total", "--case", "random#x"});
  CHECK_GOLDEN("eval_mistakes.txt", session.text());
}

TEST_CASE("init keeps what is there and reset keeps a copy") {
  const Room room;
  Session session(room);
  session.grader({"init", "work/student"}).grader({"init", "work/student"});
  room.write("work/student/vectors/total.cpp", "// mine\n");
  room.write("work/student/vectors/total.hpp", "// spoilt\n");
  e2e::fs::remove(room.path() / "work/student/texts/greet.cpp");
  session.grader({"init", "work/student"}).file("work/student/vectors/total.cpp");
  session.grader({"reset", "total", "--dir", "work/student"});
  session.file("work/student/vectors/total.cpp").file("work/student/vectors/total.cpp.bak");
  session.grader({"reset", "total", "--dir", "work/student"});
  room.write("work/student/vectors/total.cpp", "// mine again\n");
  session.grader({"reset", "total", "--dir", "work/student"}).file("work/student/vectors/total.cpp.bak2");
  session.grader({"reset", "total"}).grader({"reset", "nothing", "--dir", "work/student"});
  session.grader({"init", "course/exercises/course.yaml"}).grader({"init"});
  CHECK_GOLDEN("init_reset.txt", session.text());
}

TEST_CASE("validate finds every mistake of every file in one go") {
  const Room room;
  room.edit("course/exercises/vectors/unit.yaml", "points: 1", "pionts: 1\ndifficulty: 9");
  room.edit("course/exercises/vectors/outer.yaml", "float[M, N]", "float[M, K]");
  room.edit("course/exercises/vectors/row_means.yaml", "[[1, 3], [5, 9]]", "[[1, 3], [5]]");
  room.write("course/exercises/texts/greet.yaml", "");
  room.write("course/exercises/texts/noise.yaml", std::string_view("\x7f\x45\x4c\x46\0\x01", 6));
  e2e::fs::remove(room.path() / "course/reference/texts/blend.cpp");
  Session session(room);
  session.grader({"validate"}).grader({"validate", "total"}).grader({"validate", "unit", "outer"});
  session.grader({"validate", "--json"}).grader({"list"}).grader({"run", "-e", "total", "x"});
  CHECK_GOLDEN("validate.txt", session.text());
}

TEST_CASE("the course is found from below, and may be named on either side of the command") {
  const Room room("solved");
  const auto listed = [](const e2e::Result& result) { return result.status == 0 ? result.out : result.err; };
  const std::string all = listed(room.plain({"--course", "course", "list", "--ids"}));
  CHECK(all.starts_with("vectors/total\n"));
  CHECK(listed(room.plain({"list", "--ids", "--course", "course"})) == all);
  CHECK(listed(room.plain({"list", "--course=course", "--ids"})) == all);
  e2e::Invocation below = room.invocation({"list", "--ids"});
  below.directory = room.path() / "course/exercises/texts";
  CHECK(listed(e2e::run(below)) == all);
  CHECK(room.plain({"list", "--course", "nowhere"}).status == 2);
}

TEST_CASE("doctor tells what there is, and fails where grading would") {
  Room room("solved");
  const auto fine = room.grader({"doctor"});
  CHECK(fine.status == 0);
  CHECK(fine.out.ends_with("The grader can do its work here.\n"));
  for (const char* part : {"compiler", "Eigen", "cache", "isolation", "trial", "course"})
    CHECK_MESSAGE(fine.out.find(part) != std::string::npos, part);
  const auto json = nlohmann::json::parse(room.grader({"doctor", "--json"}).out);
  CHECK(json.at("format_version") == 1);

  room.environment["CXX"] = "no-such-compiler";
  const auto broken = room.grader({"doctor"});
  CHECK(broken.status == 3);
  CHECK(broken.out.find("no-such-compiler") != std::string::npos);
}
