// exercise: vectors/total
// attack: sleeps and uses no time of the processor at all
// verdict: time_limit
// says: no result after 1 s

#include <chrono>
#include <thread>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  std::this_thread::sleep_for(std::chrono::hours(1));
  return x.sum();
}
