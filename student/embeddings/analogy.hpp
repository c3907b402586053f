// Generated from the specification of embeddings/analogy; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_analogy_HPP
#define GRADER_EXERCISE_embeddings_analogy_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_analogy_HPP
