// Mu, Bhat and Viswanath, "All-but-the-Top: Simple and Effective Postprocessing for Word Representations",
// 2017, algorithm 1, first step.
#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) { return x.rowwise() - x.colwise().mean(); }
