// exercise: vectors/total
// attack: needs a class that needs a class, without end
// verdict: compile_error
// says: template instantiation depth exceeds maximum

#include "vectors/total.hpp"

template <long depth>
struct Deeper {
  static constexpr long value = Deeper<depth + 1>::value;
};

double total(const Eigen::VectorXd& x) { return x.sum() + Deeper<0>::value; }
