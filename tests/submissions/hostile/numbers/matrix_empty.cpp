// exercise: vectors/outer
// attack: returns a matrix without elements, none of which is wrong
// verdict: wrong_shape

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd&, const Eigen::VectorXd&) { return {}; }
