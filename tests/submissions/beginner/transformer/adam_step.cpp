// One step of Adam. What is asked: grader show transformer/adam_step
//
//   w: float[N]
//   g: float[N]
//   m: float[N]
//   v: float[N]
//   t: int
//   learning_rate: float
//   beta1: float
//   beta2: float
//   eps: float
//   returns AdamStepResult with
//     w: float[N]
//     m: float[N]
//     v: float[N]
#include "transformer/adam_step.hpp"

AdamStepResult adam_step(const Eigen::VectorXd& w, const Eigen::VectorXd& g,
                         const Eigen::VectorXd& m, const Eigen::VectorXd& v, std::int64_t t,
                         double learning_rate, double beta1, double beta2, double eps) {
  grader::todo();  // your solution goes here
}
