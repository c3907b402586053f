#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace grader::util {

/// Does all tasks, at most `jobs` at a time, each thread taking the next one that nobody has begun. After an
/// exception no other task is begun, and it is thrown here when those that run have ended.
void in_parallel(std::size_t jobs, const std::vector<std::function<void()>>& tasks);

/// For whoever has made threads and goes on working: the kernel may put a new thread on its maker's
/// processor, where it would wait for milliseconds although another is idle.
void let_new_threads_begin();

}  // namespace grader::util
