#include "normalization/batch_dependence.hpp"

// Does without batch_norm and without the batches: the sums over them are enough.
namespace {

class Feature {
 public:
  Feature(double sample, const Eigen::VectorXd& others) : sample_(sample), others_(others) {}

  double normalized(double eps) const {
    double squares = (sample_ - mean()) * (sample_ - mean());
    for (double other : others_) squares += (other - mean()) * (other - mean());
    return (sample_ - mean()) / std::sqrt(squares / count() + eps);
  }

 private:
  double count() const { return static_cast<double>(others_.size() + 1); }
  double mean() const { return (sample_ + others_.sum()) / count(); }

  double sample_;
  Eigen::VectorXd others_;
};

}  // namespace

BatchDependenceResult batch_dependence(Eigen::VectorXd sample, Eigen::MatrixXd others_a,
                                       Eigen::MatrixXd others_b, double eps) {
  BatchDependenceResult result;
  result.in_a.resize(sample.size());
  result.in_b.resize(sample.size());
  for (Eigen::Index d = 0; d < sample.size(); ++d) {
    result.in_a(d) = Feature(sample(d), others_a.col(d)).normalized(eps);
    result.in_b(d) = Feature(sample(d), others_b.col(d)).normalized(eps);
    result.distance = std::hypot(result.distance, result.in_a(d) - result.in_b(d));
  }
  return result;
}
