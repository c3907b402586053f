// Generated from the specification of transformer/adam_step; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_adam_step_HPP
#define GRADER_EXERCISE_transformer_adam_step_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_AdamStepResult
#define GRADER_RECORD_AdamStepResult
struct AdamStepResult {
  Eigen::VectorXd w;  // float[N]
  Eigen::VectorXd m;  // float[N]
  Eigen::VectorXd v;  // float[N]
};
#endif

#endif  // GRADER_EXERCISE_transformer_adam_step_HPP
