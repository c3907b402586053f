// Generated from the specification of embeddings/softmax_row_gradient; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_softmax_row_gradient_HPP
#define GRADER_EXERCISE_embeddings_softmax_row_gradient_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_softmax_row_gradient_HPP
