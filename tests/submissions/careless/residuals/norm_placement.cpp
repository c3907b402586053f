#include "residuals/norm_placement.hpp"

Eigen::VectorXd norm_placement(const Eigen::MatrixXd& x, const std::vector<Eigen::MatrixXd>& weights, double eps,
                               bool pre) {
  const auto norm = [&](const Eigen::MatrixXf& m) {
    Eigen::MatrixXf y = m;
    for (Eigen::Index i = 0; i < y.rows(); ++i) {
      y.row(i).array() -= y.row(i).mean();
      y.row(i) /= std::sqrt(y.row(i).squaredNorm() / float(y.cols()) + float(eps));
    }
    return y;
  };
  Eigen::MatrixXf stream = x.cast<float>();
  Eigen::VectorXd sizes(Eigen::Index(weights.size()));
  for (std::size_t l = 0; l < weights.size(); ++l) {
    const Eigen::MatrixXf w = weights[l].cast<float>();
    if (pre)
      stream += norm(stream) * w;
    else
      stream = norm(stream + stream * w);
    sizes[Eigen::Index(l)] = std::sqrt(stream.squaredNorm() / float(stream.size()));
  }
  return sizes;
}
