// What the placement does to the stream. What is asked: grader show residuals/norm_placement
//
//   x: float[T, D]
//   weights: list<float[D, D]>
//   eps: float
//   pre: bool
//   returns float[len(weights)]
#include "residuals/norm_placement.hpp"

Eigen::VectorXd norm_placement(const Eigen::MatrixXd& x,
                               const std::vector<Eigen::MatrixXd>& weights, double eps, bool pre) {
  grader::todo();  // your solution goes here
}
