// Generated from the specification of embeddings/one_hot_lookup; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_one_hot_lookup_HPP
#define GRADER_EXERCISE_embeddings_one_hot_lookup_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_OneHotLookupResult
#define GRADER_RECORD_OneHotLookupResult
struct OneHotLookupResult {
  Eigen::VectorXd one_hot;  // float[V]
  Eigen::VectorXd row;  // float[D]
};
#endif

#endif  // GRADER_EXERCISE_embeddings_one_hot_lookup_HPP
