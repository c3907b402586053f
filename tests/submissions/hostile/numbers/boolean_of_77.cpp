// exercise: vectors/unit
// attack: returns a boolean that is neither true nor false
// verdict: bad_reply
// says: the reply has a boolean that is neither true nor false

#include <cstring>

#include "vectors/unit.hpp"

UnitResult unit(const Eigen::VectorXd& x) {
  UnitResult result{x.norm(), false};
  std::memset(&result.is_unit, 77, 1);
  return result;
}
