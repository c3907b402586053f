#pragma once

#include <condition_variable>
#include <mutex>

namespace grader::pipeline {

/// Lets at most so many through at once. (std::counting_semaphore would do, but for clang 14 on some
/// systems.)
class Slots {
 public:
  explicit Slots(int count) : free_(count) {}
  void take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return free_ > 0; });
    --free_;
  }
  void give() {
    const std::lock_guard lock(mutex_);
    ++free_;
    changed_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int free_;
};

class Slot {
 public:
  explicit Slot(Slots& slots) : slots_(slots) { slots_.take(); }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  ~Slot() { slots_.give(); }

 private:
  Slots& slots_;
};

}  // namespace grader::pipeline
