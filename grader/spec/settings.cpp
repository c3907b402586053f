#include "spec/settings.hpp"

#include <fmt/format.h>

#include <cmath>

#include "spec/mapping.hpp"
#include "spec/scalars.hpp"
#include "util/suggest.hpp"

namespace grader::spec {
namespace {

constexpr double kLongestTime = 24 * 60 * 60;
constexpr std::int64_t kMostMemory = 1024 * 1024;  // MiB
constexpr std::int64_t kMostOutput = 1024 * 1024;  // KiB
constexpr std::int64_t kMostThreads = 1000;
constexpr std::int64_t kLeastCompileMemory = 512;  // MiB; the precompiled header alone takes a third of it
constexpr std::int64_t kMostObject = 4096;         // MiB
constexpr std::int64_t kMostDiagnostics = 1024;    // KiB
constexpr double kMostPoints = 1e6;

void read_not_negative(const Node& mapping, const std::string& key, double& value, Problems& problems) {
  if_present(mapping, key, [&](const Node& node) {
    const auto number = read_float(node, "'" + key + "'", problems);
    if (!number) return;
    if (std::isfinite(*number) && *number >= 0)
      value = *number;
    else
      problems.add(node.place, fmt::format("'{}' must be 0 or more, found {}", key, node.text));
  });
}

void read_time(const Node& mapping, const std::string& key, double& value, Problems& problems) {
  if_present(mapping, key, [&](const Node& node) {
    const auto number = read_float(node, "'" + key + "'", problems);
    if (!number) return;
    if (*number > 0 && *number <= kLongestTime)
      value = *number;
    else
      problems.add(node.place, fmt::format("'{}' must be above 0 and at most {} seconds, found {}", key,
                                           kLongestTime, node.text));
  });
}

void read_size(const Node& mapping, const std::string& key, std::int64_t most, std::int64_t& value,
               Problems& problems, std::int64_t least = 1) {
  if_present(mapping, key, [&](const Node& node) {
    value = read_int_within(node, "'" + key + "'", least, most, problems).value_or(value);
  });
}

}  // namespace

model::Tolerance read_tolerance(const Node& node, model::Tolerance outer, Problems& problems) {
  if (!is_mapping(node, "'tolerance'", problems)) return outer;
  refuse_unknown(node, {"rtol", "atol"}, problems);
  read_not_negative(node, "rtol", outer.rtol, problems);
  read_not_negative(node, "atol", outer.atol, problems);
  return outer;
}

model::Limits read_limits(const Node& node, model::Limits outer, Problems& problems) {
  if (!is_mapping(node, "'limits'", problems)) return outer;
  refuse_unknown(node,
                 {"time_s", "exercise_time_s", "memory_mib", "output_kib", "threads", "compile_time_s",
                  "compile_mib", "object_mib", "diagnostics_kib"},
                 problems);
  read_time(node, "time_s", outer.time_s, problems);
  read_time(node, "exercise_time_s", outer.exercise_time_s, problems);
  read_size(node, "memory_mib", kMostMemory, outer.memory_mib, problems);
  read_size(node, "output_kib", kMostOutput, outer.output_kib, problems);
  read_size(node, "threads", kMostThreads, outer.threads, problems);
  read_time(node, "compile_time_s", outer.compile_time_s, problems);
  read_size(node, "compile_mib", kMostMemory, outer.compile_mib, problems, kLeastCompileMemory);
  read_size(node, "object_mib", kMostObject, outer.object_mib, problems);
  read_size(node, "diagnostics_kib", kMostDiagnostics, outer.diagnostics_kib, problems);
  return outer;
}

model::Scoring read_scoring(const Node& node, model::Scoring outer, Problems& problems) {
  const auto text = read_string(node, "'scoring'", problems);
  if (!text) return outer;
  if (*text == "proportional") return model::Scoring::proportional;
  if (*text == "all_or_nothing") return model::Scoring::all_or_nothing;
  const std::string hint = util::did_you_mean(*text, {"proportional", "all_or_nothing"});
  problems.add(node.place,
               fmt::format("'scoring' must be proportional or all_or_nothing, found {}", in_quotes(*text)),
               hint);
  return outer;
}

double read_points(const Node& node, double otherwise, Problems& problems) {
  const auto number = read_float(node, "'points'", problems);
  if (!number) return otherwise;
  if (*number >= 0 && *number <= kMostPoints) return *number;
  problems.add(node.place,
               fmt::format("'points' must be between 0 and {}, found {}", kMostPoints, node.text));
  return otherwise;
}

}  // namespace grader::spec
