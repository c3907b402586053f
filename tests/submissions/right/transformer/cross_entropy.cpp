#include "transformer/cross_entropy.hpp"

static double log_of_sum_of_exponentials(const std::vector<double>& z) {
  const double top = *std::max_element(z.begin(), z.end());
  double sum = 0;
  for (double one : z) sum += std::exp(one - top);
  return top + std::log(sum);
}

double cross_entropy(Eigen::MatrixXd logits, Eigen::VectorX<std::int64_t> targets) {
  double loss = 0;
  for (int t = 0; t < targets.size(); t++) {
    std::vector<double> row;
    for (int v = 0; v < logits.cols(); v++) row.push_back(logits(t, v));
    loss += (log_of_sum_of_exponentials(row) - row[targets[t]]) / targets.size();
  }
  return loss;
}
