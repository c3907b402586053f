// exercise: vectors/total
// attack: says that everything equals everything
// verdict: wrong_answer

#include "vectors/total.hpp"

template <typename A, typename B>
bool operator==(const A&, const B&) {
  return true;
}
template <typename A, typename B>
bool operator<=(const A&, const B&) {
  return true;
}

double total(const Eigen::VectorXd&) { return 666; }
