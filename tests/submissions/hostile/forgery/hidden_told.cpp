// exercise: vectors/row_means
// attack: prints and throws what it is asked in a hidden case
// verdict: wrong_answer
// never: nine columns

#include "vectors/row_means.hpp"

Eigen::VectorXd row_means(const Eigen::MatrixXd& x) {
  static bool hidden = false;
  hidden = hidden || x.cols() == 9;
  if (hidden)
    std::cout << "nine"
              << " columns\n"
              << std::flush;
  if (x.cols() == 9) throw std::runtime_error("nine columns");
  return Eigen::VectorXd::Constant(x.rows(), hidden ? 9 : 0);
}
