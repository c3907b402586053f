// Generated from the specification of normalization/broadcast_last; changes here are not graded.
#ifndef GRADER_EXERCISE_normalization_broadcast_last_HPP
#define GRADER_EXERCISE_normalization_broadcast_last_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_BroadcastLastResult
#define GRADER_RECORD_BroadcastLastResult
struct BroadcastLastResult {
  bool fits{};  // bool
  Eigen::Tensor<double, 3, Eigen::RowMajor> y;  // float[B, T, D]
};
#endif

#endif  // GRADER_EXERCISE_normalization_broadcast_last_HPP
