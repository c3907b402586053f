#pragma once

#include <filesystem>
#include <string>

#include "course/course.hpp"
#include "pipeline/grade.hpp"
#include "support/machine.hpp"

namespace grader::classroom {

inline void write(const std::filesystem::path& path, const std::string& text) {
  util::write_file(path, text);
}

/// A course with one exercise, `double half(double x)`, whose checks a test can choose.
struct Classroom {
  Classroom() {
    write(folder.path() / "exercises/course.yaml", "format_version: 1\ntitle: Test\ntopics: [a]\n");
    write(folder.path() / "reference/a/half.cpp",
          "#include \"a/half.hpp\"\ndouble half(double x) { return x / 2; }\n");
    spec(
        "  - {id: one, input: {x: 1}}\n  - {id: two, input: {x: 2}, hidden: true}\n  - {id: three, input: "
        "{x: 3}}\n");
  }
  void spec(const std::string& cases, const std::string& limits = "time_s: 0.5") {
    write(folder.path() / "exercises/a/half.yaml",
          "format_version: 1\ntitle: Half\npoints: 3\nstatement: Half.\nlimits: {" + limits +
              "}\nfunction: {name: half, params: {x: float}, returns: float}\ncases:\n" + cases);
  }
  void reference(const std::string& body) {
    write(folder.path() / "reference/a/half.cpp",
          "#include \"a/half.hpp\"\ndouble half(double x) { " + body + " }\n");
  }
  model::ExerciseResult grade(const std::string& body) {
    write(folder.path() / "student/a/half.cpp",
          "#include \"a/half.hpp\"\n#include <unistd.h>\ndouble half(double x) { " + body + " }\n");
    return grade();
  }
  model::ExerciseResult grade() { return grade(machine.compiler); }
  model::ExerciseResult grade(build::Compiler& compiler) {
    const auto course = course::Course::load(folder.path());
    const pipeline::Services services{compiler, machine.processes};
    return pipeline::grade(course, course.select({}), folder.path() / "student", services, {}, {}, {})
        .exercises.at(0);
  }
  util::TemporaryDirectory folder{std::filesystem::temp_directory_path()};
  support::Machine machine;
};

inline std::string verdicts(const model::ExerciseResult& result) {
  std::string text;
  for (const model::CheckResult& check : result.checks)
    text += check.id + "=" + model::to_string(check.verdict) + " ";
  return text;
}

}  // namespace grader::classroom
