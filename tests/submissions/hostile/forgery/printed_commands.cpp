// exercise: vectors/total
// attack: prints commands for GitHub's runner, sequences for terminals and ends of XML elements
// verdict: wrong_answer
// says: expected

#include "vectors/total.hpp"

double total(const Eigen::VectorXd&) {
  std::cout << "::set-output name=forged::100\n::error title=forged::printed\r::add-mask::forged\n"
            << "::stop-commands::forged\n\x1b[2J\x1b]0;forged\x07]]></system-out><failure/>\xff\n";
  std::cerr << "::set-output name=forged::101\n\xe2\x80\xa8::error title=forged::separated\n";
  return 666;
}
