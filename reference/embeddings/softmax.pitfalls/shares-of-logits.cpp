// No exponential.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) { return logits / logits.sum(); }
