// exercise: vectors/row_means
// attack: returns a vector without elements
// verdict: wrong_shape

#include "vectors/row_means.hpp"

Eigen::VectorXd row_means(const Eigen::MatrixXd&) { return {}; }
