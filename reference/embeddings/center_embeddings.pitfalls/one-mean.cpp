// The mean of the whole matrix.
#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) { return x.array() - x.mean(); }
