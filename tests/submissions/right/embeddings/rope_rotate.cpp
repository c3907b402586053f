#include "embeddings/rope_rotate.hpp"

#include <complex>

// A pair is a complex number, and turning it is multiplying by e^(i·angle).
Eigen::VectorXd rope_rotate(Eigen::VectorXd x, std::int64_t position, double base) {
  const std::size_t pairs = static_cast<std::size_t>(x.size() / 2);
  for (std::size_t k = 0; k < pairs; ++k) {
    const double frequency = std::pow(base, -static_cast<double>(k) / static_cast<double>(pairs));
    const std::complex<double> turned =
        std::complex<double>(x[2 * k], x[2 * k + 1]) * std::polar(1.0, position * frequency);
    x[2 * k] = turned.real();
    x[2 * k + 1] = turned.imag();
  }
  return x;
}
