// The mean of each row.
#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) { return x.colwise() - x.rowwise().mean(); }
