// One length for all rows.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) { return x / std::max(x.norm(), 1e-12); }
