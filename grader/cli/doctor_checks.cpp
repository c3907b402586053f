#include "cli/doctor_checks.hpp"

#include <fmt/core.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <Eigen/Core>
#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>

#include "cli/app.hpp"
#include "cli/places.hpp"
#include "cli/services.hpp"
#include "report/value_text.hpp"
#include "sandbox/memory.hpp"
#include "util/diagnostic.hpp"
#include "util/error.hpp"
#include "worker/worker.hpp"

namespace grader::cli {
namespace {

namespace fs = std::filesystem;

using State = Finding::State;

constexpr double kMiB = 1024.0 * 1024.0;

/// What a check throws is a finding, too.
void attempt(std::vector<Finding>& findings, const std::string& name, const std::string& to_do,
             const std::function<Finding()>& check) {
  try {
    findings.push_back(check());
  } catch (const std::exception& error) {
    std::string text = error.what();
    while (text.ends_with('\n')) text.pop_back();
    findings.push_back({State::problem, name, text, to_do});
  }
}

Finding versions() {
  return {State::fine, "grader",
          fmt::format("{}, with Eigen {}.{}.{}, fmt {}.{}.{}, nlohmann-json {}.{}.{}, CLI11 {}", version(),
                      EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION, FMT_VERSION / 10000,
                      FMT_VERSION / 100 % 100, FMT_VERSION % 100, NLOHMANN_JSON_VERSION_MAJOR,
                      NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH, CLI11_VERSION)};
}

Finding machine() {
  utsname system{};
  ::uname(&system);
  const double memory =
      static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
  const std::string text = fmt::format("{} {}, {}, {:.0f} MiB of memory", system.sysname, system.machine,
                                       report::count_text(cores(), "core"), memory / kMiB);
  if (default_jobs() < cores())
    return {State::note, "machine", text,
            fmt::format("{} MiB of it are available, enough for {} at a time", sandbox::available_mib(),
                        report::count_text(default_jobs(), "compiler"))};
  return {State::fine, "machine", text};
}

std::vector<Finding> compilers(const std::optional<std::string>& cxx,
                               const sandbox::ProcessRunner& processes) {
  std::vector<Finding> findings;
  attempt(findings, "compiler", "install g++ or clang++, or name one with --cxx PATH", [&] {
    const build::Toolchain toolchain = build::find_toolchain(cxx, processes);
    return Finding{State::fine, "compiler", fmt::format("{}: {}", toolchain.cxx.string(), toolchain.version)};
  });
  if (findings.front().state == State::problem) return findings;
  const build::Toolchain used = build::find_toolchain(cxx, processes);
  for (const std::string name : {"g++", "clang++"}) {
    try {
      const build::Toolchain other = build::find_toolchain(name, processes);
      if (other.cxx != used.cxx)
        findings.push_back(
            {State::fine, "also there", fmt::format("{}: {}", other.cxx.string(), other.version)});
    } catch (const std::exception&) {
      // One compiler is enough.
    }
  }
  findings.push_back({State::fine, "Eigen", used.eigen.string()});
  return findings;
}

std::uintmax_t size_below(const fs::path& root) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator at(root, error), end; !error && at != end; at.increment(error))
    if (at->is_regular_file(error)) bytes += at->file_size(error);
  return bytes;
}

/// Workers are run from the cache, so it must be allowed to execute files there.
Finding cache() {
  const build::Cache cache(build::Cache::default_root());
  const util::TemporaryDirectory box = cache.box();
  struct statvfs system {};
  ::statvfs(box.path().c_str(), &system);
  const std::string where = cache.root().string();
  if ((system.f_flag & ST_NOEXEC) != 0)
    return {State::problem, "cache", fmt::format("{} is mounted noexec", where),
            "set XDG_CACHE_HOME to a directory where programs may be executed"};
  const double room = static_cast<double>(system.f_bavail) * static_cast<double>(system.f_frsize);
  const double used = static_cast<double>(size_below(cache.root()));
  constexpr double kEnough = 200 * kMiB;
  const std::string text =
      fmt::format("{}, {:.0f} MiB used, {:.0f} MiB free", where, used / kMiB, room / kMiB);
  if (room < kEnough)
    return {State::note, "cache", text, "make room: a precompiled header alone takes 100 MiB"};
  return {State::fine, "cache", text};
}

Finding isolation(const sandbox::Isolation& found) {
  if (found.level() > 0) return {State::fine, "isolation", found.text()};
  return {State::note, "isolation", found.text(),
          "grade only code that you would run yourself, with --trust-submission"};
}

/// A function like a student's, in memory.
model::Exercise tiny_exercise() {
  model::Exercise exercise;
  exercise.id = "doctor/twice";
  exercise.title = "Twice";
  const model::Type vector{model::ArrayType{model::Scalar::float64, {model::Dim::symbol("N")}}};
  exercise.function = {"twice", {{"x", vector}}, vector};
  // The first call on a cold machine loads much from disk.
  exercise.limits.time_s = 20;
  return exercise;
}

Finding trial(const std::optional<std::string>& cxx) {
  const auto start = std::chrono::steady_clock::now();
  const model::Exercise exercise = tiny_exercise();
  Services services({cxx, {}, true});
  const std::string source =
      "#include \"doctor/twice.hpp\"\nEigen::VectorXd twice(const Eigen::VectorXd& x) { return 2 * x; }\n";
  const build::BuildResult built = services.compiler().build({{&exercise, source}, {}}, {});
  if (const auto* failure = std::get_if<build::BuildFailure>(&built))
    throw util::GraderError(failure->message);
  worker::Worker worker(services.processes(), std::get<build::Built>(built).executable, exercise.function,
                        exercise.limits);
  const model::Value input{model::Tensor{{2}, std::vector<double>{1, 2.5}}};
  const worker::CallResult call = worker.call({{{"x", input}}});
  if (const auto* failure = std::get_if<worker::CallFailure>(&call.result))
    throw util::GraderError("the trial function failed: " + failure->message);
  if (!(std::get<model::Value>(call.result) == model::Value{model::Tensor{{2}, std::vector<double>{2, 5}}}))
    throw util::GraderError("the trial function returned a wrong result");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  return {State::fine, "trial",
          fmt::format("a function was compiled and called in {:.2f} s", seconds.count())};
}

Finding found_course(const Context& context) {
  const course::Course course = load_course(context);
  const std::string text =
      fmt::format("{}: {}, {}", fs::weakly_canonical(course.root()).string(), course.title(),
                  report::count_text(static_cast<model::Index>(course.exercises().size()), "exercise"));
  const auto mistakes = static_cast<model::Index>(course.diagnostics().size());
  if (mistakes == 0) return {State::fine, "course", text};
  return {State::note, "course", fmt::format("{}, {}", text, report::count_text(mistakes, "mistake")),
          "grader validate shows them"};
}

}  // namespace

std::vector<Finding> examine(const Context& context, const std::optional<std::string>& cxx) {
  const sandbox::LocalProcesses processes;
  std::vector<Finding> findings{versions(), machine()};
  for (Finding& finding : compilers(cxx, processes)) findings.push_back(std::move(finding));
  const bool can_compile = findings.back().state != State::problem;
  attempt(findings, "cache", "set XDG_CACHE_HOME to a directory that can be written", cache);
  const bool has_cache = findings.back().state != State::problem;
  findings.push_back(isolation(sandbox::probe()));
  if (can_compile && has_cache)
    attempt(findings, "trial", "a broken compiler or Eigen? try to compile and run a small program by hand",
            [&] { return trial(cxx); });
  attempt(findings, "course", "run it inside a course, or name one with --course DIR",
          [&] { return found_course(context); });
  return findings;
}

}  // namespace grader::cli
