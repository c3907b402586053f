// exercise: vectors/total
// attack: computes without end in several threads
// verdict: time_limit
// says: no result after 1 s

#include <thread>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  for (int i = 0; i < 4; ++i)
    std::thread([] {
      for (volatile bool forever = true; forever;) {
      }
    }).detach();
  for (volatile bool forever = true; forever;) {
  }
  return x.sum();
}
