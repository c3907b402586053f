#pragma once

#include <optional>
#include <string>

#include "judge/implementation.hpp"
#include "model/exercise.hpp"
#include "worker/worker.hpp"

namespace grader::pipeline {

/// Thrown by a call that is not made any more, because the student's code has exceeded what an exercise may
/// cost.
struct GivenUp {
  model::CallFailure failure;  // what the remaining checks get
};

/// A worker seen as something the judge can call, which counts what the calls cost: after two time or memory
/// limits, five crashes, or the exercise's time in all, there are no more calls.
class Student : public judge::Implementation {
 public:
  Student(worker::Worker& worker, const model::Limits& limits) : worker_(&worker), limits_(limits) {}

  /// Throws GivenUp.
  model::Outcome call(const model::Arguments& arguments) override;

  /// What the code prints from now on is kept or dropped.
  void set_hidden(bool hidden) { hidden_ = hidden; }
  /// Further calls go to another process of the same program.
  void continue_with(worker::Worker& worker) { worker_ = &worker; }

  std::string take_output() { return std::move(output_); }
  bool output_cut() const { return output_cut_; }
  double used_s() const { return used_s_; }

 private:
  void account(const worker::CallResult& call);
  void give_up(model::Verdict verdict, const std::string& why);

  worker::Worker* worker_;
  const model::Limits& limits_;
  bool hidden_ = false;
  std::string output_;
  bool output_cut_ = false;
  double used_s_ = 0;
  int limits_exceeded_ = 0;
  int crashes_ = 0;
  std::optional<GivenUp> given_up_;
};

/// A student's worker that may take so long in all; then it has no answers any more.
class Rationed : public judge::Implementation {
 public:
  Rationed(worker::Worker worker, double seconds) : worker_(std::move(worker)), left_s_(seconds) {}
  model::Outcome call(const model::Arguments& arguments) override;
  bool is_used_up() const { return left_s_ <= 0; }

 private:
  worker::Worker worker_;
  double left_s_;
};

/// A worker whose calls are nobody's cost: the reference, a pitfall.
class Plain : public judge::Implementation {
 public:
  explicit Plain(worker::Worker worker) : worker_(std::move(worker)) {}
  model::Outcome call(const model::Arguments& arguments) override {
    return std::move(worker_.call(arguments).result);
  }
  worker::Worker& worker() { return worker_; }

 private:
  worker::Worker worker_;
};

}  // namespace grader::pipeline
