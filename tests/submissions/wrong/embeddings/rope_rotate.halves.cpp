// verdict: wrong_answer
// fails: two-pairs
// x cos + rotate_half(x) sin, as some libraries have it.
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base) {
  const Eigen::Index half = x.size() / 2;
  Eigen::VectorXd turned(x.size());
  turned << -x.tail(half), x.head(half);
  Eigen::VectorXd y(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double angle = position / std::pow(base, double(i % half) / double(half));
    y[i] = x[i] * std::cos(angle) + turned[i] * std::sin(angle);
  }
  return y;
}
