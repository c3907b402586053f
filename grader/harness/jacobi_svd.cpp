#include "decompositions.hpp"

#ifdef GRADER_DECOMPOSITIONS
template class Eigen::JacobiSVD<Eigen::MatrixXd>;
#endif
