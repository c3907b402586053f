#pragma once

#include <deque>
#include <random>
#include <string>
#include <vector>

#include "support/exercises.hpp"
#include "support/machine.hpp"
#include "worker/worker.hpp"

namespace grader::gathering {

/// A student's folder of exercises `double NAME(double x)`, and what is built of it together. No text was
/// ever seen by a cache before.
struct Folder {
  explicit Folder(const std::optional<std::string>& cxx = std::nullopt) : machine(cxx) {}

  support::Machine machine;
  std::deque<model::Exercise> exercises;
  std::map<std::string, std::string> sources;  // by id
  std::map<std::string, build::BuildResult> built;
  std::string once =
      "// " + std::to_string(std::random_device()()) + std::to_string(std::random_device()()) + "\n";

  /// A solution whose lines are those of `source`; its header is included behind the last of them.
  model::Exercise& add(const std::string& name, const std::string& source,
                       const std::vector<std::string>& uses = {}) {
    model::Exercise& exercise = exercises.emplace_back(support::twice());
    exercise.id = "n/" + name;
    exercise.function.name = name;
    for (const std::string& used : uses) exercise.uses.push_back("n/" + used);
    sources[exercise.id] = "#include \"n/" + name + ".hpp\"\n" + source + "\n" + once;
    return exercise;
  }
  /// Right ones, so that there are enough to gather.
  void add_fillers() {
    for (const char* name : {"fill_a", "fill_b", "fill_c"})
      add(name, "static double helper(double x) { return x; }\ndouble " + std::string(name) +
                    "(double x) { return helper(x); }");
  }

  const model::Exercise& at(const std::string& name) const {
    for (const model::Exercise& exercise : exercises)
      if (exercise.id == "n/" + name) return exercise;
    throw std::out_of_range(name);
  }
  build::Program program(const model::Exercise& exercise) const {
    build::Program program{{&exercise, sources.at(exercise.id)}, {}};
    add_used(exercise, program);
    return program;
  }
  std::vector<build::Program> programs() const {
    std::vector<build::Program> all;
    for (const model::Exercise& exercise : exercises) all.push_back(program(exercise));
    return all;
  }

  void gather(int jobs = 1, build::Author author = build::Author::student) {
    built = machine.compiler.gather(programs(), author, jobs, {});
  }
  bool is_gathered(const std::string& name) const { return built.contains("n/" + name); }
  const build::Built& gathered(const std::string& name) const {
    return std::get<build::Built>(built.at("n/" + name));
  }
  /// As it is built where it was not gathered.
  build::BuildResult alone(const std::string& name) { return machine.compiler.build(program(at(name)), {}); }

  /// What a call says: the value, or the failure's message.
  std::string call(const build::Built& worker_of, const std::string& name, double x,
                   std::string* output = nullptr) const {
    worker::Worker worker(machine.processes, worker_of.executable, at(name).function, {});
    worker.choose(worker_of.exercise);
    const worker::CallResult called = worker.call({{{"x", {model::Tensor::scalar(x)}}}});
    if (output != nullptr) *output = called.output;
    if (const auto* failure = std::get_if<model::CallFailure>(&called.result)) return failure->message;
    const double value = std::get<model::Tensor>(std::get<model::Value>(called.result).data).number(0);
    return std::to_string(value);
  }
  std::string call(const std::string& name, double x) const { return call(gathered(name), name, x); }

 private:
  void add_used(const model::Exercise& exercise, build::Program& program) const {
    for (const std::string& id : exercise.uses) {
      const model::Exercise& used = at(id.substr(2));
      program.used.push_back({&used, sources.at(id)});
      add_used(used, program);
    }
  }
};

}  // namespace grader::gathering
