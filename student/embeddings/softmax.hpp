// Generated from the specification of embeddings/softmax; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_softmax_HPP
#define GRADER_EXERCISE_embeddings_softmax_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_softmax_HPP
