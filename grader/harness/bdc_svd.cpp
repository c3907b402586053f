#include "decompositions.hpp"

#ifdef GRADER_DECOMPOSITIONS
template class Eigen::BDCSVD<Eigen::MatrixXd>;
#endif
