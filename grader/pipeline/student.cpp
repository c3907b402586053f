#include "pipeline/student.hpp"

#include <fmt/format.h>

namespace grader::pipeline {
namespace {

constexpr int kMostLimits = 2;   // time or memory limits, before the rest is given up
constexpr int kMostCrashes = 5;  // ends of the process

}  // namespace

model::Outcome Student::call(const model::Arguments& arguments) {
  if (given_up_) throw *given_up_;
  worker::CallResult call = worker_->call(arguments);
  account(call);
  return std::move(call.result);
}

model::Outcome Rationed::call(const model::Arguments& arguments) {
  if (is_used_up())
    return model::CallFailure{model::Verdict::time_limit, "not called: its time in all is used up"};
  worker::CallResult call = worker_.call(arguments);
  left_s_ -= call.wall_s;
  return std::move(call.result);
}

void Student::account(const worker::CallResult& call) {
  if (!hidden_) output_ += call.output;
  output_cut_ = output_cut_ || call.output_cut;
  used_s_ += call.wall_s;
  if (const auto* failure = std::get_if<model::CallFailure>(&call.result)) {
    const bool limit =
        failure->verdict == model::Verdict::time_limit || failure->verdict == model::Verdict::memory_limit;
    if (limit && ++limits_exceeded_ == kMostLimits)
      give_up(failure->verdict, fmt::format("after {} such failures", kMostLimits));
    else if (!limit && failure->ended && ++crashes_ == kMostCrashes)
      give_up(failure->verdict, fmt::format("after {} such failures", kMostCrashes));
  }
  if (!given_up_ && used_s_ > limits_.exercise_time_s)
    give_up(model::Verdict::time_limit,
            fmt::format("the {:g} s for all checks together are used up", limits_.exercise_time_s));
}

void Student::give_up(model::Verdict verdict, const std::string& why) {
  given_up_ = GivenUp{{verdict, "not run: " + why}};
}

}  // namespace grader::pipeline
