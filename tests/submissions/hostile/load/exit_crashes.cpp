// exercise: vectors/total
// attack: answers rightly and crashes at its end
// verdict: runtime_error
// says: after its last call it crashed with signal 6

#include "vectors/total.hpp"

struct Last {
  ~Last() { std::abort(); }
};
static const Last last;

double total(const Eigen::VectorXd& x) { return x.sum(); }
