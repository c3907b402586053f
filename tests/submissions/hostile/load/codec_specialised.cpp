// exercise: vectors/total
// attack: brings its own version of the harness's way to write a number, for all of the program
// verdict: wrong_answer

#include "vectors/total.hpp"

namespace grader::harness {
template <>
__attribute__((noinline)) double decode<double>(Reader&, As<double>) {
  return 6;
}
template <>
__attribute__((noinline)) void encode<double>(Writer& out, const double&) {
  encode_shape<double, 0>(out, {});
  out.number(6.0);
}
}  // namespace grader::harness

double total(const Eigen::VectorXd&) {
  grader::harness::Writer unused;
  grader::harness::encode(unused, 666.0);
  return 666;
}
