#include "util/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <latch>
#include <stdexcept>

using namespace grader;

TEST_CASE("every task is done once, whatever the number of threads") {
  for (const std::size_t jobs : {0U, 1U, 2U, 7U, 100U}) {
    CAPTURE(jobs);
    std::vector<std::atomic<int>> done(50);
    std::vector<std::function<void()>> tasks;
    for (std::atomic<int>& count : done) tasks.emplace_back([&count] { ++count; });
    util::in_parallel(jobs, tasks);
    for (const std::atomic<int>& count : done) CHECK(count == 1);
  }
  util::in_parallel(3, {});
}

TEST_CASE("as many tasks as there are jobs run side by side") {
  std::latch all(4);
  util::in_parallel(4, std::vector<std::function<void()>>(4, [&all] { all.arrive_and_wait(); }));
  CHECK(all.try_wait());
}

TEST_CASE("an exception ends the work and comes back") {
  std::atomic<int> done = 0;
  std::vector<std::function<void()>> tasks(3, [&done] { ++done; });
  tasks.emplace_back([] { throw std::runtime_error("the fourth"); });
  tasks.insert(tasks.end(), 100, [&done] { ++done; });
  CHECK_THROWS_WITH_AS(util::in_parallel(1, tasks), "the fourth", std::runtime_error);
  CHECK(done == 3);
  CHECK_THROWS_WITH_AS(util::in_parallel(2, tasks), "the fourth", std::runtime_error);
}
