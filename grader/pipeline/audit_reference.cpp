#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "judge/corridor.hpp"
#include "pipeline/audit_room.hpp"
#include "pipeline/implementation.hpp"
#include "util/error.hpp"

namespace grader::pipeline {
namespace {

constexpr model::Index kNoiseSeeds = 50;  // rounding shows after a few

struct WayOfBuilding {
  std::string name;  // "O0"
  Plain implementation;
};

bool wants(const model::Exercise& exercise, const std::string& level) {
  const auto& levels = exercise.audit.optimisation;
  return levels.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
}

/// Moves every float other than 0 by one unit in the last place, up or down: what a right solution that
/// rounds otherwise may do to its intermediate results.
class Perturbation {
 public:
  explicit Perturbation(std::uint64_t seed) : random_(seed) {}

  model::Value operator()(model::Value value) {
    if (auto* tensor = std::get_if<model::Tensor>(&value.data)) {
      if (auto* doubles = std::get_if<std::vector<double>>(&tensor->data)) move(*doubles);
      if (auto* floats = std::get_if<std::vector<float>>(&tensor->data)) move(*floats);
    } else if (auto* list = std::get_if<model::List>(&value.data)) {
      for (model::Value& item : list->items) item = (*this)(std::move(item));
    } else if (auto* optional = std::get_if<model::Optional>(&value.data)) {
      for (model::Value& item : optional->item) item = (*this)(std::move(item));
    } else if (auto* record = std::get_if<model::Record>(&value.data)) {
      for (auto& field : record->fields) field.second = (*this)(std::move(field.second));
    }
    return value;
  }

 private:
  template <typename T>
  void move(std::vector<T>& numbers) {
    constexpr T kFar = std::numeric_limits<T>::infinity();
    for (T& number : numbers)
      if (number != 0) number = std::nextafter(number, (random_() & 1U) != 0 ? kFar : -kFar);
  }

  std::mt19937_64 random_;
};

double noise_of(const model::Exercise& exercise, const judge::Input& input, const model::Outcome& outcome) {
  const auto* value = std::get_if<model::Value>(&outcome);
  return value == nullptr ? 0
                          : judge::float_distance(*value, *input.expected, judge::rules_of(exercise, input));
}

class ReferenceAuditor {
 public:
  explicit ReferenceAuditor(const AuditTask& task)
      : task_(task), ours_(task), reassociated_(built_reference(task, build::Mode::reassociated)) {
    if (wants(task.exercise, "O0"))
      builds_.push_back({"O0", built_reference(task, build::Mode::unoptimised)});
    if (wants(task.exercise, "O2")) builds_.push_back({"O2", built_reference(task, build::Mode::optimised)});
  }

  ReferenceAudit run() {
    for (model::Index seed = 1; seed <= task_.seeds; ++seed) {
      if (task_.stop.stop_requested()) throw util::Interrupted();
      if (seed % 10 == 1) task_.progress(fmt::format("reference, seed {} of {}", seed, task_.seeds));
      if (!passes(static_cast<std::uint64_t>(seed))) return std::move(result_);
      result_.seeds = seed;
    }
    return std::move(result_);
  }

 private:
  bool passes(std::uint64_t seed) {
    const auto extent = seed == 1 ? Examiner::Extent::all : Examiner::Extent::generated;
    const auto inputs = ours_.examiner().inputs(seed, extent);
    for (WayOfBuilding& build : builds_) {
      const Examination examination = ours_.examiner().examine(inputs, build.implementation);
      if (examination.passes()) continue;
      result_.findings.push_back(
          fmt::format("the reference fails with seed {} at -{}: {}", seed, build.name, examination.first));
      return false;
    }
    if (static_cast<model::Index>(seed) <= kNoiseSeeds) measure(inputs, seed);
    return true;
  }

  void measure(const std::vector<judge::Input>& inputs, std::uint64_t seed) {
    Perturbation perturbed(seed);
    for (const judge::Input& input : inputs) {
      if (!judge::is_exact(input)) continue;
      const model::Value moved = perturbed({input.arguments});
      const auto& arguments = std::get<model::Record>(moved.data);
      for (const double noise : {noise_of(task_.exercise, input, reassociated_.call(input.arguments)),
                                 noise_of(task_.exercise, input, ours_.reference().call(arguments))})
        result_.noise = std::max(result_.noise, noise);
    }
  }

  const AuditTask& task_;
  AuditReference ours_;
  Plain reassociated_;
  std::vector<WayOfBuilding> builds_;
  ReferenceAudit result_;
};

}  // namespace

ReferenceAudit audit_reference(const AuditTask& task) { return ReferenceAuditor(task).run(); }

}  // namespace grader::pipeline
