// Generated from the specification of embeddings/sinusoidal_positions; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_sinusoidal_positions_HPP
#define GRADER_EXERCISE_embeddings_sinusoidal_positions_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_sinusoidal_positions_HPP
