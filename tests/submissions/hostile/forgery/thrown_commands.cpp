// exercise: vectors/total
// attack: throws commands for GitHub's runner, sequences for terminals and ends of XML elements
// verdict: runtime_error
// says: threw

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  throw std::runtime_error(
      "\n::set-output name=forged::100\n::error "
      "title=forged::thrown\r::add-mask::forged\n\x1b[2J]]><failure/>\xff");
}
