// Does not divide by the sum.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) { return (logits.array() - logits.maxCoeff()).exp(); }
