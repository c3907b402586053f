// What every solution may use without asking: Eigen with its Tensor module and the standard library. The
// generated header of an exercise includes this file.
#ifndef GRADER_HPP
#define GRADER_HPP

#include <stdexcept>
#include <string>

namespace grader {

/// Thrown by a stub that nobody has filled in yet: the exercise is then a TODO, not a failure.
struct NotImplemented : std::logic_error {
  NotImplemented() : std::logic_error("not implemented yet") {}
};
[[noreturn]] inline void todo() { throw NotImplemented(); }

/// A violated assertion of Eigen: sizes that do not match, an index out of range.
struct EigenAssertion : std::logic_error {
  using std::logic_error::logic_error;
};
[[noreturn]] inline void eigen_assertion_failed(const char* condition) {
  throw EigenAssertion(std::string("Eigen assertion failed: ") + condition);
}

}  // namespace grader

// Eigen's own assertions abort; as exceptions they end one call and say what was wrong.
#ifndef eigen_assert
#define eigen_assert(condition) \
  (static_cast<bool>(condition) ? static_cast<void>(0) : grader::eigen_assertion_failed(#condition))
#endif

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unsupported/Eigen/CXX11/Tensor>
#include <utility>
#include <vector>

#endif  // GRADER_HPP
